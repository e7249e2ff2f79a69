package dev.pedigree.fingerprint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each prompt a sample of the word 1-3-grams of its answers, for measuring what two models share on the same prompts.
 * Sorted by prompt key. Immutable.
 *
 * @see dev.pedigree.feature.NgramSample
 */
public final class PromptSketches {
    static final PromptSketches EMPTY = new PromptSketches(new long[0], new int[0], new long[0], new char[0][]);

    private final long[] keys; // strictly ascending
    private final int[] answers;
    private final long[] ngrams;
    private final char[][] values; // [prompt][entry], strictly ascending

    PromptSketches(long[] keys, int[] answers, long[] ngrams, char[][] values) {
        this.keys = keys;
        this.answers = answers;
        this.ngrams = ngrams;
        this.values = values;
    }

    /**
     * How many prompts there are.
     *
     * @return the count
     */
    public int size() {
        return keys.length;
    }

    /**
     * The key of a prompt.
     *
     * @param index the prompt's index, in [0, {@link #size()})
     * @return the key; they ascend strictly with the index
     */
    public long key(int index) {
        return keys[index];
    }

    /**
     * Where a prompt stands.
     *
     * @param key the prompt's key
     * @return its index, or a negative number where there is no answer to it
     */
    public int indexOf(long key) {
        return Arrays.binarySearch(keys, key);
    }

    /**
     * How many answers to a prompt there are.
     *
     * @param index the prompt's index
     * @return the count, at least 1
     */
    public int answers(int index) {
        return answers[index];
    }

    /**
     * How many word 1-3-grams the looked-at parts of a prompt's answers have, sampled or not, repetitions included.
     *
     * @param index the prompt's index
     * @return their count, summed over the answers
     */
    public long ngrams(int index) {
        return ngrams[index];
    }

    /**
     * How many values are in a prompt's sample.
     *
     * @param index the prompt's index
     * @return the count; an empty answer has none
     */
    public int values(int index) {
        return values[index].length;
    }

    /**
     * One value of a prompt's sample.
     *
     * @param index the prompt's index
     * @param at the value's index, in [0, {@link #values(int)})
     * @return a number of 16 bits; values ascend strictly
     */
    public int value(int index, int at) {
        return values[index][at];
    }

    char[] row(int index) {
        return values[index];
    }

    PromptSketches plus(PromptSketches other) {
        Builder sum = new Builder();
        sum.addAll(this);
        sum.addAll(other);
        return sum.build();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof PromptSketches other
                && Arrays.equals(keys, other.keys)
                && Arrays.equals(answers, other.answers)
                && Arrays.equals(ngrams, other.ngrams)
                && Arrays.deepEquals(values, other.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.deepHashCode(values);
    }

    /** Gathers samples in any order. */
    static final class Builder {
        private final Map<Long, Entry> entries = new HashMap<>(); // its order is never used

        private static final class Entry {
            private int answers;
            private long ngrams;
            private char[] values = new char[0];
        }

        void add(long key, int answers, long ngrams, char[] values) {
            Entry entry = entries.get(key);
            if (entry == null) {
                entry = new Entry();
                entries.put(key, entry);
            }
            entry.answers = CountRows.saturated(entry.answers, answers);
            entry.ngrams += ngrams;
            entry.values = entry.values.length == 0 ? values : union(entry.values, values);
        }

        void addAll(PromptSketches sketches) {
            for (int i = 0; i < sketches.size(); i++) {
                add(sketches.keys[i], sketches.answers[i], sketches.ngrams[i], sketches.values[i]);
            }
        }

        PromptSketches build() {
            int size = entries.size();
            PromptSketches built = new PromptSketches(new long[size], new int[size], new long[size], new char[size][]);
            int next = 0;
            List<Map.Entry<Long, Entry>> sorted = new ArrayList<>(entries.entrySet());
            sorted.sort(Map.Entry.comparingByKey());
            for (Map.Entry<Long, Entry> keyed : sorted) {
                Entry entry = keyed.getValue();
                built.keys[next] = keyed.getKey();
                built.answers[next] = entry.answers;
                built.ngrams[next] = entry.ngrams;
                built.values[next++] = entry.values;
            }
            return built;
        }

        private static char[] union(char[] a, char[] b) {
            char[] all = new char[a.length + b.length];
            int size = 0;
            int i = 0;
            int j = 0;
            while (i < a.length && j < b.length) {
                char x = a[i];
                char y = b[j];
                all[size++] = x < y ? x : y;
                i += x <= y ? 1 : 0;
                j += y <= x ? 1 : 0;
            }
            System.arraycopy(a, i, all, size, a.length - i);
            size += a.length - i;
            System.arraycopy(b, j, all, size, b.length - j);
            return Arrays.copyOf(all, size + b.length - j);
        }
    }
}
