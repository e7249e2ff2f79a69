package dev.pedigree.exact;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;

/**
 * How far two models differ in one named feature of style on the same prompts.
 *
 * @param feature the feature, with its unit
 * @param first its mean over the prompts in the first model's answers
 * @param second its mean over the prompts in the second model's answers
 * @param difference second minus first, with a bootstrap interval over prompts
 * @param adjustedP the two-sided permutation p-value, adjusted for looking at all features (max-T)
 */
public record FeatureShift(String feature, double first, double second, Estimate difference, double adjustedP) {
    /** Checks that nothing is missing. */
    public FeatureShift {
        requireNonNull(feature, "feature");
        requireNonNull(difference, "difference");
    }
}
