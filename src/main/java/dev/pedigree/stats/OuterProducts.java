package dev.pedigree.stats;

/**
 * Sums of outer products, lower triangle. Four are added at once, so that each sum is loaded and stored once for four of them; in
 * the order of the rows, so that the sums have the bits of the plain loop.
 */
final class OuterProducts {
    private OuterProducts() {}

    /**
     * Adds {@code weight x x'} for each row x.
     *
     * @param rows [rows][d]
     * @param weight one weight for all
     * @param sum [d][d], of which only the lower triangle is used
     */
    static void add(double[][] rows, double weight, double[][] sum) {
        int r = 0;
        for (; r + 4 <= rows.length; r += 4) {
            four(rows[r], rows[r + 1], rows[r + 2], rows[r + 3], weight, sum);
        }
        for (; r < rows.length; r++) {
            one(rows[r], weight, sum);
        }
    }

    private static void four(double[] a, double[] b, double[] c, double[] d, double weight, double[][] sum) {
        for (int i = 0; i < a.length; i++) {
            double ai = weight * a[i];
            double bi = weight * b[i];
            double ci = weight * c[i];
            double di = weight * d[i];
            double[] target = sum[i];
            for (int j = 0; j <= i; j++) {
                target[j] = target[j] + ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
            }
        }
    }

    private static void one(double[] x, double weight, double[][] sum) {
        for (int i = 0; i < x.length; i++) {
            double value = weight * x[i];
            double[] target = sum[i];
            for (int j = 0; j <= i; j++) {
                target[j] += value * x[j];
            }
        }
    }
}
