package dev.pedigree.report;

import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.Power;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The form for a terminal: the verdict first, then what it stands on, never wider than its room. */
final class TextReport {
    private static final int SHOWN = 8;
    private static final int EXAMPLES = 3;

    private final Verdict verdict;
    private final String command;
    private final TextPage page;
    private final List<ExactSection> tests;

    TextReport(Verdict verdict, String command, int width, boolean colour) {
        this.verdict = verdict;
        this.command = command;
        this.page = new TextPage(width, colour);
        this.tests = ExactSection.of(verdict.suspect(), verdict.exhibits().exact());
    }

    String write() {
        headline();
        TextCandidates.write(page, verdict);
        verdict.exhibits().identity().ifPresent(finding -> TextSources.identity(page, finding));
        verdict.exhibits().overlap().ifPresent(finding -> TextSources.overlap(page, finding));
        exact();
        verdict.exhibits().shares().ifPresent(shares -> SharesSection.text(page, verdict, shares));
        receipts();
        confounds();
        power();
        caveats();
        provenance();
        return page.toString();
    }

    private void headline() {
        Conclusion conclusion = verdict.conclusion();
        String name = Visible.line(verdict.suspect(), Escapes.NAME);
        page.bold("Suspect: " + name, "1");
        page.prose(read(), "  ", "  ");
        page.line("", "");
        Optional<String> without = VerdictWords.withoutRatio(conclusion);
        page.bold(
                "Verdict: " + VerdictWords.headline(verdict),
                without.isPresent() ? "1;33" : tint(conclusion.strength()));
        page.prose(conclusion.statement(), "  ", "  ");
        NamedSet named = NamedSet.of(verdict);
        if (!named.groups().isEmpty()) {
            page.prose(named.title(), "  ", "  ");
            named.groups().forEach(group -> page.prose(group.plain(), "    ", "      "));
        }
        VerdictWords.ratio(verdict).ifPresent(ratio -> page.prose(ratio.plain(), "  ", "  "));
        page.prose(VerdictWords.limit(conclusion), "  ", "  ");
        for (String reason : ReportWords.reasons(conclusion)) {
            page.prose(reason, "  - ", "    ");
        }
        for (String line : ReportWords.beside(verdict)) {
            page.prose(line, "  - ", "    ");
        }
    }

    private String read() {
        ReadSummary input = verdict.input();
        StringBuilder read = new StringBuilder(ReportWords.read(verdict));
        read.append(
                input.duplicates() > 0 ? ", " + ReportWords.count(input.duplicates(), "duplicate") + " left out" : "");
        read.append(input.cut() > 0 ? ", " + input.cut() + " cut at a control token" : "");
        read.append(input.skipped() > 0 ? ", " + ReportWords.count(input.skipped(), "record") + " skipped" : "");
        return read.toString();
    }

    private void exact() {
        tests.forEach(test -> TextExact.part(page, test));
    }

    private void receipts() {
        List<Receipt> receipts = verdict.exhibits().receipts();
        if (receipts.isEmpty() || verdict.isTooLittleText()) {
            return;
        }
        String candidate = receipts.get(0).candidate();
        String name = Visible.line(candidate, Escapes.NAME);
        List<Receipt> first =
                receipts.stream().filter(r -> r.candidate().equals(candidate)).toList();
        habits(
                "Habits shared with " + name + ", rarer in others",
                first.stream().filter(r -> r.weight() > 0).toList());
        habits(
                "Habits of " + name + " that the suspect does not share",
                first.stream().filter(r -> r.weight() <= 0).toList());
        if (first.size() < receipts.size()) {
            page.prose("Those of other candidates are in the JSON and HTML reports.", "  ", "  ");
        }
    }

