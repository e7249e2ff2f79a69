package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/** The candidates on a terminal, and what each kind of evidence says of the first. */
final class TextCandidates {
    private static final int SHOWN = 8;
    private static final String RATIO =
            "Ratio: how many times more probable the findings are if the suspect was trained on the candidate's outputs than if it was"
                    + " not; 1/3 is three times less, 1 says nothing either way.";

    private final TextPage page;
    private final Verdict verdict;

    private TextCandidates(TextPage page, Verdict verdict) {
        this.page = page;
        this.verdict = verdict;
    }

    static void write(TextPage page, Verdict verdict) {
        TextCandidates candidates = new TextCandidates(page, verdict);
        candidates.all();
        candidates.channels();
    }

    private void all() {
        if (verdict.candidates().isEmpty()) {
            return;
        }
        page.heading("Candidates");
        if (verdict.isTooLittleText()) {
            page.prose(ReportWords.noScores(verdict), "  ", "  ");
            return;
        }
        List<CandidateFinding> first = verdict.candidates()
                .subList(0, StrictMath.min(SHOWN, verdict.candidates().size()));
        TextTable table = ReportWords.isCalibrated(verdict) ? ratios(first) : scores(first);
        page.table(table);
        if (ReportWords.isCalibrated(verdict)) {
            page.prose(RATIO, "  ", "  ");
        }
        if (verdict.candidates().size() > SHOWN) {
            page.prose((verdict.candidates().size() - SHOWN) + " more in the JSON and HTML reports.", "  ", "  ");
        }
        for (CandidateFinding candidate : first) {
            candidate.ruledOut().ifPresent(why -> page.prose(candidate.name() + ": " + why, "  - ", "    "));
        }
    }

    private static TextTable ratios(List<CandidateFinding> candidates) {
        TextTable table = new TextTable(List.of(">#", "candidate", ">ratio", ">interval", ">p", "support"));
        for (CandidateFinding candidate : candidates) {
            Optional<Estimate> ratio = candidate.log10LikelihoodRatio();
            table.add(List.of(
                    Integer.toString(candidate.rank()),
                    Visible.line(candidate.name(), Escapes.NAME),
                    ratio.map(e -> ReportWords.ratio(e.value())).orElse("-"),
                    ratio.map(ReportWords::ratioRange).orElse("-"),
                    candidate.pValue().map(ReportWords::probability).orElse("-"),
                    support(candidate)));
        }
        return table;
    }

    private static TextTable scores(List<CandidateFinding> candidates) {
        TextTable table = new TextTable(List.of(">#", "candidate", ">score (higher is more alike)", "support"));
        for (CandidateFinding candidate : candidates) {
            table.add(List.of(
                    Integer.toString(candidate.rank()),
                    Visible.line(candidate.name(), Escapes.NAME),
                    Decimals.fixed(candidate.score(), 2),
                    support(candidate)));
        }
        return table;
    }

    private static String support(CandidateFinding candidate) {
        if (candidate.ruledOut().isPresent()) {
            return "ruled out";
        }
        return candidate
                .log10LikelihoodRatio()
                .map(e -> ReportWords.step(candidate.strength()) + ReportWords.atBound(e))
                .orElse("not calibrated");
    }

    private void channels() {
        if (verdict.isTooLittleText()
                || verdict.candidates().isEmpty()
                || verdict.candidates().get(0).channels().isEmpty()) {
            return;
        }
        CandidateFinding first = verdict.candidates().get(0);
        List<ChannelFinding> channels = ReportWords.channels(verdict, first);
        boolean calibrated =
                channels.stream().anyMatch(c -> c.log10LikelihoodRatio().isPresent());
        String name = Visible.line(first.name(), Escapes.NAME);
        page.heading("Kinds of evidence for " + name + (calibrated ? "" : " (scores; higher is more alike)"));
        TextTable table = calibrated ? ratioTable("channel") : new TextTable(List.of("channel", ">score"));
        for (ChannelFinding channel : channels) {
            table.add(
                    calibrated
                            ? ratioRow(channel.channel(), channel.log10LikelihoodRatio())
                            : List.of(
                                    Visible.line(channel.channel(), Escapes.NAME), Decimals.fixed(channel.score(), 2)));
        }
        page.table(table);
        without(first);
    }

    private void without(CandidateFinding candidate) {
        List<DroppedChannel> dropped = ReportWords.without(verdict, candidate);
        if (dropped.isEmpty()) {
            return;
        }
        page.heading("What is left for " + Visible.line(candidate.name(), Escapes.NAME) + " without each kind");
        TextTable table = ratioTable("left out");
        dropped.forEach(d -> table.add(ratioRow(d.channel(), Optional.of(d.log10LikelihoodRatio()))));
        page.table(table);
    }

    private static TextTable ratioTable(String first) {
        return new TextTable(List.of(first, ">ratio", ">interval", "support"));
    }

    private static List<String> ratioRow(String name, Optional<Estimate> ratio) {
        return List.of(
                Visible.line(name, Escapes.NAME),
                ratio.map(e -> ReportWords.ratio(e.value())).orElse("-"),
                ratio.map(ReportWords::ratioRange).orElse("-"),
                ratio.map(e -> ReportWords.step(Strength.of(e.value())) + ReportWords.atBound(e))
                        .orElse("not calibrated"));
    }
}
