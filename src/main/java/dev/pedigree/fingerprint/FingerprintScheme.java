package dev.pedigree.fingerprint;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A definition of what a fingerprint counts and how. Its id is written into stored fingerprints and never reused; fingerprints of
 * different schemes cannot be compared or merged.
 */
public enum FingerprintScheme {
    /** All twelve families; 32 blocks, 8 for the dense families; samples of word 1-3-grams per prompt. */
    V1(1);

    /** How many blocks the responses are spread over. */
    static final int BLOCKS = 32;

    private final int id;

    FingerprintScheme(int id) {
        this.id = id;
    }

    /**
     * The number written into a stored fingerprint.
     *
     * @return a positive number
     */
    public int id() {
        return id;
    }

    static Optional<FingerprintScheme> ofId(long id) {
        return Arrays.stream(values()).filter(s -> s.id == id).findFirst();
    }

    /**
     * The families that are counted.
     *
     * @return them in the order of their ids
     */
    public List<FeatureFamily> families() {
        return List.of(FeatureFamily.values());
    }

    /**
     * How many blocks a family's counts are kept in. A family with fewer blocks than another puts whole blocks of the other
     * together: block {@code b} of many stands in block {@code b} modulo few.
     *
     * @param family a family
     * @return a power of two
     */
    public int blocks(FeatureFamily family) {
        return switch (family) {
            case MASKED_WORDS, WORDS, CHARACTERS, LAYOUT -> 8; // dense in every block
            default -> BLOCKS;
        };
    }

    /** The block, in [0, {@link #BLOCKS}), that holds the answers to a prompt. */
    int blockOf(long promptKey) {
        return (int) (SplitMix64.mix(promptKey) >>> 59);
    }
}
