package dev.pedigree.corpus;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which files of a folder are read, and what a file or folder is called. */
final class Folders {
    private static final List<String> PACKED = List.of(".gz", ".zst");
    private static final List<String> DATA = List.of(".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".eval");
    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.getFileName().toString());

    private Folders() {}

    /** The name without the endings that tell a data file; other dots belong to the name. */
    static String name(Path path) {
        Path file = path.toAbsolutePath().normalize().getFileName();
        if (file == null) {
            return path.toString();
        }
        String name = file.toString();
        if (Files.isDirectory(path)) {
            return name;
        }
        name = without(name, PACKED);
        return without(name, DATA);
    }

    private static String without(String name, List<String> endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    static boolean isData(Path file) {
        String lower = without(file.getFileName().toString(), PACKED).toLowerCase(Locale.ROOT);
        return DATA.stream().anyMatch(lower::endsWith);
    }

    /** What stands in a folder, by name; hidden files are left out. */
    static List<Path> children(Path folder) throws CorpusException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                if (!child.getFileName().toString().startsWith(".")) {
                    children.add(child);
                }
            }
        } catch (IOException e) {
            throw new CorpusException(new Source(folder.toString(), 0), "the folder cannot be read: " + e.getMessage());
        }
        children.sort(BY_NAME);
        return children;
    }

    /** All data files below, in order of their names. */
    static List<Path> files(Path folder) throws CorpusException {
        List<Path> files = new ArrayList<>();
        for (Path child : children(folder)) {
            if (Files.isDirectory(child)) {
                files.addAll(files(child));
            } else if (isData(child)) {
                files.add(child);
            }
        }
        return files;
    }

    static List<ModelSource> models(Path path) throws CorpusException {
        if (!Files.isDirectory(path)) {
            return List.of(new ModelSource(name(path), path));
        }
        List<ModelSource> models = new ArrayList<>();
        for (Path child : children(path)) {
            if (Files.isDirectory(child) ? !files(child).isEmpty() : isData(child)) {
                models.add(new ModelSource(name(child), child));
            }
        }
        if (models.isEmpty()) {
            throw new CorpusException(
                    new Source(path.toString(), 0), "expected a file or folder per model, found no data file");
        }
        models.sort(Comparator.comparing(ModelSource::name)
                .thenComparing(m -> m.path().toString()));
        return List.copyOf(models);
    }
}
