package dev.pedigree.cli;

import dev.pedigree.internal.AtomicFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a document goes: a file that is there whole or not at all, or standard output. */
final class Output {
    private Output() {}

    /** Complains before the work of a place where the result could not go after it. */
    static void check(String file) throws IOException {
        if (!file.equals("-")) {
            check(Path.of(file));
        }
    }

    static void check(Path file) throws IOException {
        Path folder = AtomicFiles.beside(file).getParent();
        if (folder != null && !Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
    }

    /** Makes the folder that is to hold several files. */
    static void folder(Path folder) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw CommandFailure.badData(folder + " is a file, and a folder is needed for several results");
        }
        Files.createDirectories(folder);
        check(folder.resolve("any"));
    }

    static void write(Console console, String file, String document) throws IOException {
        if (file.equals("-")) {
            console.out().print(document);
        } else {
            write(file, document.getBytes(StandardCharsets.UTF_8));
        }
    }

    static void write(String file, byte[] bytes) throws IOException {
        AtomicFiles.write(Path.of(file), out -> out.write(bytes));
    }
}
