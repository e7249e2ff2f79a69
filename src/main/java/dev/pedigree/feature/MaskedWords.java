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

    /** How many suffixes may end in the same letter. */
    private static final int RIVALS = 3;

    // by RIVALS * (letter & 31) + rival, the first that fits being taken: which bits of a tail to look at, what must
    // stand there,
    // how long the word must be, the class's hash
    private static final int[] BITS = new int[32 * RIVALS];
    private static final int[] WANTED = new int[32 * RIVALS];
    private static final int[] LENGTH = new int[32 * RIVALS];
    private static final long[] CLASS = new long[32 * RIVALS];

    static {
        java.util.Arrays.fill(LENGTH, Integer.MAX_VALUE);
        for (String suffix : SUFFIXES) {
            int length = suffix.length();
            int at = RIVALS * (suffix.charAt(length - 1) & 31);
            while (BITS[at] != 0) {
                at++;
            }
            BITS[at] = -1 >>> 32 - 8 * length;
            for (int i = 0; i < length; i++) {
                WANTED[at] = WANTED[at] << 8 | suffix.charAt(i);
            }
            LENGTH[at] = length + 3;
            CLASS[at] = TokenHash.of("\u0001" + suffix);
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
        long hash = text.hash(token);
        int tail = text.tail(token);
        if (tail == 0) {
            return maskRare(text, token, hash);
        }
        // whether a word is a function word, and how it ends, cannot be foreseen, so nothing branches on it
        int length = text.end(token) - text.start(token);
        int at = RIVALS * (tail & 31);
        long masked = fits(tail, length, at + 2) ? CLASS[at + 2] : OTHER;
        masked = fits(tail, length, at + 1) ? CLASS[at + 1] : masked;
        masked = fits(tail, length, at) ? CLASS[at] : masked;
        masked = text.kind(token) == TokenKind.NUMBER ? NUMBER : masked;
        return classes.id(token) >= 0 ? hash : masked;
    }

    private static boolean fits(int tail, int length, int suffix) {
        return (tail & BITS[suffix]) == WANTED[suffix] & length >= LENGTH[suffix];
    }

    /** What is not made of ASCII letters and digits. */
    private long maskRare(TextScanner text, int token, long hash) {
        if (text.kind(token) == TokenKind.NUMBER) {
            return NUMBER;
        }
        if (!text.isWord(token) || classes.id(token) >= 0) {
            return hash;
        }
        char last = text.charAt(text.end(token) - 1);
        return last < 0x250 ? OTHER : last >= 0x4e00 && last < 0xa000 ? HAN : NOT_LATIN;
    }
}
