package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

/**
 * Something that a reader must know before acting on a verdict.
 *
 * @param kind what it is about
 * @param text the caveat in one or two sentences
 */
public record Caveat(Kind kind, String text) {
    /** What a caveat is about. */
    public enum Kind {
        /** Always true of evidence of this kind. */
        GENERAL,
        /** Another way in which the findings could have come about. */
        ALTERNATIVE_EXPLANATION,
        /** Too few answers, prompts or controls. */
        SAMPLE,
        /** The suspect's language, domain or prompts differ from what the calibration was measured on. */
        CALIBRATION,
        /** Something about the answers that style statistics are sensitive to: length, refusals, truncation. */
        CONFOUND,
        /** What the suspect was not compared with, because it is taken for a known model. */
        RELATIVES,
        /** What could not have been, or cannot be known, because of dates. */
        DATES
    }

    /** Checks that nothing is missing. */
    public Caveat {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }
}
