package dev.pedigree.report;

import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.internal.Decimals;
import dev.pedigree.verdict.Verdict;
import java.util.List;

/** The page's section on tests with an exact null. */
final class HtmlExact {
    private static final int QUOTES = 5;
    private static final int SHIFTS = 8;

    private final Verdict verdict;
    private final Html html;

    HtmlExact(Verdict verdict, Html html) {
        this.verdict = verdict;
        this.html = html;
    }

    void write() {
        List<ExactSection> tests =
                ExactSection.of(verdict.suspect(), verdict.exhibits().exact());
        if (tests.isEmpty()) {
            return;
        }
        html.section("exact", "Tests with an exact null");
        html.element("p", ReportWords.EXACT);
        tests.forEach(this::test);
        html.close();
    }

    private void test(ExactSection test) {
        html.open("h3").quote(test.title(), Escapes.SENTENCE).close();
        html.element("p", "Null hypothesis: " + test.nullHypothesis() + ".");
        html.open("p").element("b", test.evidence()).close();
        list(test.facts());
        statistics(test);
        shifts(test);
        test.quotes().subList(0, StrictMath.min(QUOTES, test.quotes().size())).forEach(this::quote);
        if (test.quotes().size() > QUOTES) {
            html.element("p", (test.quotes().size() - QUOTES) + " more in the JSON report.");
        }
        list(test.limitations().stream().map(l -> l.text()).toList());
    }

    private void list(List<String> sentences) {
        if (!sentences.isEmpty()) {
            html.open("ul");
            sentences.forEach(s -> html.open("li").quote(s, Escapes.SENTENCE).close());
            html.close();
        }
    }

    private void quote(ExactSection.Quote quote) {
        if (!quote.text().isEmpty()) {
            html.open("blockquote").open("p").quote(quote.text(), Escapes.QUOTE).close();
        }
        html.open("p", "class", "source").text(quote.note() + ", answer ").name(quote.id());
        html.close();
        if (!quote.text().isEmpty()) {
            html.close();
        }
    }

    private void statistics(ExactSection test) {
        if (test.statistics().isEmpty()) {
            return;
        }
        scroll("Statistics: " + test.title());
        html.table("summary", "Statistic", "Value", "Interval", "p", "Detectable");
        for (TestStatistic statistic : test.statistics()) {
            html.open("tr").open("th", "scope", "row").text(statistic.name()).close();
            html.number(Decimals.text(statistic.value()));
            html.number(statistic.effect().map(ExactSection::range).orElse("–"));
            html.number(ReportWords.probability(statistic.pValue().value()));
            html.number(Decimals.text(statistic.detectable()));
            html.close();
        }
        html.close().close().close();
    }

    private void shifts(ExactSection test) {
        List<FeatureShift> shifts = test.shifts();
        if (shifts.isEmpty()) {
            return;
        }
        html.open("details").element("summary", "What differs most");
        scroll("What differs: " + test.title());
        html.table("summary", "Feature", "Suspect", "Model", "Adjusted p");
        for (FeatureShift shift : shifts.subList(0, StrictMath.min(SHIFTS, shifts.size()))) {
            html.open("tr").rowTitle(shift.feature());
            html.number(Decimals.text(shift.first()));
            html.number(Decimals.text(shift.second()));
            html.number(ReportWords.probability(shift.adjustedP()));
            html.close();
        }
        html.close().close().close().close();
    }

    private void scroll(String label) {
        html.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
    }
}
