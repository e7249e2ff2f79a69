package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentitySignal;
import dev.pedigree.identity.PromptStratum;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
            case ALLUSION -> "implies it";
            case CUTOFF -> "gives its models' knowledge cutoff";
            case SCAR -> "gives one maker's product to another";
            case SLOGAN -> "uses its slogan";
            case FORMULA -> "uses its set phrases";
            case RIVAL -> "speaks as another vendor's model";
        };
    }

    /** What stands in place of quotations where no answer claims anything; empty where one does. */
    static Optional<String> silence(IdentityFinding finding) {
        if (finding.claims() > 0) {
            return Optional.empty();
        }
        return Optional.of(
                finding.rates().isEmpty()
                        ? "No answer says who or what the suspect is. Training data are often cleaned of such sentences."
                        : "No answer says outright who or what the suspect is; what weighs are turns of phrase of a vendor's models.");
    }

    /** What was heard of a vendor, for example "says so outright: 2 of 805 answers". */
    static String heard(IdentityFinding finding, String vendor) {
        Map<IdentitySignal, long[]> counts = new EnumMap<>(IdentitySignal.class);
        for (IdentityFinding.Rate rate : finding.rates()) {
            if (rate.vendor().equals(vendor) && rate.saying() > 0) {
                long[] count = counts.computeIfAbsent(rate.signal(), s -> new long[2]);
                count[0] += rate.saying();
                count[1] += rate.responses();
            }
        }
        return counts.isEmpty()
                ? "nothing"
                : counts.entrySet().stream()
                        .map(e -> of(e.getKey()) + ": " + e.getValue()[0] + " of "
                                + ReportWords.count(e.getValue()[1], "answer"))
                        .collect(Collectors.joining("; "));
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

    /** Where a quotation stands, and that it weighs nothing where it does. */
    static String source(IdentityClaim claim) {
        return claim.id() + (claim.sincere() ? "" : "; not counted as sincere");
    }

    /** For example "3 of 805". */
    static String share(IdentityFinding.Rate rate) {
        return rate.saying() + " of " + rate.responses();
    }

    static String baseRate(IdentityFinding.Rate rate) {
        return rate.baseRate().map(ReportWords::percent).orElse("-");
    }
}
