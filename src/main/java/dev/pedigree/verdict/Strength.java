package dev.pedigree.verdict;

import dev.pedigree.internal.Decimals;

/**
 * The verbal scale for likelihood ratios of the European Network of Forensic Science Institutes: ENFSI Guideline for Evaluative
 * Reporting in Forensic Science, 2015.
 */
public enum Strength {
    /** A ratio of at most 1/2: the findings speak for the alternative. */
    AGAINST("support for the alternative", Double.NEGATIVE_INFINITY),
    /** A ratio between 1/2 and 2. */
    NONE("no support", -0.30103),
    /** A ratio from 2 to 10. */
    WEAK("weak support", 0.30103),
    /** A ratio from 10 to 100. */
    MODERATE("moderate support", 1),
    /** A ratio from 100 to 1,000. */
    MODERATELY_STRONG("moderately strong support", 2),
    /** A ratio from 1,000 to 10,000. */
    STRONG("strong support", 3),
    /** A ratio from 10,000 to 1,000,000. */
    VERY_STRONG("very strong support", 4),
    /** A ratio above 1,000,000. */
    EXTREMELY_STRONG("extremely strong support", 6);

    private final String words;
    private final double from;

    Strength(String words, double from) {
        this.words = words;
        this.from = from;
    }

    /**
     * The step on which a likelihood ratio stands.
     *
     * @param log10LikelihoodRatio the decimal logarithm of the ratio
     * @return the highest step that it reaches
     */
    public static Strength of(double log10LikelihoodRatio) {
        if (Double.isNaN(log10LikelihoodRatio)) {
            throw new IllegalArgumentException("log10LikelihoodRatio must be a number");
        }
        Strength reached = AGAINST;
        for (Strength step : values()) {
            if (log10LikelihoodRatio >= step.from) {
                reached = step;
            }
        }
        return reached;
    }

    /**
     * The scale's own words.
     *
     * @return for example "moderate support"
     */
    public String words() {
        return words;
    }

    /**
     * The step's range of likelihood ratios, for readers.
     *
     * @return for example "10 to 100"
     */
    public String range() {
        return switch (this) {
            case AGAINST -> "below 1/2";
            case NONE -> "1/2 to 2";
            case WEAK -> "2 to 10";
            case EXTREMELY_STRONG -> "above 1000000";
            default ->
                Decimals.text(StrictMath.pow(10, from))
                        + " to "
                        + Decimals.text(StrictMath.pow(10, values()[ordinal() + 1].from));
        };
    }
}
