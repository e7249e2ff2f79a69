package dev.pedigree.corpus;

import dev.pedigree.corpus.CorpusException.Kind;
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
    private static final List<String> LINES = List.of(".jsonl", ".ndjson");
    private static final List<String> TABLES = List.of(".csv", ".tsv", ".tab");
    private static final List<String> DOCUMENTS = List.of(".json", ".eval", ".zip");
    private static final List<String> TEXTS = List.of(".txt", ".md", ".text");
    /** Data that cannot be read: to leave it out in silence would be to lose it, so it is taken for data, and reading it fails. */
    private static final List<String> FOREIGN = List.of(
            ".parquet",
            ".arrow",
            ".feather",
            ".avro",
            ".xlsx",
            ".xls",
            ".sqlite",
            ".pkl",
            ".bz2",
            ".xz",
            ".7z",
            ".tar",
            ".tgz");

    private static final Comparator<Path> BY_NAME =
            Comparator.comparing(path -> path.getFileName().toString());

    private Folders() {}

    /** The name without the endings that tell a data file; other dots belong to the name. */
    static String name(Path path) {
        Path file = path.toAbsolutePath().normalize().getFileName();
        if (file == null) {
            return path.toString();
        }
        return Files.isDirectory(path) ? file.toString() : stem(file.toString());
    }

    static String stem(String name) {
        String stem = name;
        for (List<String> endings : List.of(PACKED, LINES, TABLES, DOCUMENTS, TEXTS)) {
            String shorter = without(stem, endings);
            if (shorter.length() < stem.length() && endings != PACKED) {
                return shorter;
            }
            stem = shorter;
        }
        return stem;
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

    private static boolean ends(Path file, List<String> endings) {
        String lower = without(file.getFileName().toString(), PACKED).toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith);
    }

    static boolean isLines(Path file) {
        return ends(file, LINES);
    }

    static boolean isTable(Path file) {
        return ends(file, TABLES);
    }

    static boolean isTabSeparated(Path file) {
        return isTable(file) && !ends(file, List.of(".csv"));
    }

    static boolean isText(Path file) {
        return ends(file, TEXTS);
    }

    static boolean isData(Path file) {
        return isLines(file) || isTable(file) || ends(file, DOCUMENTS) || ends(file, FOREIGN);
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
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            throw error(Kind.NO_PERMISSION, folder, "the folder cannot be read: " + e.getMessage());
        }
        children.sort(BY_NAME);
        return children;
    }

    /**
     * The files of a folder that are read as one corpus, in order of their names: the data files at any depth, but for those that
     * only accompany others; where there are none, the text files.
     */
    static List<Path> files(Path folder) throws CorpusException {
        List<Path> all = new ArrayList<>();
        collect(folder, List.of(), all);
        List<Path> data = new ArrayList<>();
        for (Path file : all) {
            if (isData(file) && !Companions.isCompanion(file)) {
                data.add(file);
            }
        }
        if (data.isEmpty() && all.stream().noneMatch(Folders::isData)) {
            all.removeIf(file -> !isText(file));
            return all;
        }
        requireNoArchiveAmong(data);
        return data;
    }

    /** An archive beside what was unpacked from it would be read twice. */
    private static void requireNoArchiveAmong(List<Path> data) throws CorpusException {
        List<Path> archives =
                data.stream().filter(file -> ends(file, List.of(".zip"))).toList();
        if (!archives.isEmpty() && archives.size() < data.size()) {
            throw error(
                    Kind.OTHER_FILE,
                    archives.get(0),
                    "an archive among other files, which may hold the same answers; read it alone, or unpack it");
        }
    }

    private static void collect(Path folder, List<Path> above, List<Path> files) throws CorpusException {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw error(Kind.NO_PERMISSION, folder, "the folder cannot be read: " + e.getMessage());
        }
        if (above.contains(real)) {
            throw error(Kind.BAD_DATA, folder, "a symbolic link to a folder that it stands in");
        }
        List<Path> here = new ArrayList<>(above);
        here.add(real);
        for (Path child : children(folder)) {
            if (Files.isDirectory(child)) {
                collect(child, here, files);
            } else if (Files.isRegularFile(child)) {
                files.add(child);
            } else if (isData(child) || isText(child)) {
                throw error(Kind.MISSING, child, "a symbolic link that leads nowhere, or no regular file");
            }
        }
    }

    static List<ModelSource> models(Path path) throws CorpusException {
        if (!Files.isDirectory(path)) {
            return List.of(new ModelSource(name(path), path));
        }
        List<Path> children = children(path);
        if (isOneModel(path, children)) {
            return List.of(new ModelSource(name(path), path));
        }
        List<ModelSource> models = new ArrayList<>();
        for (Path child : children) {
            boolean holds = Files.isDirectory(child)
                    ? !files(child).isEmpty()
                    : isData(child) && !Companions.isCompanion(child);
            if (holds) {
                models.add(new ModelSource(name(child), child));
            }
        }
        if (models.isEmpty()) {
            throw error(
                    Kind.NOTHING_TO_READ,
                    path,
                    "expected a file or a folder for each model, found none that can be read");
        }
        models.sort(Comparator.comparing(ModelSource::name)
                .thenComparing(m -> m.path().toString()));
        return List.copyOf(models);
    }

    /** A folder that a tool makes for one model's run, or a folder of texts. */
    private static boolean isOneModel(Path folder, List<Path> children) {
        boolean text = false;
        boolean other = false;
        for (Path child : children) {
            String name = child.getFileName().toString();
            if (name.equals("scenario_state.json") || (name.startsWith("samples_") && isLines(child))) {
                return true;
            }
            boolean folderOrData = Files.isDirectory(child) || isData(child);
            other |= folderOrData;
            text |= !folderOrData && isText(child);
        }
        return text && !other;
    }

    private static CorpusException error(Kind kind, Path path, String message) {
        return new CorpusException(kind, new Source(path.toString(), 0), message);
    }
}
