package dev.pedigree.exact;

/**
 * The difference of two groups' means within blocks, {@code sum_b h_b (mean1_b - mean0_b) / sum_b h_b} with {@code h_b = n1 n0 /
 * (n1 + n0)}: what least squares gives with an intercept for each block. Blocks with one group only count for nothing.
 */
final class GroupDifference {
    private final int[] block;
    private final boolean[] first;
    private final int blocks;

    GroupDifference(int[] block, boolean[] first) {
        this.block = block;
        this.first = first;
        int most = -1;
        for (int b : block) {
            most = Math.max(most, b);
        }
        blocks = most + 1;
    }

    /** Numbers of which the sum over the items of the first group is the difference, whoever is in that group. */
    double[] coefficients(double[] values) {
        double[] sum = new double[blocks];
        int[] all = new int[blocks];
        int[] ones = new int[blocks];
        for (int i = 0; i < values.length; i++) {
            sum[block[i]] += values[i];
            all[block[i]]++;
            ones[block[i]] += first[i] ? 1 : 0;
        }
        double total = 0;
        for (int b = 0; b < blocks; b++) {
            total += all[b] == 0 ? 0 : (double) ones[b] * (all[b] - ones[b]) / all[b];
        }
        double[] c = new double[values.length];
        for (int i = 0; i < c.length; i++) {
            c[i] = total > 0 ? (values[i] - sum[block[i]] / all[block[i]]) / total : 0;
        }
        return c;
    }

    /** The difference when items count so many times; NaN where no block has both groups. */
    double weighted(double[] values, int[] cluster, int[] weights) {
        double[][] sum = new double[2][blocks];
        double[][] n = new double[2][blocks];
        for (int i = 0; i < values.length; i++) {
            int w = weights[cluster[i]];
            int group = first[i] ? 1 : 0;
            sum[group][block[i]] += w * values[i];
            n[group][block[i]] += w;
        }
        double total = 0;
        double norm = 0;
        for (int b = 0; b < blocks; b++) {
            if (n[0][b] > 0 && n[1][b] > 0) {
                double h = n[0][b] * n[1][b] / (n[0][b] + n[1][b]);
                total += h * (sum[1][b] / n[1][b] - sum[0][b] / n[0][b]);
                norm += h;
            }
        }
        return norm > 0 ? total / norm : Double.NaN;
    }

    static double sum(double[] coefficients, boolean[] labels) {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            sum += labels[i] ? coefficients[i] : 0;
        }
        return sum;
    }
}
