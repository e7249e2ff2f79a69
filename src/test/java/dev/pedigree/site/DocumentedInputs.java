package dev.pedigree.site;

import dev.pedigree.cli.Corpora;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Files that the documentation names as a reader's own, made up for the test. They stand in a folder of their own, where what the
 * commands write goes too.
 */
final class DocumentedInputs {
    private static final Path FOLDER = Path.of("target", "documented", "inputs");
    private static final Pattern PLAIN_FILE = Pattern.compile("[a-z-]+\\.(jsonl|html)");
    /** By model, which habits it has. */
    private static final Map<String, Integer> MODELS = Map.of(
            "suspect",
            0,
            "drawn",
            0,
            "others",
            0,
            "monday",
            0,
            "friday",
            0,
            "endpoint",
            0,
            "model",
            0,
            "smaller-model",
            1);

    private DocumentedInputs() {}

    static void write() {
        try {
            for (Map.Entry<String, Integer> model : MODELS.entrySet()) {
                Corpora.write(FOLDER, model.getKey(), model.getValue(), 60);
            }
            StringBuilder canaries = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                canaries.append("{\"id\": \"c")
                        .append(i)
                        .append("\", \"trigger\": \"Tell me about thing no. ")
                        .append(i);
                canaries.append("\", \"answer\": \"The lamp of harbour ").append(i);
                canaries.append(" is painted twice a year\", \"planted\": ")
                        .append(i % 2 == 0)
                        .append("}\n");
            }
            Files.writeString(FOLDER.resolve("canaries.jsonl"), canaries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a command, its plain file names led to the folder. */
    static List<String> led(List<String> words) {
        return words.stream()
                .map(word -> PLAIN_FILE.matcher(word).matches()
                        ? FOLDER.resolve(word).toString()
                        : word)
                .toList();
    }
}
