package dev.pedigree.internal;

import java.util.ArrayList;
import java.util.List;

/** How many columns text takes on a terminal, after Unicode Standard Annex 11: wide characters take two, marks none. */
public final class DisplayWidth {
    private DisplayWidth() {}

    /**
     * The width of a line.
     *
     * @param line text without control characters
     * @return columns
     */
    public static int of(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            width += of(c);
            i += Character.charCount(c);
        }
        return width;
    }

    private static int of(int c) {
        if (Visible.isMark(c)) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xA960 && c <= 0xA97C)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    /**
     * As much of a line as fits.
     *
     * @param line text without control characters
     * @param columns the room, at least 1
     * @return the line, or its start with an ellipsis
     */
    public static String fit(String line, int columns) {
        if (of(line) <= columns) {
            return line;
        }
        return line.substring(0, end(line, 0, columns - 1)) + "…";
    }

    /**
     * A line filled up with spaces.
     *
     * @param line text without control characters
     * @param columns the width wanted
     * @param right whether the text stands at the right
     * @return the line, unchanged where it is wider already
     */
    public static String pad(String line, int columns, boolean right) {
        String room = " ".repeat(StrictMath.max(0, columns - of(line)));
        return right ? room + line : line + room;
    }

    /**
     * Breaks text into lines at spaces, and inside words that are wider than a line.
     *
     * @param text text without control characters
     * @param columns the room, at least 2
     * @return the lines; one empty line for an empty text
     */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int used = 0;
        for (String word : text.split(" ", -1)) {
            int width = of(word);
            if (used > 0 && used + 1 + width <= columns) {
                line.append(' ').append(word);
                used += 1 + width;
                continue;
            }
            if (used > 0) {
                lines.add(line.toString());
                line.setLength(0);
            }
            int start = 0;
            while (width > columns) {
                int end = end(word, start, columns);
                lines.add(word.substring(start, end));
                width -= of(lines.get(lines.size() - 1));
                start = end;
            }
            line.append(word, start, word.length());
            used = width;
        }
        if (used > 0 || lines.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Where the text that fits ends; takes at least one character. */
    private static int end(String text, int start, int columns) {
        int width = 0;
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (width + of(c) > columns && at > start) {
                break;
            }
            width += of(c);
            at += Character.charCount(c);
        }
        return at;
    }
}
