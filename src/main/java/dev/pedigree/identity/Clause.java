package dev.pedigree.identity;

import java.util.function.IntPredicate;

/** The clause around a mention: the tokens up to the next that ends one, on both sides. Moved from mention to mention. */
final class Clause {
    private final Tokens t;
    private final IntPredicate ends;
    private int from;
    private int to;

    /**
     * A clause of a sentence.
     *
     * @param tokens the sentence
     * @param ends tells whether a token ends a clause
     */
    Clause(Tokens tokens, IntPredicate ends) {
        this.t = tokens;
        this.ends = ends;
    }

    /** Moves to the clause that holds token e. */
    void around(int e) {
        from = e;
        while (from > 0 && !ends.test(from - 1)) {
            from--;
        }
        to = e + 1;
        while (to < t.size() && !ends.test(to)) {
            to++;
        }
    }

    /** The first token. */
    int from() {
        return from;
    }

    /** The token after the last. */
    int to() {
        return to;
    }

    /** The first token in [a, b), in this clause or not, with one of the bits, or -1. */
    int find(int a, int b, long bits) {
        for (int k = Math.max(0, a); k < b && k < t.size(); k++) {
            if (t.is(k, bits)) {
                return k;
            }
        }
        return -1;
    }

    /** The last token of this clause before k with one of the bits, or -1. */
    int findBefore(int k, long bits) {
        for (int n = k - 1; n >= from; n--) {
            if (t.is(n, bits)) {
                return n;
            }
        }
        return -1;
    }
}
