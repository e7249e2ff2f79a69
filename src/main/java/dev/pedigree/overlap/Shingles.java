package dev.pedigree.overlap;

import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;

/** Where each shingle of a text stands in it: a hash table with chains, made once and asked often. */
final class Shingles {
    private final long[] shingles;
    private final int[] heads;
    private final int[] nexts;

    Shingles(long[] shingles) {
        this.shingles = shingles;
        heads = new int[Integer.highestOneBit(shingles.length + 1) * 4];
        nexts = new int[shingles.length];
        Arrays.fill(heads, -1);
        for (int i = shingles.length - 1; i >= 0; i--) {
            int bucket = bucket(shingles[i]);
            nexts[i] = heads[bucket];
            heads[bucket] = i;
        }
    }

    /** Every three tokens in a row. */
    static long[] ofThree(char[] tokens) {
        long[] out = new long[Math.max(0, tokens.length - 2)];
        for (int i = 0; i < out.length; i++) {
            out[i] = (long) tokens[i] << 32 | (long) tokens[i + 1] << 16 | tokens[i + 2];
        }
        return out;
    }

    private int bucket(long shingle) {
        return (int) SplitMix64.mix(shingle) & (heads.length - 1);
    }

    /** The first place of a shingle, or -1. */
    int first(long shingle) {
        return same(heads[bucket(shingle)], shingle);
    }

    /** The place of the same shingle after another, or -1. */
    int next(int at) {
        return same(nexts[at], shingles[at]);
    }

    private int same(int from, long shingle) {
        int at = from;
        while (at >= 0 && shingles[at] != shingle) {
            at = nexts[at];
        }
        return at;
    }
}
