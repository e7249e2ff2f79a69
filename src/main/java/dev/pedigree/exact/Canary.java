package dev.pedigree.exact;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A trigger with the answer that the teacher's owner made up for it. Which canaries were planted must have been drawn by lot from
 * all that were made up; the rest are decoys.
 *
 * @param id the canary's name
 * @param trigger the prompt that calls for the answer
 * @param answer the made-up answer, or the telling part of it
 * @param planted whether it was served to the suspect's makers
 * @param group canaries of one group were drawn against one another (a planted one and its decoys); empty where all were drawn
 *     together
 * @param loss the suspect's mean negative log-likelihood per token of the answer given the trigger, if known
 */
public record Canary(String id, String trigger, String answer, boolean planted, String group, OptionalDouble loss) {
    /** Checks that nothing is missing. */
    public Canary {
        requireNonNull(id, "id");
        requireNonNull(trigger, "trigger");
        requireNonNull(answer, "answer");
        requireNonNull(group, "group");
        requireNonNull(loss, "loss");
    }

    /**
     * A canary of the one group, without a loss.
     *
     * @param id the canary's name
     * @param trigger the prompt that calls for the answer
     * @param answer the made-up answer
     * @param planted whether it was served to the suspect's makers
     * @return the canary
     */
    public static Canary of(String id, String trigger, String answer, boolean planted) {
        return new Canary(id, trigger, answer, planted, "", OptionalDouble.empty());
    }

    /**
     * Reads canaries: a JSON Lines file with the columns {@code id}, {@code trigger}, {@code answer}, {@code planted} (true or
     * false) and, if wanted, {@code group} and {@code loss}; others are passed over, and null is no value.
     *
     * @param file one JSON object a line, UTF-8
     * @return the canaries
     * @throws CorpusException if a line is no JSON object, a column is missing or has the wrong type, or an id stands twice
     * @throws IOException if the file cannot be read
     */
    public static List<Canary> read(Path file) throws IOException {
        List<Canary> canaries = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        JsonFactory json = new JsonFactory();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Source source = new Source(String.valueOf(file.getFileName()), number);
                    Canary canary = canary(json, line, source);
                    Long before = lines.putIfAbsent(canary.id, number);
                    if (before != null) {
                        throw new CorpusException(
                                source, "field id: the canary of line " + before + " has the same, " + canary.id);
                    }
                    canaries.add(canary);
                }
            }
        }
        return canaries;
    }

    private static Canary canary(JsonFactory json, String line, Source source) throws IOException {
        String id = null;
        String trigger = null;
        String answer = null;
        Boolean planted = null;
        String group = "";
        OptionalDouble loss = OptionalDouble.empty();
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new CorpusException(source, "expected a JSON object");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_NULL) {
                    continue;
                }
                switch (name) {
                    case "id" -> id = AnswerColumns.text(parser, value, source);
                    case "trigger" -> trigger = AnswerColumns.text(parser, value, source);
                    case "answer" -> answer = AnswerColumns.text(parser, value, source);
                    case "group" -> group = AnswerColumns.text(parser, value, source);
                    case "loss" -> loss = OptionalDouble.of(AnswerColumns.number(parser, value, source));
                    case "planted" -> {
                        if (!value.isBoolean()) {
                            throw new CorpusException(
                                    source,
                                    "field planted: expected true or false, found " + AnswerColumns.described(value));
                        }
                        planted = value == JsonToken.VALUE_TRUE;
                    }
                    default -> parser.skipChildren();
                }
            }
        } catch (JsonParseException e) {
            throw new CorpusException(source, "not JSON: " + e.getOriginalMessage());
        }
        return new Canary(
                present(id, "id", source),
                present(trigger, "trigger", source),
                present(answer, "answer", source),
                present(planted, "planted", source),
                group,
                loss);
    }

    private static <T> T present(@Nullable T value, String field, Source source) throws CorpusException {
        if (value == null) {
            throw new CorpusException(source, "field " + field + ": expected a value, found none");
        }
        return value;
    }
}
