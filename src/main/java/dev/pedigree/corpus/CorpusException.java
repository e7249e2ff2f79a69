package dev.pedigree.corpus;

import java.io.IOException;

/** Input that cannot be read as what it claims to be. The message names file, line and field, and what was expected. */
public final class CorpusException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What kind of failure it is, by what can be done about it. */
    public enum Kind {
        /** Nothing is there. */
        MISSING,
        /** A folder in which there is nothing that can be read. */
        NOTHING_TO_READ,
        /** It is there, but may not be read. */
        NO_PERMISSION,
        /** A file of another kind, or one that only accompanies answers. */
        OTHER_FILE,
        /** It cannot be told which field or column holds the answers; it can be named. */
        UNNAMED_FIELDS,
        /** It cannot be told which file holds the questions; it can be named. */
        UNNAMED_QUESTIONS,
        /** Anything else that is wrong with the data: a record that cannot be understood, or damage. */
        BAD_DATA
    }

    private final transient Source source;
    private final Kind kind;

    /**
     * Bad input.
     *
     * @param source where
     * @param message the field, what was expected and what was found
     */
    public CorpusException(Source source, String message) {
        this(Kind.BAD_DATA, source, message);
    }

    /**
     * Input that cannot be read.
     *
     * @param kind what kind of failure it is
     * @param source where
     * @param message what was expected and what was found
     */
    public CorpusException(Kind kind, Source source, String message) {
        super(source + ": " + message);
        this.source = source;
        this.kind = kind;
    }

    /**
     * What kind of failure it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Where the input is bad.
     *
     * @return the file and line
     */
    public Source source() {
        return source;
    }
}
