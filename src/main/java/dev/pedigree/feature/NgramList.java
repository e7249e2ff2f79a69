package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/** Lists one- to three-grams of tokens with where they stand. */
final class NgramList {
    private NgramList() {}

    /** Adds the n-grams of the first {@code count} tokens. */
    static void add(TextScanner text, long[] tokens, int count, long seed, int bits, FeatureBuffer out) {
        out.reserve(3 * count);
        long one = 0; // the hashes of the n-grams that end in the token before
        long two = 0;
        for (int i = 0; i < count; i++) {
            long three = Ngram.step(two, tokens[i]);
            two = Ngram.step(one, tokens[i]);
            one = Ngram.step(seed, tokens[i]);
            out.add(Ngram.id(one, bits), text, i, i);
            if (i > 0) {
                out.add(Ngram.id(two, bits), text, i - 1, i);
            }
            if (i > 1) {
                out.add(Ngram.id(three, bits), text, i - 2, i);
            }
        }
    }
}
