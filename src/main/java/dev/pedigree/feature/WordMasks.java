package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import dev.pedigree.text.TokenKind;

/** What stands for a word of content: the class of its suffix or, outside the Latin script, its script; one class for all numbers. */
final class WordMasks {
    /** The mask of a function word, which stays as it is. */
    static final int NONE = 0;

    private static final String[] SUFFIXES = {
        "ing", "ed", "ly", "tion", "ness", "ment", "er", "est", "al", "ive", "ous", "ity", "s"
    };
    private static final int FIRST_SUFFIX = 1;
    private static final int OTHER = FIRST_SUFFIX + SUFFIXES.length;
    private static final int NUMBER = OTHER + 1;

    private static final long[] HASHES = new long[NUMBER + 1]; // by mask
    private static final int[] BY_LAST_LETTER = new int[128]; // a bit for each suffix that ends in it
    private static final int[] SUFFIX_LENGTHS = new int[SUFFIXES.length];
    private static final int[] SUFFIX_TAILS = new int[SUFFIXES.length];
    private static final long NOT_LATIN = TokenHash.of("\u0001x");
    private static final long HAN = TokenHash.of("\u0001han");

    static {
        for (int i = 0; i < SUFFIXES.length; i++) {
            HASHES[FIRST_SUFFIX + i] = TokenHash.of("\u0001" + SUFFIXES[i]);
            SUFFIX_LENGTHS[i] = SUFFIXES[i].length();
            for (char c : SUFFIXES[i].toCharArray()) {
                SUFFIX_TAILS[i] = SUFFIX_TAILS[i] << 8 | c;
            }
            BY_LAST_LETTER[SUFFIX_TAILS[i] & 0x7f] |= 1 << i;
        }
        HASHES[OTHER] = TokenHash.of("\u0001");
        HASHES[NUMBER] = TokenHash.of("\u00010");
    }

    private WordMasks() {}

    /** The hash that stands for a mask other than {@link #NONE}. */
    static long hash(int mask) {
        return HASHES[mask];
    }

    /** The mask of a word or number of ASCII letters and digits; {@code id} is the function word that it is, or -1. */
    static int of(TextScanner text, int token, int id) {
        if (id >= 0) {
            return NONE;
        }
        if (text.kind(token) == TokenKind.NUMBER) {
            return NUMBER;
        }
        int tail = text.tail(token);
        int length = text.end(token) - text.start(token);
        for (int left = BY_LAST_LETTER[tail & 0x7f]; left != 0; left &= left - 1) {
            int i = Integer.numberOfTrailingZeros(left);
            int bits = -1 >>> 32 - 8 * SUFFIX_LENGTHS[i];
            if ((tail & bits) == SUFFIX_TAILS[i] && length >= SUFFIX_LENGTHS[i] + 3) {
                return FIRST_SUFFIX + i;
            }
        }
        return OTHER;
    }

    /** What stands for any other word or number, by its last unit as it is written. */
    static long rare(TextScanner text, int token, int id) {
        if (text.kind(token) == TokenKind.NUMBER) {
            return HASHES[NUMBER];
        }
        if (id >= 0) {
            return text.hash(token);
        }
        char last = text.charAt(text.end(token) - 1);
        return last < 0x250 ? HASHES[OTHER] : last >= 0x4e00 && last < 0xa000 ? HAN : NOT_LATIN;
    }
}
