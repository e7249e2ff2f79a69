package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * Writes responses as Pedigree's own JSON Lines, so that what was read from another tool's log can be kept in one plain form. Lines end
 * with LF, fields that are empty are left out, and equal responses give equal bytes. What is written reads back as the same responses,
 * but for their source. Not safe for use by several threads.
 */
public final class CorpusWriter implements Closeable {
    private final OutputStream out;
    private final JsonGenerator json;

    private CorpusWriter(OutputStream out) throws IOException {
        this.out = out;
        json = JsonTree.FACTORY.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.setRootValueSeparator(null);
    }

    /**
     * A writer to a stream.
     *
     * @param out takes UTF-8; closed by {@link #close}
     * @return the writer
     * @throws IOException if the stream fails
     */
    public static CorpusWriter to(OutputStream out) throws IOException {
        return new CorpusWriter(requireNonNull(out, "out"));
    }

    /**
     * Writes one response as one line.
     *
     * @param response the response
     * @throws IOException if the stream fails
     */
    public void write(Response response) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", response.id());
        prompt(response.prompt());
        json.writeStringField("response", response.text());
        optional("reasoning", response.reasoning());
        optional("model", response.model());
        optional("lang", response.language());
        if (response.sample() != 0) {
            json.writeNumberField("sample", response.sample());
        }
        if (response.finish() != FinishReason.UNKNOWN) {
            json.writeStringField("finish", response.finish().name().toLowerCase(Locale.ROOT));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void prompt(Prompt prompt) throws IOException {
        if (prompt.messages().isEmpty()) {
            return;
        }
        Message first = prompt.messages().get(0);
        if (prompt.messages().size() == 1
                && first.role() == Role.USER
                && !first.text().isEmpty()) {
            json.writeStringField("prompt", first.text());
            return;
        }
        json.writeArrayFieldStart("prompt");
        for (Message message : prompt.messages()) {
            json.writeStartObject();
            json.writeStringField("role", message.role().name().toLowerCase(Locale.ROOT));
            json.writeStringField("content", message.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void optional(String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
        out.close();
    }
}
