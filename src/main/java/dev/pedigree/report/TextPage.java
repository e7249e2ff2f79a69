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
        bold(text, "1");
    }

    /** A line that must be read whole, in a style; wrapped where it is wider than its room. */
    void bold(String text, String style) {
        String indent = "";
        for (String part : DisplayWidth.wrap(text, StrictMath.min(width, WIDEST_PROSE) - 2)) {
            line(indent + part, style);
            indent = "  ";
        }
    }

    void table(TextTable table) {
        List<String> lines = table.lines(width - 2);
        boolean titled = table.isTitled(width - 2);
        for (int i = 0; i < lines.size(); i++) {
            line("  " + lines.get(i), i == 0 && titled ? "2" : "");
        }
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
