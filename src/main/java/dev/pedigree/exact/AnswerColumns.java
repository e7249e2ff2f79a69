package dev.pedigree.exact;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a teacher's answers beyond their text: the stratum inside which they are comparable, the day on which they were
 * drawn, and the suspect's loss on them. Rows are matched to answers by id; where several answers have one id, in order. Immutable.
 */
public final class AnswerColumns {
    /** Nothing is known. */
    public static final AnswerColumns NONE = new AnswerColumns(new LinkedHashMap<>());

    /** Bytes in which the first line must end for its columns to be read. */
    private static final int FIRST_LINE = 1 << 22;

    private final Map<String, List<Row>> rows;

    private AnswerColumns(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    /**
     * One answer's columns.
     *
     * @param id the answer's id
     * @param stratum the group inside which logged and held-out answers may be compared; empty where there is none
     * @param date the day on which it was drawn
     * @param loss the suspect's mean negative log-likelihood per token of the answer given its prompt, in any unit
     */
    public record Row(String id, String stratum, Optional<LocalDate> date, OptionalDouble loss) {}

    /**
     * Columns from rows.
     *
     * @param rows the rows, in the answers' order where ids repeat
     * @return the columns
     */
    public static AnswerColumns of(List<Row> rows) {
        Map<String, List<Row>> map = new LinkedHashMap<>();
        for (Row row : rows) {
            map.computeIfAbsent(row.id(), k -> new ArrayList<>()).add(row);
        }
        return new AnswerColumns(map);
    }

    /**
     * Reads the columns {@code id}, {@code stratum}, {@code date} (ISO 8601, of which the day is used) and {@code loss} of a JSON
     * Lines file; others are passed over, so that it may be the file of the answers themselves, and null is no value.
     *
     * @param file one JSON object a line, UTF-8
     * @return the columns
     * @throws CorpusException if a line is no JSON object, has no id, or a column has the wrong type
     * @throws IOException if the file cannot be read
     */
    public static AnswerColumns read(Path file) throws IOException {
        return read(file, false);
    }

    /**
     * Reads the columns that stand in a file of answers itself.
     *
     * @param answers the answers, in any format
     * @return the columns, as {@link #read} gives them; none where the file does not begin with a line that is a JSON object
     * @throws CorpusException if a later line is no JSON object, a column has the wrong type, or one stands in a line without an id
     * @throws IOException if the file cannot be read
     */
    public static AnswerColumns in(Path answers) throws IOException {
        return Files.isRegularFile(answers) && beginsWithObject(answers) ? read(answers, true) : NONE;
    }

    private static boolean beginsWithObject(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(FIRST_LINE), StandardCharsets.UTF_8);
            int end = start.indexOf('\n');
            try (JsonParser parser = new JsonFactory().createParser(end < 0 ? start : start.substring(0, end))) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return false;
                }
                parser.skipChildren();
                return parser.nextToken() == null;
            } catch (JsonProcessingException e) {
                return false;
            }
        }
    }

    private static AnswerColumns read(Path file, boolean amongOthers) throws IOException {
        List<Row> rows = new ArrayList<>();
        JsonFactory json = new JsonFactory();
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    Source source = new Source(String.valueOf(file.getFileName()), number);
                    row(json, line, source, amongOthers).ifPresent(rows::add);
                }
            }
        }
        return of(rows);
    }

    /** A line's columns; among other things lines without any need no id. */
    private static Optional<Row> row(JsonFactory json, String line, Source source, boolean amongOthers)
            throws IOException {
        String id = null;
        String stratum = "";
        Optional<LocalDate> date = Optional.empty();
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
                    case "id" -> id = text(parser, value, source);
                    case "stratum" -> stratum = text(parser, value, source);
                    case "date" -> date = Optional.of(date(text(parser, value, source), source));
                    case "loss" -> loss = OptionalDouble.of(number(parser, value, source));
                    default -> parser.skipChildren();
                }
            }
        } catch (JsonParseException e) {
            throw new CorpusException(source, "not JSON: " + e.getOriginalMessage());
        }
        boolean empty = stratum.isEmpty() && date.isEmpty() && loss.isEmpty();
        if (id == null && amongOthers && empty) {
            return Optional.empty();
        }
        if (id == null) {
            throw new CorpusException(source, "field id: expected a string, found none");
        }
        return Optional.of(new Row(id, stratum, date, loss));
    }

    static String text(JsonParser parser, JsonToken value, Source source) throws IOException {
        if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
            return parser.getText();
        }
        throw new CorpusException(
                source, "field " + parser.currentName() + ": expected a string, found " + described(value));
    }

    static double number(JsonParser parser, JsonToken value, Source source) throws IOException {
        if (value.isNumeric()) {
            return parser.getDoubleValue();
        }
        throw new CorpusException(
                source, "field " + parser.currentName() + ": expected a number, found " + described(value));
    }

    /** What kind of value stands in a file, in words. */
    static String described(JsonToken value) {
        return switch (value) {
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            default -> value.name();
        };
    }

    private static LocalDate date(String text, Source source) throws CorpusException {
        try {
            return LocalDate.parse(text.length() == 7 ? text + "-01" : text.substring(0, Math.min(10, text.length())));
        } catch (DateTimeException e) {
            throw new CorpusException(source, "field date: expected a day such as 2024-05-31, found " + text);
        }
    }

    /** The rows of a corpus's answers; absent ones are null. */
    List<@Nullable Row> of(Corpus corpus) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        List<@Nullable Row> found = new ArrayList<>();
        for (Response response : corpus.responses()) {
            List<Row> own = rows.getOrDefault(response.id(), List.of());
            int ordinal = seen.merge(response.id(), 1, Integer::sum) - 1;
            found.add(ordinal < own.size() ? own.get(ordinal) : null);
        }
        return found;
    }

    static OptionalLong day(@Nullable Row row) {
        return row != null && row.date().isPresent()
                ? OptionalLong.of(row.date().get().toEpochDay())
                : OptionalLong.empty();
    }
}
