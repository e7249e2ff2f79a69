package dev.pedigree.feature;

import java.util.Optional;

/**
 * Kinds of habits that a fingerprint counts. Id and width are written into stored fingerprints; an id is never reused, and a
 * family whose features are found in another way is another family.
 */
public enum FeatureFamily {
    /** Position-anchored n-grams of the first eight tokens. */
    OPENING(1, 20),
    /** Position-anchored n-grams of the last eight tokens. */
    CLOSING(2, 20),
    /** The first one to three tokens of sentences and lines. */
    STARTS(3, 20),
    /** The first one to four tokens of lines. */
    LINES(4, 20),
    /** Function words. */
    FUNCTION_WORDS(5, 12),
    /** One- to three-grams of words in which all but function words are replaced by their suffix class. */
    MASKED_WORDS(6, 14),
    /** One- to three-grams of words. */
    WORDS(7, 16),
    /** Three- to five-grams of characters. */
    CHARACTERS(8, 14),
    /** Punctuation marks and glyphs, read before any normalisation. */
    GLYPHS(9, 9),
    /** Markdown and the shape of lines and blocks. */
    LAYOUT(10, 14),
    /** Lengths of answers, sentences and words, and vocabulary richness. */
    RICHNESS(11, 10),
    /** Habits inside code blocks. */
    CODE(12, 10);

    private final int id;
    private final int bits;

    FeatureFamily(int id, int bits) {
        this.id = id;
        this.bits = bits;
    }

    /**
     * The number by which stored fingerprints know the family.
     *
     * @return a positive number
     */
    public int id() {
        return id;
    }

    /**
     * How wide the ids of its features are: hashed n-grams are cut to so many bits, so that rare ones may share an id.
     *
     * @return a number of bits, from 1 to 20
     */
    public int bits() {
        return bits;
    }

    /**
     * The name of a feature, where it has one of its own: in {@link #FUNCTION_WORDS}, {@link #GLYPHS}, {@link #RICHNESS},
     * {@link #CODE} and for the named part of {@link #LAYOUT}. Hashed n-grams have none; a dictionary of them is made from texts
     * with {@link FeatureBuffer#withPlaces}.
     *
     * @param feature a feature id of this family
     * @return what it counts
     */
    public Optional<String> describe(int feature) {
        if (this == FUNCTION_WORDS) {
            return feature >= 0 && feature < FunctionWords.count()
                    ? Optional.of(FunctionWords.word(feature))
                    : Optional.empty();
        }
        Names names = switch (this) {
            case GLYPHS -> Glyphs.names();
            case LAYOUT -> Layout.names();
            case RICHNESS -> Richness.names();
            case CODE -> CodeStyle.names();
            default -> new Names();
        };
        return feature >= 0 && feature < names.size() ? Optional.of(names.name(feature)) : Optional.empty();
    }

    /**
     * The feature of {@link #CLOSING} that an answer has whose last token is a word.
     *
     * @param word the word, in lower case
     * @return a feature id; as n-grams are hashed, others may share it
     */
    public static int lastToken(String word) {
        return Edges.outermost(word, CLOSING.bits());
    }
}
