package dev.pedigree.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * One scan for many phrases: the automaton of Aho and Corasick, "Efficient string matching: an aid to bibliographic search",
 * Communications of the ACM 18(6), 1975, doi:10.1145/360825.360855, with its failure links worked into a full transition table.
 */
final class Gate {
    /*
     * Characters are first mapped to classes: all that occur in no phrase share class 0. A state's number is the offset of its
     * row in the table, so that a step is one addition and one look-up. A row number with the sign bit set accepts.
     */
    private final char[] classOf = new char[1 << 16];
    private final int[] next; // [states * classes]

    Gate(Collection<String> phrases) {
        int classes = 1;
        List<String> folded = new ArrayList<>();
        for (String phrase : phrases) {
            String f = Letters.fold(phrase);
            folded.add(f);
            for (int i = 0; i < f.length(); i++) {
                if (classOf[f.charAt(i)] == 0) {
                    classOf[f.charAt(i)] = (char) classes++;
                }
            }
        }
        for (int c = 0; c < classOf.length; c++) {
            classOf[c] = classOf[Letters.fold((char) c)];
        }
        next = build(folded, classes);
    }

    private int[] build(List<String> phrases, int classes) {
        List<int[]> rows = new ArrayList<>();
        List<Boolean> accepts = new ArrayList<>();
        rows.add(new int[classes]);
        accepts.add(false);
        for (String phrase : phrases) {
            int state = 0;
            for (int i = 0; i < phrase.length(); i++) {
                int cls = classOf[phrase.charAt(i)];
                if (rows.get(state)[cls] == 0) {
                    rows.get(state)[cls] = rows.size();
                    rows.add(new int[classes]);
                    accepts.add(false);
                }
                state = rows.get(state)[cls];
            }
            accepts.set(state, true);
        }
        link(rows, accepts, classes);
        int[] table = new int[rows.size() * classes];
        for (int state = 0; state < rows.size(); state++) {
            for (int cls = 0; cls < classes; cls++) {
                int to = rows.get(state)[cls];
                table[state * classes + cls] = accepts.get(to) ? to * classes | Integer.MIN_VALUE : to * classes;
            }
        }
        return table;
    }

    private static void link(List<int[]> rows, List<Boolean> accepts, int classes) {
        int[] failure = new int[rows.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int to : rows.get(0)) {
            if (to != 0) {
                queue.add(to);
            }
        }
        while (!queue.isEmpty()) {
            int state = queue.remove();
            int[] row = rows.get(state);
            int[] fallback = rows.get(failure[state]);
            if (accepts.get(failure[state])) {
                accepts.set(state, true);
            }
            for (int cls = 0; cls < classes; cls++) {
                if (row[cls] == 0) {
                    row[cls] = fallback[cls];
                } else {
                    failure[row[cls]] = fallback[cls];
                    queue.add(row[cls]);
                }
            }
        }
    }

    /**
     * Finds the next phrase.
     *
     * @param text any text
     * @param from where to begin
     * @return the offset after the first phrase that ends after {@code from}, or -1
     */
    int next(String text, int from) {
        int state = 0;
        for (int i = from; i < text.length(); i++) {
            state = next[state + classOf[text.charAt(i)]];
            if (state < 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
