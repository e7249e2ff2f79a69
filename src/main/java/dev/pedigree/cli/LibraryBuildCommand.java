package dev.pedigree.cli;

import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a library from answers. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Make a library from folders of answers.",
        description =
                "Each folder is a prompt set: a file or folder of answers (or a fingerprint) for each model, all to the same"
                        + " prompts as far as may be.",
        footerHeading = "%nExample:%n",
        footer = "  pedigree library build alpaca_eval/ arena_hard/ --out mine.pedlib")
final class LibraryBuildCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders with a file or folder for each model.")
    private List<Path> folders;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the library goes.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called; without it, the file's name.")
    private @Nullable String name;

    @Mixin
    private TableOptions table;

    @Mixin
    private InputOptions input;

    LibraryBuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Output.check(out);
        String file = LibraryOptions.name(out);
        int dot = file.lastIndexOf('.');
        String called = name != null ? name : dot > 0 ? file.substring(0, dot) : file;
        ReferenceLibrary library = new LibraryFolders(console, table.table(), input.reader()).build(folders, called);
        library.write(out);
        console.note(out + ": " + library.models().size() + " entries, SHA-256 " + library.digest());
        if (library.calibration(PromptRegime.KNOWN).isEmpty()) {
            console.note(
                    "too few of its models are of known descent to tell what scores are worth: audits against it rank"
                            + " candidates and give no ratios; 'audit --references " + folders.get(0)
                            + "' sets the same answers before the library that ships with Pedigree");
        }
        return Main.OK;
    }
}
