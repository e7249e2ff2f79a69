package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

/**
 * Something other than descent by which answers can be alike or unlike, measured in the suspect and held against the models on which
 * the ratios were calibrated.
 *
 * @param kind what it is
 * @param measured how much of it the suspect shows, in the unit of its kind
 * @param from the least that is covered
 * @param to the most that is covered
 * @param source where the limits come from
 * @param effect what it does to the verdict
 * @param finding what was found, in one sentence
 */
public record Confound(
        Kind kind, double measured, double from, double to, String source, Effect effect, String finding) {

    /** What is measured. Shares are of the suspect's answers and in [0, 1], unless it says otherwise. */
    public enum Kind {
        /** The median length of an answer, in tokens. */
        LENGTH,
        /** Answers in languages that the calibration does not cover, among those whose language is told. */
        LANGUAGE,
        /** Words, not answers, in scripts that the calibration does not cover. */
        SCRIPT,
        /** Answers that open with a refusal. */
        REFUSALS,
        /** Answers that were cut off. */
        TRUNCATION,
        /** Answers that end in the same words over and over. */
        LOOPS,
        /** Answers without a word. */
        EMPTY_ANSWERS,
        /** Answers with a block of code. */
        CODE,
        /** Answers that came with reasoning; or that are reasoning, where nothing else was fingerprinted. */
        REASONING,
        /** Prompts that the library's models answered too. */
        PROMPT_OVERLAP,
        /** Answers given under a system prompt. */
        SYSTEM_PROMPTS,
        /** The likelihood ratio of the nearest candidate that is left without habits of formatting, on both sides. */
        FORMATTING,
        /** The likelihood ratio of the nearest candidate that is left where lengths are matched. */
        MATCHED_LENGTHS,
        /** The p-value of reading so much like texts of people, over families of models. */
        HUMAN_TEXT,
        /** The p-value of being as far from the answers that ratios are calibrated on, by function words, over families of models. */
        KIND_OF_TEXT,
        /** Answers that open with the same three tokens, at most. */
        FIXED_OPENINGS,
        /** Answers that break off within a sentence, as estimated from their last words. */
        BREAKING_OFF,
        /** How many median distances nearer the suspect is to the nearest candidate than the model that it was trained from. */
        SAME_BASE
    }

    /** What a finding does to the verdict. */
    public enum Effect {
        /** Nothing: it is within what the calibration covers. */
        NONE,
        /** It is said, and changes nothing. */
        NOTED,
        /** It may explain a likeness: support is given one step less. */
        WEAKENS,
        /** The calibration does not hold: candidates are ranked, and no ratio is given. */
        PREVENTS
    }

    /** Checks the numbers. */
    public Confound {
        requireNonNull(kind, "kind");
        requireNonNull(source, "source");
        requireNonNull(effect, "effect");
        requireNonNull(finding, "finding");
        if (!(measured >= 0) || !(from >= 0) || !(to >= from)) {
            throw new IllegalArgumentException(
                    "need measured >= 0 and 0 <= from <= to, got " + measured + ", " + from + ", " + to);
        }
    }
}
