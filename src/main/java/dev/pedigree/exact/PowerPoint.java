package dev.pedigree.exact;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;

/**
 * How likely a test is to notice what it looks for, found by simulation on the answers at hand.
 *
 * @param share how much there is to notice, in [0, 1]: for exposure the share of logged answers of which the suspect repeats a
 *     phrase, for sameness the share of prompts that another model answers
 * @param alpha the level at which the simulated tests reject, in (0, 1)
 * @param chance the share of simulated tests that reject, with a 95 % Clopper–Pearson interval
 */
public record PowerPoint(double share, double alpha, Estimate chance) {
    /** Checks the numbers. */
    public PowerPoint {
        requireNonNull(chance, "chance");
        if (!(share >= 0 && share <= 1 && alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException(
                    "need share in [0, 1] and alpha in (0, 1), got " + share + " and " + alpha);
        }
    }
}
