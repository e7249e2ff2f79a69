package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.SplitMix64;
import org.junit.jupiter.api.Test;

/** Four rows at a time, and yet the bits of the plain loop. */
class RowSumsTest {
    private final SplitMix64 random = new SplitMix64(5);

    @Test
    void sumsHaveTheBitsOfThePlainLoop() {
        for (int rows = 1; rows <= 9; rows++) {
            double[][] matrix = drawn(rows, 7);
            double[] weights = drawn(1, rows)[0];
            double[] expected = new double[7];
            for (int r = 0; r < rows; r++) {
                for (int j = 0; j < 7; j++) {
                    expected[j] += weights[r] * matrix[r][j];
                }
            }
            assertThat(RowSums.of(weights, matrix)).containsExactly(expected);
        }
    }

    @Test
    void outerProductsHaveTheBitsOfThePlainLoop() {
        for (int rows : new int[] {0, 1, 5, 32, 67}) {
            double[][] x = drawn(rows, 6);
            double[][] y = drawn(rows, 6);
            double[][] expected = new double[6][6];
            for (int r = 0; r < rows; r++) {
                for (int i = 0; i < 6; i++) {
                    for (int j = 0; j <= i; j++) {
                        expected[i][j] += y[r][i] * x[r][j];
                    }
                }
            }
            double[][] sum = new double[6][6];
            OuterProducts.add(y, x, sum);
            assertThat(sum).isDeepEqualTo(expected);
            OuterProducts.mirror(sum);
            assertThat(sum[1][4]).isEqualTo(expected[4][1]);
        }
    }

    private double[][] drawn(int rows, int columns) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextNormal();
            }
        }
        return drawn;
    }
}
