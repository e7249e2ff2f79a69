package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        char[] stored = new char[tokens.size];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = TokenStream.stored(tokens.hash[i]);
        }
        List<Span> out = new ArrayList<>();
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            Map<Integer, Integer> seenUntil = new HashMap<>();
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
            Map<Integer, Integer> seenUntil,
            BitSet excludedModels,
            List<Span> out)
            throws IndexFormatException {
        int all = code ? segment.codeTokens : segment.words;
        int right = 0;
        while (at + right < stored.length
                && position + right < all
                && segment.token(position + right, code) == stored[at + right]) {
            right++;
        }
        int left = 0;
        while (left < at && left < position && segment.token(position - left - 1, code) == stored[at - left - 1]) {
            left++;
        }
        if (right < winnowing.k() || left + right < least) {
            return;
        }
        Integer until = seenUntil.get(position - at);
        if (until != null && at < until) {
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
