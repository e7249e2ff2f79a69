package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.SameModelResult;
import java.util.List;
import java.util.Optional;

/**
 * Tests with an exact null that were made for a suspect: each needs inputs that not every auditor has, and none needs a population
 * of models. Their p-values stand beside the verdict; they are never multiplied with its likelihood ratios.
 *
 * @param exposure whether the suspect is closer to logged answers than to held-out ones; empty where it was not tested
 * @param canary whether it knows planted answers better than decoys; empty where it was not tested
 * @param same whether it could be one of the models that were named; empty where none was
 */
public record ExactFindings(Optional<ExposureResult> exposure, Optional<CanaryResult> canary, List<Comparison> same) {
    /** No tests. */
    public static final ExactFindings NONE = new ExactFindings(Optional.empty(), Optional.empty(), List.of());

    /** Copies the list. */
    public ExactFindings {
        requireNonNull(exposure, "exposure");
        requireNonNull(canary, "canary");
        same = List.copyOf(same);
    }

    /**
     * Whether the suspect could simply be a model.
     *
     * @param model the model's name
     * @param result the test of the suspect's answers (first) and the model's
     */
    public record Comparison(String model, SameModelResult result) {
        /** Checks that nothing is missing. */
        public Comparison {
            requireNonNull(model, "model");
            requireNonNull(result, "result");
        }
    }

    /**
     * Whether nothing was tested.
     *
     * @return whether all three are empty
     */
    public boolean isEmpty() {
        return exposure.isEmpty() && canary.isEmpty() && same.isEmpty();
    }
}
