package dev.pedigree.exact;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.PermutationP;
import java.util.Optional;

/**
 * One of the statistics of an exact test. Several statistics of one test share their permutations; the test's own p-value
 * accounts for having looked at all of them.
 *
 * @param name what it measures
 * @param effect its value, large under the alternative, with a bootstrap interval over prompts where there are enough of them to
 *     give one
 * @param value its value
 * @param pValue its p-value alone
 * @param detectable the value that a test of this size would find with a probability of about .8 at the level .05: the null
 *     distribution's mean plus (1.645 + .842) of its standard deviations
 */
public record TestStatistic(
        String name, double value, Optional<Estimate> effect, PermutationP pValue, double detectable) {
    private static final double FIVE_PERCENT_AND_POWER_EIGHTY = 1.6448536 + 0.8416212;

    /** Checks that nothing is missing. */
    public TestStatistic {
        requireNonNull(name, "name");
        requireNonNull(effect, "effect");
        requireNonNull(pValue, "pValue");
    }

    static double detectable(double nullMean, double nullDeviation) {
        return nullMean + FIVE_PERCENT_AND_POWER_EIGHTY * nullDeviation;
    }
}
