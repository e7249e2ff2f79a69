package dev.pedigree.stats;

import java.util.Arrays;

/** One statistic, as it was observed and over all arrangements that were looked at. */
final class PermutedStatistic {
    /** Two arrangements that are equal up to the order of summation must count as ties, or the p-value would depend on rounding. */
    private static final double TIE = 1e-10;

    private final double observed;
    private final double[] values; // by arrangement
    private final double mean;
    private final double spread;
    private final double slack;

    PermutedStatistic(double observed, double[] values) {
        this.observed = observed;
        this.values = values;
        this.mean = mean(values);
        this.spread = deviation(values, mean);
        this.slack = TIE * (spread + Math.abs(mean) + Math.abs(observed));
    }

    double observed() {
        return observed;
    }

    /** The mean over the arrangements. */
    double mean() {
        return mean;
    }

    /** The standard deviation over the arrangements. */
    double spread() {
        return spread;
    }

    /** In how many arrangements the statistic is at least as large as observed. */
    long extreme() {
        return atLeast(values, observed - slack);
    }

    /** For each arrangement, in how many the statistic is at least as large, itself among them. */
    long[] ranks() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        long[] ranks = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            double bound = values[i] - slack;
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < bound) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            ranks[i] = sorted.length - low;
        }
        return ranks;
    }

    /** How far the statistic of an arrangement is above its mean, in standard deviations; one that never varies says nothing. */
    double scaled(int arrangement) {
        return scaled(values[arrangement]);
    }

    /** How many of some numbers, one for each arrangement, reach what was observed here, both in standard deviations. */
    long reachedBy(double[] scaled) {
        double bound = scaled(observed);
        return atLeast(scaled, bound - TIE * (1 + Math.abs(bound)));
    }

    private double scaled(double value) {
        return spread > 0 ? (value - mean) / spread : 0;
    }

    private static long atLeast(double[] values, double bound) {
        long count = 0;
        for (double value : values) {
            count += value >= bound ? 1 : 0;
        }
        return count;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(sum / values.length);
    }
}
