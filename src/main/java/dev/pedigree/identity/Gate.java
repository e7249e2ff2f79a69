package dev.pedigree.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * One scan for many phrases: the automaton of Aho and Corasick, "Efficient string matching: an aid to bibliographic search",
 * Communications of the ACM 18(6), 1975, doi:10.1145/360825.360855, with its failure links worked into a full transition table.
 */
final class Gate {
    /*
     * Characters are first mapped to classes: all that occur in no phrase share class 0. A state's number is the offset of its
     * row in the table, so that a step is one addition and one look-up. A row number with the sign bit set ends a phrase, which
     * then must stand alone and, where that is asked, begin with a capital.
     */
    private final char[] classOf = new char[1 << 16];
    private final int[] next; // [states * classes]
    private final int[][] ends; // [states], of the phrases that end there: four times the length and the marks
    private final int classes;

    private static final int CAPITAL = 1;
    private static final int DATED = 2;
    private static final int SENTENCE = 120; // characters in which a year stands beside a phrase that wants one

    /**
     * A phrase to look for.
     *
     * @param text the phrase
     * @param capital whether its first letter must be a capital
     * @param dated whether it says something only with a year beside it
     */
    record Phrase(String text, boolean capital, boolean dated) {}

    Gate(List<Phrase> phrases) {
        int count = 1;
        List<String> folded = new ArrayList<>();
        for (Phrase phrase : phrases) {
            String f = Letters.fold(phrase.text());
            folded.add(f);
            for (int i = 0; i < f.length(); i++) {
                if (classOf[f.charAt(i)] == 0) {
                    classOf[f.charAt(i)] = (char) count++;
                }
            }
        }
        for (int c = 0; c < classOf.length; c++) {
            classOf[c] = classOf[Letters.fold((char) c)];
        }
        classes = count;
        List<int[]> rows = new ArrayList<>();
        List<List<Integer>> outputs = new ArrayList<>();
        rows.add(new int[classes]);
        outputs.add(new ArrayList<>());
        for (int p = 0; p < folded.size(); p++) {
            String phrase = folded.get(p);
            outputs.get(insert(phrase, rows, outputs))
                    .add(4 * phrase.length()
                            + (phrases.get(p).capital() ? CAPITAL : 0)
                            + (phrases.get(p).dated() ? DATED : 0));
        }
        link(rows, outputs);
        next = table(rows, outputs);
        ends = new int[outputs.size()][];
        for (int state = 0; state < ends.length; state++) {
            ends[state] =
                    outputs.get(state).stream().mapToInt(Integer::intValue).toArray();
        }
    }

    private int insert(String phrase, List<int[]> rows, List<List<Integer>> outputs) {
        int state = 0;
        for (int i = 0; i < phrase.length(); i++) {
            int cls = classOf[phrase.charAt(i)];
            if (rows.get(state)[cls] == 0) {
                rows.get(state)[cls] = rows.size();
                rows.add(new int[classes]);
                outputs.add(new ArrayList<>());
            }
            state = rows.get(state)[cls];
        }
        return state;
    }

    private int[] table(List<int[]> rows, List<List<Integer>> outputs) {
        int[] table = new int[rows.size() * classes];
        for (int state = 0; state < rows.size(); state++) {
            for (int cls = 0; cls < classes; cls++) {
                int to = rows.get(state)[cls];
                table[state * classes + cls] =
                        outputs.get(to).isEmpty() ? to * classes : to * classes | Integer.MIN_VALUE;
            }
        }
        return table;
    }

    private void link(List<int[]> rows, List<List<Integer>> outputs) {
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
            outputs.get(state).addAll(outputs.get(failure[state]));
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
     * @param text any text; an array, since every character is looked at
     * @param from where to begin
     * @return the offset after the first phrase that ends after {@code from}, or -1
     */
    int next(char[] text, int from) {
        int state = 0;
        for (int i = from; i < text.length; i++) {
            state = next[state + classOf[text[i]]];
            if (state < 0) {
                state &= Integer.MAX_VALUE;
                if (isPhrase(text, i + 1, state / classes)) {
                    return i + 1;
                }
            }
        }
        return -1;
    }

    private boolean isPhrase(char[] text, int end, int state) {
        for (int phrase : ends[state]) {
            int start = end - (phrase >> 2);
            boolean capital = (phrase & CAPITAL) == 0
                    || Letters.isUpper(text[start])
                    || !Letters.isSpaced(Letters.script(text[start]));
            boolean alone = (start == 0 || Letters.isBoundary(text[start - 1], text[start]))
                    && (end == text.length || Letters.isBoundary(text[end - 1], text[end]));
            if (capital && alone && ((phrase & DATED) == 0 || hasYear(text, start - SENTENCE, end + SENTENCE))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a year of this century stands in text[from, to). */
    private static boolean hasYear(char[] text, int from, int to) {
        int end = Math.min(text.length, to) - 3;
        for (int i = Math.max(0, from); i < end; i++) {
            if (text[i] == '2' && text[i + 1] == '0' && Letters.isDigit(text[i + 2]) && Letters.isDigit(text[i + 3])) {
                return true;
            }
        }
        return false;
    }
}
