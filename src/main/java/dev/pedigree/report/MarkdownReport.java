package dev.pedigree.report;

import dev.pedigree.exact.Limitation;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.Vendors;
import dev.pedigree.internal.Decimals;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.List;
import java.util.Locale;

/** The form for issues and pull requests: short, with the rest folded away. */
final class MarkdownReport {
    private static final int SHOWN = 8;
    private static final int QUOTES = 3;

    private final Verdict verdict;
    private final String command;
    private final List<ExactSection> tests;
    private final StringBuilder out = new StringBuilder();

    MarkdownReport(Verdict verdict, String command) {
        this.verdict = verdict;
        this.command = command;
        this.tests = ExactSection.of(verdict.suspect(), verdict.exhibits().exact());
    }

    String write() {
        Conclusion conclusion = verdict.conclusion();
        out.append("## Pedigree: ").append(code(verdict.suspect())).append("\n\n");
        out.append("**").append(capital(VerdictWords.headline(verdict))).append(".** ");
        out.append(sentence(conclusion.statement())).append("\n\n");
        named();
        VerdictWords.ratio(verdict)
                .ifPresent(ratio -> out.append(sentence(ratio.plain())).append("\n\n"));
        out.append("*").append(VerdictWords.limit(conclusion)).append("*\n");
        list(ReportWords.reasons(conclusion));
        list(ReportWords.beside(verdict));
        candidates();
        without();
        verdict.exhibits().identity().ifPresent(this::identity);
        verdict.exhibits().overlap().ifPresent(this::overlap);
        exact();
        verdict.exhibits().shares().ifPresent(shares -> SharesSection.markdown(out, verdict, shares));
        receipts();
        verdict.exhibits().power().ifPresent(power -> {
            out.append("\n### What this audit could see\n");
            list(List.of(power.sentence()));
            splices(SpliceTable.of(power));
        });
        verdict.exhibits().power().filter(p -> !p.wouldChange().isEmpty()).ifPresent(power -> {
            out.append("\n### What would change this verdict\n");
            list(power.wouldChange());
        });
        out.append("\n### Caveats\n\n");
        for (Caveat caveat : verdict.caveats()) {
            boolean other = caveat.kind() == Caveat.Kind.ALTERNATIVE_EXPLANATION;
            out.append("- ").append(other ? "Another explanation: " : "");
            out.append(sentence(caveat.text())).append('\n');
        }
        provenance();
        return out.toString();
    }

    private void named() {
        NamedSet named = NamedSet.of(verdict);
        if (!named.groups().isEmpty()) {
            out.append(named.title()).append('\n');
            list(named.groups().stream().map(NamedSet.Group::plain).toList());
            out.append('\n');
        }
    }

    private void candidates() {
        if (verdict.candidates().isEmpty()) {
            return;
        }
        if (verdict.isTooLittleText()) {
            out.append('\n').append(ReportWords.noScores(verdict)).append('\n');
            return;
        }
        boolean calibrated = ReportWords.isCalibrated(verdict);
        out.append(
                calibrated
                        ? "\n| # | candidate | likelihood ratio (interval) | p | support |\n| --: | :-- | --: | --: | :-- |\n"
                        : "\n| # | candidate | score (higher is more alike) | support |\n| --: | :-- | --: | :-- |\n");
        List<CandidateFinding> all = verdict.candidates();
        for (CandidateFinding candidate : first(all)) {
            out.append("| ").append(candidate.rank());
            out.append(" | ").append(code(candidate.name()));
            out.append(candidate.lab().isEmpty() ? "" : " (" + sentence(Vendors.name(candidate.lab())) + ")");
            out.append(" | ").append(calibrated ? ratio(candidate) : Decimals.fixed(candidate.score(), 2));
            out.append(" | ").append(support(candidate)).append(" |\n");
        }
        if (all.size() > SHOWN) {
            out.append("\n").append(all.size() - SHOWN).append(" more in the JSON report.\n");
        }
    }

    /** What is left of the first candidate's ratio without each kind of evidence, folded away. */
    private void without() {
        if (verdict.isTooLittleText() || verdict.candidates().isEmpty()) {
            return;
        }
        CandidateFinding first = verdict.candidates().get(0);
        List<DroppedChannel> dropped = ReportWords.without(verdict, first);
        if (dropped.isEmpty()) {
            return;
        }
        out.append("\n<details><summary>What is left without each kind of evidence</summary>\n\n");
        out.append("| left out | likelihood ratio (interval) for ")
                .append(code(first.name()))
                .append(" | support |\n| :-- | --: | :-- |\n");
        for (DroppedChannel without : dropped) {
            Estimate ratio = without.log10LikelihoodRatio();
            out.append("| ").append(sentence(without.channel()));
            out.append(" | ").append(ReportWords.ratioCell(ratio));
            out.append(" | ")
                    .append(Strength.of(ratio.value()).words())
                    .append(ReportWords.atBound(ratio))
                    .append(" |\n");
        }
        out.append("\n</details>\n");
    }

    private void identity(IdentityFinding finding) {
        out.append("\n### Who it says it is\n");
        list(IdentityWords.silence(finding).stream().toList());
        if (!finding.vendors().isEmpty() && !finding.rates().isEmpty()) {
            out.append("\n| vendor | what was heard | likelihood ratio |\n| :-- | :-- | --: |\n");
            for (IdentityFinding.VendorEvidence vendor : first(finding.vendors())) {
                out.append("| ").append(sentence(Vendors.name(vendor.vendor())));
                out.append(" | ").append(IdentityWords.heard(finding, vendor.vendor()));
                out.append(" | ")
                        .append(vendor.log10LikelihoodRatio()
                                .map(ReportWords::ratio)
                                .orElse("–"))
                        .append(" |\n");
            }
        }
        out.append(finding.quotes().isEmpty() ? "" : "\n");
        for (IdentityClaim claim : IdentityWords.quotes(finding, QUOTES)) {
            out.append("- ").append(Escapes.code(claim.quote(), Escapes.QUOTE));
            out.append(" (").append(code(IdentityWords.source(claim))).append(")\n");
        }
    }

