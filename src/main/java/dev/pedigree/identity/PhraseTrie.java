package dev.pedigree.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases that can be looked up from a place in a text, longest first. The transitions stand in a double array, after Aoe, "An efficient
 * digital search algorithm by using a double-array structure", IEEE Transactions on Software Engineering 15(9), 1989,
 * doi:10.1109/32.31365. Immutable.
 */
final class PhraseTrie {
    /*
     * A state is the offset of its cell: WIDTH numbers that stand side by side, since a step needs them together. The cell of its
     * child by the character c is at cells[state + BASE] + codeOf[c], and the child is there if that cell's PARENT is the state plus
     * 1; a cell with parent 0 is free. Codes are multiples of WIDTH. Characters that occur in no phrase have the code 0, which no
     * child has. All spellings of a character that fold into one share its code.
     */
    private static final int BASE = 0;
    private static final int PARENT = 1;
    private static final int VALUE = 2;
    private static final int WIDTH = 4; // a cell crosses no line of a cache

    private final int[] codeOf = new int[1 << 16];
    private int[] cells = new int[1 << 12];
    private int alphabet = WIDTH; // the first code not given yet

    /** Collects phrases. */
    static final class Builder {
        private final Map<String, Integer> phrases = new HashMap<>();

        /**
         * Adds a phrase; of equal ones the last stays.
         *
         * @param folded the phrase as {@link Letters#fold} gives it
         * @param value what it means, above 0
         * @return the value that it had, or 0
         */
        int put(String folded, int value) {
            Integer before = phrases.put(folded, value);
            return before == null ? 0 : before;
        }

        /** The trie of all phrases added so far. */
        PhraseTrie build() {
            return new PhraseTrie(phrases);
        }
    }

    /** The end of the last phrase that {@link #longest} found; a call's result, so not for sharing: each reader has its own. */
    static final class Match {
        int value;
        int end;
    }

    private PhraseTrie(Map<String, Integer> phrases) {
        List<String> sorted = new ArrayList<>(phrases.keySet());
        sorted.sort(null);
        for (String phrase : sorted) {
            for (int i = 0; i < phrase.length(); i++) {
                if (codeOf[phrase.charAt(i)] == 0) {
                    codeOf[phrase.charAt(i)] = alphabet;
                    alphabet += WIDTH;
                }
            }
        }
        FreeCells free = new FreeCells(WIDTH);
        place(0, sorted, 0, sorted.size(), 0, phrases, free);
        for (int c = 0; c < codeOf.length; c++) {
            codeOf[c] = codeOf[Letters.fold((char) c)];
        }
    }

    /** Gives cells to what follows the first {@code depth} characters, which the phrases from {@code first} to {@code last} share. */
    private void place(
            int state,
            List<String> sorted,
            int first,
            int last,
            int depth,
            Map<String, Integer> phrases,
            FreeCells free) {
        int from = first;
        if (from < last && sorted.get(from).length() == depth) {
            cells[state + VALUE] = phrases.getOrDefault(sorted.get(from), 0);
            from++;
        }
        if (from == last) {
            return;
        }
        List<Integer> bounds = new ArrayList<>(); // where the phrases of each child begin
        for (int i = from; i < last; i++) {
            if (i == from || sorted.get(i).charAt(depth) != sorted.get(i - 1).charAt(depth)) {
                bounds.add(i);
            }
        }
        int[] codes = new int[bounds.size()];
        for (int k = 0; k < codes.length; k++) {
            codes[k] = codeOf[sorted.get(bounds.get(k)).charAt(depth)];
        }
        int gap = free.gap(codes);
        reserve(gap + alphabet + WIDTH);
        cells[state + BASE] = gap;
        for (int code : codes) {
            cells[gap + code + PARENT] = state + 1;
            free.take(gap + code);
        }
        bounds.add(last);
        for (int k = 0; k < codes.length; k++) {
            place(gap + codes[k], sorted, bounds.get(k), bounds.get(k + 1), depth + 1, phrases, free);
        }
    }

    private void reserve(int length) {
        if (length > cells.length) {
            cells = Arrays.copyOf(cells, 2 * length);
        }
    }

    /** Finds the longest phrase that begins here and stands alone; the value is 0 where there is none. */
    void longest(String text, int from, int to, Match match) {
        match.value = 0;
        match.end = from;
        int state = 0;
        for (int i = from; i < to; i++) {
            int cell = cells[state + BASE] + codeOf[text.charAt(i)];
            if (cells[cell + PARENT] != state + 1) {
                return;
            }
            state = cell;
            if (cells[state + VALUE] != 0
                    && (i + 1 == text.length() || Letters.isBoundary(text.charAt(i), text.charAt(i + 1)))) {
                match.value = cells[state + VALUE];
                match.end = i + 1;
            }
        }
    }
}
