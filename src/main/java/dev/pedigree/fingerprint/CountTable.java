package dev.pedigree.fingerprint;

import dev.pedigree.feature.FeatureBuffer;
import java.util.Arrays;

/**
 * Growing counts of one family: an array with a cell for each block and feature where the family is narrow, a hash table with
 * open addressing where it is wide. Counts stop at {@link Integer#MAX_VALUE}.
 */
final class CountTable {
    private static final int DENSE_CELLS = 1 << 21;

    private final int blocks;
    private final int bits;
    private final boolean dense;
    private int[] counts;
    private int[] keys; // 1 + the cell's number, 0 for an empty slot
    private int used;

    CountTable(int blocks, int bits) {
        this.blocks = blocks;
        this.bits = bits;
        dense = (long) blocks << bits <= DENSE_CELLS;
        counts = new int[dense ? blocks << bits : 1 << 14];
        keys = new int[dense ? 0 : counts.length];
    }

    void add(int block, FeatureBuffer features) {
        int base = block << bits;
        int size = features.size();
        if (dense) {
            for (int i = 0; i < size; i++) {
                int cell = base + features.id(i);
                counts[cell] = next(counts[cell]);
            }
        } else {
            for (int i = 0; i < size; i++) {
                increment(base + features.id(i) + 1);
            }
        }
    }

    private static int next(int count) {
        int more = count + 1;
        return more - (more >>> 31); // MAX_VALUE + 1 is negative and falls back
    }

    private void increment(int key) {
        int slot = slot(key);
        if (keys[slot] == 0) {
            if (3 * ++used > 2 * keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
        }
        counts[slot] = next(counts[slot]);
    }

    private int slot(int key) {
        int mask = keys.length - 1;
        int at = (key * 0x9E3779B1) >>> 7 & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[2 * oldKeys.length];
        counts = new int[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    CountRows rows() {
        int[] cells = dense ? denseCells() : sparseCells();
        int[][] features = new int[blocks][];
        int[][] values = new int[blocks][];
        int from = 0;
        for (int block = 0; block < blocks; block++) {
            int to = from;
            while (to < cells.length && cells[to] >>> bits == block) {
                to++;
            }
            features[block] = new int[to - from];
            values[block] = new int[to - from];
            for (int i = from; i < to; i++) {
                features[block][i - from] = cells[i] & ((1 << bits) - 1);
                values[block][i - from] = counts[dense ? cells[i] : slot(cells[i] + 1)];
            }
            from = to;
        }
        return new CountRows(features, values);
    }

    private int[] denseCells() {
        int size = 0;
        for (int count : counts) {
            size += count == 0 ? 0 : 1;
        }
        int[] cells = new int[size];
        int at = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] != 0) {
                cells[at++] = cell;
            }
        }
        return cells;
    }

    private int[] sparseCells() {
        int[] cells = new int[used];
        int at = 0;
        for (int key : keys) {
            if (key != 0) {
                cells[at++] = key - 1;
            }
        }
        Arrays.sort(cells);
        return cells;
    }
}
