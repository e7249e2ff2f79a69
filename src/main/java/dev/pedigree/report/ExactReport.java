package dev.pedigree.report;

import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.ExchangeabilityCheck;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.Limitation;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.PermutationP;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The result of a test with an exact null, as a document. */
public final class ExactReport {
    private static final int SHOWN = 10;

    /** What each kind of test adds to the common part. */
    private interface Part {
        void json(JsonText json) throws IOException;

        void text(TextPage page);
    }

    private final String schema;
    private final String title;
    private final String nullHypothesis;
    private final Optional<PermutationP> p;
    private final List<TestStatistic> statistics;
    private final List<Limitation> limitations;
    private final Part part;

    private ExactReport(
            String schema,
            String title,
            String nullHypothesis,
            Optional<PermutationP> p,
            List<TestStatistic> statistics,
            List<Limitation> limitations,
            Part part) {
        this.schema = schema;
        this.title = title;
        this.nullHypothesis = nullHypothesis;
        this.p = p;
        this.statistics = statistics;
        this.limitations = limitations;
        this.part = part;
    }

    /**
     * Whether two sets of answers could come from one model.
     *
     * @param first the one model's name
     * @param second the other's
     * @param result the test's result
     * @return the report
     */
    public static ExactReport same(String first, String second, SameModelResult result) {
        return new ExactReport(
                "pedigree/same/1",
                "Same model? " + first + " and " + second,
                "both answer from one distribution",
                result.pValue(),
                result.statistics(),
                result.limitations(),
                new Part() {
                    @Override
                    public void json(JsonText json) throws IOException {
                        json.field("first", first);
                        json.field("second", second);
                        json.field("prompts", result.prompts());
                        json.field("firstAnswers", result.firstAnswers());
                        json.field("secondAnswers", result.secondAnswers());
                        json.openArray("shifts");
                        for (FeatureShift shift : result.shifts()) {
                            json.open();
                            json.field("feature", shift.feature());
                            json.field("first", shift.first());
                            json.field("second", shift.second());
                            json.estimate("difference", Optional.of(shift.difference()));
                            json.field("adjustedP", shift.adjustedP());
                            json.close();
                        }
                        json.closeArray();
                    }

                    @Override
                    public void text(TextPage page) {
                        page.prose(
                                Phrases.count(result.prompts(), "shared prompt") + ", " + result.firstAnswers()
                                        + " and " + Phrases.count(result.secondAnswers(), "answer"),
                                "  ",
                                "  ");
                        shifts(page, result.shifts());
                    }
                });
    }

    /**
     * Whether a suspect is closer to answers that its makers drew than to comparable ones.
     *
     * @param suspect the suspect's name
     * @param result the test's result
     * @return the report
     */
    public static ExactReport expose(String suspect, ExposureResult result) {
        return new ExactReport(
                "pedigree/expose/1",
                "Exposure of " + suspect,
                "logged and held-out answers are exchangeable: the suspect was not trained on the logged ones",
                result.pValue(),
                result.statistics(),
                result.limitations(),
                new Part() {
                    @Override
                    public void json(JsonText json) throws IOException {
                        json.field("suspect", suspect);
                        json.field("logged", result.logged());
                        json.field("heldOut", result.heldOut());
                        json.field("samePrompt", result.samePrompt());
                        json.estimate("longSpans", result.longSpans());
                        json.openArray("checks");
                        for (ExchangeabilityCheck check : result.checks()) {
                            json.open();
                            json.field("what", Phrases.id(check.what()));
                            json.field("pValue", check.pValue().value());
                            json.field("fails", check.fails());
                            json.close();
                        }
                        json.closeArray();
                        json.openArray("spans");
                        for (ExposureResult.SharedSpan span : result.spans()) {
                            json.open();
                            json.field("id", span.id());
                            json.field("logged", span.logged());
                            json.field("words", span.words());
                            json.field("quote", span.quote());
                            json.close();
                        }
                        json.closeArray();
                    }

                    @Override
                    public void text(TextPage page) {
                        page.prose(
                                result.logged() + " logged and " + result.heldOut() + " held-out answers", "  ", "  ");
                        for (ExchangeabilityCheck check : result.checks()) {
                            String state = check.fails() ? "FAILS: the p-value above proves nothing" : "holds";
                            page.prose(
                                    "exchangeable in "
                                            + Phrases.id(check.what()).replace('-', ' ') + ": " + state + " (p "
                                            + Phrases.probability(check.pValue().value()) + ")",
                                    "  - ",
                                    "    ");
                        }
                    }
                });
    }

