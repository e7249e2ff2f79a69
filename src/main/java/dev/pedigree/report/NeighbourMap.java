package dev.pedigree.report;

import dev.pedigree.compare.ModelMap;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small map inside a page of any width, three wide by two high; positions are in per cent of it. Names are laid out twice, for a
 * telephone and for wider pages, and stand where they have room on the narrowest page of either kind: as points only move apart where
 * there is more room, they have it everywhere; the suspect's stands in any case. The other names show where one points.
 */
final class NeighbourMap {
    private static final double ROOM = 0.84; // of the map; the rest is margin
    private static final double COLUMN = 7; // pixels that a column of text is wide
    private static final double BOLD_COLUMN = 7.6;
    private static final double LINE = 13;
    private static final double BASELINE = 4; // below the middle of a line
    private static final double MARK = 6;
    private static final double GAP = 2;

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
    }

    /** A name and where it stands, seen from its point. */
    private record Label(String text, Side side) {}

    private final Html html;
    private final List<ModelMap.Point> points;
    private final double[] across; // shares of the map's width
    private final double[] down; // and of its height

    private NeighbourMap(Html html, ModelMap map) {
        this.html = html;
        points = map.points();
        across = points.stream().mapToDouble(ModelMap.Point::x).toArray();
        down = points.stream().mapToDouble(point -> -point.y()).toArray();
        double wide = span(across);
        double high = span(down);
        double scale = wide == 0 && high == 0 ? 0 : ROOM * StrictMath.min(3 / wide, 2 / high);
        fit(across, scale / 3);
        fit(down, scale / 2);
    }

    static void write(Html html, ModelMap map) {
        new NeighbourMap(html, map).write();
    }

    private static double span(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length - 1] - sorted[0];
    }

    private static void fit(double[] values, double scale) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double middle = (sorted[0] + sorted[sorted.length - 1]) / 2;
        for (int i = 0; i < values.length; i++) {
            values[i] = 0.5 + scale * (values[i] - middle);
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
        List<@Nullable Label> narrow = new Layout(328, 24).labels();
        List<@Nullable Label> wide = new Layout(588, 40).labels();
        for (int i = 0; i < points.size(); i++) {
            Label onNarrow = narrow.get(i);
            Label onWide = wide.get(i);
            if (Objects.equals(onNarrow, onWide)) {
                label(i, onNarrow, "");
            } else {
                label(i, onNarrow, " narrow");
                label(i, onWide, " wide");
            }
        }
        for (int i = 0; i < points.size(); i++) {
            point(i);
        }
        html.close();
    }

    private boolean isSuspect(int i) {
        return points.get(i).model().suspect();
    }

    private void point(int i) {
        html.open(
                "circle",
                "class",
                isSuspect(i) ? "place named" : "place",
                "cx",
                Html.percent(100 * across[i]),
                "cy",
                Html.percent(100 * down[i]),
                "r",
                isSuspect(i) ? "6" : "4.5");
        html.element("title", Visible.line(points.get(i).model().name(), Escapes.NAME))
                .close();
    }

    private void label(int i, @Nullable Label label, String page) {
        if (label == null) {
            return;
        }
        html.label(
                label.text(),
                Escapes.NAME,
                "class",
                (isSuspect(i) ? "leaf named" : "leaf") + page,
                "x",
                Html.percent(100 * across[i]),
                "y",
                Html.percent(100 * down[i]),
                "dx",
                Html.pixel(label.side().right * (MARK + GAP)),
                "dy",
                Html.pixel(label.side().down * (MARK + GAP + LINE / 2) + BASELINE),
                "text-anchor",
                label.side().anchor);
    }

    /** Which names have room on a map of a width, and where. */
    private final class Layout {
        private final double width; // pixels
        private final double height;
        private final int columns;
        private final List<Box> taken = new ArrayList<>();

        Layout(double width, int columns) {
            this.width = width;
            this.height = width * 2 / 3;
            this.columns = columns;
        }

        /** A label for each point; null where there is no room for it. Those nearest to the suspect come first. */
        List<@Nullable Label> labels() {
            for (int i = 0; i < points.size(); i++) {
                double x = across[i] * width;
                double y = down[i] * height;
                taken.add(new Box(x - MARK, y - MARK, x + MARK, y + MARK));
            }
            int suspect = points.size() - 1;
            List<@Nullable Label> labels = new ArrayList<>(Collections.nCopies(points.size(), null));
            IntStream.range(0, points.size())
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> StrictMath.hypot(
                            (across[i] - across[suspect]) * width, (down[i] - down[suspect]) * height)))
                    .forEachOrdered(i -> labels.set(i, place(i)));
            return labels;
        }

        /** Finds the place where a name hides least: the suspect's in any case, the others' only where they hide nothing. */
        private @Nullable Label place(int i) {
            String shown =
                    DisplayWidth.fitEnds(Visible.line(points.get(i).model().name(), Escapes.NAME), columns);
            double length = DisplayWidth.of(shown) * (isSuspect(i) ? BOLD_COLUMN : COLUMN);
            Side best = Arrays.stream(Side.values())
                    .filter(side -> isInside(box(i, side, length)))
                    .min(Comparator.comparingLong(side -> hidden(box(i, side, length))))
                    .orElse(across[i] < 0.5 ? Side.RIGHT : Side.LEFT);
            Box box = box(i, best, length);
            if (!isSuspect(i) && (!isInside(box) || hidden(box) > 0)) {
                return null;
            }
            taken.add(box);
            return new Label(shown, best);
        }

        private Box box(int i, Side side, double length) {
            double x = across[i] * width + side.right * (MARK + GAP + length / 2);
            double y = down[i] * height + side.down * (MARK + GAP + LINE / 2);
            return new Box(x - length / 2, y - LINE / 2, x + length / 2, y + LINE / 2);
        }

        private boolean isInside(Box box) {
            return box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
        }

        private long hidden(Box box) {
            return taken.stream().filter(box::meets).count();
        }
    }
}
