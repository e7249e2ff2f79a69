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
 * @param nearAnswers the answers that are as wholes nearly or wholly the same as reference answers, whether they are matches or not:
 *     the five nearest of each, in the order of the suspect's answers; those of fewer than 24 words are laid beside answers to the
 *     same prompt and those that share a run of words; empty in reports written before they were listed
 * @param sharedSpans the verbatim spans of twelve words and more that are no matches, with the reason, in the order of the suspect's
 *     answers, the longest first within one: of each place where no listed match tells of it up to two, and of each answer up to twenty;
 *     empty in reports written before they were listed
 * @param spansLeftOut how many more such spans there are
 * @param nullPairs how many pairs of answers of unrelated reference models to one prompt stand behind the p-values; 0 where the
 *     references hold none, and then nothing has a p-value
 */
public record OverlapFinding(
        String suspect,
        int answers,
        List<Reference> references,
        List<OverlapMatch> matches,
        List<NearAnswer> nearAnswers,
        List<SharedSpan> sharedSpans,
        long spansLeftOut,
        int nullPairs) {

    /**
     * What the suspect shares with one reference model.
     *
     * @param model the model
     * @param equalAnswers how many of the suspect's answers equal one of the model's but for white space; nothing is subtracted here,
     *     so short and common answers count too
     * @param unmatched how many of those are no match with the model, and why; empty in reports written before this was counted
     * @param sharedAnswers in how many of the suspect's answers there is a match with the model
     * @param words the matched words in all
     * @param pValue the probability of at least so many shared answers if the suspect were unrelated: binomial, with the rate of
     *     matches between unrelated models at its upper estimate (k + 1) / (n + 1); it takes answers to be independent; empty where
     *     no pair of unrelated models stands behind it
     */
    public record Reference(
            String model,
            int equalAnswers,
            Optional<Unmatched> unmatched,
            int sharedAnswers,
            long words,
            Optional<Double> pValue) {
        /** Checks that nothing is missing. */
        public Reference {
            requireNonNull(model, "model");
            requireNonNull(unmatched, "unmatched");
            requireNonNull(pValue, "pValue");
        }
    }

    /**
     * Equal answers that are no match, by the reason. That a suspect gives the very answer of a reference says little where it is a
     * word or two, where the prompt holds it, or where unrelated models give it as well; but nobody should have to guess that.
     *
     * @param tooShort fewer than twelve words, and no program of twenty tokens
     * @param ofPrompt fewer than eight words once the prompt's words, quotations that it asks for and boilerplate are taken away
     * @param alsoByOthers unrelated reference models write it, or all but a few words of it, as well
     */
    public record Unmatched(int tooShort, int ofPrompt, int alsoByOthers) {
        /** How many there are in all. */
        public int sum() {
            return tooShort + ofPrompt + alsoByOthers;
        }
    }

    /** Copies the lists. */
    public OverlapFinding {
        requireNonNull(suspect, "suspect");
        references = List.copyOf(references);
        matches = List.copyOf(matches);
        nearAnswers = List.copyOf(nearAnswers);
        sharedSpans = List.copyOf(sharedSpans);
    }
}
