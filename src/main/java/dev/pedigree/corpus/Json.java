package dev.pedigree.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value that knows its place in the record, so that an error can name the field. A value is a map, a list, a string, a
 * {@link Num}, a boolean or null; what is not there is missing, which is another thing than null.
 */
final class Json {
    /** A number as it is written. */
    record Num(String text) {}

    private static final Object MISSING = new Object();

    private final @Nullable Object value;
    private final @Nullable Json parent;
    private final String key;

    private Json(@Nullable Object value, @Nullable Json parent, String key) {
        this.value = value;
        this.parent = parent;
        this.key = key;
    }

    static Json root(@Nullable Object value) {
        return new Json(value, null, "");
    }

    static Json missing() {
        return new Json(MISSING, null, "");
    }

    /** The field of that name; missing where this is no object or has no such field. */
    Json get(String name) {
        if (!(value instanceof Map)) {
            return new Json(MISSING, this, name);
        }
        Map<?, ?> map = (Map<?, ?>) value;
        Object child = map.get(name);
        return new Json(child == null && !map.containsKey(name) ? MISSING : child, this, name);
    }

    /** The first of the fields that is there and not null; missing where none is. */
    Json first(String... names) {
        for (String name : names) {
            Json child = get(name);
            if (!child.isAbsent()) {
                return child;
            }
        }
        return get(names[0]);
    }

    /** The item at that place; missing where this is no array or is shorter. */
    Json get(int index) {
        String name = "[" + index + "]";
        if (value instanceof List && index < ((List<?>) value).size()) {
            return new Json(((List<?>) value).get(index), this, name);
        }
        return new Json(MISSING, this, name);
    }

    /**
     * The value that a text holds as JSON, or as Python prints lists and dicts, in the place of the text; this itself where it is no text
     * that begins and ends so.
     */
    Json opened() {
        if (!(value instanceof String)) {
            return this;
        }
        String text = ((String) value).strip();
        boolean looksSo = text.length() > 1
                && ((text.startsWith("{") && text.endsWith("}")) || (text.startsWith("[") && text.endsWith("]")));
        if (!looksSo) {
            return this;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return new Json(JsonTree.parseLoosely(bytes, 0, bytes.length).value, parent, key);
        } catch (BadRecord e) {
            Object printed = PythonLiteral.parse(text);
            return printed == null ? this : new Json(printed, parent, key); // else a text that only looks like it
        }
    }

    /** The same value under other names, as the root of a record. */
    @Nullable
    Object raw() {
        return value == MISSING ? null : value;
    }

    boolean has(String name) {
        return value instanceof Map && ((Map<?, ?>) value).containsKey(name);
    }

    boolean hasAll(String... names) {
        for (String name : names) {
            if (!has(name)) {
                return false;
            }
        }
        return true;
    }

    boolean isMissing() {
        return value == MISSING;
    }

    boolean isNull() {
        return value == null;
    }

    /** Missing or null. */
    boolean isAbsent() {
        return value == MISSING || value == null;
    }

    boolean isObject() {
        return value instanceof Map;
    }

    boolean isArray() {
        return value instanceof List;
    }

    boolean isText() {
        return value instanceof String;
    }

    boolean isNumber() {
        return value instanceof Num;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    boolean isFalse() {
        return Boolean.FALSE.equals(value);
    }

    /** The number of items or fields; 0 for anything else. */
    int size() {
        if (value instanceof List) {
            return ((List<?>) value).size();
        }
        return value instanceof Map ? ((Map<?, ?>) value).size() : 0;
    }

    String text() throws BadRecord {
        if (value instanceof String) {
            return (String) value;
        }
        throw expected("text");
    }

    /** The text, or the fallback where it is missing or null. */
    String textOr(String fallback) throws BadRecord {
        return isAbsent() ? fallback : text();
    }

    /** A name: text as it is, a number or truth value as it is written; empty for anything else. */
    String label() {
        if (value instanceof String) {
            return (String) value;
        }
        if (value instanceof Num) {
            return ((Num) value).text();
        }
        return value instanceof Boolean ? value.toString() : "";
    }

    /** A whole number that is at least 0 and fits; the fallback for anything else. */
    int ordinalOr(int fallback) {
        String text = label();
        if (text.isEmpty() || text.length() > 9) {
            return fallback;
        }
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return fallback;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    List<Json> items() throws BadRecord {
        if (!(value instanceof List)) {
            throw expected("a list");
        }
        return itemsOrNone();
    }

    /** The items; none where this is no list. */
    List<Json> itemsOrNone() {
        List<Json> items = new ArrayList<>(size());
        if (value instanceof List) {
            for (int i = 0; i < size(); i++) {
                items.add(get(i));
            }
        }
        return items;
    }

    /** The names of the fields, in order; none where this is no object. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        if (value instanceof Map) {
            for (Object name : ((Map<?, ?>) value).keySet()) {
                names.add((String) name);
            }
        }
        return names;
    }

    BadRecord expected(String what) {
        String path = path();
        String found = found();
        return new BadRecord(
                path.isEmpty()
                        ? "expected " + what + ", found " + found
                        : "field \"" + path + "\": expected " + what + ", found " + found);
    }

    /** The name of the field in which this value stands; empty for a record. */
    String name() {
        return key;
    }

    /** The way from the record to this value, such as {@code choices[0].message.content}. */
    String path() {
        if (parent == null) {
            return key;
        }
        String before = parent.path();
        return before.isEmpty() || key.startsWith("[") ? before + key : before + "." + key;
    }

    private String found() {
        if (value == MISSING) {
            return "nothing";
        }
        if (value == null) {
            return "null";
        }
        if (value instanceof String) {
            return "text";
        }
        if (value instanceof Map) {
            List<String> names = names();
            List<String> shown = names.subList(0, Math.min(8, names.size()));
            return names.isEmpty()
                    ? "an empty object"
                    : "an object with " + String.join(", ", shown) + (names.size() > shown.size() ? ", …" : "");
        }
        if (value instanceof List) {
            return size() == 0 ? "an empty list" : "a list";
        }
        return value instanceof Num ? "a number" : "a truth value";
    }
}
