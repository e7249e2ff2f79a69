package dev.pedigree.corpus;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A saved stream of server-sent events: lines of the form {@code data: {…}}, between them names of events, comments and blank lines.
 * All providers write the JSON of an event on one line.
 */
final class EventLines {
    private static final String DATA = "data:";
    private static final int LOOKS = 100;

    private EventLines() {}

    /** Whether the file begins like such a stream: its first line with JSON is an event's data, and others are fields of events. */
    static boolean is(Bytes bytes) {
        return !first(bytes).isMissing();
    }

    /** The first data that is of a known format, else the first that is JSON; missing where this is no such stream. */
    static Json first(Bytes bytes) {
        int count = bytes.peek(1 << 16);
        byte[] array = bytes.array();
        int to = bytes.from() + count;
        Json first = Json.missing();
        int looks = 0;
        for (int at = bytes.from(); at < to && looks < LOOKS; ) {
            int end = at;
            while (end < to && array[end] != '\n') {
                end++;
            }
            String line = new String(array, at, Math.min(64, end - at), StandardCharsets.ISO_8859_1).strip();
            if (!isField(line)) {
                return first;
            }
            Json data = data(array, at, end);
            if (data != null) {
                looks++;
                first = first.isMissing() ? data : first;
                if (Detection.accepting(data) != null) {
                    return data;
                }
            }
            at = end + 1;
        }
        return first;
    }

    /** The format of the events; pieces of plain completions look like whole replies. */
    static @Nullable CorpusFormat format(Bytes bytes) {
        CorpusFormat format = Detection.accepting(first(bytes));
        return format == CorpusFormat.OPENAI_REPLIES ? CorpusFormat.REPLY_STREAMS : format;
    }

    private static boolean isField(String line) {
        return line.isEmpty()
                || line.startsWith(":")
                || line.startsWith(DATA)
                || line.startsWith("event:")
                || line.startsWith("id:")
                || line.startsWith("retry:");
    }

    private static @Nullable Json data(byte[] array, int from, int to) {
        try {
            int at = payload(array, from, to);
            return at < 0 ? null : JsonTree.parseLoosely(array, at, to);
        } catch (BadRecord e) {
            return null;
        }
    }

    /** Where the JSON of the line begins; -1 where the line has none, as at the end of a stream ({@code [DONE]}). */
    static int payload(byte[] array, int from, int to) {
        int at = from;
        for (int i = 0; i < DATA.length(); i++) {
            if (at >= to || array[at++] != DATA.charAt(i)) {
                return -1;
            }
        }
        while (at < to && array[at] == ' ') {
            at++;
        }
        boolean isEnd = at + 4 < to && array[at] == '[' && array[at + 1] == 'D' && array[at + 2] == 'O';
        return isEnd || JsonLines.isBlank(array, at, to) ? -1 : at;
    }
}
