package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** What answers say about identity, as the identity member of the report; words as in {@code identity --json}. */
final class IdentityJson {
    private IdentityJson() {}

    static void write(JsonText json, IdentityFinding finding) throws IOException {
        json.field("responses", finding.responses());
        json.field("prompts", finding.prompts());
        json.field("claims", finding.claims());
        json.optional("dominantVendor", finding.dominant().orElse(null));
        json.openArray("vendors");
        for (IdentityFinding.VendorEvidence vendor : finding.vendors()) {
            json.open();
            json.field("vendor", vendor.vendor());
            json.field("strongClaims", vendor.strongClaims());
            json.estimate("log10LikelihoodRatio", vendor.log10LikelihoodRatio());
            json.field("explanation", vendor.words());
            json.close();
        }
        json.closeArray();
        json.openArray("rates");
        for (IdentityFinding.Rate rate : finding.rates()) {
            rate(json, rate);
        }
        json.closeArray();
        json.openArray("quotes");
        for (IdentityClaim claim : finding.quotes()) {
            claim(json, claim);
        }
        json.closeArray();
        json.field("explanation", finding.explanation());
    }

    private static void rate(JsonText json, IdentityFinding.Rate rate) throws IOException {
        json.open();
        json.field("vendor", rate.vendor());
        json.field("signal", word(rate.signal()));
        json.field("promptStratum", word(rate.stratum()));
        json.field("prompts", rate.prompts());
        json.field("promptsWithClaim", rate.prompting());
        json.field("responses", rate.responses());
        json.field("responsesWithClaim", rate.saying());
        json.estimate("rate", Optional.of(rate.rate()));
        json.optional("baseRate", rate.baseRate());
        json.optional("pValue", rate.pValue());
        json.close();
    }

    private static void claim(JsonText json, IdentityClaim claim) throws IOException {
        json.open();
        json.field("id", claim.id());
        json.field("vendor", claim.vendor());
        json.field("alias", claim.alias());
        json.field("type", word(claim.type()));
        json.field("polarity", word(claim.polarity()));
        json.field("modality", word(claim.modality()));
        json.field("voice", word(claim.voice()));
        json.field("channel", word(claim.channel()));
        json.field("promptStratum", word(claim.promptStratum()));
        json.field("sincere", claim.sincere());
        json.field("start", claim.start());
        json.field("end", claim.end());
        json.field("quote", claim.quote());
        json.field("confidence", claim.confidence());
        json.close();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
