package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelDistances.Basis;
import dev.pedigree.compare.ModelMap;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.stats.NeighbourJoining;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class TreeReportTest {
    private static final double[][] DISTANCES = {
        {0, 5, 7, 18, 19},
        {5, 0, 8, 19, 20},
        {7, 8, 0, 13, 14},
        {18, 19, 13, 0, 11},
        {19, 20, 14, 11, 0}
    };
    private static final List<String> HOSTILE = List.of(
            "</text><script>alert(1)</script>",
            "it's (a:1,b:2); [x]",
            "\u202egnp.exe\u0000\t\n",
            "]]>&\" onload=\"alert(1)",
            "x".repeat(100_000));

    @Test
    void newickHasLengthsAndSupport() {
        assertThat(TreeReport.of(tree(List.of("a", "b_1", "c.d", "e", "f"))).newick())
                .isEqualTo("((e:5,f:6)100:4,(c.d:1,(a:2,'b_1':3)100:4)100:3);\n");
    }

    @Test
    void hostileNamesStayNames() throws Exception {
        String newick = TreeReport.of(tree(HOSTILE)).newick();
        assertThat(newick)
                .contains("'it''s (a:1,b:2); [x]'", "⟨U+202E⟩gnp.exe⟨U+0000⟩")
                .doesNotContain("\u202e", "\t", "\u0000");
        assertThat(newick.lines()).hasSize(1);
        assertThat(newick.length()).isLessThan(1000);
        String tsv = TreeReport.of(tree(HOSTILE)).tsv();
        assertThat(tsv.lines()).hasSize(10).allMatch(l -> l.split("\t", -1).length == 7);
        String points = MapReport.of(map(HOSTILE)).tsv();
        assertThat(points.lines()).hasSize(6).allMatch(l -> l.split("\t", -1).length == 6);
        for (String svg : List.of(
                TreeReport.of(tree(HOSTILE)).svg(), MapReport.of(map(HOSTILE)).svg())) {
            Document document = parsed(svg);
            assertThat(document.getElementsByTagName("script").getLength()).isZero();
            assertThat(svg).doesNotContain("\u202e");
            assertThat(svg.length()).isLessThan(40_000);
            NodeList all = document.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                assertThat(all.item(i).getAttributes().getNamedItem("onload")).isNull();
            }
        }
    }

    @Test
    void drawingsNameEveryModelAndSayWhatTheyShow() throws Exception {
        List<String> names = List.of("one", "two", "three", "four", "five");
        for (String svg : List.of(
                TreeReport.of(tree(names)).svg(), MapReport.of(map(names)).svg())) {
            Document document = parsed(svg);
            assertThat(document.getDocumentElement().getAttribute("role")).isEqualTo("img");
            assertThat(document.getDocumentElement().getAttribute("aria-labelledby"))
                    .isEqualTo("title desc");
            assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
                    .isNotBlank();
            assertThat(texts(document)).containsAll(names.subList(0, 4)).anyMatch(t -> t.startsWith("five"));
            assertThat(svg)
                    .contains("prefers-color-scheme: dark", "class=\"mark suspect\"", "does not say who learned");
        }
    }

    @Test
    void rowsOfATreeDoNotOverlap() throws Exception {
        Document document =
                parsed(TreeReport.of(tree(List.of("a", "b", "c", "d", "e"))).svg());
        List<Double> rows = new ArrayList<>();
        NodeList texts = document.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            var attributes = texts.item(i).getAttributes();
            if (attributes.getNamedItem("class").getNodeValue().startsWith("name")) {
                rows.add(Double.parseDouble(attributes.getNamedItem("y").getNodeValue()));
            }
        }
        assertThat(rows).hasSize(5);
        for (int i = 1; i < rows.size(); i++) {
            assertThat(rows.get(i) - rows.get(i - 1)).isGreaterThanOrEqualTo(14);
        }
    }

    private static List<ComparedModel> models(List<String> names) {
        List<ComparedModel> models = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            models.add(new ComparedModel(names.get(i), i < 3 ? names.get(0) : "f", i == 4));
        }
        return models;
    }

    private static ModelTree tree(List<String> names) {
        return new ModelTree(
                Basis.HABITS, models(names), NeighbourJoining.of(DISTANCES).rootedAtMidpoint(), 100);
    }

    private static ModelMap map(List<String> names) {
        List<ModelMap.Point> points = new ArrayList<>();
        List<ComparedModel> models = models(names);
        for (int i = 0; i < models.size(); i++) {
            points.add(new ModelMap.Point(models.get(i), i % 3, i * 0.5, 0.1));
        }
        return new ModelMap(Basis.WORDING, points, 0.1, 100);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(Document document) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
