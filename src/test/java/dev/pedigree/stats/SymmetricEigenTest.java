package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.internal.SplitMix64;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.junit.jupiter.api.Test;

/** What libraries were made with before must come out again, bit for bit. */
class SymmetricEigenTest {
    @Test
    void eigenvectorsHaveTheBitsOfCommonsMath() {
        for (int n : new int[] {1, 2, 3, 17, 60}) {
            for (int rank : new int[] {n, (n + 1) / 2}) {
                double[][] matrix = products(n, rank);
                EigenDecomposition expected = new EigenDecomposition(new Array2DRowRealMatrix(matrix));
                SymmetricEigen eigen = SymmetricEigen.of(matrix);
                for (int k = 0; k < rank; k++) {
                    assertThat(eigen.values()[k]).isEqualTo(expected.getRealEigenvalue(k));
                    assertThat(eigen.vector(k))
                            .containsExactly(expected.getEigenvector(k).toArray());
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

    @Test
    void choleskyHasTheBitsOfCommonsMath() {
        double[][] matrix = products(40, 50);
        double[] known = products(40, 3)[7];
        CholeskyDecomposition expected = new CholeskyDecomposition(new Array2DRowRealMatrix(matrix));
        assertThat(Cholesky.of(matrix).lower()).isDeepEqualTo(expected.getL().getData());
        assertThat(Cholesky.of(matrix).solved(known))
                .containsExactly(
                        expected.getSolver().solve(new ArrayRealVector(known)).toArray());
    }

    @Test
    void whatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> Cholesky.of(new double[][] {{1, 2}, {2, 1}}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("row 1");
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
