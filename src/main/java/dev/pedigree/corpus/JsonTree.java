package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds {@link Json} values from tokens. */
final class JsonTree {
    /** Deeper nesting is an error; no tool that is read here comes near. */
    static final int MAX_DEPTH = 500;

    /** Python writes NaN and Infinity, so both are read. */
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(10_000)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private JsonTree() {}

    /** The one value that the bytes hold. */
    static Json parse(byte[] bytes, int from, int to) throws BadRecord {
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw new BadRecord("expected a JSON value, found nothing");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw new BadRecord("expected one JSON value, found more after column "
                        + parser.currentTokenLocation().getColumnNr());
            }
            return Json.root(value);
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    /** The value whose first token the parser stands on; afterwards it stands on the last. */
    static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        switch (token) {
            case START_OBJECT:
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    map.put(name, value(parser));
                }
                return map;
            case START_ARRAY:
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                return list;
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                return new Json.Num(parser.getText());
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            default:
                return null;
        }
    }

    /** What is wrong with the JSON, in one line, without the parser's own position text. */
    static BadRecord notJson(IOException e) {
        if (!(e instanceof JsonProcessingException)) {
            return new BadRecord("not JSON: " + e.getMessage());
        }
        JsonProcessingException problem = (JsonProcessingException) e;
        String message = problem.getOriginalMessage();
        int line = message.indexOf('\n');
        if (line >= 0) {
            message = message.substring(0, line);
        }
        message = message.replaceAll(" \\(start marker at .*\\)", "");
        JsonLocation at = problem.getLocation();
        String column = at == null || at.getColumnNr() <= 0 ? "" : " at column " + at.getColumnNr();
        return new BadRecord("not JSON" + column + ": " + message);
    }
}
