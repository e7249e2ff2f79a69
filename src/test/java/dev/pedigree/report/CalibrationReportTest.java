package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.verdict.CalibrationPerformance;
import dev.pedigree.verdict.CalibrationPerformance.Regime;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CalibrationReportTest {
    private static final CalibrationPerformance PERFORMANCE = CalibrationPerformance.of(ReferenceLibrary.builtIn());
    private static final CalibrationReport REPORT = CalibrationReport.of(PERFORMANCE);

    @ParameterizedTest
    @EnumSource(CalibrationReport.Chart.class)
    void everyDrawingStandsAloneInsideItsFrame(CalibrationReport.Chart chart) throws Exception {
        String svg = REPORT.svg(chart);
        assertThat(svg).isEqualTo(REPORT.svg(chart)).doesNotContain("NaN", "Infinity", "href", "<script");
        Document drawing = parse(svg);
        double width = Double.parseDouble(drawing.getDocumentElement().getAttribute("width"));
        double height = Double.parseDouble(drawing.getDocumentElement().getAttribute("height"));
        for (Element path : elements(drawing, "path")) {
            String[] numbers =
                    path.getAttribute("d").replaceAll("[MLZ]", " ").trim().split(" +");
            for (int i = 0; i < numbers.length; i += 2) {
                assertThat(Double.parseDouble(numbers[i])).isBetween(0.0, width);
                assertThat(Double.parseDouble(numbers[i + 1])).isBetween(0.0, height);
            }
        }
        assertThat(drawing.getElementsByTagName("title").getLength()).isEqualTo(1);
        assertThat(drawing.getElementsByTagName("desc").item(0).getTextContent())
                .contains("Other prompts: ");
    }

    @Test
    void aTippettPlotHasTwoCurvesForEachKindOfPrompts() throws Exception {
        Document drawing = parse(REPORT.svg(CalibrationReport.Chart.TIPPETT));
        assertThat(elements(drawing, "path").stream()
                        .filter(p -> p.getAttribute("class").startsWith("line ")))
                .hasSize(4);
        Element students = elements(drawing, "path").stream()
                .filter(p -> p.getAttribute("class").equals("line c0"))
                .findFirst()
                .orElseThrow();
        String[] places = students.getAttribute("d").substring(1).split("L");
        List<CalibrationPerformance.Point> curve = PERFORMANCE.regimes().get(0).students();
        assertThat(places).hasSize(curve.size());
        double top = y(places[0]);
        for (int i = 0; i < places.length; i++) {
            double share = 1 - (y(places[i]) - top) / ChartPanel.SIZE;
            assertThat(share)
                    .isCloseTo(curve.get(i).y().value(), org.assertj.core.api.Assertions.within(0.1 / ChartPanel.SIZE));
        }
    }

    @Test
    void powerHasAMarkForEachMeasurement() throws Exception {
        int measured =
                PERFORMANCE.regimes().stream().mapToInt(r -> r.power().size()).sum();
        assertThat(elements(parse(REPORT.svg(CalibrationReport.Chart.POWER)), "circle"))
                .hasSize(measured);
    }

    @Test
    void theTableHasEveryCase() {
        int cases = PERFORMANCE.regimes().stream()
                .map(Regime::cases)
                .mapToInt(List::size)
                .sum();
        assertThat(REPORT.tsv().lines()).hasSize(cases + 1).allMatch(line -> line.split("\t").length == 6);
    }

    @Test
    void aLibraryWithoutCalibrationSaysSo() {
        CalibrationReport bare = CalibrationReport.of(new CalibrationPerformance("<bare>", "", List.of()));
        for (CalibrationReport.Chart chart : CalibrationReport.Chart.values()) {
            assertThat(bare.svg(chart)).contains("This library has no calibration.", "&lt;bare&gt;");
        }
        assertThat(bare.tsv().lines()).hasSize(1);
    }

    private static double y(String place) {
        return Double.parseDouble(place.split(" ")[1]);
    }

    private static List<Element> elements(Document drawing, String tag) {
        NodeList found = drawing.getElementsByTagName(tag);
        return java.util.stream.IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
