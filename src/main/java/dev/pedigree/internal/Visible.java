package dev.pedigree.internal;

import java.util.HexFormat;

/**
 * Other people's text made safe to show: every character that would not be seen, or that would move what stands around it, is told
 * apart by its code point. The tables are written out, so they are the same on every JDK.
 */
public final class Visible {
    /** How many combining marks may stand on one another before the rest are spelled out. */
    private static final int MARKS = 3;

    private Visible() {}

    /** Receives text in pieces. */
    public interface Sink {
        /**
         * Text that can be shown as it is.
         *
         * @param text the text
         */
        void shown(CharSequence text);

        /**
         * A character that must be spelled out.
         *
         * @param codePoint the character; an unpaired surrogate is passed as it stands
         * @param times how often it stands there in a row, at least 1
         */
        void hidden(int codePoint, int times);

        /** The end of a line. */
        void lineEnd();
    }

    /**
     * Takes text apart.
     *
     * @param text any text
     * @param limit after how many code points to stop
     * @param sink what receives the pieces
     * @return whether all the text was passed on
     */
    public static boolean scan(String text, int limit, Sink sink) {
        StringBuilder run = new StringBuilder();
        int marks = 0;
        int at = 0;
        int last = -1;
        int times = 0;
        for (int passed = 0; at < text.length() && passed < limit; passed++) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
                continue;
            }
            marks = isMark(c) ? marks + 1 : 0;
            boolean lineEnd = c == '\n' || c == '\r';
            boolean hidden = !lineEnd && (isHidden(c) || marks > MARKS);
            if (times > 0 && !(hidden && c == last)) {
                sink.hidden(last, times);
                times = 0;
            }
            if (hidden) {
                last = c;
                times++;
            }
            if (!hidden && !lineEnd) {
                run.appendCodePoint(c);
            } else if (run.length() > 0) {
                sink.shown(run);
                run.setLength(0);
            }
            if (lineEnd) {
                sink.lineEnd();
            }
        }
        if (times > 0) {
            sink.hidden(last, times);
        }
        if (run.length() > 0) {
            sink.shown(run);
        }
        return at >= text.length();
    }

    /**
     * Text on one line, in which hidden characters stand as {@code ⟨U+202E⟩} and line ends as {@code ↵}.
     *
     * @param text any text
     * @param limit after how many code points to stop; an ellipsis then ends the text
     * @return text without control characters
     */
    public static String line(String text, int limit) {
        StringBuilder out = new StringBuilder(StrictMath.min(text.length(), limit) + 16);
        boolean whole = scan(text, limit, new Sink() {
            @Override
            public void shown(CharSequence run) {
                out.append(run);
            }

            @Override
            public void hidden(int codePoint, int times) {
                out.append('⟨').append(name(codePoint, times)).append('⟩');
            }

            @Override
            public void lineEnd() {
                out.append(" ↵ ");
            }
        });
        return whole ? out.toString() : out.append('…').toString();
    }

    /**
     * A character's name in the notation of the Unicode standard.
     *
     * @param codePoint the character
     * @param times how often it stands in a row
     * @return for example "U+202E", or "U+200B ×40"
     */
    public static String name(int codePoint, int times) {
        String name = "U+" + HexFormat.of().withUpperCase().toHexDigits(codePoint, codePoint > 0xFFFF ? 5 : 4);
        return times == 1 ? name : name + " ×" + times;
    }

    /**
     * Tells whether a character cannot be seen or moves its surroundings: controls, bidirectional controls, zero-width characters,
     * fillers, tags, lone surrogates, line and paragraph separators, private use and non-characters.
     *
     * @param c a code point
     * @return whether it must be spelled out
     */
    public static boolean isHidden(int c) {
        if (c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD) {
            return true;
        }
        if (c < 0x300) {
            return false;
        }
        return isHiddenFormat(c)
                || (c >= 0xD800 && c <= 0xF8FF)
                || (c >= 0xFFF0 && c <= 0xFFFB)
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF)
                || c >= 0xE0000;
    }

    private static boolean isHiddenFormat(int c) {
        return c == 0x34F
                || c == 0x61C
                || c == 0x115F
                || c == 0x1160
                || (c >= 0x17B4 && c <= 0x17B5)
                || (c >= 0x180B && c <= 0x180F)
                || (c >= 0x2000 && c <= 0x200F)
                || (c >= 0x2028 && c <= 0x202F)
                || (c >= 0x205F && c <= 0x206F)
                || c == 0x2800
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0E)
                || c == 0xFEFF
                || c == 0xFFA0
                || (c >= 0x1D173 && c <= 0x1D17A);
    }

    /** Marks that stack on the character before them, of the scripts in wide use. */
    static boolean isMark(int c) {
        return (c >= 0x300 && c <= 0x36F)
                || (c >= 0x483 && c <= 0x489)
                || (c >= 0x591 && c <= 0x5C7 && c != 0x5BE && c != 0x5C0 && c != 0x5C3 && c != 0x5C6)
                || (c >= 0x610 && c <= 0x61A)
                || (c >= 0x64B && c <= 0x65F)
                || c == 0x670
                || (c >= 0x6D6 && c <= 0x6DC)
                || (c >= 0x730 && c <= 0x74A)
                || isIndicMark(c)
                || (c >= 0xEB1 && c <= 0xEBC && c != 0xEB2 && c != 0xEB3)
                || (c >= 0xEC8 && c <= 0xECE)
                || (c >= 0x1AB0 && c <= 0x1AFF)
                || (c >= 0x1DC0 && c <= 0x1DFF)
                || (c >= 0x20D0 && c <= 0x20FF)
                || (c >= 0xFE20 && c <= 0xFE2F)
                || c == 0xFE0F
                || (c >= 0xE31 && c <= 0xE3A && c != 0xE32 && c != 0xE33)
                || (c >= 0xE47 && c <= 0xE4E);
    }

    /** Signs above and below letters in the Indic blocks, which repeat one layout every 128 characters from Devanagari on. */
    private static boolean isIndicMark(int c) {
        if (c < 0x900 || c > 0xD7F) {
            return false;
        }
        int place = (c - 0x900) % 0x80;
        boolean upTo = c < 0xB80; // later blocks have spacing signs in these places
        return place == 0x01 && upTo
                || place == 0x3C && upTo
                || place == 0x4D
                || c == 0x900
                || c == 0x902
                || c >= 0x941 && c <= 0x948;
    }
}
