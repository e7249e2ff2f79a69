package dev.pedigree.stats;

/**
 * Weighted sums of rows. Four are added at once, so that the sum is loaded and stored once for four of them; in the order of the
 * rows, so that it has the bits of the plain loop.
 */
public final class RowSums {
    private RowSums() {}

    /**
     * The product of a vector and a matrix.
     *
     * @param weights one weight for each row
     * @param rows the matrix: [rows][columns]; at least one row
     * @return the sum of the rows, each times its weight: [columns]
     */
    public static double[] of(double[] weights, double[][] rows) {
        double[] sum = new double[rows[0].length];
        add(weights, rows, sum.length, sum);
        return sum;
    }

    /** Adds the first so many columns of each row, times its weight. */
    static void add(double[] weights, double[][] rows, int columns, double[] sum) {
        int r = 0;
        for (; r + 4 <= rows.length; r += 4) {
            four(weights, rows, r, columns, sum);
        }
        for (; r < rows.length; r++) {
            one(weights[r], rows[r], columns, sum);
        }
    }

    private static void one(double weight, double[] row, int columns, double[] sum) {
        for (int j = 0; j < columns; j++) {
            sum[j] += weight * row[j];
        }
    }

    private static void four(double[] weights, double[][] rows, int first, int columns, double[] sum) {
        double wa = weights[first];
        double wb = weights[first + 1];
        double wc = weights[first + 2];
        double wd = weights[first + 3];
        double[] a = rows[first];
        double[] b = rows[first + 1];
        double[] c = rows[first + 2];
        double[] d = rows[first + 3];
        for (int j = 0; j < columns; j++) {
            sum[j] = sum[j] + wa * a[j] + wb * b[j] + wc * c[j] + wd * d[j];
        }
    }
}
