package dev.pedigree.exact;

import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.PermutationP;
import java.util.List;
import java.util.Optional;

/**
 * Whether the suspect is closer to answers that its makers drew than to comparable ones that they did not.
 *
 * @param logged how many logged answers were compared
 * @param heldOut how many held-out answers were compared
 * @param samePrompt how many of all these answer a prompt that the suspect answers too
 * @param pValue the one-sided p-value: it combines the statistics; empty where the test could not be made
 * @param statistics each statistic alone; its value is the difference of the means, logged minus held out, within strata
 * @param longSpans the share of logged answers whose longest rare span in the suspect's answers is longer than 95 % of all, minus
 *     the same share of held-out answers: roughly the share of logged answers that left a trace
 * @param checks the checks of exchangeability
 * @param spans the longest shared rare spans, logged or held out, longest first, at most 20
 * @param power how likely the test was to notice a suspect that repeats phrases of the shares of logged answers that were asked
 *     for ({@link ExposureTest#withPower})
 * @param limitations what could not be done, and what to know before acting on the p-value
 */
public record ExposureResult(
        int logged,
        int heldOut,
        int samePrompt,
        Optional<PermutationP> pValue,
        List<TestStatistic> statistics,
        Optional<Estimate> longSpans,
        List<ExchangeabilityCheck> checks,
        List<SharedSpan> spans,
        List<PowerPoint> power,
        List<Limitation> limitations) {
    /** Copies the lists. */
    public ExposureResult {
        statistics = List.copyOf(statistics);
        checks = List.copyOf(checks);
        spans = List.copyOf(spans);
        power = List.copyOf(power);
        limitations = List.copyOf(limitations);
    }

    /**
     * Words of the teacher that the suspect writes too, and that no other answer of the teacher has.
     *
     * @param id the teacher's answer
     * @param logged whether it was logged
     * @param words the length of the span
     * @param quote the span as it stands in the teacher's answer
     */
    public record SharedSpan(String id, boolean logged, int words, String quote) {}

    /**
     * Whether "not exposed" is rejected. Where a check of exchangeability fails this proves nothing.
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
