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

    private PowerPlot() {}

    /** Draws the curves; {@code own} is how many answers this audit compared. */
    static void write(Html html, Power power, long own) {
        TreeSet<Integer> answers = new TreeSet<>();
        TreeMap<Double, List<Power.Point>> lines = new TreeMap<>();
        for (Power.Point point : power.points()) {
            answers.add(point.answers());
            lines.computeIfAbsent(point.share(), s -> new ArrayList<>()).add(point);
        }
        List<Integer> stops = List.copyOf(answers);
        html.openPlot(
                "power",
                "Chance that the teacher is found",
                "Across: the number of answers compared. Up: the chance, from 0 to 100 per cent, that a student's teacher scores high"
                        + " enough to be named. One line for each share of the training data that came from the candidate; the table below"
                        + " has the same numbers.",
                HEIGHT + 52);
        if (own <= Integer.MAX_VALUE && answers.contains((int) own)) {
            double here = x(stops, (int) own);
            html.line("here", here, TOP, here, y(0) + 4);
            html.label(
                    "this audit",
                    12,
                    "class",
                    "axis here",
                    "x",
                    Html.percent(here),
                    "y",
                    Html.pixel(HEIGHT + 46),
                    "text-anchor",
                    here > 75 ? "end" : here < LEFT + 5 ? "start" : "middle");
        }
        for (int tenths = 0; tenths <= 10; tenths += 5) {
            html.line(tenths == 0 ? "zero" : "grid", LEFT, y(tenths / 10.0), RIGHT + 2, y(tenths / 10.0));
            html.label(
                    tenths * 10 + " %",
                    6,
                    "class",
                    "axis chance-tick",
                    "x",
                    Html.percent(LEFT - 1),
                    "y",
                    Html.pixel(y(tenths / 10.0) + 4),
                    "text-anchor",
                    "end");
        }
        for (int stop : stops) {
            html.label(
                    Integer.toString(stop),
                    8,
                    "class",
                    "axis",
                    "x",
                    Html.percent(x(stops, stop)),
                    "y",
                    Html.pixel(HEIGHT + 28),
                    "text-anchor",
                    "middle");
        }
        double lastLabel = Double.POSITIVE_INFINITY;
        for (var line : lines.entrySet()) {
            lastLabel = curve(html, stops, line.getKey(), line.getValue(), lastLabel);
        }
        html.close();
    }

    private static double curve(
            Html html, List<Integer> stops, double share, List<Power.Point> points, double lastLabel) {
        points.sort((a, b) -> Integer.compare(a.answers(), b.answers()));
        html.open("g", "class", "curve");
        for (int i = 0; i < points.size(); i++) {
            Power.Point point = points.get(i);
            double x = x(stops, point.answers());
            if (i > 0) {
                Power.Point before = points.get(i - 1);
                html.line("interval", x(stops, before.answers()), y(before.probability()), x, y(point.probability()));
            }
            html.empty("circle", "cx", Html.percent(x), "cy", Html.pixel(y(point.probability())), "r", "3");
        }
        html.close();
        Power.Point last = points.get(points.size() - 1);
        double y = StrictMath.min(y(last.probability()) + 4, lastLabel - 14);
        html.label(
                ReportWords.percent(share),
                16,
                "class",
                "axis",
                "x",
                Html.percent(x(stops, last.answers()) + 1.5),
                "y",
                Html.pixel(y));
        return y;
    }

    private static double x(List<Integer> stops, int answers) {
        return stops.size() < 2
                ? (LEFT + RIGHT) / 2
                : LEFT + 2 + (RIGHT - LEFT - 2) * stops.indexOf(answers) / (stops.size() - 1);
    }

    private static double y(double probability) {
        return TOP + HEIGHT * (1 - probability);
    }
}
