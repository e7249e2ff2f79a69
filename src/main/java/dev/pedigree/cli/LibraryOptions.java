package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.fingerprint.FormatException;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Against what suspects are compared. */
final class LibraryOptions {
    static final String DEFAULT = "default";

    private final Console console;

    @Option(
            names = "--references",
            paramLabel = "PATH",
            description =
                    "A library file, or a folder with a file or folder of answers (or a fingerprint) for each reference"
                            + " model, or such a file of one model; without it, the library that ships with Pedigree ('default').")
    private String references = DEFAULT;

    @Mixin
    private TableOptions table;

    LibraryOptions(Console console) {
        this.console = console;
    }

    /**
     * The references of an audit. Those that are given as answers stand on the background of the library that ships with Pedigree where their
     * languages are its own: a few models are no population.
     */
    References references(CorpusReader reader) throws IOException {
        Path answers = answers();
        return answers == null
                ? References.of(library(reader))
                : new LibraryFolders(console, table(), reader).onBackground(answers, ReferenceLibrary.builtIn());
    }

    ReferenceLibrary library(CorpusReader reader) throws IOException {
        if (references.equals(DEFAULT)) {
            return ReferenceLibrary.builtIn();
        }
        Path path = Path.of(references);
        return Files.isDirectory(path)
                ? new LibraryFolders(console, table(), reader).build(List.of(path), name(path))
                : read(path);
    }

    /** The folder of reference answers, where the references are one. */
    @Nullable
    Path folder() {
        return !references.equals(DEFAULT) && Files.isDirectory(Path.of(references)) ? Path.of(references) : null;
    }

    /** The file or folder of reference answers, where the references are no library. */
    @Nullable
    Path answers() throws IOException {
        Path path = Path.of(references);
        boolean given = !references.equals(DEFAULT) && Files.exists(path);
        return given && !ReferenceLibrary.isStoredIn(path) ? path : null;
    }

    ModelTable table() throws IOException {
        return table.table();
    }

    /** A library by its file, or the one that ships with Pedigree. */
    static ReferenceLibrary named(String library) throws IOException {
        return library.equals(DEFAULT) ? ReferenceLibrary.builtIn() : read(Path.of(library));
    }

    /** Where a changed library goes: in its own place, unless that is Pedigree itself. */
    static Path target(String library, @Nullable Path out) {
        if (out == null && library.equals(DEFAULT)) {
            throw CommandFailure.usage("the library that ships with Pedigree cannot be changed in its place;"
                    + " '--out mine.pedlib' makes a changed copy, which '--references mine.pedlib' uses");
        }
        return out == null ? Path.of(library) : out;
    }

    static ReferenceLibrary read(Path path) throws IOException {
        try {
            return ReferenceLibrary.read(path);
        } catch (FormatException e) {
            throw CommandFailure.badData(path + ": not a library of this version: " + e.getMessage()
                    + "; 'pedigree library build' makes one from a folder of answers");
        }
    }

    static String name(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "library" : last.toString();
    }
}
