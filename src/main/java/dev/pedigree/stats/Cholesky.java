package dev.pedigree.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;

/**
 * The Cholesky decomposition of a symmetric, positive definite matrix {@code L L'}, for solving many rows at once.
 *
 * @param lower L, of which only the lower triangle is not zero
 */
record Cholesky(double[][] lower) {
    private static final double ASYMMETRY = 1e-9;

    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric and positive definite
     * @throws org.apache.commons.math3.exception.MathIllegalArgumentException if the matrix is not positive definite
     */
    static Cholesky of(double[][] matrix) {
        return new Cholesky(new CholeskyDecomposition(new Array2DRowRealMatrix(matrix, false), ASYMMETRY, 0)
                .getL()
                .getData());
    }

    /** Solves {@code L x = row} for each row, in place. */
    void solve(double[][] rows) {
        int r = 0;
        for (; r + 4 <= rows.length; r += 4) {
            solve(rows[r], rows[r + 1], rows[r + 2], rows[r + 3]);
        }
        for (; r < rows.length; r++) {
            solve(rows[r]);
        }
    }

    private void solve(double[] row) {
        for (int i = 0; i < row.length; i++) {
            double sum = row[i];
            double[] l = lower[i];
            for (int j = 0; j < i; j++) {
                sum -= l[j] * row[j];
            }
            row[i] = sum / l[i];
        }
    }

    /** The same for four rows at once: each sum waits for its last term, and four of them wait at the same time. */
    private void solve(double[] a, double[] b, double[] c, double[] d) {
        for (int i = 0; i < a.length; i++) {
            double sumA = a[i];
            double sumB = b[i];
            double sumC = c[i];
            double sumD = d[i];
            double[] l = lower[i];
            for (int j = 0; j < i; j++) {
                double x = l[j];
                sumA -= x * a[j];
                sumB -= x * b[j];
                sumC -= x * c[j];
                sumD -= x * d[j];
            }
            a[i] = sumA / l[i];
            b[i] = sumB / l[i];
            c[i] = sumC / l[i];
            d[i] = sumD / l[i];
        }
    }

    /** Solves {@code L' x = y}. */
    double[] solveTransposed(double[] y) {
        double[] x = new double[y.length];
        for (int i = y.length - 1; i >= 0; i--) {
            double sum = y[i];
            for (int j = i + 1; j < y.length; j++) {
                sum -= lower[j][i] * x[j];
            }
            x[i] = sum / lower[i][i];
        }
        return x;
    }
}
