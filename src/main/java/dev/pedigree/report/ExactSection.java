package dev.pedigree.report;

import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.ExchangeabilityCheck;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.Limitation;
import dev.pedigree.exact.PowerPoint;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.SequentialResult;
import dev.pedigree.exact.TestStatistic;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.PermutationP;
import dev.pedigree.verdict.ExactFindings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One test with an exact null in words and figures, from which each form of a report takes what it shows.
 *
 * @param kind the test's name in machine-readable forms
 * @param title what was tested, with the names of the models
 * @param nullHypothesis the hypothesis that the p-value is about
 * @param evidence the p-value in words
 * @param p the permutation p-value, empty where the test could not be made or is none of permutations
 * @param facts what was compared, sentence after sentence
 * @param statistics each statistic alone
 * @param shifts what differs; empty but for tests of sameness
 * @param quotes passages that a reader can look up
 * @param limitations what to know before acting on the p-value
 * @param members what this kind adds to JSON
 */
record ExactSection(
        String kind,
        String title,
        String nullHypothesis,
        String evidence,
        Optional<PermutationP> p,
        List<String> facts,
        List<TestStatistic> statistics,
        List<FeatureShift> shifts,
        List<Quote> quotes,
        List<Limitation> limitations,
        JsonText.Document members) {
    private static final String NO_P = "no p-value: the test could not be made";

    /**
     * A passage.
     *
     * @param id the answer in which it stands
     * @param text the passage
     * @param note what it is
     */
    record Quote(String id, String text, String note) {}

    static List<ExactSection> of(String suspect, ExactFindings findings) {
        List<ExactSection> sections = new ArrayList<>();
        findings.exposure().ifPresent(result -> sections.add(expose(suspect, result)));
        findings.canary().ifPresent(result -> sections.add(canary(suspect, result)));
        findings.same().forEach(c -> sections.add(same(suspect, c.model(), c.result())));
        return sections;
    }

    static ExactSection same(String first, String second, SameModelResult result) {
        List<String> facts = new ArrayList<>();
        facts.add(ReportWords.count(result.prompts(), "shared prompt") + ", " + result.firstAnswers() + " and "
                + ReportWords.count(result.secondAnswers(), "answer") + ".");
        result.power()
                .forEach(point -> facts.add("Had the stand-in answered " + ReportWords.percent(point.share())
                        + " of the prompts, the test would have noticed " + chance(point) + "."));
        return new ExactSection(
                "same",
                "Same model? " + first + " and " + second,
                "both answer from one distribution",
                words(result.pValue()),
                result.pValue(),
                facts,
                result.statistics(),
                result.shifts(),
                List.of(),
                result.limitations(),
                json -> {
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
                    power(json, result.power());
                });
    }

    static ExactSection sequential(String first, String second, SequentialResult result) {
        double p = result.wealth().pValue();
        String decided = result.decidedAt().isPresent()
                ? "Decided after " + ReportWords.count(result.decidedAt().getAsInt(), "pair")
                        + ": not one model, at the level " + Decimals.text(result.alpha()) + "."
                : "Not decided after " + ReportWords.count(result.wealth().bets(), "pair") + " at the level "
                        + Decimals.text(result.alpha()) + ": one may go on collecting.";
        return new ExactSection(
                "sequential",
                "Same model, pair after pair? " + first + " and " + second,
                "both answer from one distribution",
                "p = " + ReportWords.probability(p) + " (one over the highest wealth; valid at every moment)",
                Optional.empty(),
                List.of(decided),
                List.of(),
                List.of(),
                List.of(),
                result.limitations(),
                json -> {
                    json.field("first", first);
                    json.field("second", second);
                    json.field("pairs", result.wealth().bets());
                    json.field("alpha", result.alpha());
                    json.field("anytimePValue", p);
                    json.field("logWealth", result.wealth().logWealth());
                    json.field("maxLogWealth", result.wealth().maxLogWealth());
                    json.optional(
                            "decidedAt",
                            result.decidedAt().isPresent()
                                    ? Optional.of((double) result.decidedAt().getAsInt())
                                    : Optional.empty());
                });
    }

    static ExactSection expose(String suspect, ExposureResult result) {
        List<String> facts = new ArrayList<>();
        facts.add(result.logged() + " logged and " + result.heldOut() + " held-out answers, " + result.samePrompt()
                + " of them to prompts that the suspect answered too.");
        result.longSpans()
                .ifPresent(share -> facts.add(
                        share.value() > 0
                                ? "Roughly the share of logged answers that left a trace: "
                                        + ReportWords.percent(share.value()) + interval(share) + "."
                                : "No more logged than held-out answers left a trace (difference of the shares "
                                        + ReportWords.percent(share.value()) + interval(share) + ")."));
        for (ExchangeabilityCheck check : result.checks()) {
            String state = check.fails() ? "FAILS: the p-value above proves nothing" : "holds";
            facts.add("Exchangeable in " + ReportWords.id(check.what()).replace('-', ' ') + ": " + state + " (p "
                    + ReportWords.probability(check.pValue().value()) + ").");
        }
        result.power()
                .forEach(point -> facts.add("Had the suspect repeated a phrase of " + ReportWords.percent(point.share())
                        + " of the logged answers, the test would have noticed " + chance(point) + "."));
        return new ExactSection(
                "expose",
                "Exposure of " + suspect,
                "logged and held-out answers are exchangeable: the suspect was not trained on the logged ones",
                words(result.pValue()),
                result.pValue(),
                facts,
                result.statistics(),
                List.of(),
                result.spans().stream()
                        .map(s -> new Quote(
                                s.id(),
                                s.quote(),
                                (s.logged() ? "logged, " : "held out, ") + ReportWords.count(s.words(), "word")))
                        .toList(),
                result.limitations(),
                json -> {
                    json.field("suspect", suspect);
                    json.field("logged", result.logged());
                    json.field("heldOut", result.heldOut());
                    json.field("samePrompt", result.samePrompt());
                    json.estimate("longSpans", result.longSpans());
                    json.openArray("checks");
                    for (ExchangeabilityCheck check : result.checks()) {
                        json.open();
                        json.field("what", ReportWords.id(check.what()));
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
                    power(json, result.power());
                });
    }

    static ExactSection canary(String suspect, CanaryResult result) {
        return new ExactSection(
                "canary",
                "Canaries in " + suspect,
                "planted canaries are no better known than decoys",
                words(result.pValue()),
                result.pValue(),
                List.of(
                        hits("planted", result.planted(), result.plantedHits()),
                        hits("decoys", result.decoys(), result.decoyHits())),
                result.statistics(),
                List.of(),
                result.hits().stream()
                        .map(id -> new Quote(id, "", "planted, answered word for word"))
                        .toList(),
                result.limitations(),
                json -> {
                    json.field("suspect", suspect);
                    json.field("planted", result.planted());
                    json.field("decoys", result.decoys());
                    json.estimate("plantedHits", result.plantedHits());
                    json.estimate("decoyHits", result.decoyHits());
                    json.field("hits", result.hits());
                });
    }

    /** The result in a line, for the head of a report. */
    String headline() {
        boolean doubted = limitations.stream().anyMatch(l -> l.kind() == Limitation.Kind.EXCHANGEABILITY);
        return title + ": " + evidence
                + (doubted ? ". But a check of exchangeability fails, so that it proves nothing." : ".");
    }

    /** The members of the test in an object that is open. */
    void json(JsonText json) throws IOException {
        json.field("nullHypothesis", nullHypothesis);
        json.optional("pValue", p.map(PermutationP::value));
        json.optional("extreme", p.map(v -> (double) v.extreme()));
        json.optional("arrangements", p.map(v -> (double) v.arrangements()));
        if (p.isPresent()) {
            json.field("exhaustive", p.get().exhaustive());
        }
        members.writeTo(json);
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
            json.field("kind", ReportWords.id(limitation.kind()));
            json.field("text", limitation.text());
            json.close();
        }
        json.closeArray();
    }

    private static void power(JsonText json, List<PowerPoint> points) throws IOException {
        json.openArray("power");
        for (PowerPoint point : points) {
            json.open();
            json.field("share", point.share());
            json.field("alpha", point.alpha());
            json.estimate("chance", Optional.of(point.chance()));
            json.close();
        }
        json.closeArray();
    }

    private static String words(Optional<PermutationP> p) {
        return p.map(v -> "p = " + ReportWords.probability(v.value()) + " (" + v.extreme() + " of " + v.arrangements()
                        + (v.exhaustive() ? ", all" : "") + " arrangements are as extreme)")
                .orElse(NO_P);
    }

    private static String chance(PowerPoint point) {
        return "at the level " + Decimals.text(point.alpha()) + " with probability "
                + Decimals.fixed(point.chance().value(), 2) + " ("
                + Decimals.fixed(point.chance().low(), 2) + " to "
                + Decimals.fixed(point.chance().high(), 2) + ")";
    }

    private static String hits(String what, int all, Optional<Estimate> share) {
        return all + " " + what
                + share.map(s -> ": " + ReportWords.percent(s.value()) + " answered word for word" + interval(s))
                        .orElse("")
                + ".";
    }

    private static String interval(Estimate share) {
        return " (" + ReportWords.percent(share.level()) + " interval " + ReportWords.percent(share.low()) + " to "
                + ReportWords.percent(share.high()) + ")";
    }

    static String range(Estimate estimate) {
        return Decimals.text(estimate.low()) + " to " + Decimals.text(estimate.high());
    }
}
