package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.internal.JsonStrings;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** JSON is the contract: all that any form says is in it, and old reports stay readable. */
class ReportReaderTest {
    /** Reports that earlier versions wrote; never edited, only added to. */
    private static final Path KEPT = Path.of("src", "test", "resources", "dev", "pedigree", "report", "v1");

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    @TempDir
    Path folder;

    /** The forms made of the JSON alone are the forms made of the verdict, so no figure, word or mark is missing in it. */
    @TestFactory
    Stream<DynamicTest> theJsonHoldsAllThatTheOtherFormsSay() {
        return Verdicts.all().entrySet().stream()
                .filter(e -> !e.getKey().equals("hostile"))
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Report report = Verdicts.drawn(e.getValue()).withCommand("pedigree audit x.jsonl");
                    Report read = read(report.json());
                    for (ReportFormat format : ReportFormat.values()) {
                        same(read.render(format), report.render(format));
                    }
                }));
    }

    @Test
    void hostileTextComesThroughUnchanged() throws IOException {
        String json = Verdicts.drawn(Verdicts.hostile()).json();
        assertThat(read(json).json()).isEqualTo(json);
    }

    @Test
    void noTextMakesTheReportLongWithoutBound() throws IOException {
        String name = "\uD83E\uDD89".repeat(1 << 20);
        Verdict strong = Verdicts.strong();
        Report report = Report.of(new Verdict(
                name, strong.input(), strong.conclusion(), strong.candidates(), strong.caveats(), strong.provenance()));
        Verdict read = read(report.json()).verdict();
        assertThat(read.suspect()).isEqualTo("\uD83E\uDD89".repeat(JsonStrings.LONGEST) + "…");
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(report.render(format)).hasSizeLessThan(1 << 17);
            same(read(report.json()).render(format), report.render(format));
        }
    }

    @Test
    void theComparisonSeesAChangedFigure() throws IOException {
        Report report = Report.of(Verdicts.strong());
        String json = report.json();
        for (String[] change : new String[][] {
            {"\"low\" : 2.2,", "\"low\" : 2.3,"},
            {"\"suspectRate\" : 0.182", "\"suspectRate\" : 0.185"},
            {"\"responses\" : 805", "\"responses\" : 806"},
            {"\"suspectScore\" : 2.31", "\"suspectScore\" : 2.41"},
            {"to 400 more prompts", "to 500 more prompts"}
        }) {
            String changed = json.replace(change[0], change[1]);
            assertThat(changed).as(change[0]).isNotEqualTo(json);
            String page = read(changed).html();
            assertThatThrownBy(() -> same(page, report.html())).as(change[0]).isInstanceOf(AssertionError.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> oldReportsStayReadable() throws IOException {
        try (Stream<Path> kept = Files.list(KEPT)) {
            return kept.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        Report old = Report.read(file);
                        Verdict verdict = old.verdict();
                        assertThat(verdict.suspect()).isNotEmpty();
                        assertThat(old.html()).contains(verdict.conclusion().statement());
                        assertThat(old.text(80, false)).contains("Verdict: ");
                        assertThat(read(old.json()).json()).isEqualTo(old.json());
                    }));
        }
    }

    @Test
    void membersThatAreNotKnownArePassedOver() throws IOException {
        String json = Report.of(Verdicts.strong()).json();
        String later = json.replace("\"abstains\" :", "\"mood\" : { \"calm\" : [ 1, null ] }, \"abstains\" :");
        assertThat(later).isNotEqualTo(json);
        assertThat(read(later).json()).isEqualTo(json);
    }

    @Test
    void whatIsWrongIsNamed() {
        String json = Report.of(Verdicts.strong()).json();
        assertWrong(json.replace("report/1", "report/9"), "reads pedigree/report/1, the report is pedigree/report/9");
        assertWrong("{\"schema\": \"other\"}", "not a report of Pedigree");
        assertWrong("[]", "expected a JSON object");
        assertWrong("{\n\"schema\": ", "line 2: no JSON");
        assertWrong("{\"schema\": 1, \"schema\": 2}", "line 1: no JSON: Duplicate");
        assertWrong(json + "{}", "expected nothing after");
        assertWrong(
                json.replace("\"rank\" : 2,", "\"rank\" : \"two\","),
                "candidates[1].rank: expected a whole number, found two");
        assertWrong(json.replace("\"rank\" : 2,", ""), "candidates[1].rank: expected a whole number, found nothing");
        assertWrong(
                json.replace("\"strength\" : \"strong\"", "\"strength\" : \"sure\""),
                "strength: expected one of the words");
        assertWrong(json.replaceAll("\"caveats\" : \\[[^\\]]*\\]", "\"caveats\" : [ ]"), "a verdict without caveats");
        assertWrong(
                json.replace("\"suspectRate\" : 0.182", "\"suspectRate\" : 2"),
                "receipts[0]: suspectRate must be in [0, 1]");
        assertWrong("{\"schema\":" + "[".repeat(5000), "no JSON");
        String drawn = Verdicts.drawn(Verdicts.strong()).json();
        assertWrong(
                drawn.replaceFirst("\"parent\" : [0-9]+", "\"parent\" : 3"),
                "neighbours: node 0 does not hang on the root");
        assertWrong(
                drawn.replaceFirst("\"suspect\" : true", "\"suspect\" : false"), "neighbours: need at most 24 models");
    }

    @Test
    void readsFromAFileThatIsNamedInErrors() throws IOException {
        Path file = folder.resolve("a.json");
        Report.of(Verdicts.none()).write(ReportFormat.JSON, file);
        assertThat(Report.read(file).verdict().suspect()).isEqualTo("finch-1b");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> Report.read(file))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining("a.json: not a report of Pedigree");
    }

    /** The same text, but that a figure may differ in its last digit: the JSON's six digits may round to the other side. */
    private static void same(String one, String other) {
        assertThat(NUMBER.matcher(one).replaceAll("#"))
                .isEqualTo(NUMBER.matcher(other).replaceAll("#"));
        Matcher figure = NUMBER.matcher(one);
        Matcher twin = NUMBER.matcher(other);
        while (figure.find() && twin.find()) {
            BigDecimal difference = new BigDecimal(figure.group()).subtract(new BigDecimal(twin.group()));
            int digits = Math.max(new BigDecimal(figure.group()).scale(), new BigDecimal(twin.group()).scale());
            boolean whole = digits == 0;
            assertThat(difference.abs())
                    .as(figure.group() + " and " + twin.group())
                    .isLessThanOrEqualTo(whole ? BigDecimal.ZERO : BigDecimal.ONE.movePointLeft(digits));
        }
    }

    private static void assertWrong(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(ReportFormatException.class)
                .hasMessageContaining(message);
    }

    private static Report read(String json) throws ReportFormatException {
        return ReportReader.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
