package dev.pedigree.corpus;

/** A record that cannot be understood. The message names the field, what was expected and what was found. */
final class BadRecord extends Exception {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final CorpusException.Kind kind;

    BadRecord(String message) {
        this(CorpusException.Kind.BAD_DATA, message);
    }

    BadRecord(CorpusException.Kind kind, String message) {
        super(message, null, false, false);
        this.message = message;
        this.kind = kind;
    }

    CorpusException.Kind kind() {
        return kind;
    }

    /** Never null, unlike that of exceptions in general. */
    @Override
    public String getMessage() {
        return message;
    }
}
