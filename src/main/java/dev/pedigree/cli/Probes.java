package dev.pedigree.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.pedigree.identity.IdentityProbe;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** The questions about identity as JSON Lines, with the fields of Pedigree's own format but the response. */
final class Probes {
    private Probes() {}

    static String lines() throws IOException {
        StringWriter text = new StringWriter();
        for (IdentityProbe probe : IdentityProbe.all()) {
            JsonGenerator json = new JsonFactory().createGenerator(text);
            json.writeStartObject();
            json.writeStringField("id", probe.id());
            json.writeStringField("lang", probe.language());
            json.writeStringField("stratum", probe.stratum().name().toLowerCase(Locale.ROOT));
            if (!probe.system().isEmpty()) {
                json.writeStringField("system", probe.system());
            }
            json.writeStringField("prompt", probe.question());
            json.writeEndObject();
            json.close();
            text.append('\n');
        }
        return text.toString();
    }
}
