package dev.pedigree.fingerprint;

/**
 * How often each feature of one family occurs in each block of a corpus. A block holds the responses whose prompt key falls into
 * one bucket, so the same prompts stand in the same block of every fingerprint.
 */
public interface BlockCounts {
    /**
     * How many blocks there are.
     *
     * @return a fixed number of the fingerprint's scheme
     */
    int blocks();

    /**
     * The features that occur in a block.
     *
     * @param block the block's index, in [0, {@link #blocks()})
     * @return hashed feature ids, strictly ascending; the row itself and no copy, so not to be changed
     */
    int[] features(int block);

    /**
     * How often they occur.
     *
     * @param block the block's index, in [0, {@link #blocks()})
     * @return a positive count for each entry of {@link #features(int)}; the row itself and no copy, so not to be changed
     */
    int[] counts(int block);
}
