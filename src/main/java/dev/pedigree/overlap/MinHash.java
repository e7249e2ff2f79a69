package dev.pedigree.overlap;

import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;

/**
 * A sketch of the set of 3-token shingles of a text, for near-duplicates, and its bands.
 *
 * <p>One-permutation hashing (Li, Owen and Zhang, "One permutation hashing", NIPS 2012): one hash per shingle; its high bits
 * name one of 128 bins, and each bin keeps its least value. Empty bins borrow from a bin drawn at random until a full one is
 * met (Shrivastava, "Optimal densification for fast and accurate minwise hashing", ICML 2017), so that each bin agrees between
 * two sets with probability J, their Jaccard similarity. Two bins make a band: at least one of 64 bands agrees with probability
 * {@code 1 - (1 - J^2)^64}: .93 at J = .2, .99 at J = .27, .9999 at J = .37.
 */
final class MinHash {
    static final int SHINGLE = 3;
    static final int BINS = 128;
    static final int BANDS = 64;

    private MinHash() {}

    /** The keys of the 64 bands; empty where the text has fewer than three tokens. */
    static int[] bands(TokenStream tokens) {
        int n = tokens.size - SHINGLE + 1;
        if (n <= 0) {
            return new int[0];
        }
        long[] bins = new long[BINS];
        Arrays.fill(bins, Long.MAX_VALUE);
        for (int i = 0; i < n; i++) {
            long h = (tokens.hash[i] * 0x9E3779B97F4A7C15L + tokens.hash[i + 1]) * 0x9E3779B97F4A7C15L
                    + tokens.hash[i + 2];
            h = SplitMix64.mix(h);
            int bin = (int) (h >>> 57);
            long value = h & 0x01FFFFFFFFFFFFFFL;
            if (value < bins[bin]) {
                bins[bin] = value;
            }
        }
        long[] dense = densify(bins);
        int[] keys = new int[BANDS];
        for (int b = 0; b < BANDS; b++) {
            long mixed = SplitMix64.mix(dense[2 * b] * 0x9E3779B97F4A7C15L + dense[2 * b + 1]);
            keys[b] = (int) (mixed >>> 32);
        }
        return keys;
    }

    private static long[] densify(long[] bins) {
        long[] dense = bins.clone();
        for (int i = 0; i < BINS; i++) {
            for (int attempt = 1; dense[i] == Long.MAX_VALUE; attempt++) {
                int from = (int) (SplitMix64.mix(((long) i << 32) + attempt) >>> 57);
                dense[i] = bins[from];
            }
        }
        return dense;
    }
}
