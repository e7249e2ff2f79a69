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
        return value(bytes, bytes.from());
    }

    /** The data of the event on the line; null where the line has none. */
    static @Nullable Json event(Bytes bytes, int maxRecord) throws BadRecord {
        if (bytes.isTooLong()) {
            throw tooLong(maxRecord);
        }
        int from = EventLines.payload(bytes.array(), bytes.from(), bytes.to());
        return from < 0 ? null : value(bytes, from);
    }

    private static @Nullable Json value(Bytes bytes, int from) throws BadRecord {
        byte[] array = bytes.array();
        int to = end(array, from, bytes.to());
        if (isBlank(array, from, to)) {
            return null;
        }
        if (!bytes.isPlain()) {
            check(array, from, to);
        }
        Json value = JsonTree.parse(array, from, to);
        return value.isText() ? value.opened() : value; // some write each record as a text that holds its JSON
    }

    /** Where the JSON of a line ends: a comma behind an object, as in a list without its brackets, is no part of it. */
    static int end(byte[] array, int from, int to) {
        int end = to;
        while (end > from && (array[end - 1] == ' ' || array[end - 1] == '\r')) {
            end--;
        }
        return end > from + 1 && array[end - 1] == ',' && array[end - 2] == '}' && array[from] == '{' ? end - 1 : to;
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
