package dev.pedigree.overlap;

/** How far runs were seen, by the difference of their places in two texts: a hash table of ints. Not safe to share between threads. */
final class Diagonals {
    private static final int NONE = 0;

    private int[] keys = new int[64];
    private int[] ends = new int[64]; // one more than the end, so that none is 0
    private int used;

    /** Where the last run on a diagonal ended, or -1. */
    int get(int diagonal) {
        int at = slot(keys, ends, diagonal);
        return ends[at] - 1;
    }

    void put(int diagonal, int end) {
        if (2 * used >= keys.length) {
            grow();
        }
        int at = slot(keys, ends, diagonal);
        used += ends[at] == NONE ? 1 : 0;
        keys[at] = diagonal;
        ends[at] = end + 1;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldEnds = ends;
        keys = new int[2 * oldKeys.length];
        ends = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldEnds[i] != NONE) {
                int at = slot(keys, ends, oldKeys[i]);
                keys[at] = oldKeys[i];
                ends[at] = oldEnds[i];
            }
        }
    }

    private static int slot(int[] keys, int[] ends, int diagonal) {
        int mask = keys.length - 1;
        int at = (diagonal * 0x9E3779B1 >>> 8) & mask;
        while (ends[at] != NONE && keys[at] != diagonal) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
