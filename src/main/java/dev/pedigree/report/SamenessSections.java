package dev.pedigree.report;

import dev.pedigree.exact.FeatureShift;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.SequentialResult;
import dev.pedigree.internal.Decimals;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tests of sameness, at once or pair after pair: do two sets of answers come from one model? */
final class SamenessSections {
    private SamenessSections() {}

    static ExactSection same(String first, String second, SameModelResult result) {
        List<String> facts = new ArrayList<>();
        facts.add(ReportWords.count(result.prompts(), "shared prompt") + ", " + result.firstAnswers() + " and "
                + ReportWords.count(result.secondAnswers(), "answer") + ".");
        result.power()
                .forEach(point -> facts.add("Had the stand-in answered " + ReportWords.percent(point.share())
                        + " of the prompts, the test would have noticed " + ExactWords.chance(point) + "."));
        return new ExactSection(
                "same",
                "Same model? " + first + " and " + second,
                "both answer from one distribution",
                ExactWords.evidence(result.pValue()),
                result.pValue(),
                facts,
                result.statistics(),
                result.shifts(),
                List.of(),
                result.limitations(),
                json -> members(json, first, second, result));
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

    private static void members(JsonText json, String first, String second, SameModelResult result) throws IOException {
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
        ExactWords.power(json, result.power());
    }
}
