package dev.pedigree.stats;

/** Loops over stretches of vectors, each small enough to be compiled for itself. */
final class Vectors {
    private Vectors() {}

    /** The sum of products over [from, to). */
    static double dot(double[] x, double[] y, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** Adds {@code weight x} to a sum over [from, to). */
    static void add(double weight, double[] x, double[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += weight * x[i];
        }
    }

    /** Turns the plane of two vectors: y becomes {@code s x + c y}, x becomes {@code c x - s y}. */
    static void rotate(double[] x, double[] y, double c, double s) {
        for (int i = 0; i < x.length; i++) {
            double before = y[i];
            y[i] = s * x[i] + c * before;
            x[i] = c * x[i] - s * before;
        }
    }
}
