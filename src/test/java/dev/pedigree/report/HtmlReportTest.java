package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelDistances;
import dev.pedigree.compare.ModelMap;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.internal.Visible;
import dev.pedigree.stats.NeighbourJoining;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page is also well-formed XML but for its void elements, so that a strict parser can judge what it holds. */
class HtmlReportTest {
    private static final Set<String> ELEMENTS = new LinkedHashSet<>(List.of(
            "html head meta title style body header nav main section footer h1 h2 h3 p ul ol li dl dt dd div figure figcaption table"
                    .split(" ")));

    static {
        ELEMENTS.addAll(
                List.of("thead tbody tr th td details summary pre code q b span bdi a svg desc g line rect circle text"
                        .split(" ")));
        ELEMENTS.addAll(List.of("blockquote", "mark"));
    }

    @Test
    void pagesAreWrittenForLookingAt() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "reports"));
        for (Map.Entry<String, Verdict> entry : Verdicts.all().entrySet()) {
            Path page = folder.resolve(entry.getKey() + ".html");
            report(entry.getValue()).write(ReportFormat.HTML, page);
            assertThat(Files.size(page)).as(entry.getKey()).isLessThan(600 << 10);
        }
    }

    @Test
    void onlyKnownElementsAndNoHandlersScriptsOrForeignAddresses() throws Exception {
        for (Verdict verdict : Verdicts.all().values()) {
            Document page = parse(report(verdict).html());
            NodeList all = page.getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                assertThat(ELEMENTS).contains(element.getTagName());
                for (int a = 0; a < element.getAttributes().getLength(); a++) {
                    String attribute = element.getAttributes().item(a).getNodeName();
                    assertThat(attribute).doesNotStartWith("on").isNotIn("style", "src", "xlink:href", "action");
                    if (attribute.equals("href")) {
                        assertThat(element.getAttribute("href")).startsWith("#");
                    }
                }
            }
        }
    }

    @Test
    void hostileTextStaysTextAndIsSeenWhole() throws Exception {
        String page = report(Verdicts.hostile()).html();
        assertThat(page).doesNotContain("<script", "<img", "<svg onload", "</style><style>");
        assertThat(page.codePoints().filter(c -> c != '\n' && Visible.isHidden(c)))
                .isEmpty();
        assertThat(page).contains("<span class=\"hidden\">U+202E</span>", "… cut</span>");
        assertThat(longestWord(page)).isLessThan(1300);
    }

    @Test
    void headingsStandInOrderAndIdsAreUnique() throws Exception {
        for (Verdict verdict : Verdicts.all().values()) {
            String page = report(verdict).html();
            int before = 0;
            Matcher heading = Pattern.compile("<h([1-6])[ >]").matcher(page);
            while (heading.find()) {
                int level = Integer.parseInt(heading.group(1));
                assertThat(level).isLessThanOrEqualTo(before + 1);
                before = level;
            }
            List<String> ids = new ArrayList<>();
            Matcher id = Pattern.compile(" id=\"([^\"]*)\"").matcher(page);
            while (id.find()) {
                ids.add(id.group(1));
            }
            assertThat(ids).doesNotHaveDuplicates();
            Matcher label = Pattern.compile("aria-labelledby=\"([^\"]*)\"").matcher(page);
            while (label.find()) {
                assertThat(ids).contains(label.group(1).split(" "));
            }
        }
    }

    /** Characters that cannot be seen are spelled out where others wrote them; our own words have none. */
    @Test
    void ourOwnWordsHoldNothingThatIsSpelledOut() {
        for (Verdict verdict : List.of(Verdicts.strong(), Verdicts.none(), Verdicts.relatives(), Verdicts.few())) {
            assertThat(report(verdict).html()).doesNotContain("(U+").doesNotContain("\u00a0");
        }
    }

    @Test
    void theVerdictStandsBeforeEverythingElse() {
        String page = report(Verdicts.strong()).html();
        assertThat(page.indexOf("Strong support")).isBetween(0, page.indexOf("id=\"candidates\""));
        assertThat(page.indexOf("Evidence, not proof")).isBetween(0, page.indexOf("id=\"candidates\""));
    }

    @Test
    void thePlotHasAMarkForEachCandidateThatIsPossible() throws Exception {
        String page = report(Verdicts.strong()).html();
        String forest = page.substring(page.indexOf("forest-t"), page.indexOf("Likelihood ratio, on a"));
        assertThat(forest.split("<circle", -1)).hasSize(5 + 1);
        assertThat(forest).contains("class=\"mark named\"");
    }

    /** On paper their rows are left out, and stand as names under their reason. */
    @Test
    void whoIsRuledOutIsNamedUnderTheReason() {
        String page = report(Verdicts.strong()).html();
        assertThat(page)
                .contains("All 6 candidates as a table", "Of these, 1 is ruled out, by reason")
                .containsPattern(
                        "<tr class=\"out\"><td class=\"number\">6</td>\\s*<th scope=\"row\"><bdi>aurora-5</bdi>")
                .containsPattern(
                        "<dt><bdi>Available since 2026-03, after the suspect \\(2025-11\\)</bdi></dt>\\s*<dd><bdi>aurora-5</bdi></dd>");
        assertThat(report(Verdicts.none()).html()).doesNotContain("ruled out, by reason", "tr class=\"out\"");
    }

    /** The page speaks of the accuracy page; where somebody keeps the site it links to it, and to nothing else out there. */
    @Test
    void thePageLinksToTheSiteWhereThereIsOne() {
        Report report = report(Verdicts.strong());
        assertThat(report.html()).contains("accuracy.html on its site").doesNotContain("href=\"http");
        String page = report.withSite(URI.create("https://docs.example.com/a")).html();
        assertThat(page)
                .contains("href=\"https://docs.example.com/a/accuracy.html\"")
                .doesNotContain("on its site");
        for (String bad : List.of("javascript:alert(1)", "file:///etc", "accuracy", "data:text/html,x", "https:///x")) {
            assertThatThrownBy(() -> report.withSite(URI.create(bad))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Wherever the suspect stands on the map, it is named there. */
    @Test
    void theMapNamesTheSuspectEvenInACrowd() {
        for (double apart : new double[] {1, 0.01, 0}) {
            List<ModelMap.Point> points = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                points.add(new ModelMap.Point(
                        new ComparedModel("model-" + i, "f", false), apart * (i % 3 - 1), apart * (i / 3 - 1), 0.1));
            }
            points.add(new ModelMap.Point(
                    new ComparedModel("a-suspect-with-a-long-name", "s", true), apart * 0.1, apart * 0.1, 0.1));
            Html html = new Html();
            NeighbourMap.write(html, new ModelMap(ModelDistances.Basis.HABITS, points, 0.1, 100));
            assertThat(html.toString())
                    .containsPattern("<text class=\"leaf named narrow\"[^>]*>a-suspect-wi…a-long-name</text>");
        }
    }

    /** On a telephone there are 34 columns for names; a wide page has room for the whole name, and shows no other. */
    @Test
    void theTreeGivesWholeNamesWhereThereIsRoom() {
        String name = "Infinity-Instruct-7M-Gen-Llama3_1-70B";
        ModelTree tree = new ModelTree(
                ModelDistances.Basis.HABITS,
                List.of(
                        new ComparedModel(name, "f", false),
                        new ComparedModel("short", "g", false),
                        new ComparedModel("suspect", "s", true)),
                NeighbourJoining.of(new double[][] {{0, 1, 2}, {1, 0, 2}, {2, 2, 0}}),
                100);
        Html html = new Html();
        NeighbourTree.write(html, tree);
        assertThat(html.toString())
                .containsPattern("<text class=\"leaf narrow\"[^>]*>Infinity-Instruct…Gen-Llama3_1-70B</text>")
                .containsPattern("<text class=\"leaf wide\"[^>]*>" + name + "</text>")
                .containsOnlyOnce(">short</text>")
                .containsOnlyOnce(">suspect</text>");
        assertThat(report(Verdicts.strong()).html())
                .contains("svg .narrow { display: none; }", "svg .narrow { display: inline; }");
    }

    @Test
    void tooLittleTextShowsNoScoresToPeopleAndFlagsThemToMachines() {
        Verdict few = Verdicts.few();
        Report report = report(few);
        for (String document : List.of(report.html(), report.text(80, false), report.markdown())) {
            assertThat(document.replaceAll("\\s+", " "))
                    .contains("no scores, order or habits are shown")
                    .doesNotContain("aurora-4", "heron-2", "3.762", "Certainly! Here are some");
        }
        assertThat(report.render(ReportFormat.CSV)).contains("\"aurora-4\"").doesNotContain(",3.762,");
        assertThat(report.json()).contains("\"tooLittleText\" : true", "\"score\" : 3.762", "\"name\" : \"aurora-4\"");
        assertThat(report(Verdicts.strong()).json()).contains("\"tooLittleText\" : false");
    }

    /** Some answers of a megabyte each, all of them shared and claiming, must not stand in memory or in a report many times over. */
    @Test
    void longAnswersAreQuotedInPart() {
        Report report = report(Verdicts.copied(60, "word".repeat(1 << 18)));
        assertThat(report.json().length()).isLessThan(1 << 20);
        assertThat(report.html().length()).isLessThan(1 << 18);
        assertThat(report.json()).contains("\"suspectEnd\" : 1048576");
    }

    private static Report report(Verdict verdict) {
        return Verdicts.drawn(verdict).withCommand("pedigree audit 'answers of the suspect.jsonl' --html audit.html");
    }

    private static Document parse(String page) throws ParserConfigurationException, IOException, SAXException {
        String xml = page.replace("<!DOCTYPE html>", "").replaceAll("(<meta [^>]*[^/])>", "$1/>");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static int longestWord(String page) {
        int longest = 0;
        for (String word : page.split("[\\s<>]+")) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
