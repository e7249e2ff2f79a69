package dev.pedigree.report;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form for a terminal: the verdict first, then what it stands on, never wider than its room. */
final class TextReport {
    private static final int SHOWN = 8;
    private static final int QUOTES = 3;
    private static final int WIDEST_PROSE = 100;

    private final Verdict verdict;
    private final String command;
    private final int width;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    TextReport(Verdict verdict, String command, int width, boolean colour) {
        this.verdict = verdict;
        this.command = command;
        this.width = width;
        this.colour = colour;
    }

    String write() {
        headline();
        candidates();
        channels();
        verdict.exhibits().identity().ifPresent(this::identity);
        verdict.exhibits().overlap().ifPresent(this::overlap);
        receipts();
        power();
        caveats();
        provenance();
        return out.toString();
    }

    private void headline() {
        Conclusion conclusion = verdict.conclusion();
        String name = Visible.line(verdict.suspect(), Escapes.NAME);
        line(DisplayWidth.fit("Suspect: " + name, width), "1");
        prose(read(), "  ", "  ");
        out.append('\n');
        boolean abstains = conclusion.kind() == Conclusion.Kind.ABSTAINS;
        String strength = abstains ? "no answer" : Phrases.meaning(conclusion.strength());
        line(DisplayWidth.fit("Verdict: " + strength, width), abstains ? "1;33" : tint(conclusion.strength()));
        prose(conclusion.statement(), "  ", "  ");
        prose(Phrases.limit(conclusion), "  ", "  ");
        for (String reason : conclusion.reasons()) {
            prose(reason, "  - ", "    ");
        }
    }

    private String read() {
        StringBuilder read = new StringBuilder(Phrases.count(verdict.input().responses(), "answer"));
        String formats = Phrases.formats(verdict);
        read.append(formats.isEmpty() ? "" : " read as " + formats);
        read.append(
                verdict.input().duplicates() > 0 ? ", " + verdict.input().duplicates() + " duplicates left out" : "");
        read.append(verdict.input().cut() > 0 ? ", " + verdict.input().cut() + " cut at a control token" : "");
        read.append(verdict.input().skipped() > 0 ? ", " + verdict.input().skipped() + " bad records skipped" : "");
        return read.toString();
    }

    private void candidates() {
        if (verdict.candidates().isEmpty()) {
            return;
        }
        heading("Candidates");
        TextTable table = new TextTable(List.of(">#", "candidate", ">log10 LR", ">interval", ">p", "support"));
        int shown = 0;
        for (CandidateFinding candidate : verdict.candidates()) {
            if (shown++ == SHOWN) {
                break;
            }
            Optional<Estimate> ratio = candidate.log10LikelihoodRatio();
            table.add(List.of(
                    Integer.toString(candidate.rank()),
                    Visible.line(candidate.name(), Escapes.NAME),
                    ratio.map(e -> Decimals.fixed(e.value(), 2)).orElse("-"),
                    ratio.map(e -> Decimals.fixed(e.low(), 2) + " to " + Decimals.fixed(e.high(), 2))
                            .orElse("-"),
                    candidate.pValue().map(Phrases::probability).orElse("-"),
                    candidate.ruledOut().isPresent() ? "ruled out" : support(candidate)));
        }
        table(table);
        if (verdict.candidates().size() > SHOWN) {
            prose((verdict.candidates().size() - SHOWN) + " more in the JSON and HTML reports.", "  ", "  ");
        }
        for (CandidateFinding candidate : verdict.candidates().subList(0, StrictMath.min(SHOWN, shown))) {
            candidate.ruledOut().ifPresent(why -> prose(candidate.name() + ": " + why, "  - ", "    "));
        }
    }

    private static String support(CandidateFinding candidate) {
        return candidate.log10LikelihoodRatio().isPresent()
                ? candidate.strength().words()
                : "not calibrated";
    }

    private void channels() {
        if (verdict.candidates().isEmpty()
                || verdict.candidates().get(0).channels().isEmpty()) {
            return;
        }
        CandidateFinding first = verdict.candidates().get(0);
        heading("Kinds of evidence for " + Visible.line(first.name(), Escapes.NAME));
        TextTable table = new TextTable(List.of("channel", ">log10 LR", ">interval", "support"));
        for (ChannelFinding channel : first.channels()) {
            Optional<Estimate> ratio = channel.log10LikelihoodRatio();
            table.add(List.of(
                    Visible.line(channel.channel(), Escapes.NAME),
                    ratio.map(e -> Decimals.fixed(e.value(), 2)).orElse("-"),
                    ratio.map(e -> Decimals.fixed(e.low(), 2) + " to " + Decimals.fixed(e.high(), 2))
                            .orElse("-"),
                    ratio.map(e -> Phrases.step(Strength.of(e.value()))).orElse("not calibrated")));
        }
        table(table);
    }

