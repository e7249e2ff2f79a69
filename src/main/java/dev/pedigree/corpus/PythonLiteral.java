package dev.pedigree.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists and dicts as Python prints them: pandas writes them so into cells, and {@code str()} into logs. NumPy leaves the commas between
 * items out, and wraps lists into {@code array(…)}; other calls are read as null. What is cut off, or no literal, is refused.
 */
final class PythonLiteral {
    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** The list or map; null where the text is none. */
    static @Nullable Object parse(String text) {
        PythonLiteral literal = new PythonLiteral(text);
        try {
            Object value = literal.value();
            literal.blank();
            return literal.at == text.length() ? value : null;
        } catch (BadRecord e) {
            return null;
        }
    }

    private @Nullable Object value() throws BadRecord {
        blank();
        char c = peek();
        switch (c) {
            case '[':
                return list(']');
            case '(':
                return list(')');
            case '{':
                return map();
            case '\'':
            case '"':
                return string();
            default:
                return isLetter(c) ? name() : number();
        }
    }

    private List<@Nullable Object> list(char end) throws BadRecord {
        enter();
        List<@Nullable Object> items = new ArrayList<>();
        while (!ends(end)) {
            items.add(value());
            blank();
            if (peek() == ',') {
                at++;
            } else if (peek() != end && end != ']') {
                throw no();
            }
        }
        depth--;
        return items;
    }

    private Map<String, @Nullable Object> map() throws BadRecord {
        enter();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (!ends('}')) {
            Object key = value();
            blank();
            if (!(key instanceof String) || peek() != ':') {
                throw no(); // a set, or keys that JSON has not
            }
            at++;
            fields.put((String) key, value());
            blank();
            if (peek() == ',') {
                at++;
            } else if (peek() != '}') {
                throw no();
            }
        }
        depth--;
        return fields;
    }

    private void enter() throws BadRecord {
        at++;
        if (++depth > JsonTree.MAX_DEPTH) {
            throw no();
        }
    }

    private boolean ends(char end) throws BadRecord {
        blank();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    private String string() throws BadRecord {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (peek() != quote) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escaped(value);
            } else {
                value.append(c);
            }
        }
        at++;
        return value.toString();
    }

    private void escaped(StringBuilder value) throws BadRecord {
        char c = peek();
        at++;
        switch (c) {
            case 'n':
                value.append('\n');
                return;
            case 'r':
                value.append('\r');
                return;
            case 't':
                value.append('\t');
                return;
            case '\\':
            case '\'':
            case '"':
                value.append(c);
                return;
            case 'x':
                code(value, 2);
                return;
            case 'u':
                code(value, 4);
                return;
            case 'U':
                code(value, 8);
                return;
            default:
                throw no(); // Python prints no others
        }
    }

    private void code(StringBuilder value, int digits) throws BadRecord {
        int code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = "0123456789abcdef".indexOf(peek());
            if (digit < 0) {
                throw no();
            }
            code = code << 4 | digit;
            at++;
        }
        if (!Character.isValidCodePoint(code)) {
            throw no();
        }
        value.appendCodePoint(code);
    }

    private @Nullable Object name() throws BadRecord {
        int from = at;
        while (at < text.length() && isOfName(text.charAt(at))) {
            at++;
        }
        String name = text.substring(from, at);
        if (at < text.length() && text.charAt(at) == '(') {
            return call(name);
        }
        switch (name) {
            case "True":
                return true;
            case "False":
                return false;
            case "None":
            case "nan":
            case "inf":
                return null;
            default:
                throw no();
        }
    }

    /** A list in NumPy's wrapping, or an object such as a date, of which nothing is wanted. */
    private @Nullable Object call(String name) throws BadRecord {
        enter();
        Object first = null;
        boolean isFirst = true;
        while (!ends(')')) {
            int from = at;
            while (isLetter(peek())) {
                at++;
            }
            if (peek() == '=') {
                at++; // an argument with its name
            } else {
                at = from;
            }
            boolean isWord = isLetter(peek()) && text.startsWith("object", at);
            Object value = isWord ? null : value();
            at += isWord ? "object".length() : 0;
            first = isFirst ? value : first;
            isFirst = false;
            blank();
            if (peek() == ',') {
                at++;
            } else if (peek() != ')') {
                throw no();
            }
        }
        depth--;
        return name.equals("array") ? first : null;
    }

    private Json.Num number() throws BadRecord {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            throw no();
        }
        return new Json.Num(digits);
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isOfName(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_';
    }

    private void blank() {
        while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws BadRecord {
        if (at == text.length()) {
            throw no();
        }
        return text.charAt(at);
    }

    private static BadRecord no() {
        return new BadRecord("no literal of Python");
    }
}
