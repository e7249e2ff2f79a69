package dev.pedigree.report;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.stats.DistanceTree;

/** A small tree inside a page of any width: a row for each model, branches at the left, names at the right. */
final class NeighbourTree {
    private static final int ROW = 20;
    private static final double LEFT = 1;
    private static final double TIPS = 36;
    private static final double NAMES = 38;
    /** So many columns of text fit beside the branches on a telephone: there names that need more are written smaller. */
    private static final int NAME_COLUMNS = 26;

    private static final int SMALL_NAME_COLUMNS = 34;
    private static final int SMALL_BOLD_NAME_COLUMNS = 31;
    /** So many fit on the narrowest page that shows what is marked as wide. */
    private static final int WIDE_NAME_COLUMNS = 47;

    private static final double FIRM = 0.95;

    private final Html html;
    private final ModelTree tree;
    private final double[] x; // in per cent
    private final double[] y; // in pixels

    private NeighbourTree(Html html, ModelTree tree) {
        this.html = html;
        this.tree = tree;
        x = new double[tree.tree().nodes()];
        y = new double[x.length];
    }

    static void write(Html html, ModelTree tree) {
        new NeighbourTree(html, tree).write();
    }

    private void write() {
        DistanceTree t = tree.tree();
        TreeRows rows = new TreeRows(t);
        double scale = rows.scale(TIPS - LEFT);
        for (int node = 0; node < x.length; node++) {
            x[node] = LEFT + scale * t.depth(node);
            y[node] = ROW * rows.row(node) + 2;
        }
        html.openPlot(
                "tree",
                "Tree of " + ReportWords.count(t.leaves(), "model"),
                "A neighbour-joining tree of the suspect and the models most like it, a row each. The table below says how far each is"
                        + " from the suspect.",
                ROW * t.leaves() + 4);
        branches(t.nodes() - 1);
        for (int leaf = 0; leaf < t.leaves(); leaf++) {
            name(leaf);
        }
        html.close();
    }

    private void branches(int node) {
        int[] children = tree.tree().children(node);
        if (children.length == 0) {
            return;
        }
        html.line("branch", x[node], y[children[0]], x[node], y[children[children.length - 1]]);
        for (int child : children) {
            html.line("branch", x[node], y[child], x[child], y[child]);
            branches(child);
        }
        if (tree.tree().parent(node) >= 0) {
            support(node);
        }
    }

    private void support(int node) {
        double support = tree.tree().support(node);
        html.open(
                "circle",
                "class",
                support >= FIRM ? "joint firm" : "joint",
                "cx",
                Html.percent(x[node]),
                "cy",
                Html.pixel(y[node]),
                "r",
                "3.5");
        html.element("title", "support " + ReportWords.percent(support)).close();
    }

    private void name(int leaf) {
        ComparedModel model = tree.models().get(leaf);
        html.line("leader", x[leaf], y[leaf], NAMES - 1, y[leaf]);
        String name = HtmlNeighbours.name(model, tree.models());
        String kind = model.suspect() ? "leaf named" : "leaf";
        if (DisplayWidth.of(name) <= NAME_COLUMNS) {
            label(leaf, name, kind, NAME_COLUMNS);
        } else {
            int small = model.suspect() ? SMALL_BOLD_NAME_COLUMNS : SMALL_NAME_COLUMNS;
            label(leaf, name, kind + " narrow", small);
            label(leaf, name, kind + " wide", WIDE_NAME_COLUMNS);
        }
    }

    private void label(int leaf, String name, String kind, int columns) {
        html.label(name, columns, "class", kind, "x", Html.percent(NAMES), "y", Html.pixel(y[leaf] + 4));
    }
}
