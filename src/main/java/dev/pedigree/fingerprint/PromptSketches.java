package dev.pedigree.fingerprint;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

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
        private final Map<Long, Entry> entries = new TreeMap<>();

        private static final class Entry {
            private int answers;
            private long ngrams;
            private char[] values = new char[0];
        }

        void add(long key, int answers, long ngrams, char[] values) {
            Entry entry = entries.computeIfAbsent(key, k -> new Entry());
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
            int at = 0;
            for (Map.Entry<Long, Entry> entry : entries.entrySet()) {
                built.keys[at] = entry.getKey();
                built.answers[at] = entry.getValue().answers;
                built.ngrams[at] = entry.getValue().ngrams;
                built.values[at++] = entry.getValue().values;
            }
            return built;
        }

        private static char[] union(char[] a, char[] b) {
            char[] all = Arrays.copyOf(a, a.length + b.length);
            System.arraycopy(b, 0, all, a.length, b.length);
            Arrays.sort(all);
            int size = 0;
            for (char value : all) {
                if (size == 0 || all[size - 1] != value) {
                    all[size++] = value;
                }
            }
            return Arrays.copyOf(all, size);
        }
    }
}
