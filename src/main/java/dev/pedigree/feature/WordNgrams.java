package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * Sequences of one to three tokens anywhere in the first 800, punctuation and line ends included (Brown et al., "Class-based
 * n-gram models of natural language", Computational Linguistics 18(4), 1992, for the n-gram; the hashing is that of Weinberger
 * et al., "Feature hashing for large scale multitask learning", ICML 2009, doi:10.1145/1553374.1553516, without signs).
 */
final class WordNgrams implements Extractor {
    static final int TOKENS = 800;

    static final long SEED = 0x3F84D5B5B5470917L;

    private final int bits;
    private final WordClasses classes;

    WordNgrams(int bits, WordClasses classes) {
        this.bits = bits;
        this.classes = classes;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        classes.prepare(text);
        int count = Math.min(TOKENS, text.tokens());
        if (out.table().length > 0) {
            NgramTable.count(classes.hashes(), 0, count, SEED, bits, out.table());
        } else {
            NgramList.add(text, classes.hashes(), count, SEED, bits, out);
        }
    }

    /** Takes the sample on the way, since it is one of the same n-grams. */
    void extract(TextScanner text, FeatureBuffer out, NgramSample sample) {
        classes.prepare(text);
        int count = Math.min(TOKENS, text.tokens());
        int sampled = Math.min(NgramSample.TOKENS, count);
        sample.begin(sampled);
        if (out.table().length > 0) {
            NgramTable.countAndSample(classes.hashes(), sampled, SEED, bits, out.table(), sample);
            NgramTable.count(classes.hashes(), sampled, count, SEED, bits, out.table());
        } else {
            NgramList.add(text, classes.hashes(), count, SEED, bits, out);
            NgramTable.countAndSample(classes.hashes(), sampled, SEED, bits, new int[1 << bits], sample);
        }
        sample.end();
    }
}
