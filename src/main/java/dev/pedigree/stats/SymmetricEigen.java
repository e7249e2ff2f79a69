package dev.pedigree.stats;

import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Eigenvalues and eigenvectors of a positive semi-definite matrix. The tridiagonal QL iteration is fast and now and then does not
 * converge on matrices with many equal eigenvalues; the singular values, which are the same here, are found instead then.
 *
 * @param values the eigenvalues, falling
 * @param vectors the eigenvectors, as rows
 */
record SymmetricEigen(double[] values, double[][] vectors) {
    static SymmetricEigen of(double[][] matrix) {
        RealMatrix symmetric = new Array2DRowRealMatrix(matrix, false);
        try {
            EigenDecomposition eigen = new EigenDecomposition(symmetric);
            return new SymmetricEigen(eigen.getRealEigenvalues(), eigen.getVT().getData());
        } catch (MaxCountExceededException notConverged) {
            SingularValueDecomposition singular = new SingularValueDecomposition(symmetric);
            return new SymmetricEigen(
                    singular.getSingularValues(), singular.getUT().getData());
        }
    }

    double[] vector(int index) {
        return vectors[index];
    }
}
