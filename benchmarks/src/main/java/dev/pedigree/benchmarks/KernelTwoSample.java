package dev.pedigree.benchmarks;

/**
 * Distances between two groups as quadratic forms in a matrix of similarities, so that permuting the groups costs no new
 * similarities. With a kernel k the statistic is the squared maximum mean discrepancy without the diagonal,
 * {@code mean k(x,x') - 2 mean k(x,y) + mean k(y,y')}: A. Gretton et al., "A kernel two-sample test", JMLR 13 (2012), 723–773.
 * With {@code k = -|x - y|} it is the energy distance: G. J. Székely and M. L. Rizzo, "Energy statistics", JSPI 143 (2013),
 * doi:10.1016/j.jspi.2013.03.018; that the two are one family: D. Sejdinovic et al., Annals of Statistics 41 (2013),
 * doi:10.1214/13-AOS1140.
 */
final class KernelTwoSample {
    private KernelTwoSample() {}

    /**
     * The distance between two groups of items.
     *
     * @param similarity a symmetric matrix, one row for each item; its diagonal is not used
     * @param first whether an item is of the first group; each group needs two items
     * @return the statistic; about 0 or negative where the groups are alike
     * @throws IllegalArgumentException if a group has fewer than two items
     */
    static double distance(double[][] similarity, boolean[] first) {
        int n = 0;
        for (boolean f : first) {
            n += f ? 1 : 0;
        }
        int m = first.length - n;
        if (n < 2 || m < 2) {
            throw new IllegalArgumentException("each group needs two items, got " + n + " and " + m);
        }
        double within = 0;
        double across = 0;
        double withinOther = 0;
        for (int i = 0; i < first.length; i++) {
            double[] row = similarity[i];
            for (int j = 0; j < i; j++) {
                if (first[i] != first[j]) {
                    across += row[j];
                } else if (first[i]) {
                    within += row[j];
                } else {
                    withinOther += row[j];
                }
            }
        }
        return 2 * within / ((double) n * (n - 1))
                + 2 * withinOther / ((double) m * (m - 1))
                - 2 * across / ((double) n * m);
    }

    /**
     * The similarity whose two-sample distance is the energy distance: minus the Euclidean distance of each two rows.
     *
     * @param rows feature vectors of equal length
     * @return the symmetric matrix
     */
    static double[][] energy(double[][] rows) {
        double[][] similarity = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < rows[i].length; k++) {
                    double gap = rows[i][k] - rows[j][k];
                    sum += gap * gap;
                }
                similarity[i][j] = -StrictMath.sqrt(sum);
                similarity[j][i] = similarity[i][j];
            }
        }
        return similarity;
    }
}
