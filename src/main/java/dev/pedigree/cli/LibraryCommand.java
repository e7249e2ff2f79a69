package dev.pedigree.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes and changes reference libraries. */
@Command(
        name = "library",
        mixinStandardHelpOptions = true,
        header = "Make, change and list reference libraries.",
        subcommands = {
            LibraryBuildCommand.class,
            LibraryAddCommand.class,
            LibraryRemoveCommand.class,
            LibraryListCommand.class,
            LibraryChartsCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree library list",
            "  pedigree library build answers/ --out mine.pedlib",
            "  pedigree audit suspect.jsonl --references mine.pedlib"
        })
final class LibraryCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: build, add, remove, list or charts");
    }
}
