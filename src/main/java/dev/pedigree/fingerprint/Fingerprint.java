package dev.pedigree.fingerprint;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import java.util.Arrays;

/**
 * Everything that attribution needs to know of a model's responses, as counts of hashed features from which no text can be read
 * back. Immutable. {@link #merge} is associative and commutative, and merging the fingerprints of a corpus's parts gives the
 * fingerprint of the corpus.
 */
public final class Fingerprint {
    private final FingerprintScheme scheme;
    private final String name;
    private final int[] blockResponses; // [block]
    private final CountRows[] counts; // by the family's ordinal
    private final PromptSketches sketches;

    Fingerprint(
            FingerprintScheme scheme, String name, int[] blockResponses, CountRows[] counts, PromptSketches sketches) {
        this.scheme = scheme;
        this.name = name;
        this.blockResponses = blockResponses;
        this.counts = counts;
        this.sketches = sketches;
    }

    /**
     * The definition by which it was made.
     *
     * @return the scheme
     */
    public FingerprintScheme scheme() {
        return scheme;
    }

    /**
     * What the fingerprinted responses are called.
     *
     * @return a name, may be empty
     */
    public String name() {
        return name;
    }

    /**
     * The same fingerprint under another name.
     *
     * @param newName the name
     * @return the renamed fingerprint
     */
    public Fingerprint named(String newName) {
        return new Fingerprint(scheme, requireNonNull(newName, "newName"), blockResponses, counts, sketches);
    }

    /**
     * How many responses were counted.
     *
     * @return the count
     */
    public long responses() {
        long sum = 0;
        for (int responses : blockResponses) {
            sum += responses;
        }
        return sum;
    }

    /**
     * How many responses were counted in each block of a family.
     *
     * @param family the family
     * @return a new array with {@link BlockCounts#blocks()} entries
     */
    public int[] responses(FeatureFamily family) {
        int[] sums = new int[scheme.blocks(family)];
        for (int block = 0; block < blockResponses.length; block++) {
            int to = block & (sums.length - 1);
            sums[to] = CountRows.saturated(sums[to], blockResponses[block]);
        }
        return sums;
    }

    /**
     * The counts of a family.
     *
     * @param family the family
     * @return its features and counts in each block
     */
    public BlockCounts counts(FeatureFamily family) {
        return counts[family.ordinal()];
    }

    /**
     * The samples of what was answered to each prompt.
     *
     * @return the samples
     */
    public PromptSketches sketches() {
        return sketches;
    }

    /**
     * The fingerprint of the responses of both together. Of two names that are not empty and differ, the smaller is kept.
     *
     * @param other a fingerprint of the same scheme
     * @return the sum
     * @throws IllegalArgumentException if the schemes differ
     */
    public Fingerprint merge(Fingerprint other) {
        if (scheme != other.scheme) {
            throw new IllegalArgumentException("cannot merge schemes " + scheme + " and " + other.scheme);
        }
        int[] responses = blockResponses.clone();
        for (int block = 0; block < responses.length; block++) {
            responses[block] = CountRows.saturated(responses[block], other.blockResponses[block]);
        }
        CountRows[] sums = new CountRows[counts.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = counts[i].plus(other.counts[i]);
        }
        boolean takeOther = name.isEmpty() || !other.name.isEmpty() && other.name.compareTo(name) < 0;
        return new Fingerprint(scheme, takeOther ? other.name : name, responses, sums, sketches.plus(other.sketches));
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof Fingerprint other
                && scheme == other.scheme
                && name.equals(other.name)
                && Arrays.equals(blockResponses, other.blockResponses)
                && Arrays.equals(counts, other.counts)
                && sketches.equals(other.sketches);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "Fingerprint[" + name + ", " + responses() + " responses]";
    }
}
