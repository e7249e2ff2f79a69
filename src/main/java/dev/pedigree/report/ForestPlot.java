package dev.pedigree.report;

import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import java.util.List;

/** The candidates' likelihood ratios with their intervals, one under the other, on the verbal scale. */
final class ForestPlot {
    private static final int HEAD = 20;
    private static final int ROW = 40;
    /** So many columns of text fit beside the ratio on a telephone. */
    private static final int NAME_COLUMNS = 26;
    /** So many fit on the narrowest page that shows what is marked as wide. */
    private static final int WIDE_NAME_COLUMNS = 52;

    private ForestPlot() {}

    static void write(Html html, List<CandidateFinding> candidates, List<String> named) {
        double lowest = 0;
        double highest = 0;
        for (CandidateFinding candidate : candidates) {
            Estimate ratio = candidate.log10LikelihoodRatio().orElseThrow();
            lowest = StrictMath.min(lowest, ratio.low());
            highest = StrictMath.max(highest, ratio.high());
        }
        Axis axis = Axis.ofRatios(lowest, highest);
        int bottom = HEAD + candidates.size() * ROW + 6;
        html.openPlot(
                "forest",
                "Likelihood ratios of " + ReportWords.count(candidates.size(), "candidate") + " with their intervals",
                "One row for each candidate, best first: a dot at the likelihood ratio and a line over its interval, on a logarithmic"
                        + " axis behind which the steps of the verbal scale are shaded. The table below has the same numbers.",
                bottom + 24);
        axis.drawRatios(html, 0, bottom);
        for (int row = 0; row < candidates.size(); row++) {
            CandidateFinding candidate = candidates.get(row);
            row(html, axis, candidate, HEAD + row * ROW, named.contains(candidate.name()));
        }
        html.close();
    }

    private static void row(Html html, Axis axis, CandidateFinding candidate, int top, boolean named) {
        Estimate ratio = candidate.log10LikelihoodRatio().orElseThrow();
        int y = top + 30;
        String look = named ? "named" : "other";
        html.line("tick", 0, top, 100, top);
        name(html, candidate.name(), "row " + look, top + 17);
        html.label(
                ReportWords.ratio(ratio.value()),
                12,
                "class",
                "row figure " + look,
                "x",
                "99%",
                "y",
                Html.pixel(top + 17),
                "text-anchor",
                "end");
        html.open("g", "class", "mark " + look);
        html.line("interval", axis.at(ratio.low()), y, axis.at(ratio.high()), y);
        end(html, axis, ratio.low(), y, axis.isBelow(ratio.low()), "‹");
        end(html, axis, ratio.high(), y, axis.isAbove(ratio.high()), "›");
        html.empty("circle", "cx", Html.percent(axis.at(ratio.value())), "cy", Html.pixel(y), "r", named ? "6" : "4.5");
        html.close();
    }

    private static void name(Html html, String name, String look, int y) {
        if (DisplayWidth.of(name) <= NAME_COLUMNS) {
            html.label(name, NAME_COLUMNS, "class", look, "x", "1%", "y", Html.pixel(y));
        } else {
            html.label(name, NAME_COLUMNS, "class", look + " narrow", "x", "1%", "y", Html.pixel(y));
            html.label(name, WIDE_NAME_COLUMNS, "class", look + " wide", "x", "1%", "y", Html.pixel(y));
        }
    }

    private static void end(Html html, Axis axis, double value, int y, boolean beyond, String arrow) {
        double x = axis.at(value);
        if (beyond) {
            html.label(
                    arrow, 2, "class", "beyond", "x", Html.percent(x), "y", Html.pixel(y + 5), "text-anchor", "middle");
        } else {
            html.line("interval", x, y - 4.0, x, y + 4.0);
        }
    }
}
