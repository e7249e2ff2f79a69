package dev.pedigree.report;

import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import java.util.List;

/** Lines of text that are never wider than their room. Not safe to share between threads. */
final class TextPage {
    private static final int WIDEST_PROSE = 100;

    private final int width;
    private final boolean colour;
    private final StringBuilder out = new StringBuilder();

    TextPage(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    void heading(String text) {
        if (out.length() > 0) {
            out.append('\n');
        }
        line(DisplayWidth.fit(text, width), "1");
    }

    void table(TextTable table) {
        List<String> lines = table.lines(width - 2);
        line("  " + lines.get(0), "2");
        lines.subList(1, lines.size()).forEach(row -> line("  " + row, ""));
    }

    /** Other people's text or our own, wrapped; the first line and the rest after their indents. */
    void prose(String text, String first, String next) {
        int room = StrictMath.min(width, WIDEST_PROSE) - next.length();
        String indent = first;
        for (String part :
                DisplayWidth.wrap(Visible.line(text, Escapes.SENTENCE).replaceAll(" {2,}", " "), room)) {
            line(indent + part, "");
            indent = next;
        }
    }

    /** A line as it is, in a style of ECMA-48 where colours are wanted. */
    void line(String text, String style) {
        if (colour && !style.isEmpty()) {
            out.append("\u001b[").append(style).append('m').append(text).append("\u001b[0m\n");
        } else {
            out.append(text).append('\n');
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
