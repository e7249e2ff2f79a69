package dev.pedigree.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pedigree.cli.AuditedPages;
import dev.pedigree.report.MadeUpPages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.openqa.selenium.Keys;

/**
 * The report as people see it, in Chromium: every page of {@link AuditedPages}, which the command makes of answers at hand, and of
 * {@link MadeUpPages}. Screenshots, prints and {@code figures.md} stand in {@code target/browser}.
 */
class ReportBrowserIT {
    private static final Path OUT = Path.of("target", "browser");
    private static final int[] WIDTHS = {360, 800, 1400};
    private static final int FIRST_PAINT = 500;
    private static final int BYTES = 600 << 10;
    private static final int PLOTTED = 10;
    /** A4 and Letter less the margins of 16 mm, in CSS pixels, and their sizes in inches. */
    private static final Map<String, double[]> PAPERS =
            new TreeMap<>(Map.of("a4", new double[] {672, 8.27, 11.69}, "letter", new double[] {695, 8.5, 11}));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Path> PAGES = new LinkedHashMap<>();
    private static final Map<String, Map<String, String>> FIGURES = new LinkedHashMap<>();
    private static Browser browser;

    @BeforeAll
    static void writePagesAndStart() throws IOException {
        Path reports = Files.createDirectories(OUT.resolve("pages"));
        PAGES.putAll(AuditedPages.write(OUT.resolve("answers"), reports));
        PAGES.putAll(MadeUpPages.write(reports));
        browser = new Browser();
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            writeFigures();
            browser.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> pages() {
        return PAGES.entrySet().stream()
                .filter(page -> isWanted(page.getKey()))
                .map(page -> DynamicContainer.dynamicContainer(page.getKey(), checks(page)));
    }

    /** Pages are left out by naming the others: {@code -Dpages=none,hostile}. */
    private static boolean isWanted(String page) {
        String pages = System.getProperty("pages", "");
        return pages.isEmpty() || List.of(pages.split(",")).contains(page);
    }

    private static Stream<DynamicTest> checks(Map.Entry<String, Path> page) {
        String name = page.getKey();
        Path file = page.getValue();
        List<DynamicTest> checks = new ArrayList<>();
        check(checks, "size and first paint", () -> isSmallAndQuick(name, file));
        for (int width : WIDTHS) {
            for (String scheme : List.of("light", "dark")) {
                check(checks, width + " pixels, " + scheme, () -> looksRight(name, file, width, scheme));
            }
        }
        check(checks, "opened details", () -> fitsWhenAllIsOpen(file));
        check(checks, "nothing runs", () -> doesNothing(file));
        check(checks, "the headline is the verdict's", () -> saysWhatTheJsonSays(file));
        check(checks, "marks", () -> hasTheRightMarks(file));
        check(checks, "keyboard", () -> canBeReadWithTheKeyboard(file));
        PAPERS.forEach((paper, size) -> check(checks, "print " + paper, () -> prints(name, file, paper, size)));
        return checks.stream();
    }

    private static void check(List<DynamicTest> checks, String name, Executable check) {
        checks.add(DynamicTest.dynamicTest(name, check));
    }

    private static void isSmallAndQuick(String name, Path file) throws IOException {
        assertThat(Files.size(file)).isLessThanOrEqualTo(BYTES);
        browser.width(1400);
        browser.look("screen", "light");
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 5; i++) {
            browser.open(file);
            double paint = browser.runLater(
                            "const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => done((() => {"
                                    + Scripts.FIRST_PAINT + "})()), 60));")
                    .asDouble();
            best = paint > 0 ? Math.min(best, paint) : best;
        }
        figure(name, "bytes", Long.toString(Files.size(file)));
        figure(name, "first paint, ms", Long.toString(Math.round(best)));
        assertThat(best).isLessThanOrEqualTo(FIRST_PAINT);
    }

    private static void looksRight(String name, Path file, int width, String scheme) throws IOException {
        browser.width(width);
        browser.look("screen", scheme);
        browser.open(file);
        browser.screenshot(OUT.resolve(name + "-" + width + "-" + scheme + ".png"));
        assertThat(browser.run(Scripts.OVERFLOWS)).as(name).isEmpty();
        browser.run(Browser.axe() + ";return null;");
        JsonNode axe = browser.runLater(Scripts.AXE);
        figure(
                name,
                "axe " + width + " " + scheme,
                axe.path("violations").size() + " of " + axe.path("passes").asInt() + " rules that apply; unsure: "
                        + axe.path("unsure").size());
        assertThat(axe.path("violations")).as(name).isEmpty();
        assertThat(axe.path("passes").asInt()).isGreaterThan(10);
    }

    private static void fitsWhenAllIsOpen(Path file) {
        browser.look("screen", "light");
        browser.open(file);
        openDetails();
        for (int width : WIDTHS) {
            browser.width(width);
            assertThat(browser.run(Scripts.OVERFLOWS)).as(file + " " + width).isEmpty();
        }
    }

