package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.DisplayWidth;
import java.util.ArrayList;
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
    void eachCommandHasHelpWithExamplesThatFitsTheWindow() {
        for (List<String> command : everyCommand()) {
            for (int width : new int[] {40, 60, 80, 120}) {
                Run run = Run.at(width, false, with(command, "--help"));
                assertThat(run.code()).as(command.toString()).isZero();
                assertThat(run.out().lines()).as(command.toString()).allMatch(l -> DisplayWidth.of(l) <= width);
                assertThat(run.out())
                        .as(command.toString())
                        .contains("Usage: pedigree")
                        .containsPattern("\nExamples?:\n");
            }
            String wide = Run.at(80, false, with(command, "--help")).out();
            assertThat(wide.substring(wide.lastIndexOf("\nExample")).lines().skip(2))
                    .as("examples can be copied from a window of 80 columns: " + command)
                    .allMatch(line -> line.startsWith("  "));
        }
    }

    @Test
    void aCommandAloneHasTheHelpThatItHasAmongTheOthers() {
        for (String command : commands()) {
            if (!command.equals("help")) {
                assertThat(Run.of(command, "--help").out())
                        .as(command)
                        .isEqualTo(Run.of("help", command).out());
            }
        }
    }

    @Test
    void howMuchIsSaidCanStandBeforeAndBehindTheCommand() {
        assertThat(level()).isEqualTo(Verbosity.Level.NORMAL);
        assertThat(level("--quiet")).isEqualTo(Verbosity.Level.QUIET);
        assertThat(level("--quiet", "formats")).isEqualTo(Verbosity.Level.QUIET);
        assertThat(level("formats", "--verbose")).isEqualTo(Verbosity.Level.VERBOSE);
        assertThat(level("-v", "library", "list", "-q")).isEqualTo(Verbosity.Level.VERBOSE);
    }

    private static Verbosity.Level level(String... args) {
        Main main = Commands.line(console(), args)
                .parseArgs(args)
                .commandSpec()
                .commandLine()
                .getCommand();
        return main.level();
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
        assertThat(Run.of("completion").out())
                .contains(commands())
                .contains("\"weak\" \"moderate\" \"moderately-strong\"", "\"phrases\"", "\"openai-chat\"")
                .doesNotContain("AGAINST", "PHRASES");
    }

    /** Asked for as help or as a command, an unknown name gets the same answer. */
    @Test
    void helpOnAnUnknownCommandSuggestsOne() {
        for (String[] words : new String[][] {{"adit"}, {"help", "adit"}}) {
            Run run = Run.of(words);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .startsWith("pedigree: 'adit' is no command of pedigree\n")
                    .contains("pedigree audit");
        }
        Run below = Run.of("help", "library", "biuld");
        assertThat(below.code()).isEqualTo(2);
        assertThat(below.err()).contains("'biuld' is no command of pedigree library", "library build");
        assertThat(Run.of("help", "library", "build").out())
                .isEqualTo(Run.of("library", "build", "--help").out());
        assertThat(Run.of("help").out()).isEqualTo(Run.of("--help").out());
        assertThat(Run.of("formats", "more").err()).startsWith("pedigree: 'more' was not expected here\n");
    }

    @Test
    void hostileArgumentsAreShownHarmless() {
        Run run = Run.of("inspect", "\u001b[31m\u202e.jsonl");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).doesNotContain("\u001b", "\u202e").contains("⟨U+001B⟩");
    }

    private static String[] with(List<String> command, String option) {
        List<String> words = new ArrayList<>(command);
        words.add(option);
        return words.toArray(new String[0]);
    }

    /** The words of each command and each command of a command. */
    private static List<List<String>> everyCommand() {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < all.size(); i++) {
            CommandLine line = root();
            for (String word : all.get(i)) {
                line = line.getSubcommands().get(word);
            }
            for (String name : line.getSubcommands().keySet()) {
                List<String> words = new ArrayList<>(all.get(i));
                words.add(name);
                all.add(words);
            }
        }
        return all;
    }

    private static CommandLine root() {
        return Commands.line(console());
    }

    private static Console console() {
        return new Console(System.out, System.err, new Console.Screen(80, false, false, false));
    }

    private static List<String> commands() {
        return List.copyOf(root().getSubcommands().keySet());
    }
}
