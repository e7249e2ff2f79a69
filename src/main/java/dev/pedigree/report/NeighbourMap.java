package dev.pedigree.report;

import dev.pedigree.compare.ModelMap;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A small map inside a page of any width, three wide by two high; positions are in per cent of it. Names stand where they have room on a
 * telephone: as points only move apart where there is more room, they have it everywhere; the suspect's stands in any case. The other
 * names show where one points.
 */
final class NeighbourMap {
    private static final double WIDTH = 328; // pixels, of the narrowest page
    private static final double HEIGHT = WIDTH * 2 / 3;
    private static final double ROOM = 0.84; // the rest is margin
    private static final double COLUMN = 7; // pixels that a column of text is wide
    private static final double BOLD_COLUMN = 7.6;
    private static final double LINE = 13;
    private static final double BASELINE = 4; // below the middle of a line
    private static final double MARK = 6;
    private static final double GAP = 2;
    private static final int NAME_COLUMNS = 24;

    /** Where a name stands, seen from its point. */
    private enum Side {
        RIGHT(1, 0, "start"),
        LEFT(-1, 0, "end"),
        ABOVE(0, -1, "middle"),
        BELOW(0, 1, "middle");

        private final int right;
        private final int down;
        private final String anchor;

        Side(int right, int down, String anchor) {
            this.right = right;
            this.down = down;
            this.anchor = anchor;
        }
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean isInside() {
            return left >= 0 && right <= WIDTH && top >= 0 && bottom <= HEIGHT;
        }
    }

    private final Html html;
    private final List<ModelMap.Point> points;
    private final double[] x; // in pixels of the narrowest page
    private final double[] y;
    private final List<Box> taken = new ArrayList<>();

    private NeighbourMap(Html html, ModelMap map) {
        this.html = html;
        points = map.points();
        x = points.stream().mapToDouble(ModelMap.Point::x).toArray();
        y = points.stream().mapToDouble(point -> -point.y()).toArray();
        double wide = span(x);
        double high = span(y);
        double scale = wide == 0 && high == 0 ? 0 : ROOM * StrictMath.min(WIDTH / wide, HEIGHT / high);
        fit(x, scale, WIDTH);
        fit(y, scale, HEIGHT);
    }

    static void write(Html html, ModelMap map) {
        new NeighbourMap(html, map).write();
    }

    private static double span(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[0];
    }

    private static void fit(double[] values, double scale, double room) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double middle = (sorted[0] + sorted[sorted.length - 1]) / 2;
        for (int i = 0; i < values.length; i++) {
            values[i] = room / 2 + scale * (values[i] - middle);
        }
    }

    private void write() {
        html.open("svg", "class", "plane", "role", "img", "width", "100%", "aria-labelledby", "map-t map-d");
        html.open("title", "id", "map-t")
                .text("Map of " + ReportWords.count(points.size(), "model"))
                .close();
        html.open("desc", "id", "map-d")
                .text("The suspect and the models most like it as points; near is alike.")
                .close();
        for (int i = 0; i < x.length; i++) {
            taken.add(new Box(x[i] - MARK, y[i] - MARK, x[i] + MARK, y[i] + MARK));
        }
        int suspect = points.size() - 1;
        IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> StrictMath.hypot(x[i] - x[suspect], y[i] - y[suspect])))
                .forEachOrdered(this::name);
        for (int i = 0; i < x.length; i++) {
            point(i);
        }
        html.close();
    }

    private void point(int i) {
        boolean suspect = points.get(i).model().suspect();
        html.open(
                "circle",
                "class",
                suspect ? "place named" : "place",
                "cx",
                across(i),
                "cy",
                down(i),
                "r",
                suspect ? "6" : "4.5");
        html.element("title", Visible.line(points.get(i).model().name(), Escapes.NAME))
                .close();
    }

    /** Writes a name beside its point, where there is room; the suspect's in any case, where it hides least. */
    private void name(int i) {
        boolean suspect = points.get(i).model().suspect();
        String shown = DisplayWidth.fit(Visible.line(points.get(i).model().name(), Escapes.NAME), NAME_COLUMNS);
        double width = DisplayWidth.of(shown) * (suspect ? BOLD_COLUMN : COLUMN);
        Side best = Arrays.stream(Side.values())
                .filter(side -> box(i, side, width).isInside())
                .min(Comparator.comparingLong(side -> hidden(box(i, side, width))))
                .orElse(x[i] < WIDTH / 2 ? Side.RIGHT : Side.LEFT);
        Box box = box(i, best, width);
        if (!suspect && (!box.isInside() || hidden(box) > 0)) {
            return;
        }
        taken.add(box);
        html.label(
                shown,
                NAME_COLUMNS,
                "class",
                suspect ? "leaf named" : "leaf",
                "x",
                across(i),
                "y",
                down(i),
                "dx",
                Html.pixel(best.right * (MARK + GAP)),
                "dy",
                Html.pixel(best.down * (MARK + GAP + LINE / 2) + BASELINE),
                "text-anchor",
                best.anchor);
    }

    private Box box(int i, Side side, double width) {
        double middle = x[i] + side.right * (MARK + GAP + width / 2);
        double height = y[i] + side.down * (MARK + GAP + LINE / 2);
        return new Box(middle - width / 2, height - LINE / 2, middle + width / 2, height + LINE / 2);
    }

    private long hidden(Box box) {
        return taken.stream().filter(box::meets).count();
    }

    private String across(int i) {
        return Html.percent(100 * x[i] / WIDTH);
    }

    private String down(int i) {
        return Html.percent(100 * y[i] / HEIGHT);
    }
}
