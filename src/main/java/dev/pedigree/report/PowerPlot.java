package dev.pedigree.report;

import dev.pedigree.verdict.Power;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The chance of support by number of answers, one line for each share of the training data. */
final class PowerPlot {
    private static final int TOP = 10;
    private static final int HEIGHT = 150;
    private static final double LEFT = 15;
    private static final double RIGHT = 86;

    private final Html html;
    private final List<Integer> stops;
    private final TreeMap<Double, List<Power.Point>> lines = new TreeMap<>();

    private PowerPlot(Html html, Power power) {
        this.html = html;
        TreeSet<Integer> answers = new TreeSet<>();
        for (Power.Point point : power.points()) {
            answers.add(point.answers());
            lines.computeIfAbsent(point.share(), s -> new ArrayList<>()).add(point);
        }
        this.stops = List.copyOf(answers);
    }

    /** Draws the curves; {@code own} is how many answers this audit compared. */
    static void write(Html html, Power power, long own) {
        new PowerPlot(html, power).write(own);
    }

    private void write(long own) {
        html.openPlot(
                "power",
                "Chance that the teacher is found",
                "Across: the number of answers compared. Up: the chance, from 0 to 100 per cent, that a student's teacher scores high"
                        + " enough to be named. One line for each share of the training data that came from the candidate; the table below"
                        + " has the same numbers.",
                HEIGHT + 52);
        if (own <= Integer.MAX_VALUE && stops.contains((int) own)) {
            here(x((int) own));
        }
        axes();
        double lastLabel = Double.POSITIVE_INFINITY;
        for (var line : lines.entrySet()) {
            lastLabel = curve(line.getKey(), line.getValue(), lastLabel);
        }
        html.close();
    }

    private void here(double x) {
        html.line("here", x, TOP, x, y(0) + 4);
        label("this audit", "axis here", x, HEIGHT + 46, x > 75 ? "end" : x < LEFT + 5 ? "start" : "middle");
    }

    private void axes() {
        for (int tenths = 0; tenths <= 10; tenths += 5) {
            double y = y(tenths / 10.0);
            html.line(tenths == 0 ? "zero" : "grid", LEFT, y, RIGHT + 2, y);
            label(tenths * 10 + " %", "axis chance-tick", LEFT - 1, y + 4, "end");
        }
        for (int stop : stops) {
            label(Integer.toString(stop), "axis", x(stop), HEIGHT + 28, "middle");
        }
    }

    /** Draws a curve and writes its share at its end, above the last label; gives the height of the new one. */
    private double curve(double share, List<Power.Point> points, double lastLabel) {
        points.sort((a, b) -> Integer.compare(a.answers(), b.answers()));
        html.open("g", "class", "curve");
        for (int i = 0; i < points.size(); i++) {
            Power.Point point = points.get(i);
            double x = x(point.answers());
            if (i > 0) {
                Power.Point before = points.get(i - 1);
                html.line("interval", x(before.answers()), y(before.probability()), x, y(point.probability()));
            }
            html.empty("circle", "cx", Html.percent(x), "cy", Html.pixel(y(point.probability())), "r", "3");
        }
        html.close();
        Power.Point last = points.get(points.size() - 1);
        double y = StrictMath.min(y(last.probability()) + 4, lastLabel - 14);
        label(ReportWords.percent(share), "axis", x(last.answers()) + 1.5, y, "start");
        return y;
    }

    private void label(String words, String look, double x, double y, String anchor) {
        html.label(words, 16, "class", look, "x", Html.percent(x), "y", Html.pixel(y), "text-anchor", anchor);
    }

    private double x(int answers) {
        return stops.size() < 2
                ? (LEFT + RIGHT) / 2
                : LEFT + 2 + (RIGHT - LEFT - 2) * stops.indexOf(answers) / (stops.size() - 1);
    }

    private static double y(double probability) {
        return TOP + HEIGHT * (1 - probability);
    }
}