    /**
     * Whether a suspect knows planted answers better than decoys.
     *
     * @param suspect the suspect's name
     * @param result the test's result
     * @return the report
     */
    public static ExactReport canary(String suspect, CanaryResult result) {
        return new ExactReport(
                "pedigree/canary/1",
                "Canaries in " + suspect,
                "planted canaries are no better known than decoys",
                result.pValue(),
                result.statistics(),
                result.limitations(),
                new Part() {
                    @Override
                    public void json(JsonText json) throws IOException {
                        json.field("suspect", suspect);
                        json.field("planted", result.planted());
                        json.field("decoys", result.decoys());
                        json.estimate("plantedHits", result.plantedHits());
                        json.estimate("decoyHits", result.decoyHits());
                        json.field("hits", result.hits());
                    }

                    @Override
                    public void text(TextPage page) {
                        page.prose(hits("planted", result.planted(), result.plantedHits()), "  ", "  ");
                        page.prose(hits("decoys", result.decoys(), result.decoyHits()), "  ", "  ");
                    }
                });
    }

    /**
     * The machine-readable form.
     *
     * @return one JSON object, ending in a line feed
     */
    public String json() {
        return JsonText.write(json -> {
            json.open();
            json.field("schema", schema);
            json.field("nullHypothesis", nullHypothesis);
            json.optional("pValue", p.map(PermutationP::value));
            json.optional("extreme", p.map(v -> (double) v.extreme()));
            json.optional("arrangements", p.map(v -> (double) v.arrangements()));
            part.json(json);
            json.openArray("statistics");
            for (TestStatistic statistic : statistics) {
                json.open();
                json.field("name", statistic.name());
                json.field("value", statistic.value());
                json.estimate("effect", statistic.effect());
                json.field("pValue", statistic.pValue().value());
                json.field("detectable", statistic.detectable());
                json.close();
            }
            json.closeArray();
            json.openArray("limitations");
            for (Limitation limitation : limitations) {
                json.open();
                json.field("kind", Phrases.id(limitation.kind()));
                json.field("text", limitation.text());
                json.close();
            }
            json.closeArray();
            json.close();
        });
    }

    /**
     * The form for a terminal.
     *
     * @param width how many columns no line exceeds, at least 40
     * @param colour whether to mark with ANSI colours
     * @return lines, each ending in a line feed
     */
    public String text(int width, boolean colour) {
        TextPage page = new TextPage(width, colour);
        page.prose(title, "", "  ");
        String said = p.map(v -> "p = " + Phrases.probability(v.value()) + " (" + v.extreme() + " of "
                        + v.arrangements() + (v.exhaustive() ? ", all" : "") + " arrangements are as extreme)")
                .orElse("no p-value");
        page.prose("Null hypothesis: " + nullHypothesis + ".", "  ", "  ");
        page.prose(said, "  ", "  ");
        part.text(page);
        if (!statistics.isEmpty()) {
            page.heading("Statistics");
            TextTable table = new TextTable(List.of("what", ">value", ">interval", ">p", ">detectable"));
            for (TestStatistic statistic : statistics) {
                table.add(List.of(
                        Visible.line(statistic.name(), Escapes.NAME),
                        Decimals.text(statistic.value()),
                        statistic.effect().map(ExactReport::range).orElse("-"),
                        Phrases.probability(statistic.pValue().value()),
                        Decimals.text(statistic.detectable())));
            }
            page.table(table);
        }
        if (!limitations.isEmpty()) {
            page.heading("What to know");
            limitations.forEach(l -> page.prose(l.text(), "  - ", "    "));
        }
        return page.toString();
    }

    private static void shifts(TextPage page, List<FeatureShift> shifts) {
        if (shifts.isEmpty()) {
            return;
        }
        page.heading("What differs");
        TextTable table = new TextTable(List.of("feature", ">first", ">second", ">adjusted p"));
        for (FeatureShift shift : shifts.subList(0, StrictMath.min(SHOWN, shifts.size()))) {
            table.add(List.of(
                    Visible.line(shift.feature(), Escapes.NAME),
                    Decimals.text(shift.first()),
                    Decimals.text(shift.second()),
                    Phrases.probability(shift.adjustedP())));
        }
        page.table(table);
    }

    private static String hits(String what, int all, Optional<Estimate> share) {
        return all + " " + what
                + share.map(s -> ": " + Phrases.percent(s.value()) + " answered word for word ("
                                + Phrases.percent(s.level()) + " interval " + Phrases.percent(s.low()) + " to "
                                + Phrases.percent(s.high()) + ")")
                        .orElse("");
    }

    private static String range(Estimate estimate) {
        return Decimals.text(estimate.low()) + " to " + Decimals.text(estimate.high());
    }
}
