package dev.pedigree.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How good a set of likelihood ratios is, judged on cases whose truth is known.
 *
 * <p>Cllr is the cost of Brümmer and du Preez, "Application-independent evaluation of speaker detection", Computer Speech and
 * Language 20 (2006), doi:10.1016/j.csl.2005.08.001: 0 for a perfect system, 1 for one that always says 1:1, above 1 for one that
 * misleads. It is the sum of {@code cllrMin}, what remains after the best monotone recalibration (discrimination), and
 * {@code cllrCal}, what calibration costs.
 *
 * @param cllr the cost, at least 0
 * @param cllrMin the part of it that no calibration can take away, in [0, 1]
 * @param cllrCal the part that is due to calibration, at least 0
 */
public record LikelihoodRatioQuality(double cllr, double cllrMin, double cllrCal) {

    private static final double LOG2_10 = 3.321928094887362;

    /**
     * Judges likelihood ratios.
     *
     * @param related decimal logarithms of the ratios of cases in which the first hypothesis is true; at least one
     * @param unrelated those of cases in which the second is true; at least one
     * @return the costs
     */
    public static LikelihoodRatioQuality of(double[] related, double[] unrelated) {
        if (related.length == 0 || unrelated.length == 0) {
            throw new IllegalArgumentException(
                    "need cases of both kinds, got " + related.length + " and " + unrelated.length);
        }
        double cllr = cost(related, unrelated);
        double[][] best = recalibrated(related, unrelated);
        double min = Math.min(cllr, cost(best[0], best[1]));
        return new LikelihoodRatioQuality(cllr, min, cllr - min);
    }

    private static double cost(double[] related, double[] unrelated) {
        double misses = 0;
        for (double log10 : related) {
            misses += log2OnePlusPowerOfTen(-log10);
        }
        double alarms = 0;
        for (double log10 : unrelated) {
            alarms += log2OnePlusPowerOfTen(log10);
        }
        return 0.5 * (misses / related.length + alarms / unrelated.length);
    }

    /** log2(1 + 10^x) without overflow. */
    private static double log2OnePlusPowerOfTen(double x) {
        if (x > 300) {
            return x * LOG2_10;
        }
        return StrictMath.log1p(StrictMath.pow(10, x)) / StrictMath.log(2);
    }

    /* The ratios that the pool-adjacent-violators fit of the truth on the score's order would give. */
    private static double[][] recalibrated(double[] related, double[] unrelated) {
        int n1 = related.length;
        int n = n1 + unrelated.length;
        double[] score = Arrays.copyOf(related, n);
        System.arraycopy(unrelated, 0, score, n1, unrelated.length);
        // ties: the unrelated first, so that a tie cannot be read as order
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> score[i]).thenComparing(i -> i < n1 ? 1 : 0))
                .mapToInt(i -> i)
                .toArray();
        double[] truth = new double[n];
        double[] weight = new double[n];
        int groups = 0;
        int[] groupOf = new int[n];
        for (int i = 0; i < n; i++) {
            if (i == 0 || score[order[i]] != score[order[i - 1]]) {
                groups++;
            }
            groupOf[order[i]] = groups - 1;
            truth[groups - 1] += order[i] < n1 ? 1 : 0;
            weight[groups - 1] += 1;
        }
        for (int g = 0; g < groups; g++) {
            truth[g] /= weight[g];
        }
        double[] posterior = IsotonicRegression.fit(Arrays.copyOf(truth, groups), Arrays.copyOf(weight, groups));
        double prior = StrictMath.log10((double) n1 / unrelated.length);
        double[][] out = {new double[n1], new double[unrelated.length]};
        for (int i = 0; i < n; i++) {
            double p = posterior[groupOf[i]];
            double log10 = p <= 0 ? -400 : p >= 1 ? 400 : StrictMath.log10(p / (1 - p)) - prior;
            if (i < n1) {
                out[0][i] = log10;
            } else {
                out[1][i - n1] = log10;
            }
        }
        return out;
    }
}
