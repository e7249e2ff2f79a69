package dev.pedigree.feature;

import java.util.Arrays;

/**
 * How often each feature was met. Handed over and not copied, since there is one for every answer: who receives it owns the arrays.
 * Two are equal only where they are the same.
 *
 * @param features feature ids, strictly ascending
 * @param counts a positive count for each
 */
public record FeatureCounts(int[] features, int[] counts) {
    private static final int RADIX_BITS = 10;
    private static final int RADIX = 1 << RADIX_BITS;

    /** The counts in a table that are not zero; the table is all zeros afterwards. */
    static FeatureCounts ofTable(int[] table) {
        int distinct = 0;
        for (int count : table) {
            distinct += count == 0 ? 0 : 1;
        }
        int[] features = new int[distinct + 1];
        int[] counts = new int[distinct + 1];
        int size = 0;
        for (int id = 0; id < table.length; id++) {
            int count = table[id];
            // written without a branch, and overwritten next if the count is zero
            features[size] = id;
            counts[size] = count;
            size += count == 0 ? 0 : 1;
        }
        Arrays.fill(table, 0);
        return new FeatureCounts(Arrays.copyOf(features, size), Arrays.copyOf(counts, size));
    }

    /** The counts of listed ids below 2<sup>20</sup>; a radix sort in two passes. The list's order is lost. */
    static FeatureCounts ofList(int[] ids, int size) {
        int[] other = new int[size];
        pass(ids, other, size, 0);
        pass(other, ids, size, RADIX_BITS);
        int[] features = other;
        int[] counts = new int[size];
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            int id = ids[i];
            if (distinct > 0 && features[distinct - 1] == id) {
                counts[distinct - 1]++;
            } else {
                features[distinct] = id;
                counts[distinct++] = 1;
            }
        }
        return new FeatureCounts(Arrays.copyOf(features, distinct), Arrays.copyOf(counts, distinct));
    }

    private static void pass(int[] from, int[] to, int size, int shift) {
        int[] places = new int[RADIX + 1];
        for (int i = 0; i < size; i++) {
            places[(from[i] >>> shift & RADIX - 1) + 1]++;
        }
        for (int digit = 0; digit < RADIX; digit++) {
            places[digit + 1] += places[digit];
        }
        for (int i = 0; i < size; i++) {
            to[places[from[i] >>> shift & RADIX - 1]++] = from[i];
        }
    }
}
