package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusException;
import dev.pedigree.internal.Visible;
import dev.pedigree.overlap.IndexFormatException;
import dev.pedigree.report.ReportFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into a line that says what to do, and an exit code. Bad data never give a stack trace. */
final class Failures {
    private static final int LONGEST = 2000;
    private static final String PREFIX = "Error: ";

    private Failures() {}

    static int report(Exception failure, Console console) {
        if (failure instanceof ParameterException wrong) {
            say(console, wrong instanceof UnmatchedArgumentException more ? unexpected(more) : plain(message(wrong)));
            UnmatchedArgumentException.printSuggestions(wrong, console.err());
            String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
            String help = command.equals("pedigree") ? "pedigree --help" : command + " --help";
            hint(console, "Try '" + help + "'.");
            return Main.USAGE;
        }
        if (failure instanceof CommandFailure known) {
            say(console, message(known));
            return known.code();
        }
        if (failure instanceof UncheckedIOException wrapped && wrapped.getCause() != null) {
            return report(wrapped.getCause(), console);
        }
        if (failure instanceof CorpusException bad) {
            say(console, message(bad));
            hint(console, next(bad.kind()));
            return Main.BAD_DATA;
        }
        if (failure instanceof ReportFormatException none) {
            say(console, message(none));
            hint(console, "Give a report that 'pedigree audit --json' wrote.");
            return Main.BAD_DATA;
        }
        if (failure instanceof IndexFormatException damaged) {
            say(console, message(damaged));
            hint(
                    console,
                    "The index is damaged or of an earlier version; make it anew: pedigree overlap --references FOLDER --save-index"
                            + " FILE");
            return Main.BAD_DATA;
        }
        if (failure instanceof IOException io) {
            say(console, reason(io));
            return Main.BAD_DATA;
        }
        say(console, "Pedigree itself failed: " + failure.getClass().getSimpleName() + ": " + message(failure));
        if (console.level() == Verbosity.Level.VERBOSE) {
            failure.printStackTrace(console.err());
        } else {
            hint(console, "This is a fault of the program. Please report it with what '--verbose' shows.");
        }
        return Main.FAILED;
    }

    private static String unexpected(UnmatchedArgumentException wrong) {
        if (wrong.isUnknownOption()) {
            return plain(message(wrong));
        }
        String word = "'" + wrong.getUnmatched().get(0) + "'";
        CommandLine command = wrong.getCommandLine();
        return command.getSubcommands().isEmpty()
                ? word + " was not expected here"
                : word + " is no command of " + command.getCommandSpec().qualifiedName();
    }

    /** Picocli's words without its prefix, and without the options that may be left out. */
    private static String plain(String message) {
        return message.startsWith(PREFIX)
                ? message.substring(PREFIX.length()).replaceFirst(": \\(", ": ").replaceFirst(" \\[.*", "")
                : message;
    }

    /** What to do about data that cannot be read. */
    private static String next(CorpusException.Kind kind) {
        return switch (kind) {
            case MISSING -> "Check the path; it is looked up from the current folder.";
            case NOTHING_TO_READ ->
                "Give a file of answers, or a folder that holds a file or folder of answers for each model;"
                        + " 'pedigree formats' lists what can be read.";
            case NO_PERMISSION -> "Check who may read it.";
            case OTHER_FILE -> "'pedigree formats' lists what can be read.";
            case UNNAMED_FIELDS ->
                "Name what holds the answers: --columns response=NAME, or response=NAME,prompt=NAME; 'pedigree formats' lists"
                        + " what is read without that.";
            case UNNAMED_QUESTIONS -> "Name it with --prompts FILE.";
            case BAD_DATA ->
                "'pedigree formats' lists what can be read; --format NAME says which it is; --skip-bad-records leaves bad"
                        + " records out and counts them.";
        };
    }

    private static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return message(failure) + ": no such file or folder";
        }
        if (failure instanceof AccessDeniedException) {
            return message(failure) + ": no permission";
        }
        return message(failure);
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    private static void say(Console console, String message) {
        console.complain("pedigree: " + Visible.line(message, LONGEST));
    }

    private static void hint(Console console, String hint) {
        console.complain(hint);
    }
}
