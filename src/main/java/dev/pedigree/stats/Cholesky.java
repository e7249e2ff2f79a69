package dev.pedigree.stats;

/**
 * The Cholesky decomposition of a symmetric, positive definite matrix {@code L L'}.
 *
 * @param lower L, of which only the lower triangle is not zero
 */
record Cholesky(double[][] lower) {
    /**
     * Decomposes a matrix.
     *
     * @param matrix symmetric and positive definite; only the upper triangle is used
     * @throws ArithmeticException if the matrix is not positive definite
     */
    static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] upper = new double[n][];
        for (int i = 0; i < n; i++) {
            upper[i] = matrix[i].clone();
        }
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = upper[i];
            if (!(row[i] > 0)) {
                throw new ArithmeticException("not positive definite: " + row[i] + " is left in row " + i);
            }
            row[i] = Math.sqrt(row[i]);
            double inverse = 1 / row[i];
            lower[i][i] = row[i];
            for (int q = i + 1; q < n; q++) {
                row[q] *= inverse;
                lower[q][i] = row[q];
            }
            for (int q = i + 1; q < n; q++) {
                Vectors.add(-row[q], row, upper[q], q, n);
            }
        }
        return new Cholesky(lower);
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

    /** Solves {@code L L' x = b}. */
    double[] solved(double[] b) {
        double[] x = b.clone();
        solve(x);
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            Vectors.add(-x[i], lower[i], x, 0, i);
        }
        return x;
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
