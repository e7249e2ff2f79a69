package dev.pedigree.report;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.compare.Neighbourhood;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.DistanceTree;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The page's section on the models that are most like the suspect: a tree, a map, and a table of both. */
final class HtmlNeighbours {
    private final Html html;
    private final Neighbourhood near;
    private final List<ComparedModel> models;
    private final int suspect;

    private HtmlNeighbours(Html html, Neighbourhood near) {
        this.html = html;
        this.near = near;
        models = near.tree().models();
        suspect = models.size() - 1;
    }

    static void write(Html html, Neighbourhood near) {
        new HtmlNeighbours(html, near).write();
    }

    /** A model's name; the suspect's says that it is the suspect's where the library has a model of the same name. */
    static String name(ComparedModel model, List<ComparedModel> models) {
        boolean twin =
                models.stream().filter(m -> m.name().equals(model.name())).count() > 1;
        return model.suspect() && twin ? model.name() + ", suspect" : model.name();
    }

    private void write() {
        html.section("neighbours", "The models most like it");
        html.element(
                "p",
                "The " + ReportWords.count(suspect, "model") + " of the library nearest to the suspect by "
                        + near.tree().basis().title()
                        + ". Who stands together is alike; it does not say who learned from whom, and the verdict does not rest on it.");
        html.open("figure");
        NeighbourTree.write(html, near.tree());
        html.element(
                "figcaption",
                "Neighbour-joining tree. A dot is a branch that at least half of "
                        + ReportWords.count(near.tree().resamples(), "resampled set")
                        + " of prompts give, a full one at least 95 %; others are not drawn.");
        html.close().open("figure");
        NeighbourMap.write(html, near.map());
        html.element(
                "figcaption",
                "Map of the same models: near is alike, directions mean nothing. A plane cannot hold all distances: stress "
                        + Decimals.fixed(near.map().stress(), 2) + " (0 is exact; above 0.2, trust the tree).");
        html.close();
        table();
        html.close();
    }

    /** By how far each is along the branches, for those who do not see the tree. */
    private void table() {
        html.open("details", "class", "screen")
                .open("summary")
                .text("As a table")
                .close();
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "The models most like it");
        html.open("table").open("thead").open("tr");
        for (String title : List.of("Model", "Family", "Along the tree", "Support of the smallest group with both")) {
            html.columnTitle(title);
        }
        html.body();
        DistanceTree tree = near.tree().tree();
        IntStream.range(0, suspect)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer model) -> tree.distance(model, suspect))
                        .thenComparing(model -> model))
                .forEachOrdered(this::row);
        html.close().close().close().close();
    }

    private void row(int model) {
        DistanceTree tree = near.tree().tree();
        html.open("tr").rowTitle(models.get(model).name());
        html.open("td").name(models.get(model).family()).close();
        html.number(Decimals.fixed(tree.distance(model, suspect), 2));
        int joint = joint(near.tree(), model, suspect);
        html.number(tree.parent(joint) < 0 ? "–" : ReportWords.percent(tree.support(joint)))
                .close();
    }

    private static int joint(ModelTree tree, int one, int other) {
        int node = one;
        while (!tree.tree().leavesBelow(node).get(other)) {
            node = tree.tree().parent(node);
        }
        return node;
    }
}
