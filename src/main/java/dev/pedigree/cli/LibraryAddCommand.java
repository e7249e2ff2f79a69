package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
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

/** Adds models to a library. */
@Command(
        name = "add",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Add models to a library, from answers or fingerprints.",
        description = "What the library learned from its other models stays as it is.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree library add mine.pedlib new.jsonl --prompt-set alpaca_eval",
            "  pedigree library add default new.jsonl --prompt-set mt_bench --out my.pedlib"
        })
final class LibraryAddCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "LIBRARY",
            index = "0",
            description = "A library file, or 'default' for the one that ships with Pedigree.")
    private String file;

    @Parameters(
            paramLabel = "PATH",
            index = "1..*",
            arity = "1..*",
            description = "A file of answers or a fingerprint, or a folder with a file or folder for each model.")
    private List<Path> paths;

    @Option(
            names = "--prompt-set",
            required = true,
            paramLabel = "NAME",
            description = "The prompt set of the library that the models answered.")
    private String promptSet;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the result goes; without it, the library is replaced.")
    private @Nullable Path out;

    @Mixin
    private TableOptions table;

    @Mixin
    private InputOptions input;

    LibraryAddCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Path target = LibraryOptions.target(file, out);
        Output.check(target);
        CorpusReader reader = input.reader();
        ReferenceLibrary library = LibraryOptions.named(file);
        List<ModelSource> sources = InputOptions.models(paths);
        List<PrintedModel> read =
                new Work(console, "reading", "model").on(sources, source -> PrintedModel.read(source, reader));
        for (int i = 0; i < read.size(); i++) {
            try {
                library = library.with(
                        table.table().get(sources.get(i).name()),
                        promptSet,
                        read.get(i).print());
            } catch (IllegalArgumentException e) {
                throw CommandFailure.usage(sources.get(i).path() + ": " + e.getMessage());
            }
        }
        library.write(target);
        return Main.OK;
    }
}
