package dev.pedigree.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.Visible;
import dev.pedigree.stats.Estimate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Canonical JSON: two spaces, LF, six significant digits, hidden characters as escapes so that a reader sees them, and no text of more
 * than {@value #LONGEST} characters, whatever a name or an answer holds.
 */
final class JsonText {
    /** Code points after which a text is cut; far more than any form for readers shows of one. */
    static final int LONGEST = 10_000;

    private static final JsonFactory FACTORY = new JsonFactory();

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
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
            printer.indentObjectsWith(indenter);
            printer.indentArraysWith(indenter);
            generator.setPrettyPrinter(printer);
            generator.setCharacterEscapes(new HiddenCharacters());
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
        out.writeStringField(name, bounded(value));
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
            out.writeString(bounded(value));
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

    private static String bounded(String text) {
        boolean fits = text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST;
        return Escapes.wellFormed(fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
    }

    private static final class HiddenCharacters extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            return standardAsciiEscapesForJSON();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
            return surrogate || !Visible.isHidden(c)
                    ? null
                    : new SerializedString("\\u" + HexFormat.of().toHexDigits((char) c));
        }
    }
}
