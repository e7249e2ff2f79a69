package dev.pedigree.report;

import dev.pedigree.verdict.Power;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page's sections that let a reader check by hand: shared habits, and what the audit could have seen. */
final class HtmlExhibits {
    private static final int RECEIPTS = 48;

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
        if (receipts.isEmpty() || verdict.isTooLittleText()) {
            return;
        }
        html.section("receipts", "Habits to check by hand");
        List<Receipt> shown = receipts.subList(0, StrictMath.min(RECEIPTS, receipts.size()));
        html.element(
                "p",
                "The share of answers, sentences or lines that show each habit: in the suspect, in the candidate, and on average in"
                        + " unrelated models. All bars"
                        + " have one scale; the longest is " + ReportWords.percent(highest(receipts)) + ".");
        double longest = highest(receipts);
        Map<String, List<Receipt>> byCandidate = shown.stream()
                .collect(Collectors.groupingBy(Receipt::candidate, LinkedHashMap::new, Collectors.toList()));
        String first = shown.get(0).candidate();
        byCandidate.forEach((candidate, habits) -> {
            boolean isFirst = candidate.equals(first);
            if (!isFirst) {
                html.open("details").open("summary").text("The same for ").name(candidate);
                html.close();
            }
            table("Shared with ", candidate, ", rarer elsewhere", shared(habits, true), longest);
            table("Habits of ", candidate, " that the suspect does not share", shared(habits, false), longest);
            if (!isFirst) {
                html.close();
            }
        });
        if (receipts.size() > RECEIPTS) {
            html.element("p", (receipts.size() - RECEIPTS) + " more in the JSON report.");
        }
        html.close();
    }

    private static List<Receipt> shared(List<Receipt> habits, boolean shared) {
        return habits.stream().filter(r -> r.weight() > 0 == shared).toList();
    }

    private void table(String before, String candidate, String after, List<Receipt> rows, double longest) {
        if (rows.isEmpty()) {
            return;
        }
        html.open("h3").text(before).name(candidate).text(after).close();
        html.table("receipts", "Habit", "Suspect", "Candidate", "Others");
        for (Receipt receipt : rows) {
            html.open("tr").open("th", "scope", "row");
            habit(receipt);
            html.close();
            rate(receipt.suspectRate(), longest, "suspect");
            rate(receipt.candidateRate(), longest, "candidate");
            rate(receipt.populationRate(), longest, "others");
            html.close();
        }
        html.close().close();
    }

    private void habit(Receipt receipt) {
        html.open("q").name(receipt.phrase()).close();
        html.open("span", "class", "kind").name(receipt.kind());
        html.text("; share of " + receipt.of()).close();
        for (Receipt.Example example : receipt.examples()) {
            html.open("span", "class", "example").text("“").quote(example.text(), Escapes.SENTENCE);
            html.text("” (").name(example.id()).text(")").close();
        }
    }

    private static double highest(List<Receipt> receipts) {
        double highest = 0;
        for (Receipt receipt : receipts) {
            highest = StrictMath.max(highest, receipt.suspectRate());
            highest = StrictMath.max(highest, StrictMath.max(receipt.candidateRate(), receipt.populationRate()));
        }
        return highest;
    }

    private void rate(double rate, double longest, String whose) {
        html.open("td", "class", "number").text(ReportWords.percent(rate));
        html.open("svg", "class", "bar", "width", "100%", "height", "6", "aria-hidden", "true");
        html.empty("rect", "class", "room", "width", "100%", "height", "6");
        double share = longest > 0 ? rate / longest : 0;
        html.empty("rect", "class", "share " + whose, "width", Html.percent(share * 100), "height", "6");
        html.close().close();
    }

    private void power(Power power) {
        html.section("power", "What this audit could see, and what would change its verdict");
        html.open("p").quote(power.sentence(), Escapes.SENTENCE).close();
        splices(SpliceTable.of(power));
        if (!power.points().isEmpty()) {
            html.open("figure");
            PowerPlot.write(html, power, verdict.input().responses());
            html.element(
                    "figcaption",
                    "Chance that a student's teacher scores high enough to be named (up), by number of answers (across). Each line is labelled"
                            + " with the share of the answers that are a student's; the rest are those of a model that no candidate taught."
                            + " The intervals are in the table.");
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

    private void splices(SpliceTable splices) {
        if (splices.isEmpty()) {
            return;
        }
        html.element("p", SpliceTable.MEANING);
        html.open("table", "class", "splices").open("thead").open("tr");
        html.columnTitle("Candidate");
        splices.shares().forEach(share -> html.columnTitle(share));
        html.body();
        for (String candidate : splices.candidates()) {
            html.open("tr").rowTitle(candidate);
            splices.chances(candidate).forEach(chance -> html.number(chance));
            html.close();
        }
        html.close().close();
    }

    private void points(Power power) {
        html.open("details").element("summary", "The curve as a table");
        html.open("table").open("thead").open("tr");
        for (String title : List.of("Answers", "A student's share", "Chance of support", "Interval")) {
            html.columnTitle(title);
        }
        html.body();
        for (Power.Point point : power.points()) {
            html.open("tr");
            html.number(Integer.toString(point.answers()));
            html.number(ReportWords.percent(point.share()));
            html.number(ReportWords.percent(point.probability()));
            html.number(ReportWords.percent(point.chance().low()) + " to "
                    + ReportWords.percent(point.chance().high()));
            html.close();
        }
        html.close().close().close();
    }
}
