package dev.pedigree.compare;

import dev.pedigree.feature.FeatureFamily;

/** Kinds of likeness that a comparison measures apart. */
public enum Channel {
    /** How answers open. */
    OPENINGS("how answers open", FeatureFamily.OPENING),
    /** How sentences and lines start. */
    STARTS("how sentences and lines start", FeatureFamily.STARTS),
    /** How lines start. */
    LINES("how lines start", FeatureFamily.LINES);

    private final String title;
    private final FeatureFamily family;

    Channel(String title, FeatureFamily family) {
        this.title = title;
        this.family = family;
    }

    /**
     * The channel in words.
     *
     * @return for example "how answers open"
     */
    public String title() {
        return title;
    }

    /**
     * The features that it compares.
     *
     * @return a family
     */
    public FeatureFamily family() {
        return family;
    }
}
