package dev.pedigree.reference;

/**
 * How well a library knows a suspect's prompts. Scores on prompts that no model of the library answered are lower and scatter more,
 * so each regime has a calibration of its own.
 */
public enum PromptRegime {
    /** At least half of the prompts were answered by models of the library. */
    KNOWN,
    /** Fewer than half of them were. */
    UNSEEN;

    /**
     * The regime of a suspect.
     *
     * @param knownPrompts the share of its prompts that models of the library answered, in [0, 1]
     * @return the regime
     */
    public static PromptRegime of(double knownPrompts) {
        return knownPrompts >= 0.5 ? KNOWN : UNSEEN;
    }
}
