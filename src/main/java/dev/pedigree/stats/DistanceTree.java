package dev.pedigree.stats;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A tree with lengths on its branches. Its leaves are the things compared, numbered from 0; the other nodes follow, the root last.
 * Where the root stands means nothing unless {@link #rootedAtMidpoint()} put it there. Each node carries the length and the support
 * of the branch above it. Immutable.
 */
public final class DistanceTree {
    private final int leaves;
    private final int[] parent; // of the root -1
    private final double[] length;
    private final double[] support;
    private final int[][] children;
    private final BitSet[] below;

    /**
     * A tree.
     *
     * @param leaves how many leaves there are, at least 2
     * @param parent the node above each node; -1 for the root, which is the last node
     * @param length the length of the branch above each node, at least 0
     * @param support the support of that branch, in [0, 1]
     */
    DistanceTree(int leaves, int[] parent, double[] length, double[] support) {
        this.leaves = leaves;
        this.parent = parent;
        this.length = length;
        this.support = support;
        below = new BitSet[parent.length];
        List<List<Integer>> lists = new ArrayList<>();
        for (int node = 0; node < parent.length; node++) {
            below[node] = new BitSet(leaves);
            lists.add(new ArrayList<>());
        }
        for (int leaf = 0; leaf < leaves; leaf++) {
            for (int node = leaf; node >= 0; node = parent[node]) {
                below[node].set(leaf);
            }
        }
        for (int node = 0; node < parent.length - 1; node++) {
            lists.get(parent[node]).add(node);
        }
        Comparator<Integer> fewestFirst = Comparator.comparingInt(node -> below[node].cardinality());
        children = new int[parent.length][];
        for (int node = 0; node < parent.length; node++) {
            lists.get(node).sort(fewestFirst.thenComparingInt(n -> below[n].nextSetBit(0)));
            children[node] = lists.get(node).stream().mapToInt(n -> n).toArray();
        }
    }

    /**
     * A tree that was kept as its nodes.
     *
     * @param leaves how many leaves there are, at least 2
     * @param parent the node above each node; -1 for the root, which is the last node
     * @param length the length of the branch above each node, at least 0
     * @param support the support of that branch, in [0, 1]
     * @return the tree
     * @throws IllegalArgumentException if that is no tree
     */
    public static DistanceTree of(int leaves, int[] parent, double[] length, double[] support) {
        int nodes = parent.length;
        if (leaves < 2 || nodes <= leaves || nodes >= 2 * leaves || length.length != nodes || support.length != nodes) {
            throw new IllegalArgumentException("need at least two leaves, a root and fewer joints than leaves, got "
                    + leaves + " leaves and " + nodes + " nodes");
        }
        for (int node = 0; node < nodes; node++) {
            int steps = 0;
            int up = node;
            while (up != nodes - 1) {
                up = parent[up];
                if (up < leaves || up >= nodes || ++steps > nodes) {
                    throw new IllegalArgumentException("node " + node + " does not hang on the root");
                }
            }
            if (!(length[node] >= 0 && length[node] < Double.POSITIVE_INFINITY)
                    || !(support[node] >= 0 && support[node] <= 1)) {
                throw new IllegalArgumentException("node " + node + ": need a length >= 0 and a support in [0, 1], got "
                        + length[node] + " and " + support[node]);
            }
        }
        int[] up = parent.clone();
        up[nodes - 1] = -1;
        return new DistanceTree(leaves, up, length.clone(), support.clone());
    }

    /**
     * How many leaves the tree has.
     *
     * @return the count; nodes below it are leaves
     */
    public int leaves() {
        return leaves;
    }

    /**
     * How many nodes the tree has, leaves among them.
     *
     * @return the count; the last node is the root
     */
    public int nodes() {
        return parent.length;
    }

    /**
     * The node above a node.
     *
     * @param node a node
     * @return its parent; -1 for the root
     */
    public int parent(int node) {
        return parent[node];
    }

    /**
     * The nodes below a node: those with fewest leaves first.
     *
     * @param node a node
     * @return its children; none for a leaf
     */
    public int[] children(int node) {
        return children[node].clone();
    }

    /**
     * The length of the branch above a node.
     *
     * @param node a node
     * @return at least 0, in units of the distances; 0 for the root
     */
    public double length(int node) {
        return length[node];
    }

    /**
     * In what share of the resampled trees the branch above a node is found: the one that parts the leaves below it from all others.
     *
     * @param node a node
     * @return in [0, 1]; 1 for leaves, the root, and where nothing was resampled
     */
    public double support(int node) {
        return support[node];
    }

    /**
     * The leaves below a node.
     *
     * @param node a node
     * @return their numbers
     */
    public BitSet leavesBelow(int node) {
        return (BitSet) below[node].clone();
    }

    /**
     * Tells whether one branch parts some leaves from all others (whether they are a clan: Wilkinson et al., "Of clades and clans",
     * Trends in Ecology and Evolution 22, 2007, doi:10.1016/j.tree.2007.01.002).
     *
     * @param group some leaves
     * @return whether they stand alone on one side of a branch
     */
    public boolean isClan(BitSet group) {
        return splits().contains(side(group));
    }

    /**
     * The tree with the support of its branches: J. Felsenstein, "Confidence limits on phylogenies: an approach using the bootstrap",
     * Evolution 39 (1985), doi:10.1111/j.1558-5646.1985.tb00420.x.
     *
     * @param resampled trees of the same leaves from resampled data; not empty
     * @return a copy
     */
    public DistanceTree withSupport(List<DistanceTree> resampled) {
        double[] found = new double[parent.length];
        for (DistanceTree other : resampled) {
            Set<BitSet> splits = other.splits();
            for (int node = 0; node < found.length; node++) {
                found[node] += node < leaves || parent[node] < 0 || splits.contains(side(below[node])) ? 1 : 0;
            }
        }
        for (int node = 0; node < found.length; node++) {
            found[node] /= resampled.size();
        }
        return new DistanceTree(leaves, parent, length, found);
    }

    /**
     * The tree without the branches of little support; what hung on them hangs above, as far from the root as before.
     *
     * @param least the support that a branch needs to stay, in [0, 1]
     * @return a copy with fewer nodes
     */
    public DistanceTree collapsed(double least) {
        int[] number = new int[parent.length];
        int kept = 0;
        for (int node = 0; node < number.length; node++) {
            number[node] = node < leaves || parent[node] < 0 || support[node] >= least ? kept++ : -1;
        }
        int[] newParent = new int[kept];
        double[] newLength = new double[kept];
        double[] newSupport = new double[kept];
        for (int node = 0; node < number.length; node++) {
            if (number[node] < 0) {
                continue;
            }
            int up = parent[node];
            newLength[number[node]] = length[node];
            while (up >= 0 && number[up] < 0) {
                newLength[number[node]] += length[up];
                up = parent[up];
            }
            newParent[number[node]] = up < 0 ? -1 : number[up];
            newSupport[number[node]] = support[node];
        }
        return new DistanceTree(leaves, newParent, newLength, newSupport);
    }

    /**
     * The tree with its root halfway between the two leaves that are farthest apart: J. S. Farris, "Estimating phylogenetic trees from
     * distance matrices", The American Naturalist 106 (1972), doi:10.1086/282802.
     *
     * @return a copy
     */
    public DistanceTree rootedAtMidpoint() {
        return MidpointRoot.of(this);
    }

    /**
     * How far two leaves are apart along the branches.
     *
     * @param a a leaf
     * @param b another
     * @return the sum of the lengths between them
     */
    public double distance(int a, int b) {
        return depth(a) + depth(b) - 2 * depth(joint(a, b));
    }

    /**
     * How far a node is from the root.
     *
     * @param node a node
     * @return the sum of the lengths above it
     */
    public double depth(int node) {
        double sum = 0;
        for (int n = node; n >= 0; n = parent[n]) {
            sum += length[n];
        }
        return sum;
    }

    /** The lowest node above both. */
    int joint(int a, int b) {
        int node = a;
        while (!below[node].get(b)) {
            node = parent[node];
        }
        return node;
    }

    private Set<BitSet> splits() {
        Set<BitSet> splits = new HashSet<>();
        for (int node = 0; node < parent.length - 1; node++) {
            splits.add(side(below[node]));
        }
        return splits;
    }

    /** The side of a split on which the first leaf does not stand. */
    private BitSet side(BitSet group) {
        BitSet side = (BitSet) group.clone();
        if (side.get(0)) {
            side.flip(0, leaves);
        }
        return side;
    }
}
