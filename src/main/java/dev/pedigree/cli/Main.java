package dev.pedigree.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command's entry point. */
@Command(
        name = "pedigree",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Was this language model trained on another model's outputs? Evidence, never proof.",
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0   done",
            "  1   done, and a verdict is as strong as --fail-on says",
            "  2   the command line is wrong",
            "  3   the data are wrong or cannot be read or written",
            "  70  Pedigree itself failed",
            "",
            "Examples:",
            "  pedigree inspect logs/                      were my logs understood?",
            "  pedigree audit suspect.jsonl --html a.html  the verdict, and a page with it",
            "  pedigree help audit                         what a command can do"
        })
public final class Main implements Runnable {
    static final int OK = 0;
    static final int FOUND = 1;
    static final int USAGE = 2;
    static final int BAD_DATA = 3;
    static final int FAILED = 70;
    /** Picocli lays out no narrower. */
    private static final int NARROWEST_HELP = 55;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Verbosity verbosity;

    Main() {}

    Verbosity.Level level() {
        return verbosity.level();
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args the words of the command line
     */
    public static void main(String[] args) {
        Console console = Console.ofProcess();
        int code = run(console, args);
        console.flush();
        System.exit(code);
    }

    static int run(Console console, String... args) {
        CommandLine line = Commands.line(console, args);
        line.setOut(console.out());
        line.setErr(console.err());
        line.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        line.setUsageHelpWidth(StrictMath.max(NARROWEST_HELP, console.width()));
        if (console.width() < NARROWEST_HELP) {
            line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
            line.setOut(new PrintWriter(new WrappedLines(console.out(), console.width()), true));
        }
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((e, command, parsed) -> Failures.report(e, console));
        line.setParameterExceptionHandler((e, words) -> Failures.report(e, console));
        int code = line.execute(args);
        console.flush();
        return code;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
