package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

/**
 * Where a record was read from.
 *
 * @param name the file's name, or {@code archive!entry} inside an archive
 * @param line the line (JSON Lines, CSV) or the ordinal of the record (one JSON document), from 1; 0 where it was not read from
 *     a file
 */
public record Source(String name, long line) {
    /** What did not come from a file. */
    public static final Source NONE = new Source("", 0);

    /** Checks that nothing is missing. */
    public Source {
        requireNonNull(name, "name");
        if (line < 0) {
            throw new IllegalArgumentException("line must be >= 0, got " + line);
        }
    }

    @Override
    public String toString() {
        return line == 0 ? name : name + ":" + line;
    }
}
