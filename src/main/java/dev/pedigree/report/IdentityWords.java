package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentitySignal;
import dev.pedigree.identity.PromptStratum;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The report's words for what answers say about identity. */
final class IdentityWords {
    private IdentityWords() {}

    static String of(PromptStratum stratum) {
        return switch (stratum) {
            case UNRELATED -> "about something else";
            case IDENTITY_QUESTION -> "asks who it is";
            case ENTITY_MENTIONED -> "mentions the vendor";
            case ROLE_ASSIGNED -> "assigns the identity";
            case PERSONA -> "asks for a role";
            case TOOLS -> "holds tools";
            case UNKNOWN -> "unknown";
        };
    }

    static String of(IdentitySignal signal) {
        return switch (signal) {
            case NAME -> "says so outright";
            case REASONING -> "says so in its reasoning";
            case ALLUSION -> "kinship, policy, implicit";
            case CUTOFF -> "knowledge cutoff";
            case SCAR -> "substitution scar";
            case SLOGAN -> "house slogan";
            case FORMULA -> "house formula";
            case RIVAL -> "speaks as another house";
        };
    }

    /** The first quotations, each wording once. */
    static List<IdentityClaim> quotes(IdentityFinding finding, int most) {
        Set<String> seen = new LinkedHashSet<>();
        List<IdentityClaim> quotes = new ArrayList<>();
        for (IdentityClaim claim : finding.quotes()) {
            if (quotes.size() < most && seen.add(claim.quote())) {
                quotes.add(claim);
            }
        }
        return quotes;
    }

    /** For example "3 of 805". */
    static String share(IdentityFinding.Rate rate) {
        return rate.saying() + " of " + rate.responses();
    }

    static String baseRate(IdentityFinding.Rate rate) {
        return rate.baseRate().map(Phrases::percent).orElse("-");
    }
}
