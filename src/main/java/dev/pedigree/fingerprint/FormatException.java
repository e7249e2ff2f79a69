package dev.pedigree.fingerprint;

import java.io.IOException;

/** Bytes that are not a fingerprint, or not one that this version can read. */
public final class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    /**
     * Bad bytes.
     *
     * @param offset where, in bytes from the start
     * @param message what was expected and what was found
     */
    public FormatException(long offset, String message) {
        super("at byte " + offset + ": " + message);
        this.offset = offset;
    }

    /**
     * Where the bytes are bad.
     *
     * @return the offset in bytes from the start
     */
    public long offset() {
        return offset;
    }
}
