package dev.pedigree.report;

import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Writes HTML and SVG elements that are always closed and whose text is always escaped. Not safe to share between threads. */
final class Html {
    private static final List<String> INLINE = List.of("a", "b", "bdi", "code", "mark", "q", "span");

    private final StringBuilder out = new StringBuilder(1 << 15);
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; attributes as names and values by turns. */
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    /** An element without content. */
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append(tag.equals("meta") || tag.equals("br") ? ">" : "/>");
        return this;
    }

    /** Closes the element opened last. */
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (!INLINE.contains(tag)) {
            out.append('\n');
        }
        return this;
    }

    /** Our own words. */
    Html text(String words) {
        out.append(Escapes.attribute(words, Integer.MAX_VALUE));
        return this;
    }

    /** An element with our own words in it. */
    Html element(String tag, String words) {
        return open(tag).text(words).close();
    }

    /** Other people's text, kept apart from the direction of what stands around it. */
    Html quote(String text, int limit) {
        out.append("<bdi>").append(Escapes.html(text, limit)).append("</bdi>");
        return this;
    }

    /** A name that others gave. */
    Html name(String name) {
        return quote(name, Escapes.NAME);
    }

    /** A label inside a plot, cut to a width in columns of text. */
    Html label(String text, int columns, String... attributes) {
        open("text", attributes);
        text(DisplayWidth.fitEnds(Visible.line(text, Escapes.NAME), columns));
        return close();
    }

    /** Opens a section with its heading, to which links and the section's own name lead. */
    Html section(String id, String title) {
        open("section", "id", id, "aria-labelledby", id + "-h");
        return open("h2", "id", id + "-h").text(title).close();
    }

    /** Opens a table and its body, under the titles of its columns. */
    Html table(String look, String... titles) {
        open("table", "class", look).open("thead").open("tr");
        for (String title : titles) {
            columnTitle(title);
        }
        return body();
    }

    /** The title of a column in our own words. */
    Html columnTitle(String title) {
        return open("th", "scope", "col").text(title).close();
    }

    /** Closes the row of titles and the head of a table, and opens its body. */
    Html body() {
        return close().close().open("tbody");
    }

    /** The cell that says what a row is about: a name that others gave. */
    Html rowTitle(String name) {
        return open("th", "scope", "row").name(name).close();
    }

    /** A cell with figures. */
    Html number(String figures) {
        return open("td", "class", "number").text(figures).close();
    }

    /** What is not text of anybody: the style sheet. */
    Html style(String css) {
        out.append("<style>").append(css).append("</style>\n");
        return this;
    }

    /** Opens a plot of a height in pixels, as wide as its room, with the words for those who do not see it. */
    Html openPlot(String id, String title, String description, int height) {
        open(
                "svg",
                "role",
                "img",
                "width",
                "100%",
                "height",
                Integer.toString(height),
                "aria-labelledby",
                id + "-t " + id + "-d");
        open("title", "id", id + "-t").text(title).close();
        return open("desc", "id", id + "-d").text(description).close();
    }

    /** A line of a plot; positions across in per cent, down in pixels. */
    Html line(String look, double x1, double y1, double x2, double y2) {
        return empty("line", "class", look, "x1", percent(x1), "y1", pixel(y1), "x2", percent(x2), "y2", pixel(y2));
    }

    /** A shape of a plot by its path: our own numbers, however many. */
    Html path(String look, String path) {
        out.append("<path class=\"").append(look).append("\" d=\"").append(path).append("\"/>\n");
        return this;
    }

    /** A position or width across a plot. */
    static String percent(double value) {
        return Decimals.fixed(value, 2) + "%";
    }

    /** A position or height down a plot. */
    static String pixel(double value) {
        return Decimals.fixed(value, 1);
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            out.append(Escapes.attribute(attributes[i + 1], Escapes.SENTENCE)).append('"');
        }
    }
}
