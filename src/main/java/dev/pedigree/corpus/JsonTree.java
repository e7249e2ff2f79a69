package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds {@link Json} values from tokens. */
final class JsonTree {
    /** Deeper nesting is an error; no tool that is read here comes near. */
    static final int MAX_DEPTH = 500;

    private static final int MAX_DIGITS = 10_000;

    static final JsonFactory FACTORY = factory(Integer.MAX_VALUE);

    /** Large values that no format reads: they are stepped over, and stand as empty lists. */
    private static final List<String> IGNORED =
            List.of("logprobs", "events", "store", "context", "timelines", "token_ids", "prompt_token_ids");

    private JsonTree() {}

    /** Python writes NaN and Infinity, so both are read. */
    static JsonFactory factory(int maxText) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(maxText)
                        .maxNumberLength(MAX_DIGITS)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .build();
    }

    /** The one value that the bytes hold. */
    static Json parse(byte[] bytes, int from, int to) throws BadRecord {
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            if (parser.nextToken() == null) {
                throw new BadRecord("expected a JSON value, found nothing");
            }
            Object value = value(parser, Integer.MAX_VALUE);
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
    static @Nullable Object value(JsonParser parser, int maxBytes) throws IOException, BadRecord {
        long end = maxBytes == Integer.MAX_VALUE
                ? Long.MAX_VALUE
                : parser.currentLocation().getByteOffset() + maxBytes;
        return new Builder(parser, end, maxBytes).value();
    }

    /**
     * As much of a value as the bytes hold, where they may end in its midst.
     *
     * @param broken whether the bytes are no JSON, rather than too few
     */
    record Partial(Json value, boolean broken) {}

    static Partial partial(byte[] bytes, int from, int to) {
        PartialBuilder builder = new PartialBuilder();
        boolean broken = false;
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            builder.read(parser);
        } catch (com.fasterxml.jackson.core.io.JsonEOFException e) {
            broken = false;
        } catch (IOException e) {
            broken = true;
        }
        return new Partial(builder.root(), broken);
    }

    /** What is wrong with the JSON, in one line, without the parser's own position text. */
    static BadRecord notJson(IOException e) {
        if (!(e instanceof JsonProcessingException)) {
            return new BadRecord("not JSON: " + e.getMessage());
        }
        if (e instanceof StreamConstraintsException) {
            return beyondLimits(e);
        }
        JsonProcessingException problem = (JsonProcessingException) e;
        String message = problem.getOriginalMessage();
        int line = message.indexOf('\n');
        if (line >= 0) {
            message = message.substring(0, line);
        }
        message = message.replaceAll(" \\(start marker at .*\\)", "").replaceAll(" \\(`Stream.*", "");
        JsonLocation at = problem.getLocation();
        String column = at == null || at.getColumnNr() <= 0 ? "" : " at column " + at.getColumnNr();
        return new BadRecord("not JSON" + column + ": " + message);
    }

    /** The parser's own words speak of its settings; there are three that can be met: of depth, of texts and of numbers. */
    private static BadRecord beyondLimits(IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("nesting depth")) {
            return new BadRecord("nested more than " + MAX_DEPTH + " deep");
        }
        return new BadRecord(
                message.contains("Number")
                        ? "a number of more than " + MAX_DIGITS + " digits"
                        : "a text longer than is read");
    }

    private static final class Builder {
        private final JsonParser parser;
        private final long end;
        private final int maxBytes;

        Builder(JsonParser parser, long end, int maxBytes) {
            this.parser = parser;
            this.end = end;
            this.maxBytes = maxBytes;
        }

        @Nullable
        Object value() throws IOException, BadRecord {
            switch (parser.currentToken()) {
                case START_OBJECT:
                    return object();
                case START_ARRAY:
                    return array();
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

        private Map<String, @Nullable Object> object() throws IOException, BadRecord {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (token.isStructStart() && IGNORED.contains(name)) {
                    parser.skipChildren();
                    map.put(name, Collections.emptyList());
                } else {
                    map.put(name, value());
                }
                check();
            }
            return map;
        }

        private List<@Nullable Object> array() throws IOException, BadRecord {
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value());
                check();
            }
            return list;
        }

        private void check() throws BadRecord, IOException {
            if (end != Long.MAX_VALUE && parser.currentLocation().getByteOffset() > end) {
                parser.close();
                throw Lines.tooLong(maxBytes);
            }
        }
    }

    /** Builds a tree whose containers are filled as their tokens come, so that a part of it is there when they stop. */
    private static final class PartialBuilder {
        private final List<Object> open = new ArrayList<>();
        private @Nullable Object root;
        private String name = "";

        Json root() {
            return root == null ? Json.missing() : Json.root(root);
        }

        void read(JsonParser parser) throws IOException {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case FIELD_NAME:
                        name = parser.currentName();
                        break;
                    case START_OBJECT:
                        push(new LinkedHashMap<String, @Nullable Object>());
                        break;
                    case START_ARRAY:
                        push(new ArrayList<@Nullable Object>());
                        break;
                    case END_OBJECT:
                    case END_ARRAY:
                        open.remove(open.size() - 1);
                        break;
                    case VALUE_STRING:
                        put(parser.getText());
                        break;
                    case VALUE_NUMBER_INT:
                    case VALUE_NUMBER_FLOAT:
                        put(new Json.Num(parser.getText()));
                        break;
                    case VALUE_TRUE:
                    case VALUE_FALSE:
                        put(token == JsonToken.VALUE_TRUE);
                        break;
                    default:
                        put(null);
                }
                if (open.isEmpty()) {
                    return;
                }
            }
        }

        private void push(Object container) {
            if (root == null) {
                root = container;
            } else {
                put(container);
            }
            open.add(container);
        }

        @SuppressWarnings("unchecked")
        private void put(@Nullable Object value) {
            if (open.isEmpty()) {
                return;
            }
            Object container = open.get(open.size() - 1);
            if (container instanceof Map) {
                ((Map<String, @Nullable Object>) container).put(name, value);
            } else {
                ((List<@Nullable Object>) container).add(value);
            }
        }
    }
}
