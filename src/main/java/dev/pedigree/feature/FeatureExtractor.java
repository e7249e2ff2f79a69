package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/** Finds the features of texts. Holds scratch space; not safe to share between threads. */
public final class FeatureExtractor {
    private final Extractor[] extractors;

    /** An extractor of every family. */
    public FeatureExtractor() {
        FeatureFamily[] families = FeatureFamily.values();
        extractors = new Extractor[families.length];
        for (FeatureFamily family : families) {
            extractors[family.ordinal()] = create(family);
        }
    }

    /**
     * Finds the features of one family.
     *
     * @param family the family
     * @param text a scanner that holds the text
     * @param out receives the features; what it held before is forgotten
     */
    public void extract(FeatureFamily family, TextScanner text, FeatureBuffer out) {
        out.clear();
        extractors[family.ordinal()].extract(text, out);
    }

    private static Extractor create(FeatureFamily family) {
        int bits = family.bits();
        return switch (family) {
            case OPENING -> Edges.opening(bits);
            case CLOSING -> Edges.closing(bits);
            case STARTS -> Starts.ofSentences(bits);
            case LINES -> Starts.ofLines(bits);
            case FUNCTION_WORDS -> new FunctionWords();
            case MASKED_WORDS -> new MaskedWords(bits);
            case WORDS -> new WordNgrams(bits);
            case CHARACTERS -> new CharacterNgrams(bits);
            case GLYPHS -> new Glyphs();
            case LAYOUT -> new Layout(bits);
            case RICHNESS -> new Richness();
            case CODE -> new CodeStyle();
        };
    }
}
