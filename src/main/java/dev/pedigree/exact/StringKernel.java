package dev.pedigree.exact;

import dev.pedigree.internal.SplitMix64;

/**
 * A string kernel: the inner product of the square roots of character n-gram counts (n from 3 to 5), each text scaled to length
 * one, hashed into a fixed number of signed dimensions. C. Leslie, E. Eskin and W. S. Noble, "The spectrum kernel", PSB 2002;
 * H. Lodhi et al., "Text classification using string kernels", JMLR 2 (2002); the hashing: K. Weinberger et al., "Feature hashing
 * for large scale multitask learning", ICML 2009, arXiv:0902.2206, which leaves the inner product unbiased.
 */
final class StringKernel {
    static final int DIMENSIONS = 2048;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    /** Beyond this many characters a text adds nothing to its place. */
    private static final int READ = 1 << 15;

    private StringKernel() {}

    /** The text's place in the kernel's space: of length one, or zero for a text shorter than three characters. */
    static float[] embed(String text) {
        // Counts first (so that the square root is taken of an n-gram's count and not of a dimension's), then the
        // signed sum.
        int length = Math.min(text.length(), READ);
        int slots = Integer.highestOneBit(length * (LONGEST - SHORTEST + 1) + 8) * 2;
        long[] keys = new long[slots];
        int[] counts = new int[slots];
        double[] sum = new double[DIMENSIONS];
        for (int i = 0; i + SHORTEST <= length; i++) {
            long hash = 0;
            for (int n = 1; n <= LONGEST && i + n <= length; n++) {
                hash = SplitMix64.mix(hash * 0x2545F4914F6CDD1DL + text.charAt(i + n - 1) + 1);
                if (n >= SHORTEST) {
                    int slot = (int) (hash >>> 32) & (slots - 1);
                    while (counts[slot] > 0 && keys[slot] != hash) {
                        slot = (slot + 1) & (slots - 1);
                    }
                    keys[slot] = hash;
                    counts[slot]++;
                }
            }
        }
        for (int slot = 0; slot < slots; slot++) {
            if (counts[slot] > 0) {
                double root = StrictMath.sqrt(counts[slot]);
                sum[(int) (keys[slot] & (DIMENSIONS - 1))] += (keys[slot] & DIMENSIONS) == 0 ? root : -root;
            }
        }
        return unit(sum);
    }

    /** The words of a text as a vector of length one, for topics. */
    static float[] embedWords(Tokens words) {
        double[] sum = new double[DIMENSIONS];
        for (int i = 0; i < words.size(); i++) {
            long hash = SplitMix64.mix(words.hash(i));
            sum[(int) (hash & (DIMENSIONS - 1))] += (hash & DIMENSIONS) == 0 ? 1 : -1;
        }
        for (int d = 0; d < DIMENSIONS; d++) {
            sum[d] = sum[d] < 0 ? -StrictMath.sqrt(-sum[d]) : StrictMath.sqrt(sum[d]);
        }
        return unit(sum);
    }

    static double product(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }

    private static float[] unit(double[] sum) {
        double square = 0;
        for (double value : sum) {
            square += value * value;
        }
        float[] unit = new float[sum.length];
        if (square > 0) {
            double length = StrictMath.sqrt(square);
            for (int d = 0; d < sum.length; d++) {
                unit[d] = (float) (sum[d] / length);
            }
        }
        return unit;
    }
}
