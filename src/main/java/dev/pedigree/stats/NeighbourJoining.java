package dev.pedigree.stats;

import java.util.Arrays;

/**
 * The tree that fits distances best step by step: N. Saitou and M. Nei, "The neighbor-joining method: a new method for reconstructing
 * phylogenetic trees", Molecular Biology and Evolution 4 (1987), doi:10.1093/oxfordjournals.molbev.a040454, in the form of
 * J. A. Studier and K. J. Keppler, "A note on the neighbor-joining algorithm of Saitou and Nei", ibid. 5 (1988), which takes time in
 * the cube of the number of leaves. It finds the tree exactly where the distances are sums along the branches of one, and does not
 * assume that all leaves are equally far from a root.
 *
 * <p>Among pairs that fit equally well the one with the lowest numbers is joined. A branch that would be shorter than nothing gets the
 * length 0, and its neighbour what is missing (Kuhner and Felsenstein, "A simulation comparison of phylogeny algorithms under equal
 * and unequal evolutionary rates", Molecular Biology and Evolution 11, 1994, doi:10.1093/oxfordjournals.molbev.a040126).
 */
public final class NeighbourJoining {
    private NeighbourJoining() {}

    /**
     * Joins neighbours.
     *
     * @param distances a symmetric matrix of finite distances, at least 0, with zeros in the diagonal; at least two rows
     * @return the tree, its root at the last joint
     * @throws IllegalArgumentException if the matrix is not one of distances
     */
    public static DistanceTree of(double[][] distances) {
        check(distances);
        int n = distances.length;
        int nodes = n == 2 ? 3 : 2 * n - 2;
        int[] parent = new int[nodes];
        double[] length = new double[nodes];
        double[] support = new double[nodes];
        Arrays.fill(support, 1);
        Arrays.fill(parent, -1);
        double[][] d = new double[n][];
        double[] sums = new double[n];
        int[] node = new int[n];
        for (int i = 0; i < n; i++) {
            d[i] = distances[i].clone();
            sums[i] = Arrays.stream(d[i]).sum();
            node[i] = i;
        }
        int next = n;
        int left = n;
        while (left > 3) {
            int[] pair = closest(d, sums, left);
            int i = pair[0];
            int j = pair[1];
            double apart = d[i][j];
            double first = apart / 2 + (sums[i] - sums[j]) / (2 * (left - 2));
            first = Math.max(0, Math.min(apart, first));
            length[node[i]] = first;
            length[node[j]] = apart - first;
            parent[node[i]] = next;
            parent[node[j]] = next;
            join(d, sums, i, j, left);
            node[i] = next++;
            left--;
            System.arraycopy(node, j + 1, node, j, left - j);
        }
        last(d, node, parent, length, left);
        return new DistanceTree(n, parent, length, support);
    }

    private static void check(double[][] d) {
        if (d.length < 2) {
            throw new IllegalArgumentException("need distances between at least two leaves, got " + d.length);
        }
        for (int i = 0; i < d.length; i++) {
            if (d[i].length != d.length || d[i][i] != 0) {
                throw new IllegalArgumentException("need a square matrix with zeros in the diagonal, row " + i);
            }
            for (int j = 0; j < i; j++) {
                if (!(d[i][j] >= 0 && d[i][j] < Double.POSITIVE_INFINITY) || d[i][j] != d[j][i]) {
                    throw new IllegalArgumentException("need one finite distance >= 0 between leaves " + j + " and " + i
                            + ", got " + d[i][j] + " and " + d[j][i]);
                }
            }
        }
    }

    /** The pair i < j with the least (left - 2) d[i][j] - sums[i] - sums[j]. */
    private static int[] closest(double[][] d, double[] sums, int left) {
        int[] pair = {0, 1};
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < left; i++) {
            double[] row = d[i];
            for (int j = i + 1; j < left; j++) {
                double criterion = (left - 2) * row[j] - sums[i] - sums[j];
                if (criterion < least) {
                    least = criterion;
                    pair[0] = i;
                    pair[1] = j;
                }
            }
        }
        return pair;
    }

    /** Puts the joint of i and j in the place of i, and closes the gap at j. */
    private static void join(double[][] d, double[] sums, int i, int j, int left) {
        double apart = d[i][j];
        for (int k = 0; k < left; k++) {
            if (k != i && k != j) {
                double to = Math.max(0, (d[i][k] + d[j][k] - apart) / 2);
                sums[k] += to - d[i][k] - d[j][k];
                d[i][k] = to;
                d[k][i] = to;
            }
        }
        for (int k = 0; k < left; k++) {
            System.arraycopy(d[k], j + 1, d[k], j, left - 1 - j);
        }
        for (int k = j; k < left - 1; k++) {
            d[k] = d[k + 1];
            sums[k] = sums[k + 1];
        }
        sums[i] = 0;
        for (int k = 0; k < left - 1; k++) {
            sums[i] += d[i][k];
        }
    }

    /** Hangs what is left on the root. */
    private static void last(double[][] d, int[] node, int[] parent, double[] length, int left) {
        int root = parent.length - 1;
        for (int i = 0; i < left; i++) {
            int j = (i + 1) % left;
            int k = (i + 2) % left;
            length[node[i]] = left == 2 ? d[0][1] / 2 : Math.max(0, (d[i][j] + d[i][k] - d[j][k]) / 2);
            parent[node[i]] = root;
        }
    }
}
