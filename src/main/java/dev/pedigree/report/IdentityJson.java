package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import java.io.IOException;
import java.util.List;

/** Identity claims as JSON: a summary, and one object for each claim. */
final class IdentityJson {
    private IdentityJson() {}

    static void write(JsonText json, List<IdentityClaim> claims) throws IOException {
        json.openArray("summary");
        for (IdentitySummary.Line line : IdentitySummary.of(claims)) {
            json.open();
            json.field("vendor", line.vendor());
            json.field("promptStratum", Phrases.id(line.stratum()));
            json.field("answers", line.answers());
            json.field("sincereAnswers", line.sincereAnswers());
            json.field("claims", line.claims());
            json.close();
        }
        json.closeArray();
        json.openArray("claims");
        for (IdentityClaim claim : claims) {
            claim(json, claim);
        }
        json.closeArray();
    }

    private static void claim(JsonText json, IdentityClaim claim) throws IOException {
        json.open();
        json.field("id", claim.id());
        json.field("vendor", claim.vendor());
        json.field("alias", claim.alias());
        json.field("type", Phrases.id(claim.type()));
        json.field("polarity", Phrases.id(claim.polarity()));
        json.field("modality", Phrases.id(claim.modality()));
        json.field("voice", Phrases.id(claim.voice()));
        json.field("channel", Phrases.id(claim.channel()));
        json.field("promptStratum", Phrases.id(claim.promptStratum()));
        json.field("sincere", claim.sincere());
        json.field("start", claim.start());
        json.field("end", claim.end());
        json.field("quote", claim.quote());
        json.field("confidence", claim.confidence());
        json.close();
    }
}
