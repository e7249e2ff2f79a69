package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                .build();
    }

    /** The one value that the bytes hold. */
    static Json parse(byte[] bytes, int from, int to) throws BadRecord {
        return parse(bytes, from, to, true);
    }

    /** The same, where fields that stand twice do not matter. */
    static Json parseLoosely(byte[] bytes, int from, int to) throws BadRecord {
        return parse(bytes, from, to, false);
    }

    private static Json parse(byte[] bytes, int from, int to, boolean strictly) throws BadRecord {
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            if (parser.nextToken() == null) {
                throw new BadRecord("expected a JSON value, found nothing");
            }
            Builder builder = new Builder(parser, Integer.MAX_VALUE);
            Object value = builder.value();
            if (parser.nextToken() != null) {
                throw new BadRecord("expected one JSON value, found more after column "
                        + parser.currentTokenLocation().getColumnNr());
            }
            if (strictly) {
                builder.check();
            }
            return Json.root(value);
        } catch (IOException e) {
            throw notJson(e, 0);
        }
    }

    /**
     * The value whose first token the parser stands on; afterwards it stands on the last.
     *
     * @throws BadRecord where it is JSON, but cannot be relied on
     */
    static @Nullable Object value(JsonParser parser, int maxBytes) throws IOException, BadRecord {
        Builder builder = new Builder(parser, maxBytes);
        Object value = builder.value();
        builder.check();
        return value;
    }

    /**
     * As much of a value as the bytes hold, where they may end in its midst.
     *
     * @param brokenOn the line on which the bytes turn out to be no JSON, from 1; 0 where they are only too few
     */
    record Partial(Json value, int brokenOn) {
        boolean isBroken() {
            return brokenOn > 0;
        }
    }

    static Partial partial(byte[] bytes, int from, int to) {
        PartialBuilder builder = new PartialBuilder();
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            int brokenOn = builder.brokenOn(parser);
            return new Partial(builder.root(), brokenOn);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // of bytes in memory
        }
    }

    /**
     * What is wrong with the JSON, in one line, without the parser's own position text.
     *
     * @param columnsBefore how much of the line stands before what was parsed
     */
    static BadRecord notJson(IOException e, int columnsBefore) {
        if (e instanceof TooLong) {
            return new BadRecord(String.valueOf(e.getMessage()));
        }
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
        String column = at == null || at.getColumnNr() <= 0 ? "" : " at column " + (columnsBefore + at.getColumnNr());
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

    /** A record beyond the limit. */
    private static final class TooLong extends JsonProcessingException {
        private static final long serialVersionUID = 1L;

        TooLong(int maxBytes) {
            super(JsonLines.tooLong(maxBytes).getMessage());
        }

        @Override
        public String getMessage() {
            return getOriginalMessage();
        }
    }

    private static final class Builder {
        private final JsonParser parser;
        private final int maxBytes;
        private final long end;
        private @Nullable String twice;

        Builder(JsonParser parser, int maxBytes) {
            this.parser = parser;
            this.maxBytes = maxBytes;
            end = maxBytes == Integer.MAX_VALUE
                    ? Long.MAX_VALUE
                    : parser.currentLocation().getByteOffset() + maxBytes;
        }

        @Nullable
        Object value() throws IOException {
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

        /** Of a field that stands twice nobody knows which is meant. */
        void check() throws BadRecord {
            if (twice != null) {
                throw new BadRecord("the field \"" + twice + "\" stands twice, with different values");
            }
        }

        private Map<String, @Nullable Object> object() throws IOException {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (token.isStructStart() && IGNORED.contains(name)) {
                    parser.skipChildren();
                    put(map, name, Collections.emptyList());
                } else {
                    put(map, name, value());
                }
                checkLength();
            }
            return map;
        }

        private void put(Map<String, @Nullable Object> map, String name, @Nullable Object value) {
            int before = map.size();
            Object other = map.put(name, value);
            if (map.size() == before && !Objects.equals(other, value)) {
                twice = name;
            }
        }

        private List<@Nullable Object> array() throws IOException {
            List<@Nullable Object> list = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                list.add(value());
                checkLength();
            }
            return list;
        }

        private void checkLength() throws IOException {
            if (end != Long.MAX_VALUE && parser.currentLocation().getByteOffset() > end) {
                throw new TooLong(maxBytes);
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

        /** The line on which the parser finds no JSON; 0 where there is nothing wrong, or only too little. */
        int brokenOn(JsonParser parser) throws IOException {
            try {
                read(parser);
                return 0;
            } catch (JsonEOFException e) {
                return 0;
            } catch (JsonProcessingException e) {
                return parser.currentLocation().getLineNr();
            }
        }

        private void read(JsonParser parser) throws IOException {
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
