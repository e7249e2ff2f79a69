package dev.pedigree.report;

import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The page's sections on what a ratio hangs on, and what else could explain a likeness. */
final class HtmlConfounds {
    private final Verdict verdict;
    private final Html html;

    HtmlConfounds(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
    }

    void write() {
        if (verdict.isTooLittleText()) {
            return;
        }
        dropped(verdict.exhibits().withoutChannel());
        confounds(verdict.exhibits().confounds());
    }

    private void dropped(List<DroppedChannel> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        html.section("without", "Without each kind of evidence");
        html.element(
                "p",
                "The likelihood ratio that is left where one kind is taken away, with its interval. A verdict that hangs on a single"
                        + " kind falls where that kind is left out.");
        Set<String> candidates = new LinkedHashSet<>();
        Set<String> channels = new LinkedHashSet<>();
        for (DroppedChannel without : dropped) {
            candidates.add(without.candidate());
            channels.add(without.channel());
        }
        html.open("table", "class", "channels").open("thead").open("tr");
        html.columnTitle("Left out");
        for (String candidate : candidates) {
            html.open("th", "scope", "col").name(candidate).close();
        }
        html.body();
        for (String channel : channels) {
            html.open("tr").rowTitle(channel);
            for (String candidate : candidates) {
                dropped.stream()
                        .filter(d ->
                                d.channel().equals(channel) && d.candidate().equals(candidate))
                        .findFirst()
                        .ifPresentOrElse(d -> ratio(d.log10LikelihoodRatio()), () -> html.element("td", "–"));
            }
            html.close();
        }
        html.close().close().close();
    }

    private void ratio(Estimate log10) {
        html.open("td", "class", "number").element("b", ReportWords.ratio(log10.value()));
        html.open("span", "class", "interval")
                .text(ReportWords.ratioRange(log10))
                .close()
                .close();
    }

    private void confounds(List<Confound> confounds) {
        if (confounds.isEmpty()) {
            return;
        }
        html.section("confounds", "Is the suspect like the models that it was calibrated on?");
        List<Confound> telling = confounds.stream()
                .filter(c -> c.effect() != Confound.Effect.NONE)
                .toList();
        html.open("ul");
        if (telling.isEmpty()) {
            html.element("li", "Nothing that was examined lies outside what the calibration covers.");
        }
        for (Confound confound : telling) {
            html.open("li").element("b", word(confound.effect()));
            html.quote(ReportWords.sentence(confound.finding()), Escapes.SENTENCE)
                    .close();
        }
        html.close();
        html.open("details").element("summary", "All that was examined");
        html.open("ul");
        for (Confound confound : confounds) {
            html.open("li").quote(ReportWords.sentence(confound.finding()), Escapes.SENTENCE);
            html.text(" Limits: ");
            html.quote(confound.source(), Escapes.SENTENCE).text(".").close();
        }
        html.close().close().close();
    }

    private static String word(Confound.Effect effect) {
        return switch (effect) {
            case NONE -> "";
            case NOTED -> "Noted. ";
            case WEAKENS -> "Weakens the verdict. ";
            case PREVENTS -> "Prevents a verdict. ";
        };
    }
}
