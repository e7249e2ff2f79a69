package dev.pedigree.stats;

import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;

/**
 * The leading principal components of sparse rows, by randomised subspace iteration: Halko, Martinsson and Tropp, "Finding structure
 * with randomness", SIAM Review 53 (2011), doi:10.1137/090771806, algorithm 4.4 on the centred matrix without forming it. Rows come
 * in groups, each centred by its own mean, so that differences between groups are no direction. The start is seeded, so equal input
 * gives equal bits.
 *
 * @param means the mean of each group's rows: [groups][columns]; zero for a group without rows
 * @param basis orthonormal directions: [components][columns], by falling variance
 * @param variances the variance along each
 */
public record PrincipalComponents(double[][] means, double[][] basis, double[] variances) {
    private static final int OVERSAMPLING = 16;
    private static final int ITERATIONS = 3;

    /**
     * Finds the components.
     *
     * @param rows at least two rows
     * @param group the group of each row, from 0
     * @param wanted how many components are wanted; fewer are returned where the rows do not span as many
     * @param seed the seed of the random start
     * @return the components
     */
    public static PrincipalComponents of(SparseRows rows, int[] group, int wanted, long seed) {
        int n = rows.rows();
        int d = rows.columns();
        if (n < 2) {
            throw new IllegalArgumentException("need at least two rows, got " + n);
        }
        int width = Math.min(wanted + OVERSAMPLING, Math.min(d, n - 1));
        double[][] means = means(rows, group);
        double[][] v = start(d, width, seed);
        orthonormalise(v);
        for (int i = 0; i < ITERATIONS; i++) {
            v = backward(rows, group, means, forward(rows, group, means, v));
            orthonormalise(v);
        }
        // Rayleigh-Ritz: rotate the subspace to the axes of its own covariance
        double[][] y = forward(rows, group, means, v);
        double[][] covariance = gram(y);
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        double[] values = eigen.values();
        int kept = 0;
        while (kept < Math.min(wanted, width) && values[kept] > 1e-10 * values[0]) {
            kept++;
        }
        double[] variances = new double[kept];
        double[][] rotation = new double[width][kept];
        for (int k = 0; k < kept; k++) {
            variances[k] = values[k] / (n - 1);
            double[] vector = eigen.vector(k);
            for (int l = 0; l < width; l++) {
                rotation[l][k] = vector[l];
            }
        }
        double[][] basis = new double[kept][d];
        for (int j = 0; j < d; j++) {
            double[] weights = new double[kept]; // of one column along every component
            for (int l = 0; l < width; l++) {
                axpy(v[j][l], rotation[l], weights);
            }
            for (int k = 0; k < kept; k++) {
                basis[k][j] = weights[k];
            }
        }
        return new PrincipalComponents(means, basis, variances);
    }

    private static double[][] means(SparseRows rows, int[] group) {
        int groups = Arrays.stream(group).max().orElse(0) + 1;
        double[][] means = new double[groups][rows.columns()];
        int[] members = new int[groups];
        for (int i = 0; i < rows.rows(); i++) {
            members[group[i]]++;
            int[] index = rows.indices()[i];
            float[] value = rows.values()[i];
            for (int k = 0; k < index.length; k++) {
                means[group[i]][index[k]] += value[k];
            }
        }
        for (int g = 0; g < groups; g++) {
            for (int j = 0; j < rows.columns(); j++) {
                means[g][j] /= Math.max(1, members[g]);
            }
        }
        return means;
    }

    private static double[][] start(int d, int width, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[][] v = new double[d][width];
        for (double[] row : v) {
            for (int l = 0; l < width; l++) {
                row[l] = (random.nextLong() & 1) == 0 ? 1 : -1;
            }
        }
        return v;
    }

    /** (A - G M) V: [rows][width], with G the rows' groups and M their means. */
    private static double[][] forward(SparseRows rows, int[] group, double[][] means, double[][] v) {
        int width = v[0].length;
        double[][] offsets = new double[means.length][width];
        for (int g = 0; g < means.length; g++) {
            for (int j = 0; j < v.length; j++) {
                axpy(means[g][j], v[j], offsets[g]);
            }
        }
        double[][] y = new double[rows.rows()][width];
        for (int i = 0; i < y.length; i++) {
            int[] index = rows.indices()[i];
            float[] value = rows.values()[i];
            for (int k = 0; k < index.length; k++) {
                axpy(value[k], v[index[k]], y[i]);
            }
            axpy(-1, offsets[group[i]], y[i]);
        }
        return y;
    }

    /** (A - G M)' Y: [columns][width]. */
    private static double[][] backward(SparseRows rows, int[] group, double[][] means, double[][] y) {
        int width = y[0].length;
        double[][] v = new double[rows.columns()][width];
        double[][] sums = new double[means.length][width];
        for (int i = 0; i < y.length; i++) {
            int[] index = rows.indices()[i];
            float[] value = rows.values()[i];
            for (int k = 0; k < index.length; k++) {
                axpy(value[k], y[i], v[index[k]]);
            }
            axpy(1, y[i], sums[group[i]]);
        }
        for (int g = 0; g < means.length; g++) {
            for (int j = 0; j < v.length; j++) {
                axpy(-means[g][j], sums[g], v[j]);
            }
        }
        return v;
    }

    private static void axpy(double a, double[] x, double[] y) {
        for (int l = 0; l < y.length; l++) {
            y[l] += a * x[l];
        }
    }

    private static double[][] gram(double[][] y) {
        int width = y[0].length;
        double[][] gram = new double[width][width];
        OuterProducts.add(y, y, gram);
        OuterProducts.mirror(gram);
        return gram;
    }

    /* Columns of v made orthonormal: V := V L^-T with V'V = L L', twice, which is as stable as Householder's method here. */
    private static void orthonormalise(double[][] v) {
        for (int pass = 0; pass < 2; pass++) {
            double[][] gram = gram(v);
            double trace = 0;
            for (int i = 0; i < gram.length; i++) {
                trace += gram[i][i];
            }
            for (int i = 0; i < gram.length; i++) {
                gram[i][i] += 1e-13 * trace;
            }
            Cholesky.of(gram).solve(v);
        }
    }
}
