package dev.pedigree.overlap;

import static java.util.Objects.requireNonNull;

/**
 * An answer of a suspect that is, as a whole, nearly or wholly the same as a reference answer. Nothing is subtracted: it says what
 * is alike, not that anything was copied, for short answers and those to common questions are much alike whoever gives them. What
 * counts as evidence is an {@link OverlapMatch}.
 *
 * @param suspectId the id of the suspect's answer
 * @param suspectSample its ordinal among several answers to one prompt
 * @param referenceModel the reference model
 * @param referenceId the id of the reference answer
 * @param samePrompt whether both answer the same prompt
 * @param similarity Dice's coefficient of their words, in whatever order: twice the words that both hold over the words of both;
 *     from {@link #LEAST_SIMILARITY} to 1
 * @param models how many reference models hold such an answer, the matched one included
 */
public record NearAnswer(
        String suspectId,
        int suspectSample,
        String referenceModel,
        String referenceId,
        boolean samePrompt,
        double similarity,
        int models) {
    /** The similarity from which on two answers are nearly the same: where three words in ten are other ones, .7 is left on average. */
    public static final double LEAST_SIMILARITY = 0.65;

    /** Checks that nothing is missing. */
    public NearAnswer {
        requireNonNull(suspectId, "suspectId");
        requireNonNull(referenceModel, "referenceModel");
        requireNonNull(referenceId, "referenceId");
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("similarity must be in [0, 1]");
        }
        if (models < 1) {
            throw new IllegalArgumentException("models must be at least 1");
        }
    }
}
