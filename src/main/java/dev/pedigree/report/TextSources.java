package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The sections of the terminal's form that quote answers. */
final class TextSources {
    private static final int SHOWN = 8;
    private static final int QUOTES = 3;
    private static final int QUOTE = 160;

    private TextSources() {}

    static void identity(TextPage page, List<IdentityClaim> claims) {
        page.heading("Who it says it is");
        if (claims.isEmpty()) {
            page.prose("No answer says who or what the suspect is.", "  ", "  ");
            return;
        }
        TextTable table = new TextTable(List.of("vendor", "prompt", ">sincere", ">all answers"));
        List<IdentitySummary.Line> lines = IdentitySummary.of(claims);
        for (IdentitySummary.Line line : lines.subList(0, StrictMath.min(SHOWN, lines.size()))) {
            table.add(List.of(
                    line.vendor().isEmpty() ? "(nobody named)" : Visible.line(line.vendor(), Escapes.NAME),
                    IdentitySummary.words(line.stratum()),
                    Integer.toString(line.sincereAnswers()),
                    Integer.toString(line.answers())));
        }
        page.table(table);
        for (IdentityClaim claim : IdentitySummary.quotes(claims, QUOTES)) {
            quote(page, claim.quote(), claim.id());
        }
    }

    static void overlap(TextPage page, OverlapFinding finding) {
        page.heading("Shared text");
        if (finding.matches().isEmpty()) {
            page.prose(
                    "None of " + Phrases.count(finding.answers(), "answer") + " shares a span with the references.",
                    "  ",
                    "  ");
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
                    Phrases.probability(reference.pValue())));
        }
        page.table(table);
        List<OverlapMatch> best = new ArrayList<>(finding.matches());
        best.sort(Comparator.comparingInt(OverlapMatch::rarity).thenComparing(m -> -m.words()));
        for (OverlapMatch match : best.subList(0, StrictMath.min(QUOTES, best.size()))) {
            quote(page, match.quote(), match.suspectId());
        }
    }

    private static void quote(TextPage page, String quote, String id) {
        String shown = Visible.line(quote, QUOTE);
        page.prose("\"" + shown + "\" (" + Visible.line(id, Escapes.NAME) + ")", "  - ", "    ");
    }
}