    private void overlap(OverlapFinding finding) {
        out.append("\n### Shared text\n\n");
        if (finding.references().isEmpty()) {
            out.append("None of ")
                    .append(ReportWords.count(finding.answers(), "answer"))
                    .append(" shares a span that counts with the reference answers.\n");
            return;
        }
        out.append("| reference | answers | words | p |\n| :-- | --: | --: | --: |\n");
        for (OverlapFinding.Reference reference : first(finding.references())) {
            out.append("| ").append(code(reference.model()));
            out.append(" | ").append(reference.sharedAnswers()).append(" of ").append(finding.answers());
            out.append(" | ").append(reference.words());
            out.append(" | ")
                    .append(reference.pValue().map(ReportWords::probability).orElse("–"))
                    .append(" |\n");
        }
        list(ReportWords.noOverlapNull(finding).stream().toList());
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, StrictMath.min(SHOWN, all.size()));
    }

    private static String ratio(CandidateFinding candidate) {
        return candidate.log10LikelihoodRatio().map(ReportWords::ratioCell).orElse("–") + " | "
                + candidate.pValue().map(ReportWords::probability).orElse("–");
    }

    private static String support(CandidateFinding candidate) {
        if (candidate.ruledOut().isPresent()) {
            return "ruled out: " + sentence(candidate.ruledOut().get());
        }
        return candidate
                .log10LikelihoodRatio()
                .map(e -> candidate.strength().words() + ReportWords.atBound(e))
                .orElse("not calibrated");
    }

    private void exact() {
        for (ExactSection test : tests) {
            out.append("\n### ").append(sentence(test.title())).append("\n\n");
            out.append("Null hypothesis: ").append(sentence(test.nullHypothesis()));
            out.append(". **").append(sentence(test.evidence())).append("**\n");
            list(test.facts());
            if (!test.statistics().isEmpty()) {
                out.append("\n| statistic | value | interval | p | detectable |\n| :-- | --: | --: | --: | --: |\n");
            }
            for (TestStatistic statistic : test.statistics()) {
                out.append("| ").append(sentence(statistic.name()));
                out.append(" | ").append(Decimals.text(statistic.value()));
                out.append(" | ")
                        .append(statistic.effect().map(ExactSection::range).orElse("–"));
                out.append(" | ")
                        .append(ReportWords.probability(statistic.pValue().value()));
                out.append(" | ").append(Decimals.text(statistic.detectable())).append(" |\n");
            }
            list(test.limitations().stream().map(Limitation::text).toList());
        }
    }

    private void receipts() {
        List<Receipt> receipts = verdict.exhibits().receipts();
        if (receipts.isEmpty() || verdict.isTooLittleText()) {
            return;
        }
        out.append("\n<details><summary>Shared habits</summary>\n\n");
        out.append("| phrase | kind | of | suspect | candidate | others |\n| :-- | :-- | :-- | --: | --: | --: |\n");
        for (Receipt receipt : receipts.subList(0, StrictMath.min(2 * SHOWN, receipts.size()))) {
            out.append("| ").append(code(receipt.phrase()));
            out.append(" | ").append(sentence(receipt.kind()));
            out.append(" | ").append(sentence(receipt.of()));
            out.append(" | ").append(ReportWords.percent(receipt.suspectRate()));
            out.append(" | ").append(ReportWords.percent(receipt.candidateRate()));
            out.append(" | ")
                    .append(ReportWords.percent(receipt.populationRate()))
                    .append(" |\n");
        }
        out.append("\n</details>\n");
    }

    private void splices(SpliceTable splices) {
        if (splices.isEmpty()) {
            return;
        }
        out.append('\n').append(SpliceTable.MEANING).append("\n\n| candidate | ");
        out.append(String.join(" | ", splices.shares())).append(" |\n| :-- |");
        out.append(" --: |".repeat(splices.shares().size())).append('\n');
        for (String candidate : splices.candidates()) {
            out.append("| ").append(code(candidate)).append(" | ");
            out.append(String.join(" | ", splices.chances(candidate))).append(" |\n");
        }
    }

    private void provenance() {
        Provenance provenance = verdict.provenance();
        out.append("\n<details><summary>To get this report again</summary>\n\n");
        if (!command.isEmpty()) {
            out.append("- ").append(Escapes.code(command, Escapes.SENTENCE)).append('\n');
        }
        out.append("- Pedigree ").append(sentence(provenance.version()));
        out.append(", seed ").append(provenance.seed()).append('\n');
        if (!provenance.suspectDigest().isEmpty()) {
            out.append("- suspect SHA-256 ")
                    .append(code(provenance.suspectDigest()))
                    .append('\n');
        }
        out.append("- library ").append(code(provenance.libraryName()));
        out.append(" SHA-256 ").append(code(provenance.libraryDigest())).append('\n');
        out.append("\n</details>\n");
    }

    private void list(List<String> sentences) {
        out.append(sentences.isEmpty() ? "" : "\n");
        sentences.forEach(s -> out.append("- ").append(sentence(s)).append('\n'));
    }

    private static String code(String text) {
        return Escapes.code(text, Escapes.NAME);
    }

    private static String sentence(String text) {
        return Escapes.markdown(text, Escapes.SENTENCE);
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
