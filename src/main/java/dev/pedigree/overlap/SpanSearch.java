package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds every run of equal tokens, of the winnowing's guaranteed length and more, that a text shares with an index. */
final class SpanSearch {
    /** How often one gram of a text is looked up, and met in one answer: of two loops each turn would meet each of the other's, some billion times. */
    private static final int MOST_TURNS = 64;

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
        int[] kept = withoutTurns(grams, winnowing.select(grams));
        char[] stored = tokens.stored();
        List<Span> out = new ArrayList<>();
        for (int s = 0; s < index.segments().size(); s++) {
            InSegment search = new InSegment(s, stored);
            for (int at : kept) {
                search.extend(grams[at], at);
            }
            search.spans.stream()
                    .filter(span -> !excludedModels.get(span.model()))
                    .forEach(out::add);
        }
        return out;
    }

    private static int[] withoutTurns(long[] grams, int[] kept) {
        int[] out = new int[kept.length];
        int size = 0;
        Map<Long, Integer> turns = new HashMap<>();
        for (int at : kept) {
            if (turns.merge(grams[at], 1, Integer::sum) <= MOST_TURNS) {
                out[size++] = at;
            }
        }
        return Arrays.copyOf(out, size);
    }

    /** The spans of one segment, which grow while the suspect's grams are looked up in their order. */
    private final class InSegment {
        private final int ordinal;
        private final Segment segment;
        private final char[] stored;
        private final Diagonals seenUntil = new Diagonals();
        private final Turns turns = new Turns();
        private final List<Span> spans = new ArrayList<>();

        InSegment(int ordinal, char[] stored) {
            this.ordinal = ordinal;
            this.segment = index.segments().get(ordinal);
            this.stored = stored;
        }

        /** Extends each occurrence of a gram. */
        void extend(long gram, int at) throws IndexFormatException {
            int end = segment.bucketEnd(gram, code);
            int start = segment.bucketStart(gram, code);
            turns.begin(end - start > MOST_TURNS);
            for (int entry = start; entry < end; entry++) {
                int position = segment.position(entry, gram, code);
                if (position >= 0 && turns.isOneTooMany(position)) {
                    continue;
                }
                // a run that was met by an earlier gram of it is not measured again, or long runs would cost their
                // length squared
                if (position >= 0 && at >= seenUntil.get(position - at)) {
                    extend(at, position);
                }
            }
        }

        /** How often the gram that is looked up was met in the reference answer that is being passed: a loop of it holds nothing new. */
        private final class Turns {
            private boolean counted;
            private int from;
            private int to;
            private int count;

            void begin(boolean mayBeMany) {
                counted = mayBeMany;
                from = 0;
                to = 0;
            }

            boolean isOneTooMany(int position) throws IndexFormatException {
                if (!counted) {
                    return false;
                }
                if (position < from || position >= to) {
                    int answer = segment.answerOf(position, code);
                    from = segment.tokensFrom(answer, code);
                    to = segment.tokensFrom(answer + 1, code);
                    count = 0;
                }
                return ++count > MOST_TURNS;
            }
        }

        private void extend(int at, int position) throws IndexFormatException {
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
            if (left + right >= least) {
                spans.add(new Span(
                        ordinal,
                        answer,
                        index.model(ordinal, answer),
                        at - left,
                        position - left - begin,
                        left + right));
            }
        }
    }
}
