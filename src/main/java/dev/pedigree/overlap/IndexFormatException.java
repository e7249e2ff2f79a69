package dev.pedigree.overlap;

import java.io.IOException;

/** An index file that is not what it claims to be. The message names the file, the byte offset and what is wrong there. */
public final class IndexFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    IndexFormatException(String file, long offset, String message) {
        super(file + ": at byte " + offset + ": " + message);
        this.offset = offset;
    }

    /**
     * Where the file is wrong.
     *
     * @return the offset in bytes from the start of the file
     */
    public long offset() {
        return offset;
    }
}
