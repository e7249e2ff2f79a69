package dev.pedigree.exact;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.PermutationP;

/**
 * A test of whether the two groups of answers that an exposure test compares differ in what has nothing to do with the suspect.
 *
 * @param what what was compared
 * @param pValue its p-value, from permutations like the test's own
 * @param fails whether it is so small, after Holm's correction for the number of checks, that exchangeability is in doubt
 */
public record ExchangeabilityCheck(What what, PermutationP pValue, boolean fails) {
    /** What is compared. */
    public enum What {
        /** The lengths of the answers, in words. */
        ANSWER_LENGTH,
        /** The lengths of the prompts, in words. */
        PROMPT_LENGTH,
        /** The words of the prompts. */
        PROMPT_TOPIC,
        /** The words of the answers. */
        ANSWER_TOPIC,
        /** The days on which the answers were drawn. */
        DATE,
        /**
         * Whether the suspect and the control models answered the prompts. Looked at only where nothing could be exchanged if
         * prompts that the same models answered alone changed labels.
         */
        ANSWERED
    }

    /** Checks that nothing is missing. */
    public ExchangeabilityCheck {
        requireNonNull(what, "what");
        requireNonNull(pValue, "pValue");
    }
}
