package dev.pedigree.overlap;

import dev.pedigree.internal.SplitMix64;

/**
 * The words of a text as overlap compares them: case, punctuation, layout, apostrophes and invisible characters do not count;
 * in scripts without spaces, and in Korean, each character is a token. The character classes are fixed here, so that an index
 * means the same on every JDK.
 */
final class Words {
    private static final byte BREAK = 0;
    private static final byte LETTER = 1;
    private static final byte ALONE = 2;
    private static final byte IGNORED = 3;
    private static final byte APOSTROPHE = 4;
    private static final byte[] CLASS = new byte[1 << 16];
    private static final char[] FOLD = new char[1 << 16];

    static {
        for (int c = 0; c < FOLD.length; c++) {
            FOLD[c] = (char) c;
        }
        fill(LETTER, '0', '9', 'A', 'Z', 'a', 'z', 0xAA, 0xAA, 0xB2, 0xB3, 0xB5, 0xB5, 0xB9, 0xBA, 0xC0, 0xD6);
        fill(LETTER, 0xD8, 0xF6, 0xF8, 0x2FF, 0x370, 0x1FFF, 0x2070, 0x209C, 0x2C00, 0x2DFF, 0xA4D0, 0xABFF);
        fill(LETTER, 0xD835, 0xD835, 0xDC00, 0xDFFF, 0xFB00, 0xFDFF, 0xFE70, 0xFEFE);
        fill(LETTER, 0xFF10, 0xFF19, 0xFF21, 0xFF3A, 0xFF41, 0xFF5A);
        fill(ALONE, 0x0E00, 0x0EDF, 0x0F00, 0x109F, 0x1780, 0x17FF, 0x3005, 0x3007, 0x3021, 0x3029, 0x3041, 0x3096);
        fill(ALONE, 0x309D, 0x309F, 0x30A1, 0x30FA, 0x30FC, 0x30FF, 0x3105, 0x318E, 0x31F0, 0x31FF);
        fill(ALONE, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFF66, 0xFF9F);
        fill(IGNORED, 0xAD, 0xAD, 0x300, 0x36F, 0x200B, 0x200F, 0x2060, 0x2064, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF);
        fill(APOSTROPHE, '\'', '\'', 0x2018, 0x2019, 0x2BC, 0x2BC, 0xFF07, 0xFF07);
        shift('A', 'Z', 32);
        shift(0xC0, 0xD6, 32);
        shift(0xD8, 0xDE, 32);
        shift(0x391, 0x3A9, 32);
        shift(0x410, 0x42F, 32);
        shift(0x400, 0x40F, 80);
        shift(0xFF10, 0xFF19, '0' - 0xFF10);
        shift(0xFF21, 0xFF3A, 'a' - 0xFF21);
        shift(0xFF41, 0xFF5A, 'a' - 0xFF41);
        for (int c = 0x100; c < 0x138; c += 2) {
            FOLD[c] = (char) (c + 1);
        }
        for (int c = 0x14A; c < 0x178; c += 2) {
            FOLD[c] = (char) (c + 1);
        }
    }

    private Words() {}

    private static void fill(byte kind, int... fromTo) {
        for (int i = 0; i < fromTo.length; i += 2) {
            for (int c = fromTo[i]; c <= fromTo[i + 1]; c++) {
                CLASS[c] = kind;
            }
        }
    }

    private static void shift(int from, int to, int by) {
        for (int c = from; c <= to; c++) {
            FOLD[c] = (char) (c + by);
        }
    }

    /** Whether a UTF-16 unit is a letter or a digit, or a character that is a word of its own. */
    static boolean isOfWord(char c) {
        return CLASS[c] == LETTER || CLASS[c] == ALONE;
    }

    /** All words of a text. */
    static TokenStream of(String text) {
        TokenStream out = new TokenStream();
        int to = text.length();
        long hash = 0;
        int start = -1;
        int end = 0;
        for (int i = 0; i < to; i++) {
            char c = text.charAt(i);
            byte kind = CLASS[c];
            if (kind == LETTER) {
                if (start < 0) {
                    start = i;
                    hash = 0xcbf29ce484222325L;
                }
                hash = (hash ^ FOLD[c]) * 0x100000001b3L;
                end = i + 1;
                continue;
            }
            if (kind == IGNORED
                    || (kind == APOSTROPHE && start >= 0 && i + 1 < to && CLASS[text.charAt(i + 1)] == LETTER)) {
                continue;
            }
            if (start >= 0) {
                out.add(SplitMix64.mix(hash), start, end, 2);
                start = -1;
            }
            if (kind == ALONE) {
                out.add(SplitMix64.mix(0x5bd1e995L * c + 1), i, i + 1, 1);
            } else if (c >= 0xD840 && c <= 0xD88F && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.add(SplitMix64.mix(0x5bd1e995L * Character.toCodePoint(c, text.charAt(i + 1)) + 1), i, i + 2, 1);
                i++;
            } else if (c >= 0xD800 && c <= 0xDBFF && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            }
        }
        if (start >= 0) {
            out.add(SplitMix64.mix(hash), start, end, 2);
        }
        return out;
    }
}