    private static void openDetails() {
        browser.run("document.querySelectorAll('details').forEach(d => d.open = true); return null;");
    }

    private static void doesNothing(Path file) throws IOException {
        browser.console();
        browser.deeds(file);
        browser.width(1400);
        browser.open(file);
        openDetails();
        browser.run("document.querySelectorAll('a, summary').forEach(e => e.click()); return null;");
        assertThat(browser.run(Scripts.INTRUDERS)).isEmpty();
        assertThat(browser.console()).isEmpty();
        assertThat(browser.deeds(file)).isEmpty();
    }

    private static void saysWhatTheJsonSays(Path file) throws IOException {
        JsonNode verdict = json(file).path("verdict");
        browser.open(file);
        String headline = browser.run("return document.querySelector('.strength').textContent;")
                .asText();
        String kind = verdict.path("kind").asText();
        assertThat(headline)
                .isEqualToIgnoringCase(
                        switch (kind) {
                            case "abstains" -> "No answer";
                            case "human-text" -> "Reads like texts of people";
                            case "same-model" -> "May be the same model";
                            default -> verdict.path("words").asText();
                        });
        JsonNode top = browser.run("return document.querySelector('.limit').getBoundingClientRect().bottom;");
        assertThat(top.asDouble())
                .as("strength and limit are seen without scrolling")
                .isLessThan(900);
        assertThat(browser.run("return document.querySelectorAll('.scale .here').length;")
                        .asInt())
                .as("a step of the scale is marked where a ratio stands behind the verdict")
                .isEqualTo(Set.of("abstains", "human-text", "same-model").contains(kind) ? 0 : 1);
    }

    private static void hasTheRightMarks(Path file) throws IOException {
        JsonNode report = json(file);
        browser.width(1400);
        browser.open(file);
        openDetails();
        JsonNode marks = browser.run(Scripts.MARKS);
        Marks.power(report, marks.path("power"));
        if (report.path("verdict").path("tooLittleText").asBoolean()) {
            Marks.none(marks, "forest", "controls", "bars");
            assertThat(marks.path("channels").asInt()).isZero();
            return;
        }
        Marks.forest(report, marks.path("forest"), PLOTTED);
        Marks.controls(report, marks.path("controls"));
        Marks.receipts(report, marks.path("bars"));
        Marks.shares(report, marks.path("shares"));
        Marks.channels(report, marks.path("channels").asInt());
    }

    private static String focused() {
        return browser.run("return document.activeElement.id;").asText();
    }

    private static void canBeReadWithTheKeyboard(Path file) {
        browser.width(800);
        browser.open(file);
        int stops = browser.run(Scripts.STOPS).asInt();
        int before = -1;
        for (int i = 0; i < stops; i++) {
            browser.press(Keys.TAB);
            JsonNode focus = browser.run(Scripts.FOCUS);
            assertThat(focus.path("place").asInt()).as(focus.toString()).isGreaterThan(before);
            assertThat(focus.path("seen").asBoolean()).as(focus.toString()).isTrue();
            assertThat(focus.path("ring").asBoolean()).as(focus.toString()).isTrue();
            before = focus.path("place").asInt();
        }
        browser.open(file);
        browser.settle(); // a key that comes before the page stands is lost
        browser.press(Keys.TAB);
        browser.settle();
        browser.press(Keys.ENTER);
        browser.settle();
        assertThat(focused()).isEqualTo("verdict");
    }

    private static void prints(String name, Path file, String paper, double[] size) throws IOException {
        browser.width((int) size[0]);
        browser.look("print", "light");
        browser.open(file);
        JsonNode overflows = browser.run(Scripts.OVERFLOWS);
        browser.look("", "light");
        assertThat(overflows).as(name).isEmpty();
        byte[] pdf = browser.print(size[1], size[2]);
        Files.write(OUT.resolve(name + "-" + paper + ".pdf"), pdf);
        Matcher sheets =
                Pattern.compile("/Type\\s*/Page\\b(?!s)").matcher(new String(pdf, StandardCharsets.ISO_8859_1));
        int count = 0;
        while (sheets.find()) {
            count++;
        }
        figure(name, "sheets " + paper, Integer.toString(count));
        assertThat(count).isBetween(1, 40);
    }

    private static JsonNode json(Path page) throws IOException {
        return JSON.readTree(Files.readString(
                page.resolveSibling(page.getFileName().toString().replace(".html", ".json"))));
    }

    private static void figure(String page, String what, String value) {
        FIGURES.computeIfAbsent(page, k -> new LinkedHashMap<>()).put(what, value);
    }

    private static void writeFigures() throws IOException {
        StringBuilder lines = new StringBuilder("Seen in " + browser.version() + "\n\n");
        FIGURES.forEach((page, figures) -> {
            lines.append("* ").append(page).append('\n');
            figures.forEach((what, value) ->
                    lines.append("  * ").append(what).append(": ").append(value).append('\n'));
        });
        Files.writeString(OUT.resolve("figures.md"), lines);
    }
}
