package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Files that stand beside the answers: the questions, and what names the model. They are no corpora of their own. */
final class Companions {
    private static final int HEAD = 1 << 20;
    private static final String HELM_ANSWERS = "scenario_state.json";
    private static final String ALPACA_EVAL_ANSWERS = "model_outputs.json";
    /** What Inspect writes about the logs of a folder. */
    private static final List<String> INSPECT_LISTS = List.of("logs.json", "listing.json", "eval-set.json");

    /** What ChatGPT and Claude export beside the conversations. */
    private static final List<String> EXPORTED_BESIDE = List.of(
            "user.json",
            "users.json",
            "projects.json",
            "memories.json",
            "message_feedback.json",
            "shared_conversations.json",
            "group_chats.json",
            "user_settings.json");

    private static final String GARAK_HITS = ".hitlog.jsonl";
    private static final String GARAK_REPORT = ".report.jsonl";

    private Companions() {}

    /** Whether the file holds no answers but belongs to files that do. */
    static boolean isCompanion(Path file) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json") && !name.equals(HELM_ANSWERS) && Files.exists(file.resolveSibling(HELM_ANSWERS))) {
            return true;
        }
        if (name.equals("annotations.json") && standsAbove(file, ALPACA_EVAL_ANSWERS)) {
            return true; // the same answers once more, and the reference's
        }
        if (EXPORTED_BESIDE.contains(name) && Files.exists(file.resolveSibling("conversations.json"))) {
            return true;
        }
        if (INSPECT_LISTS.contains(name) && stands(file, ".eval")) {
            return true;
        }
        if (name.endsWith(GARAK_HITS) && Files.exists(file.resolveSibling(name.replace(GARAK_HITS, GARAK_REPORT)))) {
            return true; // answers of the report once more
        }
        if (name.startsWith("results_") && name.endsWith(".json")) {
            return true;
        }
        return Folders.isLines(file)
                && holds(
                        file,
                        json -> BatchRecords.isInput(json)
                                || JudgedRecords.isQuestion(json)
                                || JudgedRecords.isJudgment(json));
    }

    private static boolean stands(Path beside, String ending) {
        Path folder = beside.toAbsolutePath().getParent();
        try {
            return folder != null
                    && Folders.children(folder).stream()
                            .anyMatch(file -> file.getFileName().toString().endsWith(ending));
        } catch (CorpusException e) {
            return false; // the folder cannot be listed: that is told where it is read
        }
    }

    private static boolean standsAbove(Path file, String answers) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return folder != null && Files.exists(folder.resolveSibling(answers));
    }

    /** The files of the questions that the answers of that format refer to; none where none are found. */
    static List<Path> questions(Path answers, CorpusFormat format) throws CorpusException {
        Path folder = answers.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        if (format == CorpusFormat.OPENAI_BATCH || format == CorpusFormat.GEMINI_REPLIES) {
            return find(answers, folder, BatchRecords::isInput);
        }
        if (format == CorpusFormat.MT_BENCH) {
            List<Path> beside = find(answers, folder, JudgedRecords::isQuestion);
            Path above = folder.getParent();
            return !beside.isEmpty() || above == null ? beside : find(answers, above, JudgedRecords::isQuestion);
        }
        return List.of();
    }

    private static List<Path> find(Path answers, Path folder, Predicate<Json> wanted) throws CorpusException {
        List<Path> found = new ArrayList<>();
        for (Path file : Folders.children(folder)) {
            if (Files.isRegularFile(file)
                    && Folders.isLines(file)
                    && !file.getFileName().equals(answers.getFileName())
                    && holds(file, wanted)) {
                found.add(file);
            }
        }
        return found;
    }

    /** Whether the first record of the file is what is wanted; a file that cannot be read is not. */
    private static boolean holds(Path file, Predicate<Json> wanted) {
        try (InputFile in = InputFile.open(file, CorpusReader.sha256())) {
            Bytes bytes = new Bytes(in, HEAD);
            while (bytes.nextLine()) {
                Json json = JsonLines.parse(bytes, HEAD);
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
}
