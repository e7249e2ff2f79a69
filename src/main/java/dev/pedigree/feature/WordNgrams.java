package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of one to three tokens anywhere in the first 800, punctuation and line ends included (Brown et al., "Class-based
 * n-gram models of natural language", Computational Linguistics 18(4), 1992, for the n-gram; the hashing is that of Weinberger
 * et al., "Feature hashing for large scale multitask learning", ICML 2009, doi:10.1145/1553374.1553516, without signs).
 */
final class WordNgrams implements Extractor {
    static final int TOKENS = 800;

    private static final long SEED = 0x3F84D5B5B5470917L;

    private final int bits;

    WordNgrams(int bits) {
        this.bits = bits;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        count(text, 0, Math.min(TOKENS, text.tokens()), out, null);
    }

    /** Takes the sample on the way, since it is one of the same n-grams. */
    void extract(TextScanner text, FeatureBuffer out, NgramSample sample) {
        int count = Math.min(TOKENS, text.tokens());
        int sampled = Math.min(NgramSample.TOKENS, count);
        sample.begin(sampled);
        count(text, 0, sampled, out, sample);
        count(text, sampled, count, out, null);
        sample.end();
    }

    /** Counts the n-grams that end in the tokens {@code from} to {@code to}. */
    private void count(TextScanner text, int from, int to, FeatureBuffer out, @Nullable NgramSample sample) {
        out.reserve(3 * (to - from));
        // the hashes of the n-grams that end in the token before
        long one = from > 0 ? Ngram.step(SEED, text.hash(from - 1)) : 0;
        long two = from > 1 ? Ngram.step(Ngram.step(SEED, text.hash(from - 2)), text.hash(from - 1)) : 0;
        for (int i = from; i < to; i++) {
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
            if (sample != null) {
                sample.consider(one);
                if (i > 0) {
                    sample.consider(two);
                    if (i > 1) {
                        sample.consider(three);
                    }
                }
            }
        }
    }
}
