package dev.pedigree.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** The command line as a person would type it again. */
final class CommandLineText {
    private static final String PLAIN = "[A-Za-z0-9_@%+=:,./-]+";

    private CommandLineText() {}

    static String of(CommandSpec spec) {
        List<String> words = spec.root().commandLine().getParseResult().originalArgs();
        return "pedigree " + words.stream().map(CommandLineText::quoted).collect(Collectors.joining(" "));
    }

    static String quoted(String word) {
        return word.matches(PLAIN) ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