    private void identity(List<IdentityClaim> claims) {
        heading("Who it says it is");
        if (claims.isEmpty()) {
            prose("No answer says who or what the suspect is.", "  ", "  ");
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
        table(table);
        for (IdentityClaim claim : IdentitySummary.quotes(claims, QUOTES)) {
            String quote = Visible.line(claim.quote(), Escapes.QUOTE);
            prose("\"" + quote + "\" (" + Visible.line(claim.id(), Escapes.NAME) + ")", "  - ", "    ");
        }
    }

    private void overlap(OverlapFinding finding) {
        heading("Shared text");
        if (finding.matches().isEmpty()) {
            prose(
                    "None of " + Phrases.count(finding.answers(), "answer") + " shares a span with the references.",
                    "  ",
                    "  ");
            return;
        }
        TextTable table = new TextTable(List.of("reference", ">answers", ">words", ">p"));
        List<OverlapFinding.Reference> references = finding.references();
        for (OverlapFinding.Reference reference : references.subList(0, StrictMath.min(SHOWN, references.size()))) {
            table.add(List.of(
                    Visible.line(reference.model(), Escapes.NAME),
                    Integer.toString(reference.sharedAnswers()),
                    Long.toString(reference.words()),
                    Phrases.probability(reference.pValue())));
        }
        table(table);
    }

    private void receipts() {
        List<Receipt> receipts = verdict.exhibits().receipts();
        if (receipts.isEmpty()) {
            return;
        }
        heading("Shared habits (share of answers)");
        TextTable table = new TextTable(List.of("phrase", "kind", ">suspect", ">candidate", ">others"));
        for (Receipt receipt : receipts.subList(0, StrictMath.min(SHOWN, receipts.size()))) {
            table.add(List.of(
                    Visible.line(receipt.phrase(), Escapes.NAME),
                    Visible.line(receipt.kind(), Escapes.NAME),
                    Phrases.percent(receipt.suspectRate()),
                    Phrases.percent(receipt.candidateRate()),
                    Phrases.percent(receipt.populationRate())));
        }
        table(table);
    }

    private void power() {
        List<String> changes = new ArrayList<>();
        verdict.exhibits().power().ifPresent(p -> changes.addAll(p.wouldChange()));
        if (!changes.isEmpty()) {
            heading("What would change this verdict");
            changes.forEach(change -> prose(change, "  - ", "    "));
        }
    }

    private void caveats() {
        heading("Caveats");
        for (Caveat caveat : verdict.caveats()) {
            boolean other = caveat.kind() == Caveat.Kind.ALTERNATIVE_EXPLANATION;
            prose((other ? "Another explanation: " : "") + caveat.text(), "  - ", "    ");
        }
    }

    private void provenance() {
        Provenance provenance = verdict.provenance();
        heading("To get this report again");
        if (!command.isEmpty()) {
            prose(command, "  ", "    ");
        }
        String suspect = provenance.suspectDigest().isEmpty() ? "not from a file" : provenance.suspectDigest();
        prose("Pedigree " + provenance.version() + ", seed " + provenance.seed(), "  ", "  ");
        prose("suspect SHA-256 " + suspect, "  ", "    ");
        prose("library " + provenance.libraryName() + " SHA-256 " + provenance.libraryDigest(), "  ", "    ");
        if (!provenance.schemes().isEmpty()) {
            prose("schemes " + String.join(", ", provenance.schemes()), "  ", "    ");
        }
    }

    private void heading(String text) {
        out.append('\n');
        line(DisplayWidth.fit(text, width), "1");
    }

    private void table(TextTable table) {
        List<String> lines = table.lines(width - 2);
        line("  " + lines.get(0), "2");
        lines.subList(1, lines.size()).forEach(row -> line("  " + row, ""));
    }

    private void prose(String text, String first, String next) {
        int room = StrictMath.min(width, WIDEST_PROSE) - next.length();
        String indent = first;
        for (String part : DisplayWidth.wrap(Visible.line(text, Escapes.SENTENCE), room)) {
            line(indent + part, "");
            indent = next;
        }
    }

    private void line(String text, String style) {
        if (colour && !style.isEmpty()) {
            out.append("\u001b[").append(style).append('m').append(text).append("\u001b[0m\n");
        } else {
            out.append(text).append('\n');
        }
    }

    private static String tint(Strength strength) {
        if (strength.compareTo(Strength.WEAK) < 0) {
            return "1";
        }
        return strength.compareTo(Strength.MODERATELY_STRONG) < 0 ? "1;33" : "1;35";
    }
}
