package dev.pedigree.exact;

import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.PermutationP;
import java.util.List;
import java.util.Optional;

/**
 * Whether the suspect knows planted answers better than decoys.
 *
 * @param planted how many planted canaries were answered
 * @param decoys how many decoys were answered
 * @param plantedHits the share of planted canaries whose answer stands word for word in one of the suspect's answers to their
 *     trigger, with the exact 95 % interval; empty where there are none
 * @param decoyHits the same of the decoys
 * @param pValue the one-sided p-value: it combines the statistics; empty where the test could not be made
 * @param statistics each statistic alone; its value is the difference of the means, planted minus decoys, within groups
 * @param hits the ids of planted canaries that were hit
 * @param limitations what could not be done, and what to know before acting on the p-value
 */
public record CanaryResult(
        int planted,
        int decoys,
        Optional<Estimate> plantedHits,
        Optional<Estimate> decoyHits,
        Optional<PermutationP> pValue,
        List<TestStatistic> statistics,
        List<String> hits,
        List<Limitation> limitations) {
    /** Copies the lists. */
    public CanaryResult {
        statistics = List.copyOf(statistics);
        hits = List.copyOf(hits);
        limitations = List.copyOf(limitations);
    }

    /**
     * Whether "the planted ones are no better known than the decoys" is rejected.
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
