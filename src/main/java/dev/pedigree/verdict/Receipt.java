package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A habit that a reader can check by hand: how often the suspect, a candidate and everybody else show it. Rates are shares of what
 * {@link #of} says: of answers, or of the starts of sentences or lines.
 *
 * @param candidate the candidate with whom the suspect shares it
 * @param kind what it is, for example "opening" or "start of a sentence"
 * @param phrase its words
 * @param suspectRate the share of the suspect's answers, sentences or lines that show it, in [0, 1]
 * @param candidateRate the share of the candidate's, in [0, 1]
 * @param populationRate the mean share over unrelated models, in [0, 1]
 * @param weight what it adds to the score; positive speaks for the candidate
 * @param of what the rates are shares of: "answers", "sentences" or "lines"
 * @param examples where the suspect shows it; empty where its texts are not at hand or do not show it
 */
public record Receipt(
        String candidate,
        String kind,
        String phrase,
        double suspectRate,
        double candidateRate,
        double populationRate,
        double weight,
        String of,
        List<Example> examples) {

    /**
     * A place where the suspect shows a habit.
     *
     * @param id the name of the answer
     * @param text the words there and what follows them, at most one sentence
     */
    public record Example(String id, String text) {
        /** Checks that nothing is missing. */
        public Example {
            requireNonNull(id, "id");
            requireNonNull(text, "text");
        }
    }

    /** Checks the rates. */
    public Receipt {
        requireNonNull(candidate, "candidate");
        requireNonNull(kind, "kind");
        requireNonNull(phrase, "phrase");
        requireNonNull(of, "of");
        examples = List.copyOf(examples);
        Exhibits.requireRate("suspectRate", suspectRate);
        Exhibits.requireRate("candidateRate", candidateRate);
        Exhibits.requireRate("populationRate", populationRate);
        if (!Double.isFinite(weight)) {
            throw new IllegalArgumentException("weight must be finite, got " + weight);
        }
    }

    /**
     * This habit with examples.
     *
     * @param found where the suspect shows it
     * @return a copy
     */
    Receipt withExamples(List<Example> found) {
        return new Receipt(candidate, kind, phrase, suspectRate, candidateRate, populationRate, weight, of, found);
    }
}
