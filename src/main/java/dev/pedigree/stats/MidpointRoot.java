package dev.pedigree.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Puts the root of a tree halfway between the two leaves that are farthest apart. */
final class MidpointRoot {
    private record Branch(int a, int b, double length, double support) {}

    private final DistanceTree tree;

    private MidpointRoot(DistanceTree tree) {
        this.tree = tree;
    }

    static DistanceTree of(DistanceTree tree) {
        return new MidpointRoot(tree).rooted();
    }

    private DistanceTree rooted() {
        int[] ends = farthest();
        double half = tree.distance(ends[0], ends[1]) / 2;
        int joint = tree.joint(ends[0], ends[1]);
        int node = tree.depth(ends[0]) - tree.depth(joint) >= half ? ends[0] : ends[1];
        double walked = 0;
        while (tree.parent(node) != joint && walked + tree.length(node) < half) {
            walked += tree.length(node);
            node = tree.parent(node);
        }
        double down = Math.min(tree.length(node), Math.max(0, half - walked));
        List<Branch> branches = new ArrayList<>();
        for (int n = 0; n < tree.nodes() - 1; n++) {
            if (n != node) {
                branches.add(new Branch(n, tree.parent(n), tree.length(n), tree.support(n)));
            }
        }
        int root = tree.nodes();
        branches.add(new Branch(node, root, down, tree.support(node)));
        branches.add(new Branch(tree.parent(node), root, tree.length(node) - down, tree.support(node)));
        return rooted(branches, root);
    }

    private int[] farthest() {
        int[] ends = {0, 1};
        double longest = -1;
        for (int a = 0; a < tree.leaves(); a++) {
            for (int b = a + 1; b < tree.leaves(); b++) {
                double apart = tree.distance(a, b);
                if (apart > longest) {
                    longest = apart;
                    ends = new int[] {a, b};
                }
            }
        }
        return ends;
    }

    /* Turns branches away from a new root; nodes that are neither leaves nor parts of the way any more are passed over. */
    private DistanceTree rooted(List<Branch> branches, int root) {
        List<List<Branch>> at = new ArrayList<>(Collections.nCopies(root + 1, List.of()));
        for (Branch branch : branches) {
            for (int end : new int[] {branch.a(), branch.b()}) {
                if (at.get(end).isEmpty()) {
                    at.set(end, new ArrayList<>());
                }
                at.get(end).add(branch);
            }
        }
        int[] up = new int[root + 1];
        double[] lengths = new double[root + 1];
        double[] supports = new double[root + 1];
        Arrays.fill(supports, 1);
        Arrays.fill(up, -2);
        up[root] = -1;
        List<Integer> queue = new ArrayList<>(List.of(root));
        for (int q = 0; q < queue.size(); q++) {
            int node = queue.get(q);
            for (Branch branch : at.get(node)) {
                int next = branch.a() == node ? branch.b() : branch.a();
                if (up[next] == -2) {
                    up[next] = node;
                    lengths[next] = branch.length();
                    supports[next] = branch.support();
                    queue.add(next);
                }
            }
        }
        return withoutLoneChildren(new DistanceTree(tree.leaves(), up, lengths, supports), up, lengths, supports);
    }

    /** The old root may be left with one child: then the two branches are one. */
    private static DistanceTree withoutLoneChildren(DistanceTree tree, int[] up, double[] lengths, double[] supports) {
        double[] kept = supports.clone();
        boolean lone = false;
        for (int node = tree.leaves(); node < tree.nodes() - 1; node++) {
            if (tree.children(node).length == 1) {
                kept[node] = -1;
                lone = true;
            }
        }
        return lone ? new DistanceTree(tree.leaves(), up, lengths, kept).collapsed(0) : tree;
    }
}
