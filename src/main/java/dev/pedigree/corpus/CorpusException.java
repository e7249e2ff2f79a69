package dev.pedigree.corpus;

import java.io.IOException;

/** Input that cannot be read as what it claims to be. The message names file, line and field, and what was expected. */
public final class CorpusException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Source source;

    /**
     * Bad input.
     *
     * @param source where
     * @param message the field, what was expected and what was found
     */
    public CorpusException(Source source, String message) {
        super(source + ": " + message);
        this.source = source;
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
