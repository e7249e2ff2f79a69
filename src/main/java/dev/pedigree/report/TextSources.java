package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.Vendors;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapMatch;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sections of the terminal's form that quote answers. */
final class TextSources {
    private static final int SHOWN = 8;
    private static final int QUOTES = 3;
    private static final int QUOTE = 160;

    private TextSources() {}

    static void identity(TextPage page, IdentityFinding finding) {
        page.heading("Who it says it is");
        IdentityWords.silence(finding).ifPresent(sentence -> page.prose(sentence, "  ", "  "));
        if (finding.claims() == 0 && finding.rates().isEmpty()) {
            return;
        }
        TextTable vendors = new TextTable(List.of("vendor", ">ratio", ">interval"));
        for (IdentityFinding.VendorEvidence vendor : first(finding.vendors())) {
            Optional<Estimate> ratio = vendor.log10LikelihoodRatio();
            vendors.add(List.of(
                    Visible.line(Vendors.name(vendor.vendor()), Escapes.NAME),
                    ratio.map(e -> ReportWords.ratio(e.value())).orElse("-"),
                    ratio.map(ReportWords::ratioRange).orElse("-")));
        }
        page.table(vendors);
        for (IdentityFinding.VendorEvidence vendor : first(finding.vendors())) {
            page.prose(
                    "heard of " + Vendors.name(vendor.vendor()) + ": " + IdentityWords.heard(finding, vendor.vendor()),
                    "  ",
                    "    ");
        }
        for (IdentityClaim claim : IdentityWords.quotes(finding, QUOTES)) {
            quote(page, claim.quote(), IdentityWords.source(claim));
        }
        page.prose(finding.explanation(), "  ", "  ");
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, StrictMath.min(SHOWN, all.size()));
    }

    static void overlap(TextPage page, OverlapFinding finding) {
        page.heading("Shared text");
        if (finding.references().isEmpty()) {
            page.prose(
                    "None of " + ReportWords.count(finding.answers(), "answer")
                            + " shares a span that counts with the references.",
                    "  ",
                    "  ");
            ReportWords.alike(finding).forEach(sentence -> page.prose(sentence, "  ", "  "));
            return;
        }
        TextTable table = new TextTable(List.of("reference", ">answers", ">equal", ">words", ">p"));
        List<OverlapFinding.Reference> references = finding.references();
        for (OverlapFinding.Reference reference : references.subList(0, StrictMath.min(SHOWN, references.size()))) {
            table.add(List.of(
                    Visible.line(reference.model(), Escapes.NAME),
                    Integer.toString(reference.sharedAnswers()),
                    Integer.toString(reference.equalAnswers()),
                    Long.toString(reference.words()),
                    reference.pValue().map(ReportWords::probability).orElse("-")));
        }
        page.table(table);
        ReportWords.noOverlapNull(finding).ifPresent(sentence -> page.prose(sentence, "  ", "  "));
        ReportWords.alike(finding).forEach(sentence -> page.prose(sentence, "  ", "  "));
        List<OverlapMatch> best = new ArrayList<>(finding.matches());
        best.sort(Comparator.comparingInt(OverlapMatch::rarity).thenComparing(m -> -m.words()));
        for (OverlapMatch match : best.subList(0, StrictMath.min(QUOTES, best.size()))) {
            quote(
                    page,
                    match.quote(),
                    match.suspectId() + "; also in " + match.referenceModel() + ", " + match.referenceId());
        }
    }

    private static void quote(TextPage page, String quote, String id) {
        String shown = Visible.line(quote, QUOTE);
        page.prose("\"" + shown + "\" (" + Visible.line(id, 3 * Escapes.NAME) + ")", "  - ", "    ");
    }
}
