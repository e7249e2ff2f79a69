package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

/**
 * How often a suspect, a candidate and other models show a phrase. Rates are shares of what the phrase's place offers: of answers for
 * openings and first words, of starts for sentences and lines. Those of candidate and population are worked out from stored
 * coordinates: half of those above four in a thousand are within a tenth of the true rate, nine in ten within a quarter.
 *
 * @param phrase the phrase
 * @param suspectRate the suspect's rate, in [0, 1]
 * @param candidateRate the candidate's
 * @param populationRate that of models at large
 * @param weight what it adds to the suspect's squared distance from the centre of the population less that from the candidate, in
 *     units of the squared median distance; positive speaks for the candidate
 */
public record Habit(
        PhraseBook.Phrase phrase, double suspectRate, double candidateRate, double populationRate, double weight) {
    /** Checks that the phrase is there. */
    public Habit {
        requireNonNull(phrase, "phrase");
    }
}
