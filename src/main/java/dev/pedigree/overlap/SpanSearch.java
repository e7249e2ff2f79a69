package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds every run of equal tokens, of the winnowing's guaranteed length and more, that a text shares with an index. */
final class SpanSearch {
    private final OverlapIndex index;
    private final boolean code;
    private final Winnowing winnowing;
    private final int least;

    /**
     * A search.
     *
     * @param least the shortest run that is kept, in tokens; runs below the guaranteed length are found by luck alone
     */
    SpanSearch(OverlapIndex index, boolean code, int least) {
        this.index = index;
        this.code = code;
        this.winnowing = code ? Winnowing.CODE : Winnowing.TEXT;
        this.least = least;
    }

    /** The spans, ordered by segment, then as they are met in the suspect text. */
    List<Span> find(TokenStream tokens, BitSet excludedModels) throws IndexFormatException {
        long[] grams = winnowing.grams(tokens);
        int[] kept = winnowing.select(grams);
        char[] stored = tokens.stored();
        List<Span> out = new ArrayList<>();
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            Diagonals seenUntil = new Diagonals();
            for (int at : kept) {
                int end = segment.bucketEnd(grams[at], code);
                for (int entry = segment.bucketStart(grams[at], code); entry < end; entry++) {
                    int position = segment.position(entry, grams[at], code);
                    if (position >= 0) {
                        extend(s, segment, stored, at, position, seenUntil, excludedModels, out);
                    }
                }
            }
        }
        return out;
    }

    private void extend(
            int s,
            Segment segment,
            char[] stored,
            int at,
            int position,
            Diagonals seenUntil,
            BitSet excludedModels,
            List<Span> out)
            throws IndexFormatException {
        // a run that was met by an earlier gram of it is not measured again, or long runs would cost their length
        // squared
        if (at < seenUntil.get(position - at)) {
            return;
        }
        int right = segment.agreeing(stored, at, position, code);
        if (right < winnowing.k()) {
            return;
        }
        int left = segment.agreeingBefore(stored, at, position, code);
        if (left + right < least) {
            return;
        }
        int answer = segment.answerOf(position, code);
        int begin = segment.tokensFrom(answer, code);
        left = Math.min(left, position - begin);
        right = Math.min(right, segment.tokensFrom(answer + 1, code) - position);
        seenUntil.put(position - at, at + right);
        int model = index.model(s, answer);
        if (left + right >= least && !excludedModels.get(model)) {
            out.add(new Span(s, answer, model, at - left, position - left - begin, left + right));
        }
    }
}
