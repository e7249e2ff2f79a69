package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/** Finds the features of texts. Holds scratch space; not safe to share between threads. */
public final class FeatureExtractor {
    private final WordClasses classes = new WordClasses();
    private final WordNgrams words = new WordNgrams(FeatureFamily.WORDS.bits(), classes);
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
     * @param out receives the features, behind those that it holds
     */
    public void extract(FeatureFamily family, TextScanner text, FeatureBuffer out) {
        extractors[family.ordinal()].extract(text, out);
    }

    /**
     * Finds the features of {@link FeatureFamily#WORDS}, and takes a sample of them on the way.
     *
     * @param text a scanner that holds the text
     * @param out receives the features, behind those that it holds
     * @param sample receives the sample; what it held before is forgotten
     */
    public void extractWords(TextScanner text, FeatureBuffer out, NgramSample sample) {
        words.extract(text, out, sample);
    }

    /**
     * The likely language of a text, by which language's function words it has most of among its first tokens: a coarse guess for
     * telling corpora apart, not a language identifier. Short texts and close relatives are often mistaken.
     *
     * @param text a scanner that holds the text
     * @return a BCP 47 tag, or {@code und} where fewer than two function words of any language stand
     */
    public String language(TextScanner text) {
        return LanguageGuess.of(text, classes);
    }

    private Extractor create(FeatureFamily family) {
        int bits = family.bits();
        return switch (family) {
            case OPENING -> Edges.opening(bits);
            case CLOSING -> Edges.closing(bits);
            case STARTS -> Starts.ofSentences(bits);
            case LINES -> Starts.ofLines(bits);
            case FUNCTION_WORDS -> new FunctionWords(classes);
            case MASKED_WORDS -> new MaskedWords(bits, classes);
            case WORDS -> words;
            case CHARACTERS -> new CharacterNgrams(bits);
            case GLYPHS -> new Glyphs();
            case LAYOUT -> new Layout(bits);
            case RICHNESS -> new Richness();
            case CODE -> new CodeStyle();
        };
    }
}
