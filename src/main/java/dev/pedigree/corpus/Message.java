package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

/**
 * One turn of the conversation that led to a response.
 *
 * @param role who speaks
 * @param text what is said, unchanged; may be empty
 */
public record Message(Role role, String text) {
    /** Checks that nothing is missing. */
    public Message {
        requireNonNull(role, "role");
        requireNonNull(text, "text");
    }
}
