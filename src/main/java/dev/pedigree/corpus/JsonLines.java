package dev.pedigree.corpus;

import org.jspecify.annotations.Nullable;

/** The JSON value on a line. */
final class JsonLines {
    private JsonLines() {}

    /** The value on the line that {@code bytes} stands at; null where the line is blank. */
    static @Nullable Json parse(Bytes bytes, int maxRecord) throws BadRecord {
        if (bytes.isTooLong()) {
            throw tooLong(maxRecord);
        }
        byte[] array = bytes.array();
        int from = bytes.from();
        int to = bytes.to();
        if (isBlank(array, from, to)) {
            return null;
        }
        if (!bytes.isPlain()) {
            check(array, from, to);
        }
        return JsonTree.parse(array, from, to);
    }

    static BadRecord tooLong(int maxRecord) {
        return new BadRecord("the record is longer than "
                + (maxRecord >= 1 << 20 ? (maxRecord >> 20) + " MiB" : maxRecord + " bytes")
                + ", the largest that is read");
    }

    static void check(byte[] array, int from, int to) throws BadRecord {
        for (int i = from; i < to; i++) {
            if (array[i] == 0) {
                throw new BadRecord("a NUL byte at byte " + (i - from + 1)
                        + " of the line: the file is damaged, or UTF-16 without a byte order mark");
            }
        }
        int bad = Utf8.firstBad(array, from, to);
        if (bad >= 0) {
            throw new BadRecord("not UTF-8 at byte " + (bad - from + 1) + " of the line (0x"
                    + Integer.toHexString(array[bad] & 0xff) + ")");
        }
    }

    static boolean isBlank(byte[] array, int from, int to) {
        for (int i = from; i < to; i++) {
            if (array[i] != ' ' && array[i] != '\t' && array[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing but white space is to be seen at the beginning. */
    static boolean startsBlank(Bytes bytes) {
        int count = bytes.peek(1 << 12);
        for (int i = 0; i < count; i++) {
            byte b = bytes.array()[bytes.from() + i];
            if (b != '\n' && b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
