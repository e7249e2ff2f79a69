package dev.pedigree.report;

import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import java.util.List;

/** A test with an exact null in the terminal's form. */
final class TextExact {
    private static final int SHOWN = 10;

    private TextExact() {}

    /** All of it; the title stands above. */
    static void write(TextPage page, ExactSection section) {
        summary(page, section);
        if (!section.shifts().isEmpty()) {
            page.heading("What differs");
            shifts(page, section.shifts());
        }
        if (!section.statistics().isEmpty()) {
            page.heading("Statistics");
            statistics(page, section.statistics());
        }
        if (!section.limitations().isEmpty()) {
            page.heading("What to know");
            limitations(page, section);
        }
    }

    /** As a part of a longer report. */
    static void part(TextPage page, ExactSection section) {
        page.heading(Visible.line(section.title(), Escapes.SENTENCE));
        summary(page, section);
        if (!section.statistics().isEmpty()) {
            statistics(page, section.statistics());
        }
        limitations(page, section);
    }

    private static void summary(TextPage page, ExactSection section) {
        page.prose("Null hypothesis: " + section.nullHypothesis() + ".", "  ", "  ");
        page.prose(section.evidence(), "  ", "  ");
        section.facts().forEach(fact -> page.prose(fact, "  - ", "    "));
    }

    private static void limitations(TextPage page, ExactSection section) {
        section.limitations().forEach(l -> page.prose(l.text(), "  - ", "    "));
    }

    private static void statistics(TextPage page, List<TestStatistic> statistics) {
        TextTable table = new TextTable(List.of("what", ">value", ">interval", ">p", ">detectable"));
        for (TestStatistic statistic : statistics) {
            table.add(List.of(
                    Visible.line(statistic.name(), Escapes.NAME),
                    Decimals.text(statistic.value()),
                    statistic.effect().map(ExactSection::range).orElse("-"),
                    ReportWords.probability(statistic.pValue().value()),
                    Decimals.text(statistic.detectable())));
        }
        page.table(table);
    }

    private static void shifts(TextPage page, List<FeatureShift> shifts) {
        TextTable table = new TextTable(List.of("feature", ">first", ">second", ">adjusted p"));
        for (FeatureShift shift : shifts.subList(0, StrictMath.min(SHOWN, shifts.size()))) {
            table.add(List.of(
                    Visible.line(shift.feature(), Escapes.NAME),
                    Decimals.text(shift.first()),
                    Decimals.text(shift.second()),
                    ReportWords.probability(shift.adjustedP())));
        }
        page.table(table);
    }
}
