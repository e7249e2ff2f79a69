package dev.pedigree.report;

import dev.pedigree.verdict.Strength;
import java.util.List;

/** A horizontal axis in per cent of a plot's width. */
final class Axis {
    private static final double MARGIN = 3;
    /** The decimal logarithms at which the verbal scale's steps begin, from the second step on. */
    private static final double[] STEPS = {-0.30103, 0.30103, 1, 2, 3, 4, 6};

    private final double low;
    private final double high;

    Axis(double low, double high) {
        this.low = low;
        this.high = high > low ? high : low + 1;
    }

    /** An axis of log10 ratios that shows the intervals, within -6 and 9, and always from -2 to 3. */
    static Axis ofRatios(double lowest, double highest) {
        double from = StrictMath.max(-6, StrictMath.min(-2, StrictMath.floor(lowest)));
        double to = StrictMath.min(9, StrictMath.max(3, StrictMath.ceil(highest)));
        return new Axis(from, to);
    }

    /** Where a value stands; values beyond the ends stand at the ends. */
    double at(double value) {
        double inside = StrictMath.max(low, StrictMath.min(high, value));
        return MARGIN + (inside - low) / (high - low) * (100 - 2 * MARGIN);
    }

    boolean isBelow(double value) {
        return value < low;
    }

    boolean isAbove(double value) {
        return value > high;
    }

    /** Draws the verbal scale's steps as bands behind an axis of log10 ratios, and its ticks as ratios. */
    void drawRatios(Html html, double top, double bottom) {
        for (Strength step : Strength.values()) {
            double from = step.ordinal() == 0 ? low : STEPS[step.ordinal() - 1];
            double to = step.ordinal() == STEPS.length ? high : STEPS[step.ordinal()];
            if (to <= low || from >= high) {
                continue;
            }
            double start = from <= low ? 0 : at(from);
            double end = to >= high ? 100 : at(to);
            html.empty(
                    "rect",
                    "class",
                    "band s" + step.ordinal(),
                    "x",
                    Html.percent(start),
                    "y",
                    Html.pixel(top),
                    "width",
                    Html.percent(end - start),
                    "height",
                    Html.pixel(bottom - top));
        }
        html.line("zero", at(0), top, at(0), bottom);
        int every = high - low > 9 ? 2 : 1;
        for (int tick = (int) low; tick <= high; tick++) {
            if (tick % every == 0) {
                html.line("tick", at(tick), bottom, at(tick), bottom + 4);
                html.label(
                        power(tick),
                        8,
                        "class",
                        "axis",
                        "x",
                        Html.percent(at(tick)),
                        "y",
                        Html.pixel(bottom + 17),
                        "text-anchor",
                        at(tick) < 6 ? "start" : at(tick) > 94 ? "end" : "middle");
            }
        }
    }

    private static String power(int exponent) {
        List<String> small = List.of("1/100", "1/10", "1", "10", "100", "1,000");
        if (exponent >= -2 && exponent <= 3) {
            return small.get(exponent + 2);
        }
        String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        return "10" + (exponent < 0 ? "⁻" : "") + digits.charAt(StrictMath.abs(exponent));
    }
}
