package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.Controls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The suspect among models of known descent. */
final class ControlPlot {
    private static final int BINS = 60;
    private static final int STEP = 7;

    private ControlPlot() {}

    static void write(Html html, Controls controls, String suspect, int number) {
        List<Controls.Point> points = new ArrayList<>(controls.points());
        points.sort(Comparator.comparingDouble(Controls.Point::score).thenComparing(Controls.Point::name));
        double low = controls.suspectScore();
        double high = controls.suspectScore();
        for (Controls.Point point : points) {
            low = StrictMath.min(low, point.score());
            high = StrictMath.max(high, point.score());
        }
        Axis axis = new Axis(low, high);
        int[] unrelated = heights(points, low, high, false);
        int[] pupils = heights(points, low, high, true);
        int upper = 34 + STEP * highest(unrelated);
        int lower = STEP * highest(pupils);
        int bottom = upper + lower + 12;
        html.openPlot(
                "controls" + number,
                "The suspect among " + Phrases.count(points.size(), "known model"),
                "Each mark is a model; further right is more alike. Circles above the line are independent models, squares below it known"
                        + " students. " + sentence(controls),
                bottom + 6);
        html.line("zero", 0, upper + 2.0, 100, upper + 2.0);
        marks(html, points, axis, low, high, upper, false);
        marks(html, points, axis, low, high, upper, true);
        double x = axis.at(controls.suspectScore());
        html.line("suspect", x, 20, x, bottom);
        String anchor = x > 66 ? "end" : x < 34 ? "start" : "middle";
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
                anchor);
        html.close();
    }

    /** Where the suspect stands, in words. */
    static String sentence(Controls controls) {
        long unrelated = controls.points().stream().filter(p -> !p.trained()).count();
        long above = controls.points().stream()
                .filter(p -> !p.trained() && p.score() >= controls.suspectScore())
                .count();
        String words = above + " of " + Phrases.count(unrelated, "independent model")
                + (above == 1 ? " scores" : " score") + " as high as the suspect or higher.";
        return controls.points().stream()
                .min(Comparator.comparingDouble(
                                (Controls.Point p) -> StrictMath.abs(p.score() - controls.suspectScore()))
                        .thenComparing(Controls.Point::name))
                .map(p -> words + " The nearest known model is " + Visible.line(p.name(), Escapes.NAME) + " ("
                        + (p.trained() ? "a known student" : "independent") + ", score "
                        + Decimals.fixed(p.score(), 2) + " against " + Decimals.fixed(controls.suspectScore(), 2)
                        + ").")
                .orElse(words);
    }

    private static void marks(
            Html html, List<Controls.Point> points, Axis axis, double low, double high, int line, boolean trained) {
        int[] heights = new int[BINS + 1];
        html.open("g", "class", trained ? "pupils" : "unrelated");
        for (Controls.Point point : points) {
            if (point.trained() != trained) {
                continue;
            }
            int bin = bin(point.score(), low, high);
            double y = trained ? line + 8 + STEP * heights[bin] : line - 4 - STEP * heights[bin];
            heights[bin]++;
            String x = Html.percent(axis.at(low + (high - low) * bin / BINS));
            if (trained) {
                html.open("svg", "x", x, "y", Html.pixel(y - 3), "overflow", "visible");
                html.empty("rect", "x", "-3", "width", "6", "height", "6").close();
            } else {
                html.empty("circle", "cx", x, "cy", Html.pixel(y), "r", "3");
            }
        }
        html.close();
    }

    private static int[] heights(List<Controls.Point> points, double low, double high, boolean trained) {
        int[] heights = new int[BINS + 1];
        for (Controls.Point point : points) {
            if (point.trained() == trained) {
                heights[bin(point.score(), low, high)]++;
            }
        }
        return heights;
    }

    private static int bin(double score, double low, double high) {
        return high > low ? (int) StrictMath.rint((score - low) / (high - low) * BINS) : 0;
    }

    private static int highest(int[] heights) {
        int highest = 0;
        for (int height : heights) {
            highest = StrictMath.max(highest, height);
        }
        return highest;
    }
}
