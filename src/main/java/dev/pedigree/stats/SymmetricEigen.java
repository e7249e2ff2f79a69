package dev.pedigree.stats;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Eigenvalues and eigenvectors of a positive semi-definite matrix, by the implicit QL iteration of Dubrulle, Martin and Wilkinson,
 * "The implicit QL algorithm", Numerische Mathematik 12, 1968. It is fast and now and then does not converge on matrices with many
 * equal eigenvalues; the singular values, which are the same here, are found instead then.
 *
 * @param values the eigenvalues, falling
 * @param vectors the eigenvectors, as rows
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    private static final double EPSILON = 0x1p-53;
    private static final int MOST_SWEEPS = 30;

    static SymmetricEigen of(double[][] matrix) {
        Tridiagonal tridiagonal = Tridiagonal.of(matrix);
        double[] values = tridiagonal.diagonal();
        double[] beside = new double[values.length];
        System.arraycopy(tridiagonal.beside(), 0, beside, 0, values.length - 1);
        if (!diagonalised(values, beside, tridiagonal.turn())) {
            return ofSingularValues(matrix);
        }
        sort(values, tridiagonal.turn());
        return new SymmetricEigen(values, tridiagonal.turn());
    }

    private static SymmetricEigen ofSingularValues(double[][] matrix) {
        SingularValueDecomposition singular = new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false));
        return new SymmetricEigen(singular.getSingularValues(), singular.getUT().getData());
    }

    double[] vector(int index) {
        return vectors[index];
    }

    /**
     * Turns a tridiagonal matrix until nothing stands beside its diagonal.
     *
     * @param d the diagonal
     * @param e what stands beside it, and 0
     * @param vectors turned along
     * @return whether it converged
     */
    private static boolean diagonalised(double[] d, double[] e, double[][] vectors) {
        double negligible = EPSILON * Math.max(largest(d), largest(e));
        dropNegligible(d, negligible);
        dropNegligible(e, negligible);
        for (int j = 0; j < d.length; j++) {
            int sweeps = 0;
            for (int m = end(d, e, j); m != j; m = end(d, e, j)) {
                if (sweeps++ == MOST_SWEEPS) {
                    return false;
                }
                sweep(d, e, j, m, vectors);
            }
        }
        return true;
    }

    /** Where the block that begins at j ends: what stands beside the diagonal there is too small to be seen. */
    private static int end(double[] d, double[] e, int j) {
        int m = j;
        while (m < d.length - 1) {
            double delta = Math.abs(d[m]) + Math.abs(d[m + 1]);
            if (Math.abs(e[m]) + delta == delta) {
                break;
            }
            m++;
        }
        return m;
    }

    /** One implicit QL step on the block [j, m]: rotations from its end to its beginning. */
    private static void sweep(double[] d, double[] e, int j, int m, double[][] vectors) {
        double half = (d[j + 1] - d[j]) / (2 * e[j]);
        double root = Math.sqrt(1 + half * half);
        double q = d[m] - d[j] + e[j] / (half < 0 ? half - root : half + root);
        double u = 0;
        double s = 1;
        double c = 1;
        for (int i = m - 1; i >= j; i--) {
            double p = s * e[i];
            double h = c * e[i];
            if (Math.abs(p) >= Math.abs(q)) {
                c = q / p;
                double t = Math.sqrt(c * c + 1);
                e[i + 1] = p * t;
                s = 1 / t;
                c *= s;
            } else {
                s = p / q;
                double t = Math.sqrt(s * s + 1);
                e[i + 1] = q * t;
                c = 1 / t;
                s *= c;
            }
            if (e[i + 1] == 0) {
                d[i + 1] -= u;
                break;
            }
            q = d[i + 1] - u;
            double t = (d[i] - q) * s + 2 * c * h;
            u = s * t;
            d[i + 1] = q + u;
            q = c * t - h;
            Vectors.rotate(vectors[i], vectors[i + 1], c, s);
        }
        d[j] -= u;
        e[j] = q;
        e[m] = 0;
    }

    /** Eigenvalues from the largest down, the vectors with them. */
    private static void sort(double[] values, double[][] vectors) {
        for (int i = 0; i < values.length; i++) {
            int largest = i;
            for (int j = i + 1; j < values.length; j++) {
                if (values[j] > values[largest]) {
                    largest = j;
                }
            }
            double value = values[largest];
            values[largest] = values[i];
            values[i] = value;
            double[] vector = vectors[largest];
            vectors[largest] = vectors[i];
            vectors[i] = vector;
        }
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static void dropNegligible(double[] values, double negligible) {
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) <= negligible) {
                values[i] = 0;
            }
        }
    }
}
