package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityClaim.Polarity;
import dev.pedigree.identity.PromptStratum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Identity claims counted by vendor and by what the prompt had said, and the quotations worth showing. */
final class IdentitySummary {
    /**
     * One vendor in one stratum.
     *
     * @param vendor the vendor; empty where claims name nobody
     * @param stratum what the prompt had said
     * @param answers in how many answers the claim is affirmed
     * @param sincereAnswers in how many of them it is sincere
     * @param claims how many claims there are, denied ones included
     */
    record Line(String vendor, PromptStratum stratum, int answers, int sincereAnswers, int claims) {}

    private static final class Count {
        final Set<String> affirmed = new LinkedHashSet<>();
        final Set<String> sincere = new LinkedHashSet<>();
        int claims;
    }

    private IdentitySummary() {}

    /** The lines, those with the most sincere answers first. */
    static List<Line> of(List<IdentityClaim> claims) {
        TreeMap<String, TreeMap<PromptStratum, Count>> counts = new TreeMap<>();
        for (IdentityClaim claim : claims) {
            Count count = counts.computeIfAbsent(claim.vendor(), v -> new TreeMap<>())
                    .computeIfAbsent(claim.promptStratum(), s -> new Count());
            count.claims++;
            if (claim.polarity() == Polarity.AFFIRMED) {
                count.affirmed.add(claim.id());
            }
            if (claim.sincere()) {
                count.sincere.add(claim.id());
            }
        }
        List<Line> lines = new ArrayList<>();
        counts.forEach((vendor, strata) -> strata.forEach((stratum, count) ->
                lines.add(new Line(vendor, stratum, count.affirmed.size(), count.sincere.size(), count.claims))));
        lines.sort(Comparator.comparingInt(Line::sincereAnswers)
                .thenComparingInt(Line::answers)
                .reversed());
        return lines;
    }

    /** Sincere and outright claims first, then by confidence, shortest first; each quotation once. */
    static List<IdentityClaim> quotes(List<IdentityClaim> claims, int most) {
        List<IdentityClaim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparing((IdentityClaim c) -> !c.sincere())
                .thenComparing(c -> !c.isStrong())
                .thenComparing(c -> c.polarity() != Polarity.AFFIRMED)
                .thenComparingInt(c -> c.quote().length())
                .thenComparing(IdentityClaim::quote));
        Set<String> seen = new LinkedHashSet<>();
        List<IdentityClaim> quotes = new ArrayList<>();
        for (IdentityClaim claim : sorted) {
            if (quotes.size() < most && seen.add(claim.quote())) {
                quotes.add(claim);
            }
        }
        return quotes;
    }

    /** A stratum in words. */
    static String words(PromptStratum stratum) {
        return switch (stratum) {
            case UNRELATED -> "prompt about something else";
            case IDENTITY_QUESTION -> "asked who it is";
            case ENTITY_MENTIONED -> "prompt mentions the vendor";
            case ROLE_ASSIGNED -> "prompt assigns the identity";
            case PERSONA -> "prompt asks for a role";
            case TOOLS -> "prompt holds tools";
            case UNKNOWN -> "prompt unknown";
        };
    }
}