    private void habits(String title, List<Receipt> receipts) {
        if (receipts.isEmpty()) {
            return;
        }
        page.heading(title);
        TextTable table = new TextTable(List.of("phrase", "kind", ">suspect", ">candidate", ">others", "of"));
        List<Receipt> shown = receipts.subList(0, StrictMath.min(SHOWN, receipts.size()));
        for (Receipt receipt : shown) {
            table.add(List.of(
                    Visible.line(receipt.phrase(), Escapes.NAME),
                    Visible.line(receipt.kind(), Escapes.NAME),
                    ReportWords.percent(receipt.suspectRate()),
                    ReportWords.percent(receipt.candidateRate()),
                    ReportWords.percent(receipt.populationRate()),
                    Visible.line(receipt.of(), Escapes.NAME)));
        }
        page.table(table);
        examples(shown);
    }

    /** A sentence for each of the first habits, none twice: one sentence often shows several. */
    private void examples(List<Receipt> receipts) {
        Set<Receipt.Example> said = new HashSet<>();
        for (Receipt receipt : receipts) {
            receipt.examples().stream()
                    .filter(example -> said.size() < EXAMPLES && !said.contains(example))
                    .findFirst()
                    .ifPresent(example -> {
                        said.add(example);
                        page.prose(
                                "\"" + example.text() + "\" (" + example.id() + ", showing \""
                                        + Visible.line(receipt.phrase(), Escapes.NAME) + "\")",
                                "  - ",
                                "    ");
                    });
        }
    }

    private void confounds() {
        List<Confound> telling = verdict.exhibits().confounds().stream()
                .filter(c -> c.effect() != Confound.Effect.NONE)
                .toList();
        if (!telling.isEmpty() && !verdict.isTooLittleText()) {
            page.heading("Unlike the models of the calibration");
            telling.forEach(c -> page.prose(ReportWords.sentence(c.finding()), "  - ", "    "));
        }
    }

    private void power() {
        if (verdict.exhibits().power().isEmpty()) {
            return;
        }
        Power power = verdict.exhibits().power().get();
        page.heading("What this audit could see");
        page.prose(power.sentence(), "  - ", "    ");
        splices(SpliceTable.of(power));
        if (!power.wouldChange().isEmpty()) {
            page.heading("What would change this verdict");
            power.wouldChange().forEach(change -> page.prose(change, "  - ", "    "));
        }
    }

    private void splices(SpliceTable splices) {
        if (splices.isEmpty()) {
            return;
        }
        page.prose(SpliceTable.MEANING, "  - ", "    ");
        TextTable table = new TextTable(row("candidate", splices.shares(), ">"));
        for (String candidate : splices.candidates()) {
            table.add(row(Visible.line(candidate, Escapes.NAME), splices.chances(candidate), ""));
        }
        page.table(table);
    }

    private static List<String> row(String first, List<String> rest, String mark) {
        return Stream.concat(Stream.of(first), rest.stream().map(cell -> mark + cell))
                .toList();
    }

    private void caveats() {
        page.heading("Caveats");
        for (Caveat caveat : verdict.caveats()) {
            boolean other = caveat.kind() == Caveat.Kind.ALTERNATIVE_EXPLANATION;
            page.prose((other ? "Another explanation: " : "") + caveat.text(), "  - ", "    ");
        }
    }

    private void provenance() {
        Provenance provenance = verdict.provenance();
        page.heading("To get this report again");
        if (!command.isEmpty()) {
            page.prose(command, "  ", "    ");
        }
        String suspect = provenance.suspectDigest().isEmpty() ? "not from a file" : provenance.suspectDigest();
        page.prose("Pedigree " + provenance.version() + ", seed " + provenance.seed(), "  ", "  ");
        page.prose("suspect SHA-256 " + suspect, "  ", "    ");
        page.prose("library " + provenance.libraryName() + " SHA-256 " + provenance.libraryDigest(), "  ", "    ");
        if (!provenance.schemes().isEmpty()) {
            page.prose("schemes " + String.join(", ", provenance.schemes()), "  ", "    ");
        }
    }

    private static String tint(Strength strength) {
        if (strength.compareTo(Strength.WEAK) < 0) {
            return "1";
        }
        return strength.compareTo(Strength.MODERATELY_STRONG) < 0 ? "1;33" : "1;35";
    }
}
