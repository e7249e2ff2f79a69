package dev.pedigree.cli;

import dev.pedigree.reference.ReferenceLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes models out of a library. */
@Command(
        name = "remove",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Take models out of a library.",
        footerHeading = "%nExample:%n",
        footer = "  pedigree library remove mine.pedlib old-model")
final class LibraryRemoveCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "LIBRARY",
            index = "0",
            description = "A library file, or 'default' for the one that ships with Pedigree.")
    private String file;

    @Parameters(paramLabel = "MODEL", index = "1..*", arity = "1..*", description = "Names of models.")
    private List<String> models;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the result goes; without it, the library is replaced.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        Path target = LibraryOptions.target(file, out);
        Output.check(target);
        ReferenceLibrary library = LibraryOptions.named(file);
        for (String model : models) {
            try {
                library = library.without(model);
            } catch (IllegalArgumentException e) {
                throw CommandFailure.usage(e.getMessage() + "; 'pedigree library list " + file + "' shows what it has");
            }
        }
        library.write(target);
        return Main.OK;
    }
}
