package dev.pedigree.report;

import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelMap;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** A map of models. Each name goes to the nearest free place around its point; a name without one is left to the table. */
final class MapPlot {
    private static final int WIDTH = 1400;
    private static final int MARGIN = 60;
    private static final double HIGHEST = 1300;
    private static final int NAME_COLUMNS = 42;
    private static final double COLUMN = 5.6; // width of a column of 10 pixel text
    private static final double LABEL = 11;
    private static final double[] REACHES = {8, 18, 30, 44, 60, 78};
    private static final double[][] DIRECTIONS = {
        {1, 0}, {-1, 0}, {0.7, -0.7}, {0.7, 0.7}, {-0.7, -0.7}, {-0.7, 0.7}, {0, -1}, {0, 1}
    };

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    private final ModelMap map;
    private final FamilyLooks looks;
    private final Html html = new Html();
    private final List<Box> taken = new ArrayList<>();
    private final double[] x;
    private final double[] y;
    private double scale;
    private int top;
    private int height;

    private MapPlot(ModelMap map) {
        this.map = map;
        looks = new FamilyLooks(map.points().stream().map(ModelMap.Point::model).toList());
        x = new double[map.points().size()];
        y = new double[x.length];
    }

    static String write(ModelMap map) {
        return new MapPlot(map).write();
    }

    private String write() {
        String count = ReportWords.count(map.points().size(), "model");
        List<String> notes = List.of(
                "Compared by " + map.basis().title()
                        + ". Near is alike; it does not say who learned from whom, and directions mean nothing.",
                "A plane cannot hold all distances: stress " + Decimals.fixed(map.stress(), 2)
                        + " (0 is exact; above 0.2, trust the tree rather than the map). Points move by "
                        + Decimals.fixed(medianSpread(), 3)
                        + " with other prompts (median of 95 % radii; the suspects' are drawn).");
        top = Drawing.top(notes.size()) + 8 + Drawing.LINE * Drawing.legendLines(looks, WIDTH) + 10;
        layOut();
        Drawing.open(
                html,
                WIDTH,
                height,
                "Map of " + count,
                notes,
                "A map of " + count + " by the distances between them. The same map can be had as a table.");
        Drawing.legend(html, looks, WIDTH, Drawing.top(notes.size()) + 4.0);
        List<Integer> order = order();
        names(order);
        for (int at = order.size() - 1; at >= 0; at--) {
            point(order.get(at)); // suspects last, on top
        }
        if (scale > 0) {
            Drawing.scaleBar(html, 20, height - 18.0, scale, 160);
        }
        return html.close().toString();
    }

    /** Writes the names that find room, and how many do not. */
    private void names(List<Integer> order) {
        for (int i : order) {
            taken.add(new Box(x[i] - 5, y[i] - 5, x[i] + 5, y[i] + 5));
        }
        int left = 0;
        for (int i : order) {
            left += name(i) ? 0 : 1;
        }
        if (left > 0) {
            Drawing.text(
                    html,
                    "note",
                    320,
                    height - 14.0,
                    ReportWords.count(left, "name") + " found no room; the table has all.");
        }
    }

    private double medianSpread() {
        double[] spreads = map.points().stream()
                .mapToDouble(ModelMap.Point::spread)
                .sorted()
                .toArray();
        return spreads[spreads.length / 2];
    }

    private void layOut() {
        DoubleSummaryStatistics across = range(ModelMap.Point::x);
        DoubleSummaryStatistics up = range(ModelMap.Point::y);
        double wide = across.getMax() - across.getMin();
        double high = up.getMax() - up.getMin();
        double room = WIDTH - 2.0 * MARGIN - 120;
        scale = wide == 0 ? 0 : room / wide;
        if (high * scale > HIGHEST) {
            scale = HIGHEST / high;
        }
        for (int i = 0; i < x.length; i++) {
            x[i] = MARGIN + (room - wide * scale) / 2 + (map.points().get(i).x() - across.getMin()) * scale;
            y[i] = top + MARGIN / 2.0 + (high - (map.points().get(i).y() - up.getMin())) * scale;
        }
        height = (int) (top + high * scale) + 2 * MARGIN;
    }

    private DoubleSummaryStatistics range(ToDoubleFunction<ModelMap.Point> of) {
        return map.points().stream().mapToDouble(of).summaryStatistics();
    }

    /** Suspects first, then families with a look of their own, then the others. */
    private List<Integer> order() {
        return IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(
                                i -> rank(map.points().get(i).model()))
                        .thenComparingInt(i -> i))
                .toList();
    }

    private int rank(ComparedModel model) {
        return model.suspect() ? 0 : looks.families().contains(model.family()) ? 1 : 2;
    }

    private void point(int i) {
        ModelMap.Point point = map.points().get(i);
        ComparedModel model = point.model();
        if (model.suspect()) {
            html.empty(
                    "circle",
                    "class",
                    "spread",
                    "cx",
                    Html.pixel(x[i]),
                    "cy",
                    Html.pixel(y[i]),
                    "r",
                    Html.pixel(point.spread() * scale));
        }
        String words = model.suspect() ? model.name() + ", suspect" : model.name() + ", family " + model.family();
        looks.mark(html, model, words, x[i], y[i]);
    }

    /** Writes a name; tells whether there was room. */
    private boolean name(int i) {
        ComparedModel model = map.points().get(i).model();
        String shown = DisplayWidth.fitEnds(Visible.line(model.name(), Escapes.NAME), NAME_COLUMNS);
        double width = DisplayWidth.of(shown) * COLUMN * (model.suspect() ? 1.35 : 1) + 2;
        for (double reach : REACHES) {
            for (double[] direction : DIRECTIONS) {
                double atX = x[i] + reach * direction[0];
                double atY = y[i] + reach * direction[1];
                double left = direction[0] > 0 ? atX : direction[0] < 0 ? atX - width : atX - width / 2;
                Box box = new Box(left, atY - LABEL / 2, left + width, atY + LABEL / 2);
                if (isFree(box)) {
                    taken.add(box);
                    if (reach > REACHES[0]) {
                        Drawing.line(html, "tie", x[i], y[i], atX, atY);
                    }
                    String look = model.suspect() ? "name named" : "small";
                    html.label(
                            shown,
                            NAME_COLUMNS,
                            "class",
                            look,
                            "x",
                            Html.pixel(box.left()),
                            "y",
                            Html.pixel(box.bottom() - 2));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFree(Box box) {
        return box.left() > 4
                && box.right() < WIDTH - 4
                && box.top() > top
                && box.bottom() < height - 30
                && taken.stream().noneMatch(box::meets);
    }
}
