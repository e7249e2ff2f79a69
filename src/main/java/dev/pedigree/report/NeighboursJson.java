package dev.pedigree.report;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelDistances;
import dev.pedigree.compare.ModelMap;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.compare.Neighbourhood;
import dev.pedigree.stats.DistanceTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The suspect's nearest models in the JSON: places on the map, and the nodes of the tree. */
final class NeighboursJson {
    private record Node(int parent, double length, double support) {}

    private NeighboursJson() {}

    static void write(JsonText json, Optional<Neighbourhood> neighbourhood) throws IOException {
        if (neighbourhood.isEmpty()) {
            json.optional("neighbours", (String) null);
            return;
        }
        ModelMap map = neighbourhood.get().map();
        json.open("neighbours");
        json.field("basis", ReportWords.id(map.basis()));
        json.field("resamples", map.resamples());
        json.field("stress", map.stress());
        json.openArray("models");
        for (ModelMap.Point point : map.points()) {
            json.open();
            json.field("name", point.model().name());
            json.field("family", point.model().family());
            json.field("suspect", point.model().suspect());
            json.field("x", point.x());
            json.field("y", point.y());
            json.field("spread", point.spread());
            json.close();
        }
        json.closeArray();
        DistanceTree tree = neighbourhood.get().tree().tree();
        json.openArray("tree");
        for (int node = 0; node < tree.nodes(); node++) {
            json.open();
            json.field("parent", tree.parent(node));
            json.field("length", tree.length(node));
            json.field("support", tree.support(node));
            json.close();
        }
        json.closeArray();
        json.close();
    }

    static Neighbourhood read(ReportJson kept) throws ReportFormatException {
        ModelDistances.Basis basis = kept.get("basis").choice(ModelDistances.Basis.class);
        int resamples = kept.get("resamples").count();
        List<ModelMap.Point> points = kept.get("models").list(NeighboursJson::point);
        List<Node> nodes = kept.get("tree").list(NeighboursJson::node);
        DistanceTree tree = DistanceTree.of(
                points.size(),
                nodes.stream().mapToInt(Node::parent).toArray(),
                nodes.stream().mapToDouble(Node::length).toArray(),
                nodes.stream().mapToDouble(Node::support).toArray());
        List<ComparedModel> models = points.stream().map(ModelMap.Point::model).toList();
        return new Neighbourhood(
                new ModelTree(basis, models, tree, resamples),
                new ModelMap(basis, points, kept.get("stress").number(), resamples));
    }

    private static ModelMap.Point point(ReportJson model) throws ReportFormatException {
        return new ModelMap.Point(
                new ComparedModel(
                        model.get("name").text(),
                        model.get("family").text(),
                        model.get("suspect").flag()),
                model.get("x").number(),
                model.get("y").number(),
                model.get("spread").number());
    }

    private static Node node(ReportJson node) throws ReportFormatException {
        return new Node(
                (int) StrictMath.max(-1, StrictMath.min(node.get("parent").integer(), Integer.MAX_VALUE)),
                node.get("length").number(),
                node.get("support").number());
    }
}
