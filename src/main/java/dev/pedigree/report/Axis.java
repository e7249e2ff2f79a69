package dev.pedigree.report;

import dev.pedigree.verdict.Strength;
import java.util.ArrayList;
import java.util.List;

/** A horizontal axis in per cent of a plot's width. */
final class Axis {
    private static final double MARGIN = 3;
    /** The widths in pixels below which a plot is never drawn: on a telephone, and elsewhere; and about what a letter takes. */
    private static final double NARROW = 300;

    private static final double WIDE = 560;
    private static final double LETTER = 6.3;
    private static final double NAME_LINE = 14;
    private static final double BELOW_NAMES = 19;
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

    /** Draws an axis of log10 ratios: the verbal scale's steps as bands behind it, with their names, and ticks as ratios. */
    void drawRatios(Html html, double top, double bottom) {
        bands(html, top, bottom);
        for (Strength step : Strength.values()) {
            name(html, step, top + NAME_LINE);
        }
        html.line("zero", at(0), top + BELOW_NAMES, at(0), bottom);
        int every = high - low > 6 ? 2 : 1;
        for (int tick = (int) low; tick <= high; tick++) {
            if (tick % every == 0) {
                html.line("tick", at(tick), bottom, at(tick), bottom + 4);
                html.label(
                        power(tick),
                        8,
                        "class",
                        "axis ratio-tick",
                        "x",
                        Html.percent(at(tick)),
                        "y",
                        Html.pixel(bottom + 17),
                        "text-anchor",
                        at(tick) < 6 ? "start" : at(tick) > 94 ? "end" : "middle");
            }
        }
    }

    /** Shades an axis of log10 ratios by the steps of the verbal scale. */
    void bands(Html html, double top, double bottom) {
        for (Strength step : Strength.values()) {
            if (start(step) < end(step)) {
                html.empty(
                        "rect",
                        "class",
                        "band s" + step.ordinal(),
                        "x",
                        Html.percent(start(step)),
                        "y",
                        Html.pixel(top),
                        "width",
                        Html.percent(end(step) - start(step)),
                        "height",
                        Html.pixel(bottom - top));
            }
        }
    }

    /** A step's name where there is room for it: always, on wide pages alone, or never. */
    private void name(Html html, Strength step, double y) {
        double share = (end(step) - start(step)) / 100;
        String words = ReportWords.step(step);
        double width = words.length() * LETTER + 4;
        if (share * WIDE >= width) {
            html.label(
                    words,
                    20,
                    "class",
                    share * NARROW >= width ? "step-name" : "step-name wide",
                    "x",
                    Html.percent((start(step) + end(step)) / 2),
                    "y",
                    Html.pixel(y),
                    "text-anchor",
                    "middle");
        }
    }

    private double start(Strength step) {
        double from = step.ordinal() == 0 ? low : STEPS[step.ordinal() - 1];
        return from <= low ? 0 : from >= high ? 100 : at(from);
    }

    private double end(Strength step) {
        double to = step.ordinal() == STEPS.length ? high : STEPS[step.ordinal()];
        return to <= low ? 0 : to >= high ? 100 : at(to);
    }

    /** Round values inside the axis, some four of them. */
    List<Double> roundValues() {
        double rough = (high - low) / 3.5;
        double power = 1;
        while (power > rough) {
            power /= 10;
        }
        while (power * 10 <= rough) {
            power *= 10;
        }
        double step = rough / power >= 5 ? 5 * power : rough / power >= 2 ? 2 * power : power;
        List<Double> values = new ArrayList<>();
        for (double at = StrictMath.ceil(low / step); at * step <= high; at++) {
            values.add(at * step);
        }
        return values;
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
