package dev.pedigree.compare;

import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.stats.Estimate;
import java.util.Arrays;
import java.util.Set;

/**
 * How much a suspect is like each candidate over some channels, as it is and as other prompts of the same kind would have had it.
 *
 * @param scoring how likeness becomes a score
 * @param regime how well the library knows the prompts
 * @param likeness by candidate
 * @param resampled the same in each resample
 */
record Resampled(Scoring scoring, PromptRegime regime, double[] likeness, double[][] resampled) {
    /** The share of resamples that an interval covers. */
    static final double LEVEL = 0.95;

    /**
     * The mean over some channels.
     *
     * @param part the channels that count
     * @param likeness by candidate and channel
     * @param resampled the same in each resample
     */
    static Resampled over(
            Set<Channel> part, Scoring scoring, PromptRegime regime, double[][] likeness, double[][][] resampled) {
        return new Resampled(
                scoring,
                regime,
                Scoring.means(likeness, part),
                Arrays.stream(resampled)
                        .map(drawn -> Scoring.means(drawn, part))
                        .toArray(double[][]::new));
    }

    double score(int candidate) {
        return scoring.of(likeness, candidate, regime);
    }

    /** The logarithm of a candidate's likelihood ratio, with the interval of the resamples. */
    Estimate ratio(Calibration calibration, int candidate) {
        double value = calibration.log10LikelihoodRatio(score(candidate));
        double[] ratios = new double[resampled.length];
        for (int r = 0; r < ratios.length; r++) {
            ratios[r] = calibration.log10LikelihoodRatio(scoring.of(resampled[r], candidate, regime));
        }
        Arrays.sort(ratios);
        int tail = (int) Math.floor((1 - LEVEL) / 2 * ratios.length);
        return new Estimate(
                value, Math.min(value, ratios[tail]), Math.max(value, ratios[ratios.length - 1 - tail]), LEVEL);
    }
}
