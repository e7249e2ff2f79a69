package dev.pedigree.report;

import dev.pedigree.exact.PowerPoint;
import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.PermutationP;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What all tests with an exact null say alike. */
final class ExactWords {
    private static final String NO_P = "no p-value: the test could not be made";

    private ExactWords() {}

    static String evidence(Optional<PermutationP> p) {
        return p.map(v -> "p = " + ReportWords.probability(v.value()) + " (" + v.extreme() + " of " + v.arrangements()
                        + (v.exhaustive() ? ", all" : "") + " arrangements are as extreme)")
                .orElse(NO_P);
    }

    static String chance(PowerPoint point) {
        return "at the level " + Decimals.text(point.alpha()) + " with probability "
                + Decimals.fixed(point.chance().value(), 2) + " ("
                + Decimals.fixed(point.chance().low(), 2) + " to "
                + Decimals.fixed(point.chance().high(), 2) + ")";
    }

    static String interval(Estimate share) {
        return " (" + ReportWords.percent(share.level()) + " interval " + ReportWords.percent(share.low()) + " to "
                + ReportWords.percent(share.high()) + ")";
    }

    static void power(JsonText json, List<PowerPoint> points) throws IOException {
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
}
