package dev.pedigree.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.common.base.Ascii;
import dev.pedigree.internal.Visible;
import dev.pedigree.stats.Estimate;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a JSON document that knows its place, so that whatever is wrong can be named. A member that is missing is null. */
final class ReportJson {
    private static final int MAX_DEPTH = 60;
    private static final int SHOWN = 40;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(1000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private final @Nullable Object value;
    private final String place;

    private ReportJson(@Nullable Object value, String place) {
        this.value = value;
        this.place = place;
    }

    /** The one object that a document holds. */
    static ReportJson object(byte[] document) throws ReportFormatException {
        try (JsonParser parser = FACTORY.createParser(document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new ReportFormatException("expected a JSON object");
            }
            ReportJson root = new ReportJson(read(parser), "");
            if (parser.nextToken() != null) {
                throw new ReportFormatException("expected nothing after the JSON object");
            }
            return root;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new ReportFormatException("line " + line + ": no JSON: " + Visible.line(e.getOriginalMessage(), 200));
        } catch (IOException e) {
            throw new ReportFormatException("no JSON: " + e.getMessage());
        }
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> members = new HashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    members.put(name, read(parser));
                }
                yield members;
            }
            case START_ARRAY -> {
                List<@Nullable Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(read(parser));
                }
                yield elements;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> null;
        };
    }

    boolean isNull() {
        return value == null;
    }

    /** A member of this object. */
    ReportJson get(String name) throws ReportFormatException {
        if (!(value instanceof Map<?, ?> members)) {
            throw wrong("an object");
        }
        return new ReportJson(members.get(name), place.isEmpty() ? name : place + "." + name);
    }

    /** What a reader makes of a value. */
    @FunctionalInterface
    interface Reader<T> {
        T of(ReportJson value) throws ReportFormatException;
    }

    /** Each element of this array; none where it is missing. */
    <T> List<T> list(Reader<T> reader) throws ReportFormatException {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> elements)) {
            throw wrong("an array");
        }
        List<T> read = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            read.add(new ReportJson(elements.get(i), place + "[" + i + "]").as(reader));
        }
        return read;
    }

    /** What a reader makes of this value; where the numbers in it contradict one another, the error names this place. */
    <T> T as(Reader<T> reader) throws ReportFormatException {
        try {
            return reader.of(this);
        } catch (IllegalArgumentException e) {
            throw new ReportFormatException((place.isEmpty() ? "" : place + ": ") + e.getMessage());
        }
    }

    /** What a reader makes of this value, or nothing where it is null. */
    <T> Optional<T> maybe(Reader<T> reader) throws ReportFormatException {
        return value == null ? Optional.empty() : Optional.of(as(reader));
    }

    String text() throws ReportFormatException {
        if (value instanceof String text) {
            return text;
        }
        throw wrong("a text");
    }

    /** This text, or another where it is missing. */
    String textOr(String other) throws ReportFormatException {
        return value == null ? other : text();
    }

    boolean flag() throws ReportFormatException {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong("true or false");
    }

    double number() throws ReportFormatException {
        if (value instanceof BigDecimal number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong("a number");
    }

    double numberOr(double other) throws ReportFormatException {
        return value == null ? other : number();
    }

    long integer() throws ReportFormatException {
        if (value instanceof BigDecimal number && number.scale() <= 0 && number.precision() - number.scale() <= 19) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw wrong("a whole number");
            }
        }
        throw wrong("a whole number");
    }

    int count() throws ReportFormatException {
        long count = integer();
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw wrong("a count");
        }
        return (int) count;
    }

    /** A value of an enumeration, by its name in lower case with hyphens or underscores. */
    <E extends Enum<E>> E choice(Class<E> type) throws ReportFormatException {
        String name = Ascii.toUpperCase(text()).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw wrong("one of the words of this version");
    }

    Estimate estimate() throws ReportFormatException {
        return as(v -> new Estimate(
                v.get("value").number(),
                v.get("low").number(),
                v.get("high").number(),
                v.get("level").number()));
    }

    private ReportFormatException wrong(String wanted) {
        String found = value == null
                ? "nothing"
                : value instanceof Map ? "an object" : value instanceof List ? "an array" : value.toString();
        return new ReportFormatException(
                (place.isEmpty() ? "" : place + ": ") + "expected " + wanted + ", found " + Visible.line(found, SHOWN));
    }
}
