package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A plot that is a file of its own: its size, its words and the style it shares with the others. */
final class Drawing {
    static final int LINE = 17;
    private static final String STYLE = "drawing.css";
    private static final int LEGEND_COLUMN = 150;

    private Drawing() {}

    /** Opens a drawing with a heading and sentences under it; what is drawn stands below {@link #top}. */
    static void open(Html html, int width, int height, String title, List<String> sentences, String description) {
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "role",
                "img",
                "aria-labelledby",
                "title desc",
                "width",
                Integer.toString(width),
                "height",
                Integer.toString(height),
                "viewBox",
                "0 0 " + width + " " + height);
        html.open("title", "id", "title").text(title).close();
        html.open("desc", "id", "desc").text(description).close();
        html.style(style());
        html.empty("rect", "class", "paper", "width", "100%", "height", "100%");
        text(html, "heading", 16, 30, title);
        for (int i = 0; i < sentences.size(); i++) {
            text(html, "note", 16, 52 + i * LINE, sentences.get(i));
        }
    }

    /** Where the drawing begins. */
    static int top(int sentences) {
        return 52 + sentences * LINE;
    }

    static void text(Html html, String look, double x, double y, String words) {
        html.open("text", "class", look, "x", Html.pixel(x), "y", Html.pixel(y))
                .text(words)
                .close();
    }

    static void line(Html html, String look, double x1, double y1, double x2, double y2) {
        html.empty(
                "line",
                "class",
                look,
                "x1",
                Html.pixel(x1),
                "y1",
                Html.pixel(y1),
                "x2",
                Html.pixel(x2),
                "y2",
                Html.pixel(y2));
    }

    /** A length on the drawing with the distance that it stands for: the largest of 1, 2, 5 times a power of ten that fits. */
    static void scaleBar(Html html, double x, double y, double pixelsPerUnit, double room) {
        double length = 1e-6;
        double step = length;
        for (int i = 0; step * pixelsPerUnit <= room && i < 60; i++) {
            length = step;
            step *= i % 3 == 1 ? 2.5 : 2;
        }
        double end = x + length * pixelsPerUnit;
        line(html, "branch", x, y, end, y);
        line(html, "branch", x, y - 3, x, y + 3);
        line(html, "branch", end, y - 3, end, y + 3);
        text(html, "note", end + 8, y + 4, "distance " + Decimals.text(length));
    }

    /** How many lines the legend takes. */
    static int legendLines(FamilyLooks looks, int width) {
        int columns = (width - 32) / LEGEND_COLUMN;
        return (looks.families().size() + columns - 1) / columns;
    }

    /** The families that have a look of their own. */
    static void legend(Html html, FamilyLooks looks, int width, double top) {
        int columns = (width - 32) / LEGEND_COLUMN;
        for (int i = 0; i < looks.families().size(); i++) {
            String family = looks.families().get(i);
            double x = 22 + i % columns * LEGEND_COLUMN;
            double y = top + i / columns * LINE;
            looks.mark(html, family, x, y);
            html.label(family, 18, "class", "note", "x", Html.pixel(x + 10), "y", Html.pixel(y + 4));
        }
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(Drawing.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
