package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

/**
 * A habit that a reader can check by hand: how often the suspect, a candidate and everybody else show it.
 *
 * @param candidate the candidate with whom the suspect shares it
 * @param kind what it is, for example "opening" or "start of a sentence"
 * @param phrase its words
 * @param suspectRate the share of the suspect's answers that show it, in [0, 1]
 * @param candidateRate the share of the candidate's answers, in [0, 1]
 * @param populationRate the mean share over unrelated models, in [0, 1]
 * @param weight what it adds to the score; positive speaks for the candidate
 */
public record Receipt(
        String candidate,
        String kind,
        String phrase,
        double suspectRate,
        double candidateRate,
        double populationRate,
        double weight) {

    /** Checks the rates. */
    public Receipt {
        requireNonNull(candidate, "candidate");
        requireNonNull(kind, "kind");
        requireNonNull(phrase, "phrase");
        Exhibits.requireRate("suspectRate", suspectRate);
        Exhibits.requireRate("candidateRate", candidateRate);
        Exhibits.requireRate("populationRate", populationRate);
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight must be finite, got " + weight);
        }
    }
}
