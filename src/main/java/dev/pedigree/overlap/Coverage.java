package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which tokens of a suspect answer which reference models also write. Grows while it is filled; not shared before that. */
final class Coverage {
    private final Map<Integer, BitSet> byModel = new TreeMap<>();
    private final TokenStream tokens;
    private final Relations relations;

    Coverage(TokenStream tokens, Relations relations) {
        this.tokens = tokens;
        this.relations = relations;
    }

    /** Of the spans those of some half words and more. */
    Coverage(List<Span> spans, int leastHalfWords, TokenStream tokens, Relations relations) {
        this(tokens, relations);
        for (Span span : spans) {
            if (tokens.halfWords(span.suspect(), span.suspectEnd()) >= leastHalfWords) {
                byModel.computeIfAbsent(span.model(), m -> new BitSet()).set(span.suspect(), span.suspectEnd());
            }
        }
    }

    void add(int model, BitSet written) {
        byModel.computeIfAbsent(model, m -> new BitSet()).or(written);
    }

    /**
     * The most that unrelated models write of some tokens, in half words. What several models write together does not count as
     * written by one of them: pieces of a few words of an answer to a common question are found here and there, all of it is not.
     *
     * @param one what the one does that writes most
     * @param two what each of two does that are unrelated to each other
     */
    record Others(int one, int two) {
        /** Half words by which one model may come nearer than any other two, as where it is a relative that nobody named. */
        private static final int ONE_ALONE = 14;

        static final Others NONE = new Others(0, 0);

        /** What chance has to be taken to write of the tokens. */
        int byChance() {
            return Math.min(one, two + ONE_ALONE);
        }
    }

    /** What models unrelated to a model write of some tokens. */
    Others others(BitSet piece, int model) {
        List<int[]> holders = new ArrayList<>();
        for (Map.Entry<Integer, BitSet> other : byModel.entrySet()) {
            int held = relations.areRelated(model, other.getKey()) ? 0 : held(other.getValue(), piece);
            if (held > 0) {
                holders.add(new int[] {other.getKey(), held});
            }
        }
        holders.sort((a, b) -> Integer.compare(b[1], a[1]));
        for (int i = 1; i < holders.size(); i++) {
            int[] holder = holders.get(i);
            if (holders.subList(0, i).stream().anyMatch(more -> !relations.areRelated(more[0], holder[0]))) {
                return new Others(holders.get(0)[1], holder[1]);
            }
        }
        return holders.isEmpty() ? Others.NONE : new Others(holders.get(0)[1], 0);
    }

    private int held(BitSet written, BitSet piece) {
        int sum = 0;
        for (int i = piece.nextSetBit(0); i >= 0; i = piece.nextSetBit(i + 1)) {
            sum += written.get(i) ? tokens.weight[i] : 0;
        }
        return sum;
    }

    /** How many models write at least half of some tokens; a model that matched them otherwise counts as well. */
    int holders(BitSet piece, int model) {
        int holders = byModel.containsKey(model) ? 0 : 1;
        int size = tokens.halfWords(piece);
        for (Map.Entry<Integer, BitSet> other : byModel.entrySet()) {
            holders += other.getKey() == model || 2 * held(other.getValue(), piece) >= size ? 1 : 0;
        }
        return holders;
    }
}
