package dev.pedigree.corpus;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file is, found out from its beginning.
 *
 * @param first the first record that is of a known format, else the first, or the whole document as far as it was looked at; missing
 *     where there is none
 * @param document whether the JSON is not one record per line
 * @param listIsRecord whether the document is a list of messages, so that the list is the record
 * @param wrapper the field of the document that holds the records, where the document is nothing more; else null
 * @param envelope the field of each record in which the record proper stands; else null
 * @param isMap whether the fields of the document are the records
 * @param model the model that the document names beside its records; else empty
 * @param format the format; null where none accepts one of the first records
 */
record Detection(
        Json first,
        boolean document,
        boolean listIsRecord,
        @Nullable String wrapper,
        @Nullable String envelope,
        boolean isMap,
        String model,
        @Nullable CorpusFormat format) {
    /** So many records are looked at: the first may be an error, or a conversation without a turn. */
    private static final int LOOKS = 100;

    /** A first line that is cut off is no document that goes on: that shows on the next line, or where a list was open, on that after. */
    private static final int DAMAGE_SHOWS_BY = 3;

    private static final int HEAD = 1 << 20;
    private static final int LONG_HEAD = 16 << 20;

    static boolean isJson(Bytes bytes) {
        int count = bytes.peek(1 << 12);
        for (int i = 0; i < count; i++) {
            byte b = bytes.array()[bytes.from() + i];
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '{'
                        || b == '['
                        || (b == '"' && i + 1 < count && bytes.array()[bytes.from() + i + 1] == '{');
            }
        }
        return false;
    }

    /** Looks at JSON; the bytes stay to be read. */
    static Detection of(Bytes bytes, @Nullable CorpusFormat given) {
        int count = head(bytes);
        byte[] array = bytes.array();
        int from = bytes.from();
        int to = from + count;
        int line = firstLine(array, from, to);
        int end = lineEnd(array, line, to);
        boolean whole = end < to || bytes.endsAfter(count);
        Json value = whole ? parsed(array, line, end) : null;
        if (value == null) {
            JsonTree.Partial partial = JsonTree.partial(array, line, to);
            return !whole && partial.value().isObject()
                    ? decided(partial.value(), false, given)
                    : inPart(partial, array, line, to, given);
        }
        if (isList(value)) {
            return ofList(value, given);
        }
        Detection detected = decided(value, false, given);
        boolean alone = firstLine(array, end, to) == to && bytes.endsAfter(count);
        if (detected.format != null && (given == null || !alone || detected.format.accepts(detected.first))) {
            return detected;
        }
        return alone ? wrapped(value, true, given) : laterLine(array, end, to, detected);
    }

    /** Whether it is a list of records; a list of messages is a record itself. */
    private static boolean isList(Json value) {
        return value.isArray() && !isConversation(value);
    }

    /** A list of messages is one record, unless only its items are of a known format: messages that say where they belong. */
    private static boolean isConversation(Json list) {
        return (list.get(0).has("role") || AgentRecords.isHistory(list)) && accepting(list) != null;
    }

    private static Detection ofList(Json list, @Nullable CorpusFormat given) {
        Detection first = decided(list.get(0), true, given);
        for (int i = 1; i < Math.min(LOOKS, list.size()) && first.format == null; i++) {
            Detection later = decided(list.get(i), true, null);
            if (later.format != null) {
                return later;
            }
        }
        return first;
    }

    /** What a line below is, where the first is of no known format: its reader can say what is wrong with the first. */
    private static Detection laterLine(byte[] array, int firstEnd, int to, Detection first) {
        int looks = 0;
        for (int at = firstEnd + 1; at < to && looks < LOOKS; at = lineEnd(array, at, to) + 1) {
            Json later = parsed(array, at, lineEnd(array, at, to));
            if (later != null && later.size() > 0) {
                Detection detected = decided(later, false, null);
                if (detected.format != null) {
                    return detected;
                }
                looks++;
            }
        }
        return first;
    }

    private static Detection decided(Json first, boolean document, @Nullable CorpusFormat given) {
        CorpusFormat format = given != null ? given : accepting(first);
        boolean root = format != null
                && format.recipe().root().test(first)
                && !format.recipe().row().test(first);
        Detection detected = new Detection(first, document || root, false, null, null, false, "", format);
        boolean known = format != null && format.accepts(first);
        return known ? detected : enveloped(detected, given);
    }

    /** A record of which one field, and no other, holds a record that is of a known format, and which asks nothing itself. */
    private static Detection enveloped(Detection bare, @Nullable CorpusFormat given) {
        Detection found = bare;
        for (String name : Envelope.names(bare.first)) {
            Json inner = bare.first.get(name);
            CorpusFormat format = accepting(inner);
            if (format != null
                    && (given == null || given == format)
                    && format.recipe().row().test(inner)) {
                if (found != bare) {
                    return bare;
                }
                found = new Detection(inner, bare.document, false, null, name, false, "", format);
            }
        }
        return found;
    }

    /** Whether the records of the document are its fields: what the first holds is of a known format, and the others are alike. */
    private static @Nullable Detection mapped(Json root, boolean isWhole) {
        CorpusFormat format = null;
        Json first = Json.missing();
        int last = root.size() - (isWhole ? 0 : 1); // the last may be cut off
        List<String> names = root.names();
        for (int i = 0; i < Math.min(LOOKS, last); i++) {
            Json value = root.get(names.get(i));
            Json record = value.isArray() ? value.get(0) : Envelope.withId(value, names.get(i));
            CorpusFormat accepting = value.isObject() || value.isArray() ? accepting(record) : null;
            if (accepting == null || Envelope.isOfPeople(names.get(i)) || (format != null && format != accepting)) {
                return null;
            }
            first = format == null ? record : first;
            format = accepting;
        }
        boolean isMap =
                format != null && root.size() > 1 && format.recipe().row().test(first);
        return isMap ? new Detection(first, true, false, null, null, true, "", format) : null;
    }

    /**
     * An object of which one field, and no other, holds a list of records, and which asks nothing ({@code {"data": […]}}), or of which
     * each field holds a record or a list of them.
     */
    private static Detection wrapped(Json root, boolean isWhole, @Nullable CorpusFormat given) {
        Detection map = mapped(root, isWhole);
        Detection found = map != null && (given == null || given == map.format) ? map : listed(root);
        return given == null || given == found.format ? found : decided(root, true, given);
    }

    /** The ways to the lists of the object, its own and those of the objects in it. */
    private static List<String> lists(Json root) {
        List<String> paths = new ArrayList<>();
        for (String name : root.names()) {
            if (root.get(name).isArray()) {
                paths.add(name);
            }
            for (String inner : root.get(name).names()) {
                if (root.get(name).get(inner).isArray()) {
                    paths.add(name + "." + inner);
                }
            }
        }
        return paths;
    }

    private static Json at(Json root, String path) {
        Json whole = root.get(path);
        int dot = path.indexOf('.');
        return !whole.isMissing() || dot < 0
                ? whole
                : root.get(path.substring(0, dot)).get(path.substring(dot + 1));
    }

    private static Detection listed(Json root) {
        Detection unknown = new Detection(root, true, false, null, null, false, "", null);
        Detection found = unknown;
        for (String path : lists(root)) {
            Detection first = decided(at(root, path).get(0), true, null);
            CorpusFormat format = first.format;
            boolean isConversation = MessageShape.isList(at(root, path)) && !MessageRows.saysWhere(first.first);
            if (format != null && !isConversation && format.recipe().row().test(first.first)) {
                if (found.format != null || FieldRecords.holdsQuestion(root)) {
                    return unknown;
                }
                found = new Detection(
                        first.first, true, false, path, first.envelope, false, Envelope.model(root), format);
            }
        }
        return found;
    }

    /** The first line is no whole JSON value: a document over many lines, or lines of which the first is damaged. */
    private static Detection inPart(
            JsonTree.Partial partial, byte[] array, int line, int to, @Nullable CorpusFormat given) {
        Json value = partial.value();
        if (partial.isBroken() && value.isArray() && given == null) {
            Detection later = behindDamage(array, line, to);
            if (later != null) {
                return later;
            }
        }
        if (partial.isBroken() && partial.brokenOn() <= DAMAGE_SHOWS_BY) {
            for (int at = lineEnd(array, line, to) + 1; at < to; at = lineEnd(array, at, to) + 1) {
                int end = lineEnd(array, at, to);
                boolean isItem = JsonLines.end(array, at, end) < end; // of a list, for a comma follows
                Json later = isItem ? null : parsed(array, at, end);
                if (later != null && later.size() > 0) {
                    return decided(later, false, given);
                }
            }
        }
        if (value.isArray() && isConversation(value)) {
            CorpusFormat format = given != null ? given : accepting(value);
            return new Detection(value, true, true, null, null, false, "", format);
        }
        if (isList(value)) {
            return ofList(value, given);
        }
        Detection detected = decided(value, true, given);
        CorpusFormat format = detected.format;
        return format == null || !format.accepts(detected.first) ? wrapped(value, false, given) : detected;
    }

    /** What a record of a list is that begins like the first, where the first is damaged. */
    private static @Nullable Detection behindDamage(byte[] array, int list, int to) {
        try (KeptStream text =
                new KeptStream(new ByteArrayInputStream(array, list, to - list), to - list + (1 << 14))) {
            text.read();
            Landmark landmark = Landmark.at(firstLine(array, list + 1, to) - list, text);
            for (int looks = 0; landmark != null && looks < LOOKS && landmark.find(text); looks++) {
                JsonTree.Partial record = JsonTree.partial(array, list + (int) text.place(), to);
                Detection detected = decided(record.value(), true, null);
                if (!record.isBroken() && detected.format != null) {
                    return detected;
                }
                text.read();
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of bytes in memory
        }
    }

    static @Nullable CorpusFormat accepting(Json first) {
        for (CorpusFormat format : CorpusFormat.values()) {
            if (format.accepts(first)) {
                return format;
            }
        }
        return null;
    }

    /** Whether the first line is longer than what is looked at. */
    static boolean isBeyondSight(Bytes bytes) {
        int count = head(bytes);
        return !hasLine(bytes, count) && !bytes.endsAfter(count);
    }

    /** How much is looked at: the first line, if it is not all too long, and as much more as is cheap. */
    private static int head(Bytes bytes) {
        int wanted = HEAD;
        int count = Math.min(wanted, bytes.peek(wanted));
        while (count == wanted && wanted < LONG_HEAD && !hasLine(bytes, count)) {
            wanted *= 2;
            count = Math.min(wanted, bytes.peek(wanted));
        }
        return count;
    }

    private static boolean hasLine(Bytes bytes, int count) {
        int from = firstLine(bytes.array(), bytes.from(), bytes.from() + count);
        return lineEnd(bytes.array(), from, bytes.from() + count) < bytes.from() + count;
    }

    private static int firstLine(byte[] array, int from, int to) {
        int at = from;
        while (at < to && (array[at] == '\n' || array[at] == '\r' || array[at] == ' ' || array[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static int lineEnd(byte[] array, int from, int to) {
        int at = from;
        while (at < to && array[at] != '\n') {
            at++;
        }
        return at;
    }

    private static @Nullable Json parsed(byte[] array, int from, int to) {
        try {
            return JsonLines.isBlank(array, from, to)
                    ? null
                    : JsonTree.parseLoosely(array, from, JsonLines.end(array, from, to))
                            .opened();
        } catch (BadRecord e) {
            return null;
        }
    }

    /** Why a short file that is one document is no JSON; null where it is, or where it is too long to be looked at here. */
    static @Nullable String damage(Bytes bytes) {
        int count = head(bytes);
        if (!bytes.endsAfter(count)) {
            return null;
        }
        try {
            JsonTree.parse(bytes.array(), bytes.from(), bytes.from() + count);
            return null;
        } catch (BadRecord e) {
            return e.getMessage();
        }
    }

    /** The beginning of a file that is no JSON, for an error. */
    static String beginning(Bytes bytes) {
        int count = Math.min(40, bytes.peek(40));
        String text = new String(bytes.array(), bytes.from(), count, StandardCharsets.ISO_8859_1);
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            shown.append(c < ' ' || c > '~' ? '.' : c);
        }
        return shown.toString();
    }
}
