package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where the answers of one model are.
 *
 * @param name the model's name: that of its file without the ending, or of its folder
 * @param path the file or folder
 */
public record ModelSource(String name, Path path) {
    /** Checks that nothing is missing. */
    public ModelSource {
        requireNonNull(name, "name");
        requireNonNull(path, "path");
    }
}
