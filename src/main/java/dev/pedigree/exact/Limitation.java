package dev.pedigree.exact;

import static java.util.Objects.requireNonNull;

/**
 * Something that a test could not do, or that a reader must know before acting on its p-value.
 *
 * @param kind what it is about
 * @param text the limitation in one or two sentences
 */
public record Limitation(Kind kind, String text) {
    /** What a limitation is about. */
    public enum Kind {
        /** The test could not be made at all; there is no p-value. */
        NOT_TESTED,
        /** What is permuted differs in a way that the permutation does not know of: the p-value may be wrong. */
        EXCHANGEABILITY,
        /** So few arrangements or draws that small p-values cannot come out. */
        RESOLUTION,
        /** So many equal values that the p-value is larger than it needs to be. */
        TIES,
        /** Part of the input was left out. */
        LEFT_OUT
    }

    /** Checks that nothing is missing. */
    public Limitation {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }
}
