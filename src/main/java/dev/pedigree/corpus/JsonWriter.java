package dev.pedigree.corpus;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes {@link Json} values back. */
final class JsonWriter {
    private JsonWriter() {}

    static String compact(Json value) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JsonTree.FACTORY.createGenerator(out)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
        return out.toString();
    }

    private static void write(Json value, JsonGenerator json) throws IOException {
        if (value.isObject()) {
            json.writeStartObject();
            for (String name : value.names()) {
                json.writeFieldName(name);
                write(value.get(name), json);
            }
            json.writeEndObject();
        } else if (value.isArray()) {
            json.writeStartArray();
            for (Json item : value.itemsOrNone()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value.isText()) {
            json.writeString(value.label());
        } else if (value.isNumber()) {
            json.writeNumber(value.label());
        } else if (value.isAbsent()) {
            json.writeNull();
        } else {
            json.writeBoolean(value.isTrue());
        }
    }
}
