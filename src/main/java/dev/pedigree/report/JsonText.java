package dev.pedigree.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.JsonStrings;
import dev.pedigree.stats.Estimate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Canonical JSON: numbers of six significant digits, texts as {@link JsonStrings} writes them. */
final class JsonText {
    private final JsonGenerator out;

    private JsonText(JsonGenerator out) {
        this.out = out;
    }

    /** Writes one document. */
    @FunctionalInterface
    interface Document {
        void writeTo(JsonText json) throws IOException;
    }

    static String write(Document document) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JsonStrings.generator(text)) {
            document.writeTo(new JsonText(generator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    void open() throws IOException {
        out.writeStartObject();
    }

    void open(String name) throws IOException {
        out.writeObjectFieldStart(name);
    }

    void close() throws IOException {
        out.writeEndObject();
    }

    void openArray(String name) throws IOException {
        out.writeArrayFieldStart(name);
    }

    void closeArray() throws IOException {
        out.writeEndArray();
    }

    void field(String name, String value) throws IOException {
        out.writeStringField(name, JsonStrings.bounded(value));
    }

    void field(String name, long value) throws IOException {
        out.writeNumberField(name, value);
    }

    void field(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
    }

    void field(String name, double value) throws IOException {
        out.writeFieldName(name);
        out.writeNumber(Decimals.text(value));
    }

    void field(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(JsonStrings.bounded(value));
        }
        out.writeEndArray();
    }

    void optional(String name, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeNullField(name);
        } else {
            field(name, value);
        }
    }

    void optional(String name, Optional<Double> value) throws IOException {
        if (value.isEmpty()) {
            out.writeNullField(name);
        } else {
            field(name, value.get());
        }
    }

    void estimate(String name, Optional<Estimate> estimate) throws IOException {
        if (estimate.isEmpty()) {
            out.writeNullField(name);
            return;
        }
        open(name);
        field("value", estimate.get().value());
        field("low", estimate.get().low());
        field("high", estimate.get().high());
        field("level", estimate.get().level());
        close();
    }
}
