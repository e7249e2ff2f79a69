package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Files that stand beside the answers: the questions, and what names the model. They are no corpora of their own. */
final class Companions {
    private static final int HEAD = 1 << 20;
    private static final List<String> HELM_FILES = List.of(
            "run_spec.json",
            "scenario.json",
            "instances.json",
            "stats.json",
            "per_instance_stats.json",
            "display_predictions.json",
            "display_requests.json");

    private Companions() {}

    /** Whether the file holds no answers but belongs to files that do. */
    static boolean isCompanion(Path file) {
        String name = file.getFileName().toString();
        if (HELM_FILES.contains(name) && Files.exists(file.resolveSibling("scenario_state.json"))) {
            return true;
        }
        if (name.startsWith("results_") && name.endsWith(".json")) {
            return true;
        }
        return Folders.isLines(file)
                && holds(file, json -> BatchRecords.isInput(json) || JudgedRecords.isQuestion(json));
    }

    /** The file of the questions that the answers of that format refer to; null where none is found. */
    static @Nullable Path questions(Path answers, CorpusFormat format) throws CorpusException {
        Path folder = answers.toAbsolutePath().getParent();
        if (folder == null) {
            return null;
        }
        if (format == CorpusFormat.OPENAI_BATCH) {
            return find(answers, folder, BatchRecords::isInput);
        }
        if (format == CorpusFormat.MT_BENCH) {
            Path beside = find(answers, folder, JudgedRecords::isQuestion);
            Path above = folder.getParent();
            return beside != null || above == null ? beside : find(answers, above, JudgedRecords::isQuestion);
        }
        return null;
    }

    private static @Nullable Path find(Path answers, Path folder, Predicate<Json> wanted) throws CorpusException {
        for (Path file : Folders.children(folder)) {
            if (Files.isRegularFile(file)
                    && Folders.isLines(file)
                    && !file.getFileName().equals(answers.getFileName())
                    && holds(file, wanted)) {
                return file;
            }
        }
        return null;
    }

    /** Whether the first record of the file is what is wanted; a file that cannot be read is not. */
    private static boolean holds(Path file, Predicate<Json> wanted) {
        try (InputFile in = InputFile.open(file, CorpusReader.sha256())) {
            Bytes bytes = new Bytes(in, HEAD);
            while (bytes.nextLine()) {
                Json json = Lines.parse(bytes, HEAD);
                if (json != null) {
                    return wanted.test(json);
                }
                bytes.consumeLine();
            }
            return false;
        } catch (IOException | BadRecord e) {
            return false; // it is read later, and the error told then, if it is a corpus
        }
    }

    /** The name in the newest results file beside the samples, or that of the folder if it is one that the harness makes. */
    static String lmEvalModel(Path samples) {
        Path folder = samples.toAbsolutePath().getParent();
        if (folder == null || folder.getFileName() == null) {
            return "";
        }
        String model = "";
        try {
            for (Path file : Folders.children(folder)) {
                String name = file.getFileName().toString();
                if (name.startsWith("results") && name.endsWith(".json")) {
                    String found = modelName(file);
                    model = found.isEmpty() ? model : found;
                }
            }
        } catch (CorpusException e) {
            return ""; // the folder cannot be listed: the name is not known
        }
        String name = folder.getFileName().toString();
        return model.isEmpty() && name.contains("__") ? name.replace("__", "/") : model;
    }

    private static String modelName(Path results) {
        try (JsonParser parser = JsonTree.FACTORY.createParser(Files.newInputStream(results))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            for (String field = parser.nextFieldName(); field != null; field = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (field.equals("model_name") && token == JsonToken.VALUE_STRING) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
            return "";
        } catch (IOException e) {
            return ""; // not a results file after all
        }
    }

    static Questions open(@Nullable Path file, MessageDigest digest, int maxRecord) throws CorpusException {
        return file == null ? Questions.NONE : Questions.read(file, digest, maxRecord);
    }
}
