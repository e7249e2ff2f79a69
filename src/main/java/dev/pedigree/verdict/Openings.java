package dev.pedigree.verdict;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.HashMap;
import java.util.Map;

/** How alike answers open. */
final class Openings {
    /** An opening of three tokens makes eight features: three prefixes, three tokens and two pairs. */
    private static final int OPENING_FEATURES = 8;

    private Openings() {}

    /**
     * At most so many answers open with the same three tokens: the share of the features of openings that is the eighth, since each such
     * answer has eight of them in common with the others.
     */
    static double same(Fingerprint answers) {
        Map<Integer, Long> counts = new HashMap<>();
        BlockCounts openings = answers.counts(FeatureFamily.OPENING);
        for (int b = 0; b < openings.blocks(); b++) {
            int[] features = openings.features(b);
            for (int i = 0; i < features.length; i++) {
                counts.merge(features[i], (long) openings.counts(b)[i], Long::sum);
            }
        }
        long[] sorted = counts.values().stream().mapToLong(x -> x).sorted().toArray();
        return sorted.length < OPENING_FEATURES
                ? 0
                : Math.min(1, (double) sorted[sorted.length - OPENING_FEATURES] / answers.responses());
    }
}
