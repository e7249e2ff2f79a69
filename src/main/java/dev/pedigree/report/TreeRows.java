package dev.pedigree.report;

import dev.pedigree.stats.DistanceTree;

/** Where the nodes of a tree stand that is drawn from left to right with a row for each leaf, so that no name can cover another. */
final class TreeRows {
    private final DistanceTree tree;
    private final double[] rows;
    private final int[] order;
    private double deepest;
    private int placed;

    TreeRows(DistanceTree tree) {
        this.tree = tree;
        rows = new double[tree.nodes()];
        order = new int[tree.leaves()];
        place(tree.nodes() - 1);
    }

    private void place(int node) {
        int[] children = tree.children(node);
        if (children.length == 0) {
            deepest = StrictMath.max(deepest, tree.depth(node));
            order[placed] = node;
            rows[node] = placed++ + 0.5;
            return;
        }
        for (int child : children) {
            place(child);
        }
        rows[node] = (rows[children[0]] + rows[children[children.length - 1]]) / 2;
    }

    /** The middle of a node in rows from the top: of a leaf that of its own, of any other node between its outermost children. */
    double row(int node) {
        return rows[node];
    }

    /** The leaves from top to bottom. */
    int[] order() {
        return order;
    }

    /** How much room there is for one unit of depth, where the deepest leaf takes it all; 0 where all depths are. */
    double scale(double room) {
        return deepest > 0 ? room / deepest : 0;
    }
}
