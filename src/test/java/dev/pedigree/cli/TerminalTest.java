package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.DisplayWidth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terminal as a reader: windows of any width, pipes, colours, progress. */
class TerminalTest {
    /** Wide, combining, joined and hidden characters, in a name and in texts. */
    private static final String NAME = "云雀✅模型-e\u0301e\u0301-👩\u200D🚀-ქართული-한국어-ｗｉｄｅ";

    @TempDir
    Path folder;

    private Path suspect;
    private Path references;

    @BeforeEach
    void write() throws IOException {
        references = Corpora.references(folder.resolve("refs"));
        Path plain = Corpora.write(folder.resolve("plain"), "pupil", 2, 30);
        suspect = folder.resolve(NAME + ".jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(plain));
        lines.add("{\"id\": \"" + NAME + "\", \"prompt\": \"你是谁？\", \"response\": \"我是通义千问，由阿里云开发的语言模型。✅ "
                + "漢".repeat(300) + " I am ChatGPT, made by OpenAI ❤️. " + "ё".repeat(300) + "\"}");
        Files.write(suspect, lines);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void noCommandWritesALineThatIsWiderThanTheWindow(int width) throws IOException {
        Path copy = Files.copy(suspect, references.resolve("copy.jsonl"));
        String subject = suspect.toString();
        List<List<String>> commands = List.of(
                List.of("identity", subject),
                List.of("overlap", subject, "--references", references.toString()),
                List.of("same", subject, copy.toString(), "--draws", "99"),
                List.of("library", "list"),
                List.of("formats"));
        for (List<String> command : commands) {
            fits(Run.at(width, false, command.toArray(new String[0])), width);
        }
        Run inspected = Run.at(width, true, "inspect", subject, copy.toString());
        fits(inspected, width);
        assertThat(inspected.out()).contains("copy", "31").doesNotContain("\t");
    }

    @Test
    void thePlanFits() {
        fits(Run.at(40, false, "audit", "--plan"), 40);
    }

    /** One audit each, as they are the longest work here. */
    @Test
    void anAuditIsColouredAndTalksOnATerminalAsAsked() {
        Run watched = Run.at(40, true, "audit", suspect.toString(), "--references", references.toString(), "--verbose");
        assertThat(watched.out()).contains("\u001b[1m");
        fits(new Run(watched.code(), watched.out().replaceAll("\u001b\\[[0-9;]*m", ""), watched.err()), 40);
        assertThat(watched.err().replaceAll("\\s+", " "))
                .contains("31 answers read as pedigree, 31 with prompt", "library ", "reading refs: 5 models: done");
        Run piped = Run.piped("audit", suspect.toString(), "--references", references.toString(), "--quiet");
        assertThat(piped.out()).doesNotContain("\u001b").contains("Verdict: ");
        assertThat(piped.err()).isEmpty();
    }

    @Test
    void whatIsPipedIsNotCut() {
        assertThat(Run.piped("library", "list").out()).doesNotContain("…").contains("Meta-Llama-3-70B-Instruct");
        assertThat(Run.piped("formats").out()).doesNotContain("…");
        assertThat(Run.at(60, false, "library", "list").out()).contains("Meta-Llama-3-70B-Instruct");
    }

    @Test
    void coloursStandOnATerminalAloneAndNotWhereTheyAreUnwanted() {
        assertThat(screen(Map.of(), true).colour()).isTrue();
        assertThat(screen(Map.of(), false).colour()).isFalse();
        assertThat(screen(Map.of("NO_COLOR", "1"), true).colour()).isFalse();
        assertThat(screen(Map.of("NO_COLOR", ""), true).colour()).isTrue();
        assertThat(screen(Map.of("TERM", "dumb"), true).colour()).isFalse();
    }

    @Test
    void theWindowIsAskedOnlyWhereThereIsOne() {
        assertThat(screen(Map.of(), true).columns()).isEqualTo(72);
        assertThat(screen(Map.of("COLUMNS", "50"), true).columns()).isEqualTo(50);
        assertThat(screen(Map.of("COLUMNS", "wide"), true).columns()).isEqualTo(72);
        assertThat(screen(Map.of(), false).columns()).isZero();
        assertThat(screen(Map.of("COLUMNS", "50"), false).columns()).isEqualTo(50);
    }

    @Test
    void progressTellsRateAndTimeLeft() {
        assertThat(progress("reading", 9, Progress::advance))
                .isEqualTo("reading 1 of 9 models, 0.5 a second, 16 s left");
        assertThat(progress("reading", 531, Progress::advance))
                .as("too early to say")
                .isEqualTo("reading 1 of 531 models");
        assertThat(progress("reading", 0, progress -> progress.reach(3))).isEqualTo("reading 3 models, 1.5 a second");
        assertThat(DisplayWidth.of(progress("reading " + NAME, 9, Progress::advance)))
                .isLessThan(60);
    }

    @Test
    void progressSpellsOutTheControlsOfAName() {
        assertThat(progress("looking up \u001b[2J\u001b]0;x\u0007a\nb\u202E", 9, Progress::advance))
                .startsWith("looking up ⟨U+001B⟩[2J⟨U+001B⟩]0;x⟨U+0007⟩a ↵ b⟨U+202E")
                .hasLineCount(1);
    }

    @Test
    void progressDoesNotGoBackWhereAThreadComesLate() {
        assertThat(progress("reading", 0, progress -> {
                    progress.reach(3);
                    progress.reach(2);
                    progress.advance();
                }))
                .isEqualTo("reading 4 models, 2.0 a second");
    }

    /** The last line that is shown of work that is looked at again after two seconds. */
    private static String progress(String work, int total, Consumer<Progress> happens) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new ByteArrayOutputStream(), err, new Console.Screen(60, false, false, true));
        AtomicLong clock = new AtomicLong(7);
        try (Progress progress = new Progress(console, work, total, "model", clock::get)) {
            happens.accept(progress);
            clock.addAndGet(2_000_000_000L);
            progress.reach(0);
        }
        return err.toString(StandardCharsets.UTF_8).split("\r")[1].stripTrailing();
    }

    @Test
    void errorsAreWrappedForPeopleAndWholeForFiles() {
        Path missing = folder.resolve("a folder with a long name").resolve("and a file with a longer one.jsonl");
        Run watched = Run.at(50, true, "audit", missing.toString());
        assertThat(watched.err().lines()).hasSizeGreaterThan(2).allMatch(line -> DisplayWidth.of(line) <= 50);
        assertThat(Run.of("audit", missing.toString()).err().lines()).hasSize(2);
    }

    private static Console.Screen screen(Map<String, String> environment, boolean terminal) {
        return Console.Screen.of(environment, terminal, terminal, () -> 72);
    }

    private static void fits(Run run, int width) {
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isNotEmpty();
        assertThat(run.out().lines().filter(line -> DisplayWidth.of(line) > width))
                .as("wider than %d", width)
                .isEmpty();
    }
}
