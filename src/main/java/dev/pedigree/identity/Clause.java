package dev.pedigree.identity;

import java.util.function.IntPredicate;

/** The clause around a mention: the tokens up to the next that ends one, on both sides. Moved from mention to mention. */
final class Clause {
    private static final long OTHERS = Cue.YOU | Cue.THIRD | Cue.PERSON | Cue.SPEECH;

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

    /** The first token with one of the bits in [k, k + reach), in this clause or not, or -1. */
    int near(int k, int reach, long bits) {
        return find(k, k + reach, bits);
    }

    /** Whether a denial stands in [me, e), or right before me. */
    boolean isDenied(int me, int e) {
        return t.is(me - 1, Cue.NEG) || find(me, Math.max(e, me + 1), Cue.NEG) >= 0;
    }

    /**
     * Whether somebody else is spoken of between two tokens.
     *
     * @param e a mention that is nobody else
     * @param claimed the mentions that are the speaker
     */
    boolean hasOthers(int a, int b, int e, boolean[] claimed) {
        for (int k = a + 1; k < b; k++) {
            boolean other = t.is(k, Cue.ENTITY) && k != e && !claimed[k] && !t.is(k + 1, Cue.POSSESSIVE);
            if (other || t.is(k, OTHERS) && !t.is(k, Cue.KIN | Cue.POLICY | Cue.DET)) {
                return true;
            }
        }
        return false;
    }
}
