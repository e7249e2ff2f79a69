package dev.pedigree.stats;

import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Percentile intervals from resampling whole clusters (here: prompts), so that what moves together is drawn together. A. C.
 * Davison and D. V. Hinkley, "Bootstrap Methods and their Application", 1997, §3.8, doi:10.1017/CBO9780511802843.
 */
public final class ClusterBootstrap {
    private ClusterBootstrap() {}

    /**
     * An interval for a statistic of weighted clusters.
     *
     * @param clusters how many clusters there are; fewer than 2 give no interval
     * @param statistic each cluster's weight (how often it was drawn) to a number; NaN where a draw does not allow it
     * @param draws how many bootstrap samples, at least 100
     * @param level the coverage, in (0, 1)
     * @param seed the seed
     * @return the statistic of the clusters as they are, with the interval, widened to hold the value itself; empty where there
     *     are too few clusters or more than a tenth of the draws allow no statistic
     */
    public static Optional<Estimate> interval(
            int clusters, ToDoubleFunction<int[]> statistic, int draws, double level, long seed) {
        if (draws < 100 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("need draws >= 100 and level in (0, 1), got " + draws + " and " + level);
        }
        if (clusters < 2) {
            return Optional.empty();
        }
        int[] weights = new int[clusters];
        Arrays.fill(weights, 1);
        double value = statistic.applyAsDouble(weights);
        if (Double.isNaN(value)) {
            return Optional.empty();
        }
        SplitMix64 random = new SplitMix64(seed);
        double[] drawn = new double[draws];
        int kept = 0;
        for (int d = 0; d < draws; d++) {
            Arrays.fill(weights, 0);
            for (int i = 0; i < clusters; i++) {
                weights[random.nextInt(clusters)]++;
            }
            double s = statistic.applyAsDouble(weights);
            if (!Double.isNaN(s)) {
                drawn[kept++] = s;
            }
        }
        if (kept < draws - draws / 10) {
            return Optional.empty();
        }
        double[] sorted = Arrays.copyOf(drawn, kept);
        Arrays.sort(sorted);
        double low = quantile(sorted, (1 - level) / 2);
        double high = quantile(sorted, (1 + level) / 2);
        return Optional.of(new Estimate(value, Math.min(value, low), Math.max(value, high), level));
    }

    /* Type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", 1996. */
    private static double quantile(double[] sorted, double probability) {
        double position = probability * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
