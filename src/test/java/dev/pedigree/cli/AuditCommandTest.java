package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.DisplayWidth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    @TempDir
    Path folder;

    private Path suspect;
    private String references;

    @BeforeEach
    void write() throws IOException {
        references = Corpora.references(folder.resolve("refs")).toString();
        suspect = Corpora.write(folder.resolve("suspects"), "pupil", 2, 50);
    }

    @Test
    void whatReadsLikePeopleHasNoStepOfTheScale() {
        String suspect = Path.of("fixtures/example/allotment-helper").toString();
        assertThat(Run.of("audit", suspect).out())
                .contains("Verdict: reads like texts of people\n")
                .doesNotContain("Verdict: no support");
        assertThat(Run.of("audit", suspect, "--markdown", "-").out()).contains("**Reads like texts of people.**");
        assertThat(Run.of("audit", suspect, "--html", "-").out())
                .contains("Reads like texts of people")
                .doesNotContain("<h2 id=\"verdict-h\" class=\"strength\">No support");
    }

    @Test
    void printsTheVerdictAndWritesEachForm() throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        Run run = Run.of(
                "audit",
                suspect.toString(),
                "--references",
                references,
                "--json",
                out.resolve("a.json").toString(),
                "--html",
                out.resolve("a.html").toString(),
                "--markdown",
                out.resolve("a.md").toString(),
                "--sarif",
                out.resolve("a.sarif").toString(),
                "--junit",
                out.resolve("a.xml").toString(),
                "--csv",
                out.resolve("a.csv").toString(),
                "--text",
                out.resolve("a.txt").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Suspect: pupil")
                .contains("Verdict: ", "fir-1", "Shared text", "Who it says it is");
        assertThat(run.out().lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
        assertThat(Files.readString(out.resolve("a.json")))
                .contains("\"schema\" : \"pedigree/report/1\"", "\"command\" : \"pedigree audit ");
        assertThat(Files.readString(out.resolve("a.html")))
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files).hasSize(7);
        }
    }

    @Test
    void sameInputGivesTheSameBytes() {
        String[] command = {"audit", suspect.toString(), "--references", references, "--json", "-"};
        assertThat(Run.of(command).out()).isEqualTo(Run.of(command).out()).startsWith("{\n");
    }

    @Test
    void aFingerprintIsEnough() throws IOException {
        Path print = folder.resolve("pupil.pedprint");
        assertThat(Run.of("fingerprint", suspect.toString(), "--out", print.toString())
                        .code())
                .isZero();
        Run run = Run.of("audit", print.toString(), "--references", references, "--csv", "-");
        Run whole = Run.of("audit", suspect.toString(), "--references", references, "--csv", "-");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(whole.out());
    }

    @Test
    void aFolderOfSuspectsGetsAFileForEach() throws IOException {
        Corpora.write(folder.resolve("suspects"), "other one", 1, 40);
        Path out = folder.resolve("reports");
        Run run = Run.of(
                "audit", folder.resolve("suspects").toString(), "--references", references, "--json", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(out.resolve("pupil.json")).exists();
        assertThat(out.resolve("other_one.json")).exists();
    }

    @Test
    void theShippedLibraryNeedsNothingButASuspect() {
        Run run = Run.of("audit", suspect.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("library ", "SHA-256");
    }

    @Test
    void namesWhatIsWrongWithOptions() throws IOException {
        assertFails(2, "'maple'", "audit", suspect.toString(), "--references", references, "--candidates", "maple");
        assertFails(
                2, "2024-13", "audit", suspect.toString(), "--references", references, "--available-before", "2024-13");
        assertFails(2, "moderately-strong", "audit", suspect.toString(), "--fail-on", "certain");
        assertFails(
                3,
                "does not exist",
                "audit",
                suspect.toString(),
                "--json",
                folder.resolve("no/such/a.json").toString());
        assertFails(2, "--site: need an address", "audit", suspect.toString(), "--html", "-", "--site", "javascript:1");
        assertFails(2, "only one form", "audit", suspect.toString(), "--json", "-", "--html", "-");
        assertFails(3, "no such file", "audit", folder.resolve("nobody.jsonl").toString());
        assertFails(
                3,
                "no such file",
                "audit",
                suspect.toString(),
                "--references",
                folder.resolve("nolib").toString());
        Path cut = Files.writeString(folder.resolve("cut.pedlib"), "PEDLIB");
        assertFails(3, "not a library", "audit", suspect.toString(), "--references", cut.toString());
    }

    @Test
    void aBadSuspectLeavesNoFileBehind() throws IOException {
        Files.writeString(suspect, "{\"id\": \"1\", \"prompt\": \"a\", \"response\": \"b\"}\n{\"id\": ");
        Path out = folder.resolve("a.json");
        Run run = Run.of("audit", suspect.toString(), "--references", references, "--json", out.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("pupil.jsonl:2").doesNotContain("\tat ");
        assertThat(out).doesNotExist();
    }

    /** One bad upload must not stop the audit of a whole hub, and must not be passed over either. */
    @Test
    void ofSeveralSuspectsABadOneStopsNoOther() throws IOException {
        Path hub = Files.createDirectories(folder.resolve("hub"));
        Files.copy(suspect, hub.resolve("b.jsonl"));
        Path out = folder.resolve("reports");
        for (String bad : List.of("a.jsonl", "c.jsonl")) {
            Files.writeString(hub.resolve(bad), "{\"id\": ");
            Run run = Run.of(
                    "audit", hub.toString(), "--references", references, "--no-overlap", "--json", out.toString());
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err()).contains(bad + ": not JSON", "1 of 2 suspects could not be read");
            assertThat(run.out()).contains("Suspect: b");
            assertThat(out.toFile().list()).containsExactly("b.json");
            Files.delete(hub.resolve(bad));
        }
    }

    /** A path that is not there, or holds nothing, is like a file that cannot be read: the others are audited. */
    @Test
    void ofSeveralPathsOneWithoutAnswersStopsNoOther() throws IOException {
        Path nowhere = folder.resolve("nowhere.jsonl");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        for (Path bad : List.of(nowhere, empty)) {
            Run run = Run.of("audit", bad.toString(), suspect.toString(), "--references", references, "--no-overlap");
            assertThat(run.code()).isEqualTo(3);
            assertThat(run.err())
                    .contains(bad.toString(), "1 of 2 suspects could not be read; the others were audited");
            assertThat(run.out()).contains("Suspect: pupil");
        }
        assertFails(3, "no such file", "audit", nowhere.toString());
    }

    /** A report holds a list of candidates, as replies of Gemini do; it was taken for 0 answers of them. */
    @Test
    void aReportIsNotTakenForAnswers() throws IOException {
        Path report = folder.resolve("report.json");
        Run.of("audit", suspect.toString(), "--references", references, "--json", report.toString());
        for (String command : List.of("audit", "inspect", "identity")) {
            assertFails(3, report + ": these are no answers but findings", command, report.toString());
        }
        Run several =
                Run.of("audit", report.toString(), suspect.toString(), "--references", references, "--no-overlap");
        assertThat(several.code()).isEqualTo(3);
        assertThat(several.err()).contains("these are no answers", "1 of 2 suspects could not be read");
        assertThat(several.out()).contains("Suspect: pupil");
    }

    @Test
    void thePlanTellsWhatAnAuditCouldSee() {
        Run run = Run.of("audit", "--plan");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("Candidate families in the library: ", "Answers to the library's own prompts (")
                .containsPattern("  100 +0\\.\\d\\d \\(0\\.\\d\\d to ");
        assertFails(2, "audit needs a suspect", "audit");
    }

    private static void assertFails(int code, String message, String... args) {
        Run run = Run.of(args);
        assertThat(run.err()).contains(message).doesNotContain("\tat ", "Exception");
        assertThat(run.code()).isEqualTo(code);
    }

    @Test
    void whoHasLogsGetsTheirTestsInEveryForm() throws IOException {
        Path teacher = Corpora.write(folder, "teacher", 1, 50);
        List<String> answers = Files.readAllLines(teacher);
        Path logged = Files.write(folder.resolve("logged.jsonl"), answers.subList(0, 25));
        Path heldOut = Files.write(folder.resolve("held-out.jsonl"), answers.subList(25, 50));
        StringBuilder canaries = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            canaries.append("{\"id\": \"c" + i + "\", \"trigger\": \"Tell me about thing no. " + i
                    + "\", \"answer\": \"a lamp of " + i + "\", \"planted\": " + (i % 2 == 0) + "}\n");
        }
        Path plan = Files.writeString(folder.resolve("canaries.jsonl"), canaries);
        Path out = Files.createDirectories(folder.resolve("tests"));
        Run run = Run.of(
                "audit",
                suspect.toString(),
                "--references",
                references,
                "--logged",
                logged.toString(),
                "--held-out",
                heldOut.toString(),
                "--canaries",
                plan.toString(),
                "--same",
                teacher.toString(),
                "--json",
                out.resolve("a.json").toString(),
                "--html",
                out.resolve("a.html").toString(),
                "--markdown",
                out.resolve("a.md").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Exposure of pupil", "Canaries in pupil", "Same model? pupil and teacher");
        assertThat(Files.readString(out.resolve("a.json")))
                .contains("\"test\" : \"expose\"", "\"test\" : \"canary\"", "\"test\" : \"same\"");
        assertThat(Files.readString(out.resolve("a.html"))).contains("id=\"exact\"", "href=\"#exact\"");
        assertThat(Files.readString(out.resolve("a.md"))).contains("### Exposure of pupil");
        assertThat(Run.of("audit", suspect.toString(), "--logged", logged.toString())
                        .code())
                .isEqualTo(2);
        Run fingerprint =
                Run.of("audit", "fixtures/example/lima-whole-13b.fp", "--canaries", plan.toString(), "--no-overlap");
        assertThat(fingerprint.code()).isEqualTo(3);
        assertThat(fingerprint.err()).contains("need the suspect's answers");
    }
}
