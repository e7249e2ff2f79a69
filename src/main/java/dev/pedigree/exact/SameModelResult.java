package dev.pedigree.exact;

import dev.pedigree.stats.PermutationP;
import java.util.List;
import java.util.Optional;

/**
 * Whether two sets of answers could come from one model.
 *
 * @param prompts how many shared prompts were used
 * @param firstAnswers how many answers of the first model
 * @param secondAnswers how many answers of the second model
 * @param pValue the test's p-value: it combines the statistics; empty where the test could not be made
 * @param statistics each statistic alone
 * @param shifts what differs, the clearest first; empty where the test could not be made
 * @param power how likely the test would have been to notice another model that answers some of the prompts, where one was given
 *     ({@link SameModelTest#withStandIn})
 * @param limitations what could not be done, and what to know before acting on the p-value
 */
public record SameModelResult(
        int prompts,
        int firstAnswers,
        int secondAnswers,
        Optional<PermutationP> pValue,
        List<TestStatistic> statistics,
        List<FeatureShift> shifts,
        List<PowerPoint> power,
        List<Limitation> limitations) {
    /** Copies the lists. */
    public SameModelResult {
        statistics = List.copyOf(statistics);
        shifts = List.copyOf(shifts);
        power = List.copyOf(power);
        limitations = List.copyOf(limitations);
    }

    /**
     * Whether the hypothesis of one model is rejected. That it is not rejected does not show that it is one model: look at what
     * could have been detected.
     *
     * @param alpha the error probability, in (0, 1)
     * @return whether there is a p-value and it is at most alpha
     */
    public boolean rejects(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1), got " + alpha);
        }
        return pValue.isPresent() && pValue.get().value() <= alpha;
    }
}
