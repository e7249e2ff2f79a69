package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * Sequences of one to three tokens anywhere in the first 800, punctuation and line ends included (Brown et al., "Class-based
 * n-gram models of natural language", Computational Linguistics 18(4), 1992, for the n-gram; the hashing is that of Weinberger
 * et al., "Feature hashing for large scale multitask learning", ICML 2009, doi:10.1145/1553374.1553516, without signs).
 */
final class WordNgrams implements Extractor {
    static final int TOKENS = 800;

    private static final long SEED = 0xC0AC29B7C97C50DDL;

    private final int bits;

    WordNgrams(int bits) {
        this.bits = bits;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int count = Math.min(TOKENS, text.tokens());
        out.reserve(3 * count);
        long one = 0; // the hashes of the n-grams that end in the token before
        long two = 0;
        for (int i = 0; i < count; i++) {
            long hash = text.hash(i);
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
}
