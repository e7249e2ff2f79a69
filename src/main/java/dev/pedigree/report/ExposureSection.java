package dev.pedigree.report;

import dev.pedigree.exact.ExchangeabilityCheck;
import dev.pedigree.exact.ExposureResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The test of exposure: is the suspect nearer to answers that its makers drew than to comparable ones? */
final class ExposureSection {
    private ExposureSection() {}

    static ExactSection of(String suspect, ExposureResult result) {
        return new ExactSection(
                "expose",
                "Exposure of " + suspect,
                "logged and held-out answers are exchangeable: the suspect was not trained on the logged ones",
                ExactWords.evidence(result.pValue()),
                result.pValue(),
                facts(result),
                result.statistics(),
                List.of(),
                result.spans().stream()
                        .map(s -> new ExactSection.Quote(
                                s.id(),
                                s.quote(),
                                (s.logged() ? "logged, " : "held out, ") + ReportWords.count(s.words(), "word")))
                        .toList(),
                result.limitations(),
                json -> members(json, suspect, result));
    }

    private static List<String> facts(ExposureResult result) {
        List<String> facts = new ArrayList<>();
        facts.add(result.logged() + " logged and " + result.heldOut() + " held-out answers, " + result.samePrompt()
                + " of them to prompts that the suspect answered too.");
        result.longSpans()
                .ifPresent(share -> facts.add(
                        share.value() > 0
                                ? "Roughly the share of logged answers that left a trace: "
                                        + ReportWords.percent(share.value()) + ExactWords.interval(share) + "."
                                : "No more logged than held-out answers left a trace (difference of the shares "
                                        + ReportWords.percent(share.value()) + ExactWords.interval(share) + ")."));
        for (ExchangeabilityCheck check : result.checks()) {
            String state = check.fails() ? "FAILS: the p-value above proves nothing" : "holds";
            facts.add("Exchangeable in " + ReportWords.id(check.what()).replace('-', ' ') + ": " + state + " (p "
                    + ReportWords.probability(check.pValue().value()) + ").");
        }
        result.power()
                .forEach(point -> facts.add("Had the suspect repeated a phrase of " + ReportWords.percent(point.share())
                        + " of the logged answers, the test would have noticed " + ExactWords.chance(point) + "."));
        return facts;
    }

    private static void members(JsonText json, String suspect, ExposureResult result) throws IOException {
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
        ExactWords.power(json, result.power());
    }
}
