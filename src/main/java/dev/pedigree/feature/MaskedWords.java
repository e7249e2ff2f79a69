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

    /** Longer ones before those that end like them. */
    private static final String[] SUFFIXES = {
        "ing", "ed", "ly", "tion", "ness", "ment", "er", "est", "al", "ive", "ous", "ity", "s"
    };

    private static final long[] SUFFIX_HASHES = new long[SUFFIXES.length];

    static {
        for (int i = 0; i < SUFFIXES.length; i++) {
            SUFFIX_HASHES[i] = TokenHash.of("\u0001" + SUFFIXES[i]);
        }
    }

    private final int bits;
    private final WordClasses classes;

    MaskedWords(int bits, WordClasses classes) {
        this.bits = bits;
        this.classes = classes;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        classes.prepare(text);
        int count = Math.min(TOKENS, text.tokens());
        out.reserve(3 * count);
        long one = 0; // the hashes of the n-grams that end in the token before
        long two = 0;
        for (int i = 0; i < count; i++) {
            long hash = mask(text, i);
            int end = text.end(i);
            long three = Ngram.step(two, hash);
            two = Ngram.step(one, hash);
            one = Ngram.step(SEED, hash);
            out.add(Ngram.id(one, bits), text.start(i), end);
            if (i > 0) {
                out.add(Ngram.id(two, bits), text.start(i - 1), end);
                if (i > 1) {
                    out.add(Ngram.id(three, bits), text.start(i - 2), end);
                }
            }
        }
    }

    private long mask(TextScanner text, int token) {
        if (!text.isWord(token) || classes.id(token) >= 0) {
            return text.hash(token);
        }
        int tail = text.tail(token);
        if (tail != 0) {
            int suffix = suffix(tail, text.end(token) - text.start(token));
            return suffix >= 0 ? SUFFIX_HASHES[suffix] : text.kind(token) == TokenKind.NUMBER ? NUMBER : OTHER;
        }
        char last = text.charAt(text.end(token) - 1);
        return last < 0x250 ? OTHER : last >= 0x4e00 && last < 0xa000 ? HAN : NOT_LATIN;
    }

    /** The suffix of a word by its last four letters, if at least three more letters stand before it; -1 for none. */
    private static int suffix(int tail, int length) {
        return switch (tail & 0xff) {
            case 'g' -> ends(tail, length, 'i' << 16 | 'n' << 8 | 'g', 3) ? 0 : -1;
            case 'd' -> ends(tail, length, 'e' << 8 | 'd', 2) ? 1 : -1;
            case 'y' ->
                ends(tail, length, 'l' << 8 | 'y', 2) ? 2 : ends(tail, length, 'i' << 16 | 't' << 8 | 'y', 3) ? 11 : -1;
            case 'n' -> ends(tail, length, 't' << 24 | 'i' << 16 | 'o' << 8 | 'n', 4) ? 3 : -1;
            case 't' ->
                ends(tail, length, 'm' << 24 | 'e' << 16 | 'n' << 8 | 't', 4)
                        ? 5
                        : ends(tail, length, 'e' << 16 | 's' << 8 | 't', 3) ? 7 : -1;
            case 'r' -> ends(tail, length, 'e' << 8 | 'r', 2) ? 6 : -1;
            case 'l' -> ends(tail, length, 'a' << 8 | 'l', 2) ? 8 : -1;
            case 'e' -> ends(tail, length, 'i' << 16 | 'v' << 8 | 'e', 3) ? 9 : -1;
            case 's' ->
                ends(tail, length, 'n' << 24 | 'e' << 16 | 's' << 8 | 's', 4)
                        ? 4
                        : ends(tail, length, 'o' << 16 | 'u' << 8 | 's', 3) ? 10 : length > 3 ? 12 : -1;
            default -> -1;
        };
    }

    private static boolean ends(int tail, int length, int suffix, int letters) {
        return length > letters + 2 && (tail << 32 - 8 * letters) == (suffix << 32 - 8 * letters);
    }
}
