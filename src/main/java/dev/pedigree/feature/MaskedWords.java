package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import dev.pedigree.text.TokenKind;

/**
 * One- to three-grams of the first 400 tokens with content masked: function words, punctuation and line ends stay, numbers become
 * one class, other words become their suffix class or, outside the Latin script, their script. Text distortion after Stamatatos,
 * "Masking topic-related information to enhance authorship attribution", JASIST 69(3), 2018, doi:10.1002/asi.23968.
 */
final class MaskedWords implements Extractor {
    static final int TOKENS = 400;

    private static final long SEED = 0x9216D5D98979FB1BL;
    private static final long NUMBER = TokenHash.of("\u00010");
    private static final long OTHER = TokenHash.of("\u0001");
    private static final long NOT_LATIN = TokenHash.of("\u0001x");
    private static final long HAN = TokenHash.of("\u0001han");

    private static final String[] SUFFIXES = {
        "ing", "ed", "ly", "tion", "ness", "ment", "er", "est", "al", "ive", "ous", "ity", "s"
    };
    private static final long[] SUFFIX_HASHES = new long[SUFFIXES.length];
    private static final int[][] BY_LAST = new int[26][]; // indexes of SUFFIXES by last letter, in their order

    static {
        for (int letter = 0; letter < 26; letter++) {
            int count = 0;
            int[] found = new int[SUFFIXES.length];
            for (int i = 0; i < SUFFIXES.length; i++) {
                SUFFIX_HASHES[i] = TokenHash.of("\u0001" + SUFFIXES[i]);
                if (SUFFIXES[i].charAt(SUFFIXES[i].length() - 1) == 'a' + letter) {
                    found[count++] = i;
                }
            }
            BY_LAST[letter] = java.util.Arrays.copyOf(found, count);
        }
    }

    private final int bits;

    MaskedWords(int bits) {
        this.bits = bits;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int count = Math.min(TOKENS, text.tokens());
        out.reserve(3 * count);
        long before = 0; // the masked hashes of the two tokens before this one
        long last = 0;
        for (int i = 0; i < count; i++) {
            long hash = mask(text, i);
            int end = text.end(i);
            out.add(Ngram.id(Ngram.step(SEED, hash), bits), text.start(i), end);
            if (i > 0) {
                out.add(Ngram.id(Ngram.step(Ngram.step(SEED, last), hash), bits), text.start(i - 1), end);
                if (i > 1) {
                    long three = Ngram.step(Ngram.step(Ngram.step(SEED, before), last), hash);
                    out.add(Ngram.id(three, bits), text.start(i - 2), end);
                }
            }
            before = last;
            last = hash;
        }
    }

    private static long mask(TextScanner text, int token) {
        TokenKind kind = text.kind(token);
        long hash = text.hash(token);
        if (kind == TokenKind.NUMBER) {
            return NUMBER;
        }
        return kind != TokenKind.WORD || FunctionWords.idOf(hash) >= 0 ? hash : content(text, token);
    }

    private static long content(TextScanner text, int token) {
        int start = text.start(token);
        int end = text.end(token);
        char last = text.lowerAt(end - 1);
        if (last >= 'a' && last <= 'z') {
            for (int suffix : BY_LAST[last - 'a']) {
                if (endsWith(text, start, end, SUFFIXES[suffix])) {
                    return SUFFIX_HASHES[suffix];
                }
            }
            return OTHER;
        }
        return last < 0x250 ? OTHER : last >= 0x4e00 && last < 0xa000 ? HAN : NOT_LATIN;
    }

    private static boolean endsWith(TextScanner text, int start, int end, String suffix) {
        int length = suffix.length();
        if (end - start <= length + 2) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.lowerAt(end - length + i) != suffix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
