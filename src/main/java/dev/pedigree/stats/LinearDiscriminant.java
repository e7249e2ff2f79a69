package dev.pedigree.stats;

/**
 * The directions in which classes differ most, relative to how their members scatter: Fisher's linear discriminant analysis in the
 * form of Rao, "The utilization of multiple measurements in problems of biological classification", Journal of the Royal
 * Statistical Society B 10 (1948). Within the space that it spans the within-class scatter is the identity, so that Euclidean
 * distance there is Mahalanobis distance.
 */
public final class LinearDiscriminant {
    private final int dimensions;
    private final double[][] scatter; // [d][d], lower triangle: sum of (x - mean)(x - mean)'
    private final double members;

    private LinearDiscriminant(int dimensions, double[][] scatter, double members) {
        this.dimensions = dimensions;
        this.scatter = scatter;
        this.members = members;
    }

    /**
     * No scatter yet.
     *
     * @param dimensions the length of each member
     * @return an empty sum
     */
    public static LinearDiscriminant ofDimensions(int dimensions) {
        return new LinearDiscriminant(dimensions, new double[dimensions][dimensions], 0);
    }

    /**
     * This scatter and that of further samples, each about its own mean.
     *
     * @param samples the members of each sample: [samples][members][dimensions]
     * @return a new sum
     */
    public LinearDiscriminant plus(Iterable<double[][]> samples) {
        double[][] copy = copy();
        double more = members;
        for (double[][] rows : samples) {
            addScatter(rows, copy);
            more += rows.length;
        }
        return new LinearDiscriminant(dimensions, copy, more);
    }

    /**
     * This scatter and that of samples' means about the mean of their class, for classes of more than one sample.
     *
     * @param deviations for each such sample its mean minus the mean of its class
     * @param weights how many members each has
     * @return a new sum
     */
    public LinearDiscriminant plusDeviations(double[][] deviations, int[] weights) {
        double[][] copy = copy();
        double[][] weighted = new double[deviations.length][dimensions];
        for (int s = 0; s < weighted.length; s++) {
            for (int i = 0; i < dimensions; i++) {
                weighted[s][i] = weights[s] * deviations[s][i];
            }
        }
        OuterProducts.add(weighted, deviations, copy);
        return new LinearDiscriminant(dimensions, copy, members);
    }

    private double[][] copy() {
        double[][] copy = new double[dimensions][];
        for (int i = 0; i < dimensions; i++) {
            copy[i] = scatter[i].clone();
        }
        return copy;
    }

    /**
     * Solves for the leading directions.
     *
     * @param means the mean of each class: [classes][dimensions]; at least two
     * @param ridge shrinkage of the within-class scatter toward the identity, relative to its mean diagonal
     * @param wanted how many directions are wanted; at most one fewer than classes are returned
     * @return the projection: [dimensions][directions]
     */
    public double[][] directions(double[][] means, double ridge, int wanted) {
        if (means.length < 2) {
            throw new IllegalArgumentException("need at least two classes, got " + means.length);
        }
        double trace = 0;
        for (int i = 0; i < dimensions; i++) {
            trace += scatter[i][i] / members;
        }
        double[][] within = new double[dimensions][dimensions];
        for (int i = 0; i < dimensions; i++) {
            for (int j = 0; j < dimensions; j++) {
                within[i][j] = scatter[Math.max(i, j)][Math.min(i, j)] / members;
            }
            within[i][i] += ridge * trace / dimensions + 1e-12;
        }
        Cholesky cholesky = Cholesky.of(within);
        double[][] whitened = differences(means);
        cholesky.solve(whitened);
        double[][] between = new double[dimensions][dimensions];
        double[][] parts = new double[whitened.length][dimensions];
        for (int c = 0; c < parts.length; c++) {
            for (int i = 0; i < dimensions; i++) {
                parts[c][i] = whitened[c][i] / (means.length - 1);
            }
        }
        OuterProducts.add(parts, whitened, between);
        OuterProducts.mirror(between);
        SymmetricEigen eigen = SymmetricEigen.of(between);
        int kept = Math.min(wanted, Math.min(means.length - 1, dimensions));
        double[][] projection = new double[dimensions][kept];
        for (int k = 0; k < kept; k++) {
            double[] direction = cholesky.solveTransposed(eigen.vector(k));
            for (int i = 0; i < dimensions; i++) {
                projection[i][k] = direction[i];
            }
        }
        return projection;
    }

    private static void addScatter(double[][] rows, double[][] scatter) {
        if (rows.length == 0) {
            return;
        }
        double[][] differences = differences(rows);
        OuterProducts.add(differences, differences, scatter);
    }

    /** Rows less their mean. */
    private static double[][] differences(double[][] rows) {
        double[] mean = mean(rows);
        double[][] differences = new double[rows.length][mean.length];
        for (int r = 0; r < rows.length; r++) {
            for (int i = 0; i < mean.length; i++) {
                differences[r][i] = rows[r][i] - mean[i];
            }
        }
        return differences;
    }

    static double[] mean(double[][] rows) {
        double[] mean = new double[rows[0].length];
        for (double[] row : rows) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += row[i];
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= rows.length;
        }
        return mean;
    }
}
