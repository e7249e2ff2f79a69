package dev.pedigree.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How much is said on standard error. */
final class Verbosity {
    enum Level {
        QUIET,
        NORMAL,
        VERBOSE
    }

    private final Console console;

    Verbosity(Console console) {
        this.console = console;
    }

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress and no notes on standard error, only errors.")
    void setQuiet(boolean quiet) {
        console.setLevel(quiet ? Level.QUIET : Level.NORMAL);
    }

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more on standard error; show where an internal error happened.")
    void setVerbose(boolean verbose) {
        if (verbose) {
            console.setLevel(Level.VERBOSE);
        }
    }
}
