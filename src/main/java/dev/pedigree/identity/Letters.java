package dev.pedigree.identity;

import java.util.Arrays;

/** The classification of characters that the scan needs: fixed here, so that no JDK's Unicode tables take part. */
final class Letters {
    /** Neither letter nor digit. */
    static final byte NONE = 0;

    /** Latin letters and ASCII digits. */
    static final byte LATIN = 1;

    /** Cyrillic letters. */
    static final byte CYRILLIC = 2;

    /** Han characters and the iteration mark. */
    static final byte HAN = 3;

    /** Hiragana and katakana. */
    static final byte KANA = 4;

    /** Hangul syllables and letters. */
    static final byte HANGUL = 5;

    private static final int YO = 0x451;

    private static final byte[] SCRIPT = new byte[1 << 16];
    private static final char[] FOLD = new char[1 << 16];

    static {
        fill('0', '9', LATIN);
        fill('A', 'Z', LATIN);
        fill('a', 'z', LATIN);
        fill(0xff10, 0xff19, LATIN);
        fill(0xff21, 0xff3a, LATIN);
        fill(0xff41, 0xff5a, LATIN);
        fill(0xc0, 0x24f, LATIN);
        SCRIPT[0xd7] = NONE;
        SCRIPT[0xf7] = NONE;
        fill(0x1e00, 0x1eff, LATIN);
        fill(0x400, 0x52f, CYRILLIC);
        fill(0x3041, 0x309f, KANA);
        fill(0x30a1, 0x30fa, KANA);
        fill(0x30fc, 0x30ff, KANA);
        fill(0x3400, 0x4dbf, HAN);
        fill(0x4e00, 0x9fff, HAN);
        fill(0xf900, 0xfaff, HAN);
        SCRIPT[0x3005] = HAN;
        fill(0x1100, 0x11ff, HANGUL);
        fill(0x3130, 0x318f, HANGUL);
        fill(0xac00, 0xd7a3, HANGUL);
        for (int c = 0; c < FOLD.length; c++) {
            FOLD[c] = foldOf(c);
        }
    }

    private Letters() {}

    private static void fill(int from, int to, byte script) {
        Arrays.fill(SCRIPT, from, to + 1, script);
    }

    private static char foldOf(int c) {
        if (c >= 'A' && c <= 'Z' || c >= 0xc0 && c <= 0xde && c != 0xd7 || c >= 0x410 && c <= 0x42f) {
            return (char) (c + 32);
        }
        if (c >= 0x400 && c <= 0x40f) {
            return foldOf(c + 80);
        }
        if (c >= 0xff01 && c <= 0xff5e) {
            return foldOf(c - 0xfee0);
        }
        return switch (c) {
            case YO -> 0x435; // often written as ye
            case 0x2018, 0x2019, 0x02bc -> '\'';
            case 0x201c, 0x201d, 0x201e -> '"';
            case 0x2010, 0x2011 -> '-';
            case 0xa0, 0x202f, 0x2009, 0x3000 -> ' ';
            case 0x152 -> 0x153;
            default -> (char) c;
        };
    }

    static byte script(char c) {
        return SCRIPT[c];
    }

    /** The character with case, width and the shapes of quotes, hyphens and blanks taken away. */
    static char fold(char c) {
        return FOLD[c];
    }

    static String fold(String text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = FOLD[text.charAt(i)];
        }
        return new String(out);
    }

    /** Whether words of this script are written with blanks between them. */
    static boolean isSpaced(byte script) {
        return script == LATIN || script == CYRILLIC;
    }

    static boolean isUpper(char c) {
        return FOLD[c] != c
                && c != YO
                && isSpaced(SCRIPT[c])
                && !(c >= 0xff10 && c <= 0xff19 || c >= 0xff41 && c <= 0xff5a);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether a word may begin or end between these two characters. */
    static boolean isBoundary(char left, char right) {
        byte l = SCRIPT[left];
        return l == NONE || !isSpaced(l) || l != SCRIPT[right];
    }
}
