package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.Controls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The suspect among models of known descent: independent ones above a line, students below it, the nearest of each named. */
final class ControlPlot {
    private static final int BINS = 60;
    private static final int STEP = 7;
    private static final int HEAD = 46;
    private static final int NAME_COLUMNS = 24;
    /** Short names fit on a telephone too. */
    private static final int SHORT_NAME = 12;

    private final Html html;
    private final Controls controls;
    private final List<Controls.Point> points;
    private final double low;
    private final double high;
    private final Axis axis;

    private ControlPlot(Html html, Controls controls) {
        this.html = html;
        this.controls = controls;
        points = new ArrayList<>(controls.points());
        points.sort(Comparator.comparingDouble(Controls.Point::score).thenComparing(Controls.Point::name));
        low = points.isEmpty()
                ? controls.suspectScore()
                : StrictMath.min(controls.suspectScore(), points.get(0).score());
        high = points.isEmpty()
                ? controls.suspectScore()
                : StrictMath.max(
                        controls.suspectScore(), points.get(points.size() - 1).score());
        axis = new Axis(low, high);
    }

    static void write(Html html, Controls controls, String suspect, int number) {
        new ControlPlot(html, controls).write(suspect, number);
    }

    private void write(String suspect, int number) {
        int line = HEAD + STEP * highest(false);
        int foot = line + STEP * highest(true) + 10;
        int bottom = foot + 18;
        html.openPlot(
                "controls" + number,
                "The suspect among " + ReportWords.count(points.size(), "known model"),
                "Each mark is a model; further right is more alike. Circles above the line are independent models, squares below it known"
                        + " students. " + sentence(controls),
                bottom + 38);
        html.line("zero", 0, line + 2.0, 100, line + 2.0);
        double x = axis.at(controls.suspectScore());
        html.line("suspect", x, 20, x, bottom);
        marks(line, false);
        marks(line, true);
        html.label(
                Visible.line(suspect, Escapes.NAME),
                30,
                "class",
                "row named",
                "x",
                Html.percent(x),
                "y",
                "14",
                "text-anchor",
                x > 66 ? "end" : x < 34 ? "start" : "middle");
        nearest(controls, false).ifPresent(point -> nameOf(point, HEAD - 12));
        nearest(controls, true).ifPresent(point -> nameOf(point, foot + 10));
        scores(bottom);
        html.close();
    }

    private void scores(int bottom) {
        html.line("tick", 0, bottom, 100, bottom);
        for (double value : axis.roundValues()) {
            html.line("tick", axis.at(value), bottom, axis.at(value), bottom + 4);
            html.label(
                    score(value),
                    8,
                    "class",
                    "axis score-tick",
                    "x",
                    Html.percent(axis.at(value)),
                    "y",
                    Html.pixel(bottom + 17),
                    "text-anchor",
                    axis.at(value) < 6 ? "start" : axis.at(value) > 94 ? "end" : "middle");
        }
        html.label("← less alike", 16, "class", "axis", "x", "0%", "y", Html.pixel(bottom + 34));
        html.label(
                "more alike →", 16, "class", "axis", "x", "100%", "y", Html.pixel(bottom + 34), "text-anchor", "end");
    }

    private static String score(double value) {
        double size = StrictMath.abs(value);
        if (size < 1e5) {
            return Decimals.text(value);
        }
        int exponent = (int) StrictMath.floor(StrictMath.log10(size) + 1e-9);
        return Decimals.fixed(value / StrictMath.pow(10, exponent), 0) + "e" + exponent;
    }

    /** The name of the nearest model of a kind, on the side of its mark that is turned away from the suspect. */
    private void nameOf(Controls.Point point, double y) {
        double x = at(point);
        boolean before = point.score() <= controls.suspectScore();
        String name = Visible.line(point.name(), Escapes.NAME);
        boolean fits = before ? x > 34 : x < 66;
        if (fits) {
            html.label(
                    name,
                    NAME_COLUMNS,
                    "class",
                    "near-name" + (name.length() <= SHORT_NAME ? "" : " wide"),
                    "x",
                    Html.percent(x),
                    "y",
                    Html.pixel(y),
                    "dx",
                    before ? "-4" : "4",
                    "text-anchor",
                    before ? "end" : "start");
        }
    }

    /** Where the suspect stands, in words. */
    static String sentence(Controls controls) {
        StringBuilder words = new StringBuilder();
        long independent = count(controls, false, false);
        words.append(count(controls, false, true)).append(" of ");
        words.append(ReportWords.count(independent, "independent model")).append(" score as high as the suspect (");
        words.append(Decimals.fixed(controls.suspectScore(), 2)).append(") or higher, and ");
        words.append(count(controls, true, true)).append(" of ");
        words.append(ReportWords.count(count(controls, true, false), "known student"))
                .append('.');
        nearest(controls, false)
                .ifPresent(p -> words.append(" The nearest independent model is ")
                        .append(described(p))
                        .append('.'));
        nearest(controls, true)
                .ifPresent(p -> words.append(" The nearest known student is ")
                        .append(described(p))
                        .append('.'));
        return words.toString();
    }

    private static String described(Controls.Point point) {
        return Visible.line(point.name(), Escapes.NAME) + " (" + Decimals.fixed(point.score(), 2) + ")";
    }

    private static long count(Controls controls, boolean trained, boolean above) {
        return controls.points().stream()
                .filter(p -> p.trained() == trained && (!above || p.score() >= controls.suspectScore()))
                .count();
    }

    private static Optional<Controls.Point> nearest(Controls controls, boolean trained) {
        return controls.points().stream()
                .filter(p -> p.trained() == trained)
                .min(Comparator.comparingDouble(
                                (Controls.Point p) -> StrictMath.abs(p.score() - controls.suspectScore()))
                        .thenComparing(Controls.Point::name));
    }

    private void marks(int line, boolean trained) {
        Optional<Controls.Point> nearest = nearest(controls, trained);
        int[] heights = new int[BINS + 1];
        html.open("g", "class", trained ? "pupils" : "unrelated");
        for (Controls.Point point : points) {
            if (point.trained() != trained) {
                continue;
            }
            int bin = bin(point.score());
            double y = trained ? line + 8 + STEP * heights[bin] : line - 4 - STEP * heights[bin];
            heights[bin]++;
            String look = nearest.filter(point::equals).isPresent() ? "nearest" : "";
            String x = Html.percent(at(point));
            if (trained) {
                html.open("svg", "x", x, "y", Html.pixel(y - 3), "overflow", "visible");
                html.empty("rect", "class", look, "x", "-3", "width", "6", "height", "6")
                        .close();
            } else {
                html.empty("circle", "class", look, "cx", x, "cy", Html.pixel(y), "r", "3");
            }
        }
        html.close();
    }

    private double at(Controls.Point point) {
        return axis.at(low + (high - low) * bin(point.score()) / BINS);
    }

    private int highest(boolean trained) {
        int[] heights = new int[BINS + 1];
        int highest = 0;
        for (Controls.Point point : points) {
            if (point.trained() == trained) {
                highest = StrictMath.max(highest, ++heights[bin(point.score())]);
            }
        }
        return highest;
    }

    private int bin(double score) {
        return high > low ? (int) StrictMath.rint((score - low) / (high - low) * BINS) : 0;
    }
}
