package dev.pedigree.overlap;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a suspect shares with the references.
 *
 * @param suspect the suspect's name
 * @param answers how many of its answers were looked up
 * @param references the reference models that share something with it, those with the most shared answers first
 * @param matches the matches, in the order of the suspect's answers, the longest first within one
 * @param nullPairs how many pairs of answers of unrelated reference models to one prompt stand behind the p-values; 0 where the
 *     references hold none, and then nothing has a p-value
 */
public record OverlapFinding(
        String suspect, int answers, List<Reference> references, List<OverlapMatch> matches, int nullPairs) {

    /**
     * What the suspect shares with one reference model.
     *
     * @param model the model
     * @param equalAnswers how many of the suspect's answers equal one of the model's but for white space; nothing is subtracted here,
     *     so short and common answers count too
     * @param sharedAnswers in how many of the suspect's answers there is a match with the model
     * @param words the matched words in all
     * @param pValue the probability of at least so many shared answers if the suspect were unrelated: binomial, with the rate of
     *     matches between unrelated models at its upper estimate (k + 1) / (n + 1); it takes answers to be independent; empty where
     *     no pair of unrelated models stands behind it
     */
    public record Reference(String model, int equalAnswers, int sharedAnswers, long words, Optional<Double> pValue) {
        /** Checks that nothing is missing. */
        public Reference {
            requireNonNull(model, "model");
            requireNonNull(pValue, "pValue");
        }
    }

    /** Copies the lists. */
    public OverlapFinding {
        requireNonNull(suspect, "suspect");
        references = List.copyOf(references);
        matches = List.copyOf(matches);
    }
}
