package dev.pedigree.report;

import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CalibrationPerformance.Point;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A square of a drawing with two axes, in which curves stand with their intervals. */
final class ChartPanel {
    static final int SIZE = 330;
    private static final double BEYOND = 1e6;

    private final Html html;
    private final double left;
    private final double top;
    private final double[] across;
    private final double[] up;

    /** A panel whose axes go from the first to the second number of {@code across} and {@code up}. */
    ChartPanel(Html html, double left, double top, double[] across, double[] up) {
        this.html = html;
        this.left = left;
        this.top = top;
        this.across = across;
        this.up = up;
    }

    void frame(String title, String acrossWords, String upWords) {
        html.empty(
                "rect",
                "class",
                "frame",
                "x",
                Html.pixel(left),
                "y",
                Html.pixel(top),
                "width",
                Integer.toString(SIZE),
                "height",
                Integer.toString(SIZE));
        Drawing.text(html, "title", left, top - 26, title);
        Drawing.text(html, "note", left, top - 9, "↑ " + upWords);
        html.label(
                acrossWords + " →",
                60,
                "class",
                "note",
                "x",
                Html.pixel(left + SIZE),
                "y",
                Html.pixel(top + SIZE + 34),
                "text-anchor",
                "end");
    }

    void tickAcross(double value, String words) {
        Drawing.line(html, "grid", x(value), top, x(value), top + SIZE);
        label(words, x(value), top + SIZE + 16, "middle");
    }

    void tickUp(double value, String words) {
        Drawing.line(html, "grid", left, y(value), left + SIZE, y(value));
        label(words, left - 6, y(value) + 4, "end");
    }

    private void label(String words, double x, double y, String anchor) {
        html.label(words, 12, "class", "note", "x", Html.pixel(x), "y", Html.pixel(y), "text-anchor", anchor);
    }

    /** A line from corner to corner or along what is given. */
    void ideal(DoubleUnaryOperator curve) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= 50; i++) {
            double value = across[0] + (across[1] - across[0]) * i / 50;
            to(path, x(value), y(curve.applyAsDouble(value)));
        }
        html.path("ideal", path.toString());
    }

    void upright(double value) {
        Drawing.line(html, "ideal", x(value), top, x(value), top + SIZE);
    }

    /** A curve with its interval as a band; heights and places are turned into the axes' units on the way. */
    void curve(String colour, List<Point> points, DoubleUnaryOperator place, DoubleUnaryOperator height) {
        StringBuilder band = new StringBuilder();
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            to(
                    band,
                    x(place.applyAsDouble(point.x())),
                    y(height.applyAsDouble(point.y().high())));
            to(
                    line,
                    x(place.applyAsDouble(point.x())),
                    y(height.applyAsDouble(point.y().value())));
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            Point point = points.get(i);
            to(
                    band,
                    x(place.applyAsDouble(point.x())),
                    y(height.applyAsDouble(point.y().low())));
        }
        html.path("spread-band " + colour, band.append('Z').toString());
        html.path("line " + colour, line.toString());
    }

    /** A measurement with its interval. */
    void mark(String colour, double place, Estimate value) {
        Drawing.line(html, "whisker " + colour, x(place), y(value.low()), x(place), y(value.high()));
        html.empty(
                "circle", "class", colour, "cx", Html.pixel(x(place)), "cy", Html.pixel(y(value.value())), "r", "3.5");
    }

    void line(String colour, double[] places, double[] heights) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < places.length; i++) {
            to(path, x(places[i]), y(heights[i]));
        }
        html.path("line " + colour, path.toString());
    }

    void words(String look, double place, double height, String words, String anchor) {
        html.label(
                words, 60, "class", look, "x", Html.pixel(x(place)), "y", Html.pixel(y(height)), "text-anchor", anchor);
    }

    private static void to(StringBuilder path, double x, double y) {
        path.append(path.length() == 0 ? 'M' : 'L')
                .append(Html.pixel(x))
                .append(' ')
                .append(Html.pixel(y));
    }

    private double x(double value) {
        return left + SIZE * share(value, across);
    }

    private double y(double value) {
        return top + SIZE * (1 - share(value, up));
    }

    /* What lies beyond the axis stands at its end. */
    private static double share(double value, double[] axis) {
        double finite = StrictMath.max(-BEYOND, StrictMath.min(BEYOND, value));
        return StrictMath.max(0, StrictMath.min(1, (finite - axis[0]) / (axis[1] - axis[0])));
    }
}
