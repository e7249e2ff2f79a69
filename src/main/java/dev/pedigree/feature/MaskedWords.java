package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * One- to three-grams of the first 400 tokens with content masked: function words, punctuation and line ends stay, numbers become
 * one class, other words become their suffix class or, outside the Latin script, their script. Text distortion after Stamatatos,
 * "Masking topic-related information to enhance authorship attribution", JASIST 69(3), 2018, doi:10.1002/asi.23968.
 */
final class MaskedWords implements Extractor {
    static final int TOKENS = 400;

    private static final long SEED = 0x9216D5D98979FB1BL;
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
        if (out.table().length > 0) {
            NgramTable.count(classes.masked(), 0, count, SEED, bits, out.table());
        } else {
            NgramList.add(text, classes.masked(), count, SEED, bits, out);
        }
    }
}
