package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.CorpusFormat;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How files of answers are read. */
final class InputOptions {
    /** So much of a file tells whether Pedigree wrote it. */
    private static final int LOOKED_AT = 64;

    private static final Pattern OF_OURS = Pattern.compile("\\s*\\{\\s*\"schema\"\\s*:\\s*\"pedigree/(?!fingerprint/)");

    @Option(
            names = "--format",
            paramLabel = "NAME",
            completionCandidates = FormatNames.class,
            description =
                    "The format of the input, where it is not to be detected; 'pedigree formats' lists the names.")
    private @Nullable String format;

    @Option(
            names = "--columns",
            paramLabel = "WHAT=NAME",
            split = ",",
            description =
                    "Which field or column holds the response, prompt, system, reasoning, model, id, lang, sample or finish,"
                            + " such as response=out.0.text,prompt=q, where its name does not tell.")
    private Map<String, String> columns = new TreeMap<>();

    @Option(
            names = "--prompts",
            paramLabel = "FILE",
            description = "The file of the questions that the answers belong to, where it does not stand beside them.")
    private @Nullable Path prompts;

    @Option(
            names = "--skip-bad-records",
            description = "Leave out records that cannot be understood, and say how many.")
    private boolean skip;

    CorpusReader reader() {
        CorpusReader reader = CorpusReader.detect();
        if (format != null) {
            reader = reader.withFormat(named(format));
        }
        if (!columns.isEmpty()) {
            reader = withColumns(reader);
        }
        if (prompts != null) {
            reader = reader.withPrompts(prompts);
        }
        return skip ? reader.skippingBadRecords() : reader;
    }

    private CorpusReader withColumns(CorpusReader reader) {
        try {
            return reader.withColumns(columns);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--columns: " + e.getMessage());
        }
    }

    /** The models of several paths, each a file or a folder with a file, a folder or a fingerprint for each model. */
    static List<ModelSource> models(List<Path> paths) throws IOException {
        List<ModelSource> models = new ArrayList<>();
        for (Path path : paths) {
            models.addAll(models(path));
        }
        return models;
    }

    /** The models of several paths, where a path of several that holds none stops no other: reading it says what is wrong with it. */
    static List<ModelSource> readable(List<Path> paths) throws IOException {
        List<ModelSource> models = new ArrayList<>();
        for (Path path : paths) {
            try {
                models.addAll(models(path));
            } catch (CorpusException | CommandFailure e) {
                if (paths.size() == 1) {
                    throw e;
                }
                models.add(new ModelSource(LibraryOptions.name(path), path));
            }
        }
        return models;
    }

    /** The models of a path, where no two may bear the same name: one would stand for the other. */
    static List<ModelSource> distinctModels(List<Path> paths) throws IOException {
        List<ModelSource> models = models(paths);
        Map<String, Path> seen = new TreeMap<>();
        for (ModelSource model : models) {
            Path other = seen.put(model.name(), model.path());
            if (other != null) {
                throw CommandFailure.badData("two models are called '" + model.name() + "': " + other + " and "
                        + model.path() + "; rename one, or put the files of one model into a folder of their own");
            }
        }
        return models;
    }

    /** The models of a path; the readers of answers know nothing of the fingerprints that may stand beside them. */
    static List<ModelSource> models(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            requireNoDocumentOfOurs(path);
            return Fingerprint.isStoredIn(path)
                    ? List.of(new ModelSource(printName(path), path))
                    : CorpusReader.models(path);
        }
        List<ModelSource> models = prints(path);
        List<Path> prints = models.stream().map(ModelSource::path).toList();
        if (prints.isEmpty()) {
            return CorpusReader.models(path);
        }
        for (ModelSource model : others(path)) {
            if (!prints.contains(model.path()) && !model.path().equals(path)) {
                models.add(model); // were it the folder itself, nothing but a note would stand beside the fingerprints
            }
        }
        models.sort(Comparator.comparing(ModelSource::name)
                .thenComparing(model -> model.path().toString()));
        return models;
    }

    /** Fails where a file is a document that Pedigree wrote: it has lists of candidates, which a reader might take for answers. */
    static void requireNoDocumentOfOurs(Path path) throws IOException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            return; // whoever reads it says so
        }
        try (InputStream in = Files.newInputStream(path)) {
            String start = new String(in.readNBytes(LOOKED_AT), StandardCharsets.ISO_8859_1);
            if (OF_OURS.matcher(start).lookingAt()) {
                throw CommandFailure.badData(path
                        + ": these are no answers but findings that Pedigree wrote as JSON; 'pedigree report FILE' shows a"
                        + " report");
            }
        }
    }

    private static List<ModelSource> prints(Path folder) throws IOException {
        List<ModelSource> prints = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (!LibraryOptions.name(child).startsWith(".") && Fingerprint.isStoredIn(child)) {
                    prints.add(new ModelSource(printName(child), child));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw CommandFailure.badData(folder + ": the folder cannot be read: " + e.getMessage());
        }
        return prints;
    }

    /** What stands beside fingerprints and can be read; it may well be nothing. */
    private static List<ModelSource> others(Path folder) throws CorpusException {
        try {
            return CorpusReader.models(folder);
        } catch (CorpusException e) {
            if (e.source().name().equals(folder.toString())) {
                return List.of();
            }
            throw e;
        }
    }

    /** The name of a file without the ending that tells a fingerprint; other dots belong to the name. */
    private static String printName(Path file) {
        String name = LibraryOptions.name(file);
        for (String ending : FingerprintCommand.ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private static CorpusFormat named(String name) {
        for (CorpusFormat candidate : CorpusFormat.values()) {
            if (candidate.id().equals(name)) {
                return candidate;
            }
        }
        String known =
                Arrays.stream(CorpusFormat.values()).map(CorpusFormat::id).collect(Collectors.joining(", "));
        throw CommandFailure.usage("--format: there is no format '" + name + "'; choose one of " + known);
    }

    /** What may be given with --format, for the completion of shells. */
    static final class FormatNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(CorpusFormat.values()).map(CorpusFormat::id).iterator();
        }
    }
}
