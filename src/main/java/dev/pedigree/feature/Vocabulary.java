package dev.pedigree.feature;

import java.util.Arrays;

/**
 * The words of one text in their order, each known by a small number, with the measures of vocabulary richness. Reused from text to
 * text.
 */
final class Vocabulary {
    /** The type-token ratio at which a factor of MTLD is full. */
    private static final double FACTOR = 0.72;
    /** How many words are drawn for HD-D. */
    private static final int SAMPLE = 42;

    private long[] hashes = new long[1 << 11]; // open addressing
    private int[] numbers = new int[1 << 11];
    private int[] epochs = new int[1 << 11]; // a slot is empty unless its epoch is the current one
    private int epoch;

    private int[] sequence = new int[1024]; // the words by number
    private int[] frequencies = new int[1024]; // by number
    private int[] marks = new int[1024]; // by number: the factor that last met the word
    private int words;
    private int types;

    void clear() {
        epoch++;
        words = 0;
        types = 0;
    }

    void add(long hash) {
        if (words == sequence.length) {
            sequence = Arrays.copyOf(sequence, 2 * words);
            frequencies = Arrays.copyOf(frequencies, 2 * words);
            marks = Arrays.copyOf(marks, 2 * words);
        }
        if (2 * types > hashes.length) {
            grow();
        }
        int slot = slot(hash);
        if (epochs[slot] != epoch) {
            epochs[slot] = epoch;
            hashes[slot] = hash;
            numbers[slot] = types;
            frequencies[types++] = 0;
        }
        int number = numbers[slot];
        frequencies[number]++;
        sequence[words++] = number;
    }

    private int slot(long hash) {
        int at = (int) (hash >>> 43) & (hashes.length - 1);
        while (epochs[at] == epoch && hashes[at] != hash) {
            at = (at + 1) & (hashes.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        int[] oldEpochs = epochs;
        hashes = new long[2 * oldHashes.length];
        numbers = new int[2 * oldHashes.length];
        epochs = new int[2 * oldHashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldEpochs[i] == epoch) {
                int slot = slot(oldHashes[i]);
                hashes[slot] = oldHashes[i];
                numbers[slot] = oldNumbers[i];
                epochs[slot] = epoch;
            }
        }
    }

    /** How many words there are. */
    int words() {
        return words;
    }

    /** How many words occur once. */
    int once() {
        int once = 0;
        for (int type = 0; type < types; type++) {
            once += frequencies[type] == 1 ? 1 : 0;
        }
        return once;
    }

    /** Yule's K: 10,000 (sum of squared frequencies - N) / N&sup2;. */
    double yule() {
        long squares = 0;
        for (int type = 0; type < types; type++) {
            squares += (long) frequencies[type] * frequencies[type];
        }
        return 1e4 * (squares - words) / ((double) words * words);
    }

    /** The measure of textual lexical diversity: mean length of runs that keep the type-token ratio above .72. */
    double mtld() {
        return (mtld(0, 1) + mtld(words - 1, -1)) / 2;
    }

    private double mtld(int from, int step) {
        Arrays.fill(marks, 0, types, -1);
        double factors = 0;
        int factor = 0;
        int tokens = 0;
        int distinct = 0;
        int at = from;
        for (int i = 0; i < words; i++, at += step) {
            int number = sequence[at];
            tokens++;
            if (marks[number] != factor) {
                marks[number] = factor;
                distinct++;
            }
            if (distinct <= FACTOR * tokens) {
                factors++;
                factor++;
                tokens = 0;
                distinct = 0;
            }
        }
        if (tokens > 0) {
            factors += (1 - (double) distinct / tokens) / (1 - FACTOR);
        }
        return words / Math.max(factors, 1e-9);
    }

    /** HD-D: the mean type-token ratio of all samples of 42 words, by the hypergeometric distribution. Needs 42 words. */
    double hdd() {
        int highest = 0;
        for (int type = 0; type < types; type++) {
            highest = Math.max(highest, frequencies[type]);
        }
        double[] absent = new double[highest + 1]; // P(no token in the sample) of a type by its frequency
        absent[0] = 1;
        for (int f = 0; f < highest; f++) {
            absent[f + 1] = absent[f] * Math.max(0, words - SAMPLE - f) / (words - f);
        }
        double sum = 0;
        for (int type = 0; type < types; type++) {
            sum += 1 - absent[frequencies[type]];
        }
        return sum / SAMPLE;
    }
}
