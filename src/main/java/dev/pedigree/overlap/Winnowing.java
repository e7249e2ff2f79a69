package dev.pedigree.overlap;

import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;

/**
 * Winnowing: of every window of consecutive k-grams the rightmost one with the least hash is kept, so that two texts that share
 * {@code w + k - 1} consecutive tokens share a kept k-gram inside them, whatever stands around; about {@code 2 / (w + 1)} of
 * the k-grams are kept. Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003,
 * doi:10.1145/872757.872770. A text with fewer than w k-grams keeps the least of those it has.
 *
 * @param k tokens in a gram, at least 1
 * @param w grams in a window, at least 1
 */
record Winnowing(int k, int w) {
    /** Of words: spans of 12 tokens and more are found. */
    static final Winnowing TEXT = new Winnowing(5, 8);
    /** Of the tokens of programs: spans of 20 tokens and more are found. */
    static final Winnowing CODE = new Winnowing(12, 9);

    Winnowing {
        if (k < 1 || w < 1) {
            throw new IllegalArgumentException("k and w must be >= 1, got " + k + ", " + w);
        }
    }

    /** The shortest shared run of tokens that is certain to be found. */
    int guarantee() {
        return w + k - 1;
    }

    /** The hashes of the k-grams, in order; none where there are fewer than k tokens. */
    long[] grams(TokenStream tokens) {
        int n = tokens.size - k + 1;
        if (n <= 0) {
            return new long[0];
        }
        long[] grams = new long[n];
        for (int i = 0; i < n; i++) {
            long h = 0;
            for (int j = i; j < i + k; j++) {
                h = h * 0x9E3779B97F4A7C15L + tokens.hash[j];
            }
            grams[i] = SplitMix64.mix(h);
        }
        return grams;
    }

    /** The ordinals of the kept k-grams, ascending. */
    int[] select(long[] grams) {
        int n = grams.length;
        if (n == 0) {
            return new int[0];
        }
        int[] kept = new int[n];
        int count = 0;
        int least = -1;
        for (int last = Math.min(w, n) - 1; last < n; last++) {
            int first = Math.max(0, last - w + 1);
            if (least < first) {
                least = first;
                for (int i = first + 1; i <= last; i++) {
                    least = Long.compareUnsigned(grams[i], grams[least]) <= 0 ? i : least;
                }
            } else if (Long.compareUnsigned(grams[last], grams[least]) <= 0) {
                least = last;
            }
            if (count == 0 || kept[count - 1] != least) {
                kept[count++] = least;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
