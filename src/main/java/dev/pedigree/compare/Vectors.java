package dev.pedigree.compare;

import java.util.List;

/** Arithmetic of vectors of one length. */
final class Vectors {
    private Vectors() {}

    /** What is left of a vector without the directions, which are orthonormal. */
    static double[] through(double[] vector, List<double[]> directions) {
        double[] left = vector.clone();
        for (double[] direction : directions) {
            double along = dot(left, direction);
            for (int i = 0; i < left.length; i++) {
                left[i] -= along * direction[i];
            }
        }
        return left;
    }

    static double[] mean(List<double[]> vectors) {
        double[] mean = new double[vectors.get(0).length];
        for (double[] vector : vectors) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    static double[] times(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] * b[i];
        }
        return out;
    }

    static double[] minus(double[] a, double[] b) {
        double[] out = new double[a.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] - b[i];
        }
        return out;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
