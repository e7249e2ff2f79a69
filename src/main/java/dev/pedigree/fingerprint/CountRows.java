package dev.pedigree.fingerprint;

import java.util.Arrays;

/** Sparse counts, one row for each block. Immutable as long as nobody writes into the rows it hands out. */
final class CountRows implements BlockCounts {
    private final int[][] features; // [block][entry], strictly ascending
    private final int[][] counts; // [block][entry], positive

    CountRows(int[][] features, int[][] counts) {
        this.features = features;
        this.counts = counts;
    }

    static CountRows ofRow(int[] features, int[] counts) {
        return new CountRows(new int[][] {features}, new int[][] {counts});
    }

    static CountRows empty(int blocks) {
        return new CountRows(new int[blocks][0], new int[blocks][0]);
    }

    @Override
    public int blocks() {
        return features.length;
    }

    @Override
    public int[] features(int block) {
        return features[block];
    }

    @Override
    public int[] counts(int block) {
        return counts[block];
    }

    CountRows plus(CountRows other) {
        int[][] sumFeatures = new int[blocks()][];
        int[][] sumCounts = new int[blocks()][];
        for (int block = 0; block < blocks(); block++) {
            int[] fa = features[block];
            int[] fb = other.features[block];
            int[] ca = counts[block];
            int[] cb = other.counts[block];
            int[] f = new int[fa.length + fb.length];
            int[] c = new int[f.length];
            int size = 0;
            int a = 0;
            int b = 0;
            while (a < fa.length && b < fb.length) {
                int x = fa[a];
                int y = fb[b];
                // no branch but the loop's: which of the two comes next cannot be foreseen
                f[size] = x < y ? x : y;
                c[size++] = saturated(x <= y ? ca[a] : 0, y <= x ? cb[b] : 0);
                a += x <= y ? 1 : 0;
                b += y <= x ? 1 : 0;
            }
            int restA = fa.length - a;
            int restB = fb.length - b;
            System.arraycopy(fa, a, f, size, restA);
            System.arraycopy(ca, a, c, size, restA);
            size += restA;
            System.arraycopy(fb, b, f, size, restB);
            System.arraycopy(cb, b, c, size, restB);
            size += restB;
            sumFeatures[block] = Arrays.copyOf(f, size);
            sumCounts[block] = Arrays.copyOf(c, size);
        }
        return new CountRows(sumFeatures, sumCounts);
    }

    static int saturated(int a, int b) {
        return (int) Math.min(Integer.MAX_VALUE, (long) a + b);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountRows rows
                && Arrays.deepEquals(features, rows.features)
                && Arrays.deepEquals(counts, rows.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.deepHashCode(features) + Arrays.deepHashCode(counts);
    }
}
