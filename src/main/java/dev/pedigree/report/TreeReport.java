package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.DistanceTree;

/** A tree of models as a document. The same tree gives the same bytes; names in it can neither run nor break it. */
public final class TreeReport {
    private final ModelTree tree;

    private TreeReport(ModelTree tree) {
        this.tree = requireNonNull(tree, "tree");
    }

    /**
     * The report of a tree.
     *
     * @param tree the tree
     * @return its report
     */
    public static TreeReport of(ModelTree tree) {
        return new TreeReport(tree);
    }

    /**
     * For programs that draw and compare trees.
     *
     * @return one tree in Newick form, with the support in per cent as label of each joint, ending in a line feed
     */
    public String newick() {
        StringBuilder out = new StringBuilder();
        newick(tree.tree().nodes() - 1, out);
        return out.append(";\n").toString();
    }

    /**
     * For spreadsheets.
     *
     * @return a line for each node: its number, the one of the node above it (empty for the root), the length and the support (in
     *     [0, 1]) of the branch between them; for models also name, family and whether it is a suspect
     */
    public String tsv() {
        StringBuilder out = new StringBuilder("node\tparent\tlength\tsupport\tmodel\tfamily\tsuspect\n");
        DistanceTree t = tree.tree();
        for (int node = 0; node < t.nodes(); node++) {
            boolean inner = node >= t.leaves();
            out.append(node).append('\t');
            out.append(t.parent(node) < 0 ? "" : Integer.toString(t.parent(node)))
                    .append('\t');
            out.append(Decimals.text(t.length(node))).append('\t');
            out.append(inner && t.parent(node) >= 0 ? Decimals.text(t.support(node)) : "")
                    .append('\t');
            if (inner) {
                out.append("\t\t\n");
            } else {
                ComparedModel model = tree.models().get(node);
                out.append(Escapes.tsv(model.name())).append('\t');
                out.append(model.suspect() ? "" : Escapes.tsv(model.family())).append('\t');
                out.append(model.suspect() ? "yes\n" : "no\n");
            }
        }
        return out.toString();
    }

    /**
     * For reading.
     *
     * @return one self-contained drawing, SVG 1.1
     */
    public String svg() {
        return TreePlot.write(tree);
    }

    private void newick(int node, StringBuilder out) {
        DistanceTree t = tree.tree();
        int[] children = t.children(node);
        if (children.length == 0) {
            out.append(Escapes.newick(tree.models().get(node).name()));
        } else {
            for (int i = 0; i < children.length; i++) {
                out.append(i == 0 ? '(' : ',');
                newick(children[i], out);
            }
            out.append(')');
            if (t.parent(node) >= 0) {
                out.append(Decimals.fixed(100 * t.support(node), 0));
            }
        }
        if (t.parent(node) >= 0) {
            out.append(':').append(Decimals.text(t.length(node)));
        }
    }
}
