package dev.pedigree.report;

import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.Verdict;
import java.util.List;

/** The page's sections on what a ratio hangs on, and what else could explain a likeness. */
final class HtmlConfounds {
    private final Verdict verdict;
    private final Html html;

    HtmlConfounds(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
    }

    void write() {
        dropped(verdict.exhibits().withoutChannel());
        confounds(verdict.exhibits().confounds());
    }

    private void dropped(List<DroppedChannel> dropped) {
        if (dropped.isEmpty()) {
            return;
        }
        section("without", "Without each kind of evidence");
        html.element(
                "p",
                "The likelihood ratio that is left where one kind is taken away. One that hangs on a single kind falls there.");
        head("summary", "Left out", "Candidate", "Likelihood ratio");
        for (DroppedChannel without : dropped) {
            html.open("tr").open("th", "scope", "row").name(without.channel()).close();
            html.open("td").name(without.candidate()).close();
            number(Phrases.ratio(without.log10LikelihoodRatio()));
        }
        html.close().close().close();
    }

    private void confounds(List<Confound> confounds) {
        if (confounds.isEmpty()) {
            return;
        }
        section("confounds", "Is the suspect like the models that it was calibrated on?");
        List<Confound> telling = confounds.stream()
                .filter(c -> c.effect() != Confound.Effect.NONE)
                .toList();
        html.open("ul");
        if (telling.isEmpty()) {
            html.element("li", "Nothing that was examined lies outside what the calibration covers.");
        }
        for (Confound confound : telling) {
            html.open("li").element("b", word(confound.effect()));
            html.quote(confound.finding(), Escapes.SENTENCE).close();
        }
        html.close();
        html.open("details").element("summary", "All that was examined");
        html.open("ul");
        for (Confound confound : confounds) {
            html.open("li").quote(confound.finding(), Escapes.SENTENCE).text(" Limits: ");
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

    private void section(String id, String title) {
        html.open("section", "id", id, "aria-labelledby", id + "-h");
        html.open("h2", "id", id + "-h").text(title).close();
    }

    private void head(String look, String... titles) {
        html.open("table", "class", look).open("thead").open("tr");
        for (String title : titles) {
            html.open("th", "scope", "col").text(title).close();
        }
        html.close().close().open("tbody");
    }

    /** The last cell of a row. */
    private void number(String text) {
        html.open("td", "class", "number").text(text).close().close();
    }
}
