package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentitySignal;
import dev.pedigree.identity.PromptStratum;

/** Reads what {@link IdentityJson} writes, of this version of the schema and of all that came before it. */
final class IdentityReader {
    private IdentityReader() {}

    static IdentityFinding read(ReportJson identity) throws ReportFormatException {
        return new IdentityFinding(
                identity.get("responses").count(),
                identity.get("prompts").count(),
                identity.get("claims").count(),
                identity.get("rates").list(IdentityReader::rate),
                identity.get("vendors")
                        .list(vendor -> new IdentityFinding.VendorEvidence(
                                vendor.get("vendor").text(),
                                vendor.get("strongClaims").count(),
                                vendor.get("log10LikelihoodRatio").maybe(ReportJson::estimate),
                                vendor.get("explanation").text())),
                identity.get("quotes").list(IdentityReader::claim),
                identity.get("explanation").text());
    }

    private static IdentityFinding.Rate rate(ReportJson rate) throws ReportFormatException {
        return new IdentityFinding.Rate(
                rate.get("vendor").text(),
                rate.get("signal").choice(IdentitySignal.class),
                rate.get("promptStratum").choice(PromptStratum.class),
                rate.get("prompts").count(),
                rate.get("responses").count(),
                rate.get("promptsWithClaim").count(),
                rate.get("responsesWithClaim").count(),
                rate.get("rate").estimate(),
                rate.get("baseRate").maybe(ReportJson::number),
                rate.get("pValue").maybe(ReportJson::number));
    }

    private static IdentityClaim claim(ReportJson claim) throws ReportFormatException {
        return new IdentityClaim(
                claim.get("id").text(),
                claim.get("vendor").text(),
                claim.get("alias").text(),
                claim.get("type").choice(IdentityClaim.Type.class),
                claim.get("polarity").choice(IdentityClaim.Polarity.class),
                claim.get("modality").choice(IdentityClaim.Modality.class),
                claim.get("voice").choice(IdentityClaim.Voice.class),
                claim.get("channel").choice(IdentityClaim.Channel.class),
                claim.get("promptStratum").choice(PromptStratum.class),
                claim.get("sincere").flag(),
                claim.get("start").count(),
                claim.get("end").count(),
                claim.get("quote").text(),
                claim.get("confidence").number());
    }
}
