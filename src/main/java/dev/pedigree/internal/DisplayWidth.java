package dev.pedigree.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How many columns text takes on a terminal, after Unicode Standard Annex 11: wide characters take two, marks none. */
public final class DisplayWidth {
    private static final int EMOJI_SELECTOR = 0xFE0F;

    /** Symbols with an emoji's look of their own (Unicode 16.0, EastAsianWidth.txt, blocks from U+2300 to U+2BFF), ascending. */
    private static final int[] WIDE_SYMBOLS = {
        0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EA, 0x23EB, 0x23EC, 0x23F0, 0x23F3, 0x25FD, 0x25FE, 0x2614, 0x2615,
                0x2630,
        0x2631, 0x2632, 0x2633, 0x2634, 0x2635, 0x2636, 0x2637, 0x2648, 0x2649, 0x264A, 0x264B, 0x264C, 0x264D, 0x264E,
                0x264F,
        0x2650, 0x2651, 0x2652, 0x2653, 0x267F, 0x268A, 0x268B, 0x268C, 0x268D, 0x268E, 0x268F, 0x2693, 0x26A1, 0x26AA,
                0x26AB,
        0x26BD, 0x26BE, 0x26C4, 0x26C5, 0x26CE, 0x26D4, 0x26EA, 0x26F2, 0x26F3, 0x26F5, 0x26FA, 0x26FD, 0x2705, 0x270A,
                0x270B,
        0x2728, 0x274C, 0x274E, 0x2753, 0x2754, 0x2755, 0x2757, 0x2795, 0x2796, 0x2797, 0x27B0, 0x27BF, 0x2B1B, 0x2B1C,
                0x2B50,
        0x2B55
    };

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
            width += at(line, i);
            i += Character.charCount(line.codePointAt(i));
        }
        return width;
    }

    /** How many columns the character at a place adds; the selector that makes an emoji of a narrow character adds its second. */
    private static int at(String line, int place) {
        int c = line.codePointAt(place);
        if (c == EMOJI_SELECTOR && place > 0 && !Visible.isMark(line.codePointBefore(place))) {
            return isWide(line.codePointBefore(place)) ? 0 : 1;
        }
        return Visible.isMark(c) ? 0 : isWide(c) ? 2 : 1;
    }

    /** Wide and fullwidth characters; those of the blocks of symbols that are wide have an entry of their own each. */
    private static boolean isWide(int c) {
        return (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2300 && c <= 0x2BFF && Arrays.binarySearch(WIDE_SYMBOLS, c) >= 0)
                || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                || (c >= 0xA960 && c <= 0xA97C)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE10 && c <= 0xFE19)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x16FE0 && c <= 0x1B2FF)
                || c == 0x1F004
                || c == 0x1F0CF
                || c == 0x1F18E
                || (c >= 0x1F191 && c <= 0x1F19A)
                || (c >= 0x1F200 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
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
     * As much of a name as fits, both of its ends, as names of versions and sizes often differ in the last characters alone.
     *
     * @param name text without control characters
     * @param columns the room, at least 3
     * @return the name, or its start and its end with an ellipsis between
     */
    public static String fitEnds(String name, int columns) {
        if (of(name) <= columns) {
            return name;
        }
        int tail = name.length();
        while (of(name.substring(tail)) < (columns - 1) / 2) {
            tail = name.offsetByCodePoints(tail, -1);
        }
        while (of(name.substring(tail)) > (columns - 1) / 2 || Visible.isMark(name.codePointAt(tail))) {
            tail = name.offsetByCodePoints(tail, 1); // a wide character too much, or a mark without its letter
        }
        return name.substring(0, end(name, 0, columns - 1 - of(name.substring(tail)))) + "…" + name.substring(tail);
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
            int columnsHere = at(text, at);
            if (width + columnsHere > columns && at > start) {
                break;
            }
            width += columnsHere;
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }
}
