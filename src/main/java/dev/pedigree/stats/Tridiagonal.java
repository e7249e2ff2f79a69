package dev.pedigree.stats;

/**
 * A symmetric matrix turned so that only its diagonal and what stands beside it is left: the method of Householder, "Unitary
 * triangularization of a nonsymmetric matrix", Journal of the ACM 5, 1958. What is computed, and in which order, is as in Commons
 * Math's {@code EigenDecomposition}, so that the results have the same bits; vectors lie in rows here, which is several times as fast.
 *
 * @param diagonal the diagonal: [n]
 * @param beside what stands beside the diagonal: [n - 1]
 * @param turn the orthogonal matrix Q' for which {@code Q' A Q} is tridiagonal: [n][n]
 */
record Tridiagonal(double[] diagonal, double[] beside, double[][] turn) {
    static Tridiagonal of(double[][] symmetric) {
        int n = symmetric.length;
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = symmetric[i].clone();
        }
        double[] diagonal = new double[n];
        double[] beside = new double[n - 1];
        for (int k = 0; k < n - 1; k++) {
            diagonal[k] = rows[k][k];
            beside[k] = reflect(rows, k);
        }
        diagonal[n - 1] = rows[n - 1][n - 1];
        return new Tridiagonal(diagonal, beside, turn(rows, beside));
    }

    /**
     * Reflects the matrix so that row k ends beside the diagonal; leaves the reflector in that row.
     *
     * @return what then stands beside the diagonal
     */
    private static double reflect(double[][] rows, int k) {
        int n = rows.length;
        double[] v = rows[k];
        double norm = Math.sqrt(Vectors.dot(v, v, k + 1, n));
        double beside = v[k + 1] > 0 ? -norm : norm;
        if (beside == 0) {
            return beside;
        }
        v[k + 1] -= beside;
        double beta = -1 / (beside * v[k + 1]);
        double[] z = new double[n]; // beta A v, from the upper triangle
        for (int i = k + 1; i < n; i++) {
            double own = rows[i][i] * v[i];
            z[i] = beta * (z[i] + dot(own, rows[i], v, i + 1));
            Vectors.add(v[i], rows[i], z, i + 1, n);
        }
        double gamma = Vectors.dot(z, v, k + 1, n) * (beta / 2);
        Vectors.add(-gamma, v, z, k + 1, n);
        for (int i = k + 1; i < n; i++) {
            subtract(v, z, i, rows[i]);
        }
        return beside;
    }

    private static double dot(double first, double[] x, double[] y, int from) {
        double sum = first;
        for (int j = from; j < x.length; j++) {
            sum += x[j] * y[j];
        }
        return sum;
    }

    /** Takes row i of {@code v z' + z v'} away, from the diagonal on. */
    private static void subtract(double[] v, double[] z, int i, double[] row) {
        double vi = v[i];
        double zi = z[i];
        for (int j = i; j < row.length; j++) {
            row[j] -= vi * z[j] + zi * v[j];
        }
    }

    /** The product of all reflections. */
    private static double[][] turn(double[][] reflectors, double[] beside) {
        int n = reflectors.length;
        double[][] turn = new double[n][n];
        for (int k = n - 1; k >= 1; k--) {
            double[] v = reflectors[k - 1];
            turn[k][k] = 1;
            if (v[k] != 0) {
                double inverse = 1 / (beside[k - 1] * v[k]);
                double scale = 1 / beside[k - 1];
                turn[k][k] = 1 + scale * v[k];
                Vectors.add(scale, v, turn[k], k + 1, n);
                for (int j = k + 1; j < n; j++) {
                    double beta = Vectors.dot(turn[j], v, k + 1, n) * inverse;
                    turn[j][k] = beta * v[k];
                    Vectors.add(beta, v, turn[j], k + 1, n);
                }
            }
        }
        turn[0][0] = 1;
        return turn;
    }
}
