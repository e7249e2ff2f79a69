package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The decompositions of symmetric matrices, as they are handed on: vectors in rows. */
class SymmetricEigenTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void eigenvectorsAreRowsOfUnitLengthAndTheirValuesFall() {
        for (int n : new int[] {1, 2, 3, 17, 60}) {
            for (int rank : new int[] {n, (n + 1) / 2}) {
                double[][] matrix = products(n, rank);
                SymmetricEigen eigen = SymmetricEigen.of(matrix);
                for (int k = 0; k < rank; k++) {
                    double[] vector = eigen.vector(k);
                    double[] image = new double[n];
                    for (int i = 0; i < n; i++) {
                        image[i] = dot(matrix[i], vector) - eigen.values()[k] * vector[i];
                    }
                    assertThat(Math.sqrt(dot(image, image))).isCloseTo(0, CLOSE);
                    assertThat(dot(vector, vector)).isCloseTo(1, CLOSE);
                    assertThat(k == 0 || eigen.values()[k - 1] >= eigen.values()[k])
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theZeroMatrixHasNoOtherEigenvalueThanZero() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[3][3]);
        assertThat(eigen.values()).containsExactly(0, 0, 0);
        assertThat(eigen.vectors()).hasDimensions(3, 3);
    }

    /** Seven rows: four are solved at once, three one by one. */
    @Test
    void rowsAreSolvedTogetherAsOneByOne() {
        double[][] matrix = products(40, 50);
        Cholesky cholesky = Cholesky.of(matrix);
        double[][] rows = products(40, 3);
        double[][] together = new double[7][];
        for (int r = 0; r < together.length; r++) {
            together[r] = rows[r].clone();
        }
        cholesky.solve(together);
        for (int r = 0; r < together.length; r++) {
            double[][] alone = {rows[r].clone()};
            cholesky.solve(alone);
            assertThat(together[r]).containsExactly(alone[0]);
            double[] solution = cholesky.solveTransposed(alone[0]);
            for (int i = 0; i < solution.length; i++) {
                assertThat(dot(matrix[i], solution)).isCloseTo(rows[r][i], CLOSE);
            }
        }
    }

    @Test
    void whatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(MathIllegalArgumentException.class);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** The products of rows drawn at random with one another. */
    private static double[][] products(int n, int rank) {
        SplitMix64 random = new SplitMix64(100 * n + rank);
        double[][] rows = new double[rank][n];
        double[][] matrix = new double[n][n];
        for (double[] row : rows) {
            for (int i = 0; i < n; i++) {
                row[i] = random.nextNormal() / (i + 1);
            }
        }
        OuterProducts.add(rows, rows, matrix);
        OuterProducts.mirror(matrix);
        return matrix;
    }
}
