package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.DisplayWidth;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    @Test
    void helpSaysWhatTheExitCodesMean() {
        Run run = Run.of("--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Exit codes:", "--fail-on", "Examples:");
    }

    @Test
    void eachCommandHasHelpThatFitsTheWindow() {
        for (String name : commands()) {
            for (int width : new int[] {60, 100}) {
                Run run = Run.at(width, false, "help", name);
                assertThat(run.code()).as(name).isZero();
                assertThat(run.out().lines().filter(l -> !l.startsWith("  pedigree ")))
                        .as(name)
                        .allMatch(l -> DisplayWidth.of(l) <= width);
                if (!name.contains("completion")) {
                    assertThat(run.out()).contains("Usage: pedigree");
                }
            }
        }
    }

    @Test
    void aWrongCommandLineSaysWhatToDo() {
        Run run = Run.of("inspct");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("inspct", "Did you mean", "pedigree --help");
        assertThat(Run.of().code()).isEqualTo(2);
        assertThat(Run.of("inspect").err()).contains("pedigree inspect --help");
    }

    @Test
    void coloursOnlyOnATerminal() {
        assertThat(Run.at(80, false, "--help").out()).doesNotContain("\u001b");
        assertThat(Run.at(80, true, "--help").out()).contains("\u001b[");
    }

    @Test
    void completionKnowsEachCommand() {
        assertThat(Run.of("completion").out()).contains(commands());
    }

    @Test
    void hostileArgumentsAreShownHarmless() {
        Run run = Run.of("inspect", "\u001b[31m\u202e.jsonl");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).doesNotContain("\u001b", "\u202e").contains("⟨U+001B⟩");
    }

    private static List<String> commands() {
        Console console = new Console(System.out, System.err, 80, false, false);
        return List.copyOf(new CommandLine(new Main(), new ConsoleFactory(console))
                .getSubcommands()
                .keySet());
    }
}
