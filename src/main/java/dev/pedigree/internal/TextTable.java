package dev.pedigree.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of aligned columns that is never wider than its room; where the room is too narrow for its columns, each row is written as
 * a few lines with the titles before the values, so that nothing is lost. Not safe to share between threads.
 */
public final class TextTable {
    private static final String GAP = "  ";
    /** A column of text that must be cut below this is better read in lines of its own. */
    private static final int NARROWEST = 18;

    private static final String INDENT = "    ";

    private final List<String> titles;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table without rows.
     *
     * @param titles the columns' titles; one that starts with {@code >} stands at the right, as do its cells
     */
    public TextTable(List<String> titles) {
        right = new boolean[titles.size()];
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < right.length; i++) {
            right[i] = titles.get(i).startsWith(">");
            plain.add(right[i] ? titles.get(i).substring(1) : titles.get(i));
        }
        this.titles = List.copyOf(plain);
    }

    /**
     * Adds a row.
     *
     * @param cells one text for each column, without control characters
     */
    public void add(List<String> cells) {
        if (cells.size() != titles.size()) {
            throw new IllegalArgumentException("need " + titles.size() + " cells, got " + cells.size());
        }
        rows.add(List.copyOf(cells));
    }

    /**
     * The table.
     *
     * @param width how many columns no line exceeds
     * @return the line of titles and the rows, without line ends
     */
    public List<String> lines(int width) {
        int[] widths = widths();
        List<String> lines = new ArrayList<>();
        if (!shrink(widths, width)) {
            rows.forEach(row -> lines.addAll(stacked(row, width)));
            return lines;
        }
        lines.add(line(titles, widths, width));
        for (List<String> row : rows) {
            lines.add(line(row, widths, width));
        }
        return lines;
    }

    /**
     * Tells how {@link #lines} writes the table.
     *
     * @param width how many columns no line exceeds
     * @return whether the first line holds the titles
     */
    public boolean isTitled(int width) {
        return shrink(widths(), width);
    }

    private int[] widths() {
        int[] widths = new int[titles.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(titles.get(i));
            for (List<String> row : rows) {
                widths[i] = StrictMath.max(widths[i], DisplayWidth.of(row.get(i)));
            }
        }
        return widths;
    }

    /** Makes columns of text narrower until all fit, the widest first; tells whether they do. */
    private boolean shrink(int[] widths, int width) {
        long total = GAP.length() * (widths.length - 1L);
        for (int columns : widths) {
            total += columns;
        }
        for (; total > width; total--) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                if (!right[i] && (right[widest] || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (right[widest] || widths[widest] <= NARROWEST) {
                return false;
            }
            widths[widest]--;
        }
        return true;
    }

    /** What the row is about on a line, and below it each other value after its title. */
    private List<String> stacked(List<String> row, int width) {
        int subject = 0;
        while (subject < right.length - 1 && right[subject]) {
            subject++;
        }
        List<String> lines = new ArrayList<>();
        String indent = "";
        for (String part : DisplayWidth.wrap(String.join(" ", row.subList(0, subject + 1)), width - INDENT.length())) {
            lines.add(indent + part);
            indent = INDENT;
        }
        List<String> values = new ArrayList<>();
        for (int i = subject + 1; i < right.length; i++) {
            if (!row.get(i).isEmpty()) {
                values.add(titles.get(i).strip() + ": " + row.get(i));
            }
        }
        if (!values.isEmpty()) {
            DisplayWidth.wrap(String.join(", ", values), width - INDENT.length())
                    .forEach(part -> lines.add(INDENT + part));
        }
        return lines;
    }

    private String line(List<String> cells, int[] widths, int width) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(i == 0 ? "" : GAP);
            line.append(DisplayWidth.pad(DisplayWidth.fit(cells.get(i), widths[i]), widths[i], right[i]));
        }
        return DisplayWidth.fit(line.toString().stripTrailing(), width);
    }
}
