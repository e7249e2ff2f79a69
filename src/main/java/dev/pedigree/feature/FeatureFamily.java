package dev.pedigree.feature;

/**
 * Kinds of habits that a fingerprint counts. The id is written into stored fingerprints and never reused.
 */
public enum FeatureFamily {
    /** Position-anchored n-grams of the first eight tokens. */
    OPENING(1),
    /** Position-anchored n-grams of the last eight tokens. */
    CLOSING(2),
    /** The first one to three tokens of sentences and lines. */
    STARTS(3),
    /** The first one to four tokens of lines. */
    LINES(4),
    /** Function words. */
    FUNCTION_WORDS(5),
    /** One- to three-grams of words in which all but function words are replaced by their suffix class. */
    MASKED_WORDS(6),
    /** One- to three-grams of words. */
    WORDS(7),
    /** Three- to five-grams of characters. */
    CHARACTERS(8),
    /** Punctuation marks and glyphs, read before any normalisation. */
    GLYPHS(9),
    /** Markdown and the shape of lines and blocks. */
    LAYOUT(10),
    /** Lengths of answers, sentences and words, and vocabulary richness. */
    RICHNESS(11),
    /** Habits inside code blocks. */
    CODE(12);

    private final int id;

    FeatureFamily(int id) {
        this.id = id;
    }

    /**
     * The number by which stored fingerprints know the family.
     *
     * @return a positive number
     */
    public int id() {
        return id;
    }
}
