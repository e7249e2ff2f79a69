package dev.pedigree.identity;

import java.util.Arrays;

/**
 * Which cells of a double array are free while it is filled. Each cell points to one at or behind it, with no free cell between; the
 * chains are shortened as they are followed, so that the taken cells before a place are not passed one by one.
 */
final class FreeCells {
    private final int width;
    private int[] next;

    /**
     * @param width how far apart cells are; the first is never free
     */
    FreeCells(int width) {
        this.width = width;
        next = new int[1 << 10];
        Arrays.setAll(next, cell -> cell);
        next[0] = 1;
    }

    /** The smallest base, at least 0, by which all of these codes fall on free cells. */
    int gap(int[] codes) {
        int lowest = Arrays.stream(codes).min().orElseThrow() / width;
        for (int cell = free(lowest); ; cell = free(cell + 1)) {
            int candidate = cell - lowest;
            boolean fits = true;
            for (int code : codes) {
                fits &= isFree(candidate + code / width);
            }
            if (fits) {
                return candidate * width;
            }
        }
    }

    /** Takes the cell at an offset. */
    void take(int offset) {
        int cell = offset / width;
        reserve(cell + 1);
        next[cell] = cell + 1;
    }

    private boolean isFree(int cell) {
        return cell >= next.length || next[cell] == cell;
    }

    /** The first free cell at this one or behind it. */
    private int free(int cell) {
        int end = cell;
        while (!isFree(end)) {
            end = next[end];
        }
        for (int at = cell; at != end; ) {
            int following = next[at];
            next[at] = end;
            at = following;
        }
        return end;
    }

    private void reserve(int length) {
        int before = next.length;
        if (length > before) {
            next = Arrays.copyOf(next, 2 * length);
            for (int cell = before; cell < next.length; cell++) {
                next[cell] = cell;
            }
        }
    }
}
