package dev.pedigree.corpus;

/** A record that cannot be understood. The message names the field, what was expected and what was found. */
final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    BadRecord(String message) {
        super(message, null, false, false);
    }
}
