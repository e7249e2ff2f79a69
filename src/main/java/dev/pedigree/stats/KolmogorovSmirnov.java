package dev.pedigree.stats;

import java.util.Arrays;

/**
 * The Kolmogorov–Smirnov test, with M. A. Stephens' approximation of its distribution ("Use of the Kolmogorov–Smirnov, Cramér–von
 * Mises and related statistics without extensive tables", JRSS B 32 (1970), doi:10.1111/j.2517-6161.1970.tb00821.x), good to two
 * digits from ten observations on. With ties it is conservative.
 */
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /**
     * Are these numbers uniform on [0, 1]?
     *
     * @param values at least one number in [0, 1]
     * @return the p-value
     * @throws IllegalArgumentException if there is no value, or one outside [0, 1]
     */
    public static double uniform(double[] values) {
        double[] sorted = sorted(values);
        if (!(sorted[0] >= 0 && sorted[sorted.length - 1] <= 1)) {
            throw new IllegalArgumentException(
                    "values must be in [0, 1], got " + sorted[0] + " to " + sorted[sorted.length - 1]);
        }
        double n = sorted.length;
        double distance = 0;
        for (int i = 0; i < sorted.length; i++) {
            distance = Math.max(distance, Math.max((i + 1) / n - sorted[i], sorted[i] - i / n));
        }
        return tail(distance, n);
    }

    /**
     * Do two samples come from one distribution?
     *
     * @param first at least one number
     * @param second at least one number
     * @return the p-value
     * @throws IllegalArgumentException if a sample is empty or holds NaN
     */
    public static double twoSample(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        double distance = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == value) {
                i++;
            }
            while (j < b.length && b[j] == value) {
                j++;
            }
            distance = Math.max(distance, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return tail(distance, (double) a.length * b.length / (a.length + b.length));
    }

    private static double[] sorted(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("need at least one value");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (Double.isNaN(sorted[sorted.length - 1])) {
            throw new IllegalArgumentException("values must be numbers, got NaN");
        }
        return sorted;
    }

    private static double tail(double distance, double n) {
        double root = StrictMath.sqrt(n);
        double x = distance * (root + 0.12 + 0.11 / root);
        if (x < 0.2) {
            return 1; // 1 - 4e-13 at most
        }
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            double term = StrictMath.exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
        }
        return Math.max(0, Math.min(1, 2 * sum));
    }
}
