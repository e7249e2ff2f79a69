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
        for (int i = 0; i < count; i++) {
            long hash = Ngram.step(SEED, text.hash(i));
            out.add(Ngram.id(hash, bits), text.start(i), text.end(i));
            if (i + 1 < count) {
                hash = Ngram.step(hash, text.hash(i + 1));
                out.add(Ngram.id(hash, bits), text.start(i), text.end(i + 1));
                if (i + 2 < count) {
                    hash = Ngram.step(hash, text.hash(i + 2));
                    out.add(Ngram.id(hash, bits), text.start(i), text.end(i + 2));
                }
            }
        }
    }
}
