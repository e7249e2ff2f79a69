package dev.pedigree.stats;

import java.util.Arrays;

/**
 * Weighted least-squares fit of a non-decreasing step function by the pool-adjacent-violators algorithm: Ayer, Brunk, Ewing, Reid
 * and Silverman, "An empirical distribution function for sampling with incomplete information", Annals of Mathematical Statistics
 * 26 (1955), doi:10.1214/aoms/1177728423.
 */
public final class IsotonicRegression {
    private IsotonicRegression() {}

    /**
     * Fits values that are already in order of their predictor.
     *
     * @param values the observations, in ascending order of the predictor
     * @param weights a positive weight for each
     * @return the fitted values: non-decreasing, as long as {@code values}
     */
    public static double[] fit(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException("need a weight for each value, got " + values.length + " values and "
                    + weights.length + " weights");
        }
        int n = values.length;
        double[] level = new double[n];
        double[] mass = new double[n];
        int[] length = new int[n];
        int pools = 0;
        for (int i = 0; i < n; i++) {
            if (!(weights[i] > 0)) {
                throw new IllegalArgumentException("weights must be positive, got " + weights[i] + " at " + i);
            }
            level[pools] = values[i];
            mass[pools] = weights[i];
            length[pools] = 1;
            pools++;
            while (pools > 1 && level[pools - 2] >= level[pools - 1]) {
                double joined = mass[pools - 2] + mass[pools - 1];
                level[pools - 2] = (level[pools - 2] * mass[pools - 2] + level[pools - 1] * mass[pools - 1]) / joined;
                mass[pools - 2] = joined;
                length[pools - 2] += length[pools - 1];
                pools--;
            }
        }
        double[] fitted = new double[n];
        int at = 0;
        for (int p = 0; p < pools; p++) {
            Arrays.fill(fitted, at, at + length[p], level[p]);
            at += length[p];
        }
        return fitted;
    }
}
