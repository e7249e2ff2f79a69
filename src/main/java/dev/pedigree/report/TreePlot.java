package dev.pedigree.report;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.DistanceTree;
import java.util.List;

/** A tree of models drawn from left to right, a row for each model, so that no name can cover another. */
final class TreePlot {
    private static final int WIDTH = 1080;
    private static final int ROW = 16;
    private static final double LEFT = 20;
    private static final double NAMES = 590;
    private static final double SPANS = 900;
    private static final int NAME_COLUMNS = 44;
    private static final int FAMILY_COLUMNS = 22;
    private static final double FIRM = 0.95;

    private final ModelTree tree;
    private final FamilyLooks looks;
    private final Html html = new Html();
    private final double[] y;
    private final double[] x;
    private final int[] order; // leaves from top to bottom
    private final TreeRows rows;

    private TreePlot(ModelTree tree) {
        this.tree = tree;
        looks = new FamilyLooks(tree.models());
        y = new double[tree.tree().nodes()];
        x = new double[y.length];
        rows = new TreeRows(tree.tree());
        order = rows.order();
    }

    static String write(ModelTree tree) {
        return new TreePlot(tree).write();
    }

    private String write() {
        List<String> notes = List.of(
                "Compared by " + tree.basis().title()
                        + ". Who stands together is alike; it does not say who learned from whom.",
                "Numbers and dots: support from " + ReportWords.count(tree.resamples(), "resampled set")
                        + " of prompts, in per cent; a full dot means at least 95. Branches below "
                        + Decimals.fixed(100 * ModelTree.MAJORITY, 0) + " are not drawn.");
        int top = Drawing.top(notes.size()) + 8 + Drawing.LINE * Drawing.legendLines(looks, WIDTH) + 14;
        DistanceTree t = tree.tree();
        double scale = rows.scale(NAMES - 24 - LEFT);
        for (int node = 0; node < x.length; node++) {
            x[node] = LEFT + scale * t.depth(node);
            y[node] = top + ROW * rows.row(node);
        }
        int height = top + ROW * t.leaves() + 44;
        Drawing.open(html, WIDTH, height, title(), notes, description());
        Drawing.legend(html, looks, WIDTH, Drawing.top(notes.size()) + 4.0);
        for (int leaf : order) {
            leaf(leaf);
        }
        branches(t.nodes() - 1);
        spans();
        if (scale > 0) {
            Drawing.scaleBar(html, LEFT, height - 20.0, scale, 160);
        }
        return html.close().toString();
    }

    private String title() {
        return "Tree of " + ReportWords.count(tree.models().size(), "model");
    }

    private String description() {
        long suspects = tree.models().stream().filter(ComparedModel::suspect).count();
        return "A neighbour-joining tree of " + ReportWords.count(tree.models().size(), "model")
                + (suspects > 0 ? ", " + ReportWords.count(suspects, "suspect") + " among them" : "")
                + ", one row each, with their families at the right. The same tree can be had as a table and in Newick form.";
    }

    private void leaf(int leaf) {
        ComparedModel model = tree.models().get(leaf);
        if (model.suspect()) {
            html.empty(
                    "rect",
                    "class",
                    "glow",
                    "x",
                    "8",
                    "y",
                    Html.pixel(y[leaf] - ROW / 2.0),
                    "width",
                    Integer.toString(WIDTH - 16),
                    "height",
                    Integer.toString(ROW));
        }
        Drawing.line(html, "leader", x[leaf] + 7, y[leaf], NAMES - 16, y[leaf]);
        String words = model.suspect() ? model.name() + ", suspect" : model.name() + ", family " + model.family();
        looks.mark(html, model, words, NAMES - 10, y[leaf]);
        html.label(
                model.suspect() ? model.name() + " (suspect)" : model.name(),
                NAME_COLUMNS,
                "class",
                model.suspect() ? "name named" : "name",
                "x",
                Html.pixel(NAMES),
                "y",
                Html.pixel(y[leaf] + 4));
    }

    private void branches(int node) {
        DistanceTree t = tree.tree();
        int[] children = t.children(node);
        if (t.parent(node) >= 0) {
            Drawing.line(html, "branch", x[t.parent(node)], y[node], x[node], y[node]);
        }
        if (children.length == 0) {
            return;
        }
        Drawing.line(html, "branch", x[node], y[children[0]], x[node], y[children[children.length - 1]]);
        for (int child : children) {
            branches(child);
        }
        if (t.parent(node) >= 0) {
            support(node);
        }
    }

    private void support(int node) {
        DistanceTree t = tree.tree();
        String percent = Decimals.fixed(100 * t.support(node), 0);
        html.open(
                "circle",
                "class",
                t.support(node) >= FIRM ? "joint firm" : "joint",
                "cx",
                Html.pixel(x[node]),
                "cy",
                Html.pixel(y[node]),
                "r",
                "2.6");
        html.element(
                        "title",
                        "support " + percent + " %, "
                                + ReportWords.count(t.leavesBelow(node).cardinality(), "model"))
                .close();
        if (x[node] - x[t.parent(node)] >= 22) {
            html.open(
                            "text",
                            "class",
                            "number",
                            "x",
                            Html.pixel(x[node] - 5),
                            "y",
                            Html.pixel(y[node] - 3),
                            "text-anchor",
                            "end")
                    .text(percent)
                    .close();
        }
    }

    /** Families whose members stand one under the other. */
    private void spans() {
        int from = 0;
        while (from < order.length) {
            ComparedModel first = tree.models().get(order[from]);
            int to = from;
            while (to + 1 < order.length && sameFamily(first, tree.models().get(order[to + 1]))) {
                to++;
            }
            if (!first.suspect() && (to > from || looks.families().contains(first.family()))) {
                Drawing.line(html, "span", SPANS, y[order[from]] - 5, SPANS, y[order[to]] + 5);
                html.label(
                        first.family(),
                        FAMILY_COLUMNS,
                        "class",
                        "note",
                        "x",
                        Html.pixel(SPANS + 8),
                        "y",
                        Html.pixel((y[order[from]] + y[order[to]]) / 2 + 4));
            }
            from = to + 1;
        }
    }

    private static boolean sameFamily(ComparedModel a, ComparedModel b) {
        return !a.suspect() && !b.suspect() && a.family().equals(b.family());
    }
}
