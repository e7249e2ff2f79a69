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

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "No progress and no notes on standard error, only errors.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more on standard error; show where an internal error happened.")
    private boolean verbose;

    Level level() {
        if (verbose) {
            return Level.VERBOSE;
        }
        return quiet ? Level.QUIET : Level.NORMAL;
    }
}
