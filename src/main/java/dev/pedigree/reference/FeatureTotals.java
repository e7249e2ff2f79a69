package dev.pedigree.reference;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Occurrences and weighted rates of hashed features over a population. Features have at most {@value #BITS} bits. */
final class FeatureTotals {
    private static final int BITS = 20;

    private final int[] occurrences = new int[1 << BITS];
    private final double[] rates = new double[1 << BITS];

    void add(int[] features, int[] counts, double weight) {
        for (int i = 0; i < features.length; i++) {
            occurrences[features[i]] += counts[i];
            rates[features[i]] += counts[i] * weight;
        }
    }

    /**
     * The features with the highest rates.
     *
     * @param size how many are wanted at most
     * @param minOccurrences how often each must occur
     * @return their ids, ascending
     */
    int[] most(int size, int minOccurrences) {
        return IntStream.range(0, 1 << BITS)
                .filter(id -> occurrences[id] >= minOccurrences)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(id -> -rates[id]).thenComparing(id -> id))
                .limit(size)
                .mapToInt(id -> id)
                .sorted()
                .toArray();
    }
}
