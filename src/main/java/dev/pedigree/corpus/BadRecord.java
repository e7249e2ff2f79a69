package dev.pedigree.corpus;

/** A record that cannot be understood. The message names the field, what was expected and what was found. */
final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;

    BadRecord(String message) {
        super(message, null, false, false);
        this.message = message;
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return message;
    }
}
