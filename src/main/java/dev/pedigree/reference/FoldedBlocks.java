package dev.pedigree.reference;

import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.stats.SparseRows;
import java.util.Arrays;

/**
 * Blocks of a fingerprint joined until each holds enough responses, as rows of square roots of relative frequencies over a
 * vocabulary. Block b goes to row b mod rows, so the same prompts stay in the same row of every fingerprint with as many rows.
 *
 * <p>The square root makes the variance of a frequency independent of its size (Bartlett, "The square root transformation in
 * analysis of variance", Supplement to the Journal of the Royal Statistical Society 3, 1936).
 */
final class FoldedBlocks {
    /** How many responses a row should hold. */
    private static final int TARGET = 25;

    private FoldedBlocks() {}

    /**
     * How many rows a fingerprint gives: the largest power of two that leaves about {@value #TARGET} responses to a row.
     *
     * @param responses how many responses the fingerprint holds
     * @param blocks its number of blocks, a power of two
     * @return a power of two in [1, blocks]
     */
    static int rows(long responses, int blocks) {
        int rows = blocks;
        while (rows > 1 && responses < 0.8 * TARGET * rows) {
            rows /= 2;
        }
        return rows;
    }

    /**
     * The rows over a vocabulary.
     *
     * @param counts the blocks
     * @param rows how many rows are wanted, a divisor of the number of blocks
     * @param vocabulary feature ids, strictly ascending
     * @return for each row the square root of each feature's share of all features counted in it
     */
    static SparseRows over(BlockCounts counts, int rows, int[] vocabulary) {
        int[][] indices = new int[rows][];
        float[][] values = new float[rows][];
        long[] sums = new long[vocabulary.length];
        for (int row = 0; row < rows; row++) {
            Arrays.fill(sums, 0);
            long total = 0;
            for (int block = row; block < counts.blocks(); block += rows) {
                total += join(counts.features(block), counts.counts(block), vocabulary, sums);
            }
            int present = 0;
            for (long sum : sums) {
                present += sum > 0 ? 1 : 0;
            }
            indices[row] = new int[present];
            values[row] = new float[present];
            int at = 0;
            for (int v = 0; v < sums.length; v++) {
                if (sums[v] > 0) {
                    indices[row][at] = v;
                    values[row][at++] = (float) Math.sqrt((double) sums[v] / total);
                }
            }
        }
        return new SparseRows(vocabulary.length, indices, values);
    }

    /** Adds the counts of features in the vocabulary to {@code sums}; returns the count of all features. */
    private static long join(int[] features, int[] counts, int[] vocabulary, long[] sums) {
        long total = 0;
        int v = 0;
        for (int i = 0; i < features.length; i++) {
            total += counts[i];
            while (v < vocabulary.length && vocabulary[v] < features[i]) {
                v++;
            }
            if (v < vocabulary.length && vocabulary[v] == features[i]) {
                sums[v] += counts[i];
            }
        }
        return total;
    }
}
