package dev.pedigree.identity;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.JsonStrings;
import dev.pedigree.stats.Estimate;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes claims as they are found and their summary at the end: one JSON object with {@code schema}, {@code claims} (one object per claim
 * with the names of the components of {@link IdentityClaim}, enums in lower case) and {@code summary}. Numbers have at most six digits, texts
 * at most {@value dev.pedigree.internal.JsonStrings#LONGEST} characters, hidden ones as escapes; the same input gives the same bytes. Not safe to share between threads.
 */
public final class IdentityJson implements Closeable {
    private final JsonGenerator json;
    private final IdentityTally tally;

    private IdentityJson(JsonGenerator json, IdentityTally tally) {
        this.json = json;
        this.tally = tally;
    }

    /**
     * Begins a document.
     *
     * @param scanner finds the claims
     * @param out takes the document; closed with this writer
     * @return the writer
     * @throws IOException if {@code out} fails
     */
    public static IdentityJson to(IdentityScanner scanner, Writer out) throws IOException {
        JsonGenerator json = JsonStrings.generator(out);
        json.writeStartObject();
        json.writeStringField("schema", "pedigree/identity/1");
        json.writeArrayFieldStart("claims");
        return new IdentityJson(json, scanner.tally());
    }

    /**
     * Writes the claims of a response.
     *
     * @param response the response
     * @throws IOException if the output fails
     */
    public void add(Response response) throws IOException {
        for (IdentityClaim claim : tally.add(response)) {
            claim(claim);
        }
    }

    private void claim(IdentityClaim claim) throws IOException {
        json.writeStartObject();
        text("id", claim.id());
        text("vendor", claim.vendor());
        text("alias", claim.alias());
        json.writeStringField("type", name(claim.type()));
        json.writeStringField("polarity", name(claim.polarity()));
        json.writeStringField("modality", name(claim.modality()));
        json.writeStringField("voice", name(claim.voice()));
        json.writeStringField("channel", name(claim.channel()));
        json.writeStringField("promptStratum", name(claim.promptStratum()));
        json.writeBooleanField("sincere", claim.sincere());
        json.writeNumberField("start", claim.start());
        json.writeNumberField("end", claim.end());
        text("quote", claim.quote());
        number("confidence", claim.confidence());
        json.writeEndObject();
    }

    /**
     * Writes the summary and closes the output.
     *
     * @throws IOException if the output fails
     */
    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeFieldName("summary");
        summary(tally.finding());
        json.writeEndObject();
        json.close();
    }

    private void summary(IdentityFinding finding) throws IOException {
        json.writeStartObject();
        json.writeNumberField("responses", finding.responses());
        json.writeNumberField("prompts", finding.prompts());
        json.writeNumberField("claims", finding.claims());
        Optional<String> dominant = finding.dominant();
        if (dominant.isPresent()) {
            text("dominantVendor", dominant.get());
        } else {
            json.writeNullField("dominantVendor");
        }
        json.writeArrayFieldStart("vendors");
        for (IdentityFinding.VendorEvidence vendor : finding.vendors()) {
            json.writeStartObject();
            text("vendor", vendor.vendor());
            json.writeNumberField("strongClaims", vendor.strongClaims());
            json.writeFieldName("log10LikelihoodRatio");
            if (vendor.log10LikelihoodRatio().isPresent()) {
                estimate(vendor.log10LikelihoodRatio().get());
            } else {
                json.writeNull();
            }
            text("explanation", vendor.words());
            json.writeEndObject();
        }
        json.writeEndArray();
        rates(finding.rates());
        text("explanation", finding.explanation());
        json.writeEndObject();
    }

    private void rates(List<IdentityFinding.Rate> rates) throws IOException {
        json.writeArrayFieldStart("rates");
        for (IdentityFinding.Rate rate : rates) {
            json.writeStartObject();
            text("vendor", rate.vendor());
            json.writeStringField("signal", name(rate.signal()));
            json.writeStringField("promptStratum", name(rate.stratum()));
            json.writeNumberField("prompts", rate.prompts());
            json.writeNumberField("promptsWithClaim", rate.prompting());
            json.writeNumberField("responses", rate.responses());
            json.writeNumberField("responsesWithClaim", rate.saying());
            json.writeFieldName("rate");
            estimate(rate.rate());
            optional("baseRate", rate.baseRate());
            optional("pValue", rate.pValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void estimate(Estimate estimate) throws IOException {
        json.writeStartObject();
        number("value", estimate.value());
        number("low", estimate.low());
        number("high", estimate.high());
        number("level", estimate.level());
        json.writeEndObject();
    }

    private void optional(String field, Optional<Double> value) throws IOException {
        if (value.isPresent()) {
            number(field, value.get());
        } else {
            json.writeNullField(field);
        }
    }

    private void text(String field, String value) throws IOException {
        json.writeStringField(field, JsonStrings.bounded(value));
    }

    private void number(String field, double value) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(new BigDecimal(Decimals.text(value)));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
