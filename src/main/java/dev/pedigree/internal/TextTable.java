package dev.pedigree.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of aligned columns that is never wider than its room. Where the room is too narrow for all columns, those of text are made
 * narrower and what stands in them goes on in the next line; where that is not enough, each row is written as a few lines with the titles
 * before the values. Nothing is lost either way. Not safe to share between threads.
 */
public final class TextTable {
    private static final String GAP = "  ";
    /** What would stand in a column of text below this is better read in lines of its own. */
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
        lines.addAll(aligned(titles, widths));
        rows.forEach(row -> lines.addAll(aligned(row, widths)));
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

    /** A row as one line, or as several where a cell has no room in its column. */
    private List<String> aligned(List<String> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            cells.add(parts(row.get(i), widths[i]));
            height = StrictMath.max(height, cells.get(i).size());
        }
        List<String> lines = new ArrayList<>();
        for (int part = 0; part < height; part++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = part < cells.get(i).size() ? cells.get(i).get(part) : "";
                line.append(i == 0 ? "" : GAP).append(DisplayWidth.pad(cell, widths[i], right[i]));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private static List<String> parts(String cell, int width) {
        if (DisplayWidth.of(cell) <= width) {
            return List.of(cell);
        }
        List<String> parts = new ArrayList<>();
        String indent = "";
        for (String part : DisplayWidth.wrap(cell, width - GAP.length())) {
            parts.add(indent + part);
            indent = GAP; // so that what goes on is not taken for another row
        }
        return parts;
    }
}
