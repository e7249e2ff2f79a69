package dev.pedigree.identity;

import java.util.ArrayList;
import java.util.Arrays;
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
        Tree tree = new Tree();
        for (Phrase phrase : phrases) {
            String folded = Letters.fold(phrase.text());
            for (int i = 0; i < folded.length(); i++) {
                if (classOf[folded.charAt(i)] == 0) {
                    classOf[folded.charAt(i)] = (char) count++;
                }
            }
            tree.add(
                    folded,
                    4 * folded.length() + (phrase.capital() ? CAPITAL : 0) + (phrase.dated() ? DATED : 0),
                    classOf);
        }
        for (int c = 0; c < classOf.length; c++) {
            classOf[c] = classOf[Letters.fold((char) c)];
        }
        classes = count;
        next = new int[tree.states() * classes];
        ends = tree.ends();
        fill(tree);
    }

    /** The phrases as a tree of their characters, the children of a state in a chain. */
    private static final class Tree {
        private static final int[] NO_PHRASE = {};

        private int[] firstChild = new int[1 << 10]; // by state; 0 for none
        private int[] sibling = new int[1 << 10];
        private char[] cls = new char[1 << 10]; // of the character by which the state is entered
        private final List<int[]> ends = new ArrayList<>(List.of(NO_PHRASE));

        void add(String phrase, int mark, char[] classOf) {
            int state = 0;
            for (int i = 0; i < phrase.length(); i++) {
                state = child(state, classOf[phrase.charAt(i)]);
            }
            ends.set(state, joined(ends.get(state), new int[] {mark}));
        }

        private int child(int state, char by) {
            int child = firstChild[state];
            while (child != 0 && cls[child] != by) {
                child = sibling[child];
            }
            return child != 0 ? child : grow(state, by);
        }

        private int grow(int state, char by) {
            int child = states();
            if (child == cls.length) {
                firstChild = Arrays.copyOf(firstChild, 2 * child);
                sibling = Arrays.copyOf(sibling, 2 * child);
                cls = Arrays.copyOf(cls, 2 * child);
            }
            ends.add(NO_PHRASE);
            sibling[child] = firstChild[state];
            firstChild[state] = child;
            cls[child] = by;
            return child;
        }

        int states() {
            return ends.size();
        }

        int[][] ends() {
            return ends.toArray(int[][]::new);
        }
    }

    /**
     * Fills the table, states with fewer characters first: the row of a state is that of the state to which it falls back, but for its
     * own children.
     */
    private void fill(Tree tree) {
        int[] fallback = new int[tree.states()];
        int[] queue = new int[tree.states()];
        int queued = 1; // the root
        for (int at = 0; at < queued; at++) {
            int state = queue[at];
            int row = state * classes;
            if (state != 0) {
                System.arraycopy(next, fallback[state] * classes, next, row, classes);
            }
            for (int child = tree.firstChild[state]; child != 0; child = tree.sibling[child]) {
                int step = row + tree.cls[child];
                fallback[child] = (next[step] & Integer.MAX_VALUE) / classes;
                ends[child] = joined(ends[child], ends[fallback[child]]);
                next[step] = child * classes | (ends[child].length > 0 ? Integer.MIN_VALUE : 0);
                queue[queued++] = child;
            }
        }
    }

    private static int[] joined(int[] some, int[] more) {
        if (more.length == 0) {
            return some;
        }
        int[] joined = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, joined, some.length, more.length);
        return joined;
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
