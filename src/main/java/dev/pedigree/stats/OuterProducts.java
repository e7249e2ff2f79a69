package dev.pedigree.stats;

import java.util.Arrays;

/** Sums of outer products of rows with multiples of themselves, with the bits of the plain loop over rows. */
public final class OuterProducts {
    private static final int TOGETHER = 32; // rows that stay in the cache while they are added to the whole sum

    private OuterProducts() {}

    /**
     * Adds {@code y x'} for each row x.
     *
     * @param multiples for each row x a multiple y of it; the row itself where that is one
     * @param rows [rows][d]
     * @param sum [d][d], of which only the lower triangle is used: the upper is its {@linkplain #mirror mirror}
     */
    public static void add(double[][] multiples, double[][] rows, double[][] sum) {
        for (int from = 0; from < rows.length; from += TOGETHER) {
            double[][] some = Arrays.copyOfRange(rows, from, Math.min(from + TOGETHER, rows.length));
            double[] weights = new double[some.length];
            for (int i = 0; i < sum.length; i++) {
                for (int r = 0; r < some.length; r++) {
                    weights[r] = multiples[from + r][i];
                }
                RowSums.add(weights, some, i + 1, sum[i]);
            }
        }
    }

    /**
     * Fills the upper triangle.
     *
     * @param matrix a square matrix, of which the lower triangle is known
     */
    public static void mirror(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[j][i] = matrix[i][j];
            }
        }
    }
}
