package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import dev.pedigree.text.TokenKind;

/** What stands for a word of content: the class of its suffix or, outside the Latin script, its script; one class for all numbers. */
final class WordMasks {
    private static final String[] SUFFIXES = {
        "ing", "ed", "ly", "tion", "ness", "ment", "er", "est", "al", "ive", "ous", "ity", "s"
    };
    /** How many letters must stand before a suffix. */
    private static final int STEM = 3;

    private static final int ENDINGS = 3; // so many suffixes may end in one letter

    private static final long OTHER = TokenHash.of("\u0001");
    private static final long NUMBER = TokenHash.of("\u00010");
    private static final long NOT_LATIN = TokenHash.of("\u0001x");
    private static final long HAN = TokenHash.of("\u0001han");

    // by last letter, ENDINGS each, the one that goes before others last
    private static final int[] BITS = new int[ENDINGS << 7]; // those of the tail that must be the suffix
    private static final int[] TAILS = new int[ENDINGS << 7];
    private static final int[] LEAST = new int[ENDINGS << 7]; // the length of the shortest word
    private static final long[] HASHES = new long[ENDINGS << 7];

    static {
        for (int i = 0; i < BITS.length; i++) {
            TAILS[i] = -1; // no suffix
        }
        for (String suffix : SUFFIXES) {
            int place = freePlace(suffix, TAILS);
            int tail = 0;
            for (char c : suffix.toCharArray()) {
                tail = tail << 8 | c;
            }
            BITS[place] = -1 >>> 32 - 8 * suffix.length();
            TAILS[place] = tail;
            LEAST[place] = suffix.length() + STEM;
            HASHES[place] = TokenHash.of("\u0001" + suffix);
        }
    }

    private WordMasks() {}

    /** Where a suffix goes: the last place of its letter that is not taken. */
    static int freePlace(String suffix, int[] taken) {
        int first = ENDINGS * suffix.charAt(suffix.length() - 1);
        for (int place = first + ENDINGS - 1; place >= first; place--) {
            if (taken[place] == -1) {
                return place;
            }
        }
        throw new IllegalStateException("more than " + ENDINGS + " suffixes end like -" + suffix);
    }

    /** What stands for a word or number that is no function word. */
    static long of(TextScanner text, int token) {
        if (text.kind(token) == TokenKind.NUMBER) {
            return NUMBER;
        }
        int tail = text.tail(token);
        if (tail == 0) {
            char last = text.charAt(text.end(token) - 1);
            return last < 0x250 ? OTHER : last >= 0x4e00 && last < 0xa000 ? HAN : NOT_LATIN;
        }
        int length = text.end(token) - text.start(token);
        int first = ENDINGS * (tail & 0x7f);
        long mask = OTHER;
        for (int i = first; i < first + ENDINGS; i++) {
            // without a branch: all ones where the word has another ending, zeros where it ends in the suffix
            int difference = (tail & BITS[i]) ^ TAILS[i] | length - LEAST[i] >> 31;
            long other = (difference | -difference) >> 31;
            mask = mask & other | HASHES[i] & ~other;
        }
        return mask;
    }
}
