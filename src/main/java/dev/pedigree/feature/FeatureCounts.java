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

    /**
     * The counts in a table that are not zero; the table is all zeros afterwards.
     *
     * @param table a count for each id
     * @param found scratch of the table's length
     */
    static FeatureCounts ofTable(int[] table, int[] found) {
        int size = 0;
        for (int id = 0; id < table.length; id++) {
            int count = table[id];
            // written without a branch, and overwritten next if the count is zero
            found[size] = id;
            table[size] = count; // never behind what is still to be read
            size += count == 0 ? 0 : 1;
        }
        FeatureCounts counts = new FeatureCounts(Arrays.copyOf(found, size), Arrays.copyOf(table, size));
        Arrays.fill(table, 0);
        return counts;
    }

    /**
     * The counts of listed ids below 2<sup>20</sup>, by a radix sort in two passes. The list's order is lost.
     *
     * @param ids the ids
     * @param size how many there are
     * @param other scratch of the list's length
     */
    static FeatureCounts ofList(int[] ids, int size, int[] other) {
        int[] low = new int[RADIX];
        int[] high = new int[RADIX];
        for (int i = 0; i < size; i++) {
            low[ids[i] & RADIX - 1]++;
            high[ids[i] >>> RADIX_BITS]++;
        }
        toPlaces(low);
        toPlaces(high);
        for (int i = 0; i < size; i++) {
            other[low[ids[i] & RADIX - 1]++] = ids[i];
        }
        for (int i = 0; i < size; i++) {
            ids[high[other[i] >>> RADIX_BITS]++] = other[i];
        }
        int distinct = 0;
        int last = -1;
        for (int i = 0; i < size; i++) {
            int id = ids[i];
            // without a branch: an id is as often new as not
            distinct += id == last ? 0 : 1;
            ids[distinct - 1] = id; // never behind what is still to be read
            other[distinct - 1] = i + 1;
            last = id;
        }
        int[] counts = Arrays.copyOf(other, distinct);
        for (int i = distinct - 1; i > 0; i--) {
            counts[i] -= counts[i - 1];
        }
        return new FeatureCounts(Arrays.copyOf(ids, distinct), counts);
    }

    /** Makes of how many there are of each digit where the first of them belongs. */
    private static void toPlaces(int[] digits) {
        int before = 0;
        for (int digit = 0; digit < RADIX; digit++) {
            int count = digits[digit];
            digits[digit] = before;
            before += count;
        }
    }
}
