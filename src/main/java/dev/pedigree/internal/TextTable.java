package dev.pedigree.internal;

import java.util.ArrayList;
import java.util.List;

/** A table of aligned columns that is never wider than its room. Not safe to share between threads. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

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
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(titles, widths, width));
        for (List<String> row : rows) {
            lines.add(line(row, widths, width));
        }
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = new int[titles.size()];
        int total = GAP.length() * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            widths[i] = DisplayWidth.of(titles.get(i));
            for (List<String> row : rows) {
                widths[i] = StrictMath.max(widths[i], DisplayWidth.of(row.get(i)));
            }
            total += widths[i];
        }
        for (; total > width; total--) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                if (!right[i] && (right[widest] || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
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
