package dev.pedigree.report;

import dev.pedigree.verdict.Power;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Verdict;
import java.util.List;

/** The page's sections that let a reader check by hand: shared habits, and what the audit could have seen. */
final class HtmlExhibits {
    private static final int RECEIPTS = 24;

    private final Verdict verdict;
    private final Html html;

    HtmlExhibits(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
    }

    void write() {
        receipts();
        verdict.exhibits().power().ifPresent(this::power);
    }

    private void receipts() {
        List<Receipt> receipts = verdict.exhibits().receipts();
        if (receipts.isEmpty()) {
            return;
        }
        section("receipts", "Shared habits");
        html.element(
                "p",
                "The share of answers that show each habit: in the suspect, in the candidate, and on average in unrelated models.");
        html.open("table", "class", "receipts").open("thead").open("tr");
        for (String title : List.of("Habit", "Suspect", "Candidate", "Others")) {
            html.open("th", "scope", "col").text(title).close();
        }
        html.close().close().open("tbody");
        for (Receipt receipt : receipts.subList(0, StrictMath.min(RECEIPTS, receipts.size()))) {
            html.open("tr").open("th", "scope", "row");
            html.open("q").name(receipt.phrase()).close();
            html.open("span", "class", "kind").name(receipt.kind()).text(", ").name(receipt.candidate());
            html.close().close();
            rate(receipt.suspectRate());
            rate(receipt.candidateRate());
            rate(receipt.populationRate());
            html.close();
        }
        html.close().close();
        if (receipts.size() > RECEIPTS) {
            html.element("p", (receipts.size() - RECEIPTS) + " more in the JSON report.");
        }
        html.close();
    }

    private void rate(double rate) {
        html.open("td", "class", "number").text(Phrases.percent(rate));
        html.open("svg", "class", "bar", "width", "100%", "height", "5", "aria-hidden", "true");
        html.empty("rect", "class", "room", "width", "100%", "height", "5");
        html.empty("rect", "class", "share", "width", Html.percent(rate * 100), "height", "5");
        html.close().close();
    }

    private void power(Power power) {
        section("power", "What this audit could see, and what would change its verdict");
        if (!power.points().isEmpty()) {
            html.open("figure");
            PowerPlot.write(html, power);
            html.element(
                    "figcaption",
                    "Chance that a student's teacher scores high enough to be named (up), by number of answers (across). Each line is labelled with the"
                            + " share of the training data that came from the candidate.");
            html.close();
            points(power);
        }
        if (!power.wouldChange().isEmpty()) {
            html.element("h3", "What would change this verdict");
            html.open("ul");
            power.wouldChange()
                    .forEach(w -> html.open("li").quote(w, Escapes.SENTENCE).close());
            html.close();
        }
        html.close();
    }

    private void points(Power power) {
        html.open("details").element("summary", "The curve as a table");
        html.open("table").open("thead").open("tr");
        for (String title : List.of("Answers", "Share of the data", "Chance of support")) {
            html.open("th", "scope", "col").text(title).close();
        }
        html.close().close().open("tbody");
        for (Power.Point point : power.points()) {
            html.open("tr");
            html.open("td", "class", "number")
                    .text(Integer.toString(point.answers()))
                    .close();
            html.open("td", "class", "number")
                    .text(Phrases.percent(point.share()))
                    .close();
            html.open("td", "class", "number")
                    .text(Phrases.percent(point.probability()))
                    .close();
            html.close();
        }
        html.close().close().close();
    }

    private void section(String id, String title) {
        html.open("section", "id", id, "aria-labelledby", id + "-h");
        html.open("h2", "id", id + "-h").text(title).close();
    }
}
