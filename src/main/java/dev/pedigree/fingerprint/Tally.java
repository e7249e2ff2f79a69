package dev.pedigree.fingerprint;

import dev.pedigree.feature.FeatureBuffer;
import dev.pedigree.feature.FeatureCounts;
import dev.pedigree.feature.FeatureFamily;

/** The growing counts of one family. One block is counted at a time, so that what is written to stays in the processor's cache. */
final class Tally {
    /** Wider families are sparse in every block, and are listed and sorted instead of counted in a table. */
    private static final int WIDEST_TABLE = 16;

    private static final int[] NONE = new int[0];

    private final FeatureBuffer open;
    private final int[][] features; // [block]
    private final int[][] counts;
    private int block = -1;

    Tally(FeatureFamily family, int blocks) {
        open = family.bits() <= WIDEST_TABLE ? FeatureBuffer.ofCounts(family.bits()) : FeatureBuffer.ofIds();
        features = new int[blocks][];
        counts = new int[blocks][];
        for (int i = 0; i < blocks; i++) {
            features[i] = NONE;
            counts[i] = NONE;
        }
    }

    /** Where features of a block of the finest division are to be added; closes the block before. */
    FeatureBuffer open(int fineBlock) {
        int next = fineBlock & (features.length - 1);
        if (next != block) {
            close();
            block = next;
        }
        return open;
    }

    void close() {
        if (block < 0) {
            return;
        }
        FeatureCounts drained = open.drain();
        if (features[block].length == 0) {
            features[block] = drained.features();
            counts[block] = drained.counts();
        } else {
            CountRows sum = CountRows.ofRow(features[block], counts[block])
                    .plus(CountRows.ofRow(drained.features(), drained.counts()));
            features[block] = sum.features(0);
            counts[block] = sum.counts(0);
        }
        block = -1;
    }

    /** The counts so far; rows are replaced, never changed, when more is counted. */
    CountRows rows() {
        close();
        return new CountRows(features.clone(), counts.clone());
    }
}
