package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

/** Principal components and the discriminant against dense textbook computations. */
class LinearAlgebraTest {
    @Test
    void principalComponentsMatchADenseDecomposition() {
        int n = 120;
        int d = 30;
        SplitMix64 random = new SplitMix64(3);
        double[][] dense = new double[n][d];
        int[][] indices = new int[n][];
        float[][] values = new float[n][];
        for (int i = 0; i < n; i++) {
            List<Integer> at = new ArrayList<>();
            for (int j = 0; j < d; j++) {
                if (random.nextInt(3) == 0) {
                    dense[i][j] = (float) ((random.nextDouble() + (i % 4)) * 8 / (j + 1));
                    at.add(j);
                }
            }
            indices[i] = at.stream().mapToInt(j -> j).toArray();
            values[i] = new float[at.size()];
            for (int k = 0; k < at.size(); k++) {
                values[i][k] = (float) dense[i][at.get(k)];
            }
        }
        PrincipalComponents components = PrincipalComponents.of(new SparseRows(d, indices, values), new int[n], 5, 1);

        double[] mean = LinearDiscriminant.mean(dense);
        double[][] covariance = new double[d][d];
        for (double[] row : dense) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    covariance[i][j] += (row[i] - mean[i]) * (row[j] - mean[j]) / (n - 1);
                }
            }
        }
        EigenDecomposition exact = new EigenDecomposition(new Array2DRowRealMatrix(covariance));
        assertThat(components.basis()).hasDimensions(5, d);
        for (int k = 0; k < 5; k++) {
            assertThat(components.variances()[k]).isCloseTo(exact.getRealEigenvalue(k), within(1e-6));
            double dot = 0;
            for (int j = 0; j < d; j++) {
                dot += components.basis()[k][j] * exact.getEigenvector(k).getEntry(j);
            }
            assertThat(Math.abs(dot)).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void eigenvectorsOfVeryRegularMatrices() {
        for (int n : new int[] {2, 7, 40}) {
            double[][] matrix = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] = (i == j ? 2 : 0) + 1e-9 * (i + j) + 1;
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(matrix);
            assertThat(eigen.values()[0]).isCloseTo(n + 2, within(1e-5));
            for (int k = 0; k < n; k++) {
                double[] v = eigen.vector(k);
                for (int i = 0; i < n; i++) {
                    double product = 0;
                    for (int j = 0; j < n; j++) {
                        product += matrix[i][j] * v[j];
                    }
                    assertThat(product).isCloseTo(eigen.values()[k] * v[i], within(1e-9));
                }
            }
        }
    }

    @Test
    void discriminantWhitensTheWithinScatter() {
        List<double[][]> classes = classes(new SplitMix64(11));
        double[][] means = classes.stream().map(LinearDiscriminant::mean).toArray(double[][]::new);
        double[][] projection = LinearDiscriminant.ofDimensions(4).plus(classes).directions(means, 0, 2);

        double[][] within = new double[2][2];
        int members = 0;
        for (double[][] rows : classes) {
            double[] mean = LinearDiscriminant.mean(rows);
            for (double[] row : rows) {
                double[] y = new double[2];
                for (int i = 0; i < 4; i++) {
                    y[0] += (row[i] - mean[i]) * projection[i][0];
                    y[1] += (row[i] - mean[i]) * projection[i][1];
                }
                within[0][0] += y[0] * y[0];
                within[0][1] += y[0] * y[1];
                within[1][1] += y[1] * y[1];
                members++;
            }
        }
        assertThat(within[0][0] / members).isCloseTo(1, within(1e-8));
        assertThat(within[1][1] / members).isCloseTo(1, within(1e-8));
        assertThat(within[0][1] / members).isCloseTo(0, within(1e-8));
    }

    @Test
    void scatterOfAClassIsThatOfItsSamplesAndOfTheirMeans() {
        List<double[][]> samples = classes(new SplitMix64(9)).subList(0, 2);
        double[][] joined = new double[24][];
        System.arraycopy(samples.get(0), 0, joined, 0, 12);
        System.arraycopy(samples.get(1), 0, joined, 12, 12);
        double[] mean = LinearDiscriminant.mean(joined);
        double[][] deviations = new double[2][4];
        for (int s = 0; s < 2; s++) {
            double[] own = LinearDiscriminant.mean(samples.get(s));
            for (int i = 0; i < 4; i++) {
                deviations[s][i] = own[i] - mean[i];
            }
        }
        double[][] means = {{1, 0, 0, 0}, {0, 2, 0, 0}, {0, 0, 0, 1}};
        double[][] parts = LinearDiscriminant.ofDimensions(4)
                .plus(samples)
                .plusDeviations(deviations, new int[] {12, 12})
                .directions(means, 0.1, 2);
        double[][] whole = LinearDiscriminant.ofDimensions(4)
                .plus(List.<double[][]>of(joined))
                .directions(means, 0.1, 2);
        for (int i = 0; i < 4; i++) {
            for (int k = 0; k < 2; k++) {
                assertThat(parts[i][k]).isCloseTo(whole[i][k], within(1e-9));
            }
        }
    }

    private static List<double[][]> classes(SplitMix64 random) {
        List<double[][]> classes = new ArrayList<>();
        for (int c = 0; c < 6; c++) {
            double[][] rows = new double[12][4];
            for (double[] row : rows) {
                for (int i = 0; i < 4; i++) {
                    row[i] = random.nextDouble() * (i + 1) + (c * (i + 2) % 5);
                }
            }
            classes.add(rows);
        }
        return classes;
    }
}
