package dev.pedigree.feature;

import java.util.Arrays;

/**
 * The words of one text in their order, each known by a small number, with the measures of vocabulary richness. Reused from text to
 * text.
 */
final class Vocabulary {
    /** The type-token ratio at which a factor of MTLD is full, .72 as 18/25. */
    private static final int FACTOR_OVER = 18;

    private static final int FACTOR_UNDER = 25;
    /** How many words are drawn for HD-D. */
    private static final int SAMPLE = 42;

    private int[] slots = new int[1 << 10]; // open addressing: first + number; below first is empty
    private int first = 1;

    private int[] sequence = new int[1024]; // the words by number
    private long[] hashes = new long[1024]; // by number
    private int[] frequencies = new int[1024]; // by number
    private int[] marks = new int[1024]; // by number: the factor that last met the word
    private double[] absent = new double[64];
    private int words;
    private int types;

    void clear() {
        first += types;
        if (first > Integer.MAX_VALUE / 2) {
            first = 1;
            Arrays.fill(slots, 0);
        }
        Arrays.fill(frequencies, 0, types, 0);
        words = 0;
        types = 0;
    }

    void add(long hash) {
        if (words == sequence.length) {
            sequence = Arrays.copyOf(sequence, 2 * words);
            hashes = Arrays.copyOf(hashes, 2 * words);
            frequencies = Arrays.copyOf(frequencies, 2 * words);
            marks = Arrays.copyOf(marks, 2 * words);
        }
        if (2 * types > slots.length) {
            grow();
        }
        int slot = slot(hash);
        int known = slots[slot] - first;
        // a word is as often new as not, so there is no branch
        boolean isNew = known < 0;
        int number = isNew ? types : known;
        frequencies[number]++;
        types += isNew ? 1 : 0;
        slots[slot] = first + number;
        hashes[number] = hash;
        sequence[words++] = number;
    }

    private int slot(long hash) {
        int at = (int) (hash >>> 43) & (slots.length - 1);
        while (true) {
            int number = slots[at] - first;
            if (number < 0 | hashes[Math.max(0, number)] == hash) {
                return at;
            }
            at = (at + 1) & (slots.length - 1);
        }
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < types; number++) {
            slots[slot(hashes[number])] = first + number;
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
        int[] read = sequence;
        int[] met = marks;
        Arrays.fill(met, 0, types, -1);
        int factor = 0;
        int balance = 0; // at most 0 where the ratio of types to tokens is down to the bound
        int at = from;
        int full = 0; // tokens in full factors
        for (int i = 0; i < words; i++, at += step) {
            int number = read[at];
            balance += met[number] == factor ? -FACTOR_OVER : FACTOR_UNDER - FACTOR_OVER;
            met[number] = factor;
            if (balance <= 0) {
                factor++;
                balance = 0;
                full = i + 1;
            }
        }
        double factors = factor;
        int tokens = words - full;
        if (tokens > 0) {
            int distinct = (balance + FACTOR_OVER * tokens) / FACTOR_UNDER;
            factors += (double) FACTOR_UNDER * (tokens - distinct) / ((double) (FACTOR_UNDER - FACTOR_OVER) * tokens);
        }
        return words / Math.max(factors, 1e-9);
    }

    /** HD-D: the mean type-token ratio of all samples of 42 words, by the hypergeometric distribution. Needs 42 words. */
    double hdd() {
        int highest = 0;
        for (int type = 0; type < types; type++) {
            highest = Math.max(highest, frequencies[type]);
        }
        if (absent.length <= highest) {
            absent = new double[2 * highest];
        }
        absent[0] = 1; // P(no word in the sample is of a type) by the type's frequency
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
