package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import java.util.Arrays;

/**
 * Gathers the features of one family over one or more texts, either as a list of ids in the order in which they were met or as a
 * table of counts. Reused; not safe to share between threads.
 */
public final class FeatureBuffer {
    private static final int[] NONE = new int[0];

    private final int[] table; // counts by id; empty where ids are listed
    private final boolean named;
    private int[] ids = NONE;
    private int[] froms = NONE;
    private int[] tos = NONE;
    private int size;
    private int[] scratch = NONE;
    private char[] phrase = new char[64]; // scratch

    private FeatureBuffer(int[] table, boolean named) {
        this.table = table;
        this.named = named;
    }

    /**
     * A buffer that lists ids.
     *
     * @return an empty buffer
     */
    public static FeatureBuffer ofIds() {
        return new FeatureBuffer(NONE, false);
    }

    /**
     * A buffer that lists ids and remembers where each feature stands in the last text, for building a dictionary of phrases.
     *
     * @return an empty buffer
     */
    public static FeatureBuffer withPlaces() {
        return new FeatureBuffer(NONE, true);
    }

    /**
     * A buffer that counts in a table, for families with narrow ids.
     *
     * @param bits the width of the family's ids, at most 20
     * @return an empty buffer
     */
    public static FeatureBuffer ofCounts(int bits) {
        return new FeatureBuffer(new int[1 << bits], false);
    }

    /** Forgets everything. */
    public void clear() {
        size = 0;
        Arrays.fill(table, 0);
    }

    /** Makes room for more features, so that {@link #add} needs not look. */
    void reserve(int more) {
        if (table.length == 0 && size + more > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + more, Math.max(1024, 2 * ids.length)));
            if (named) {
                froms = Arrays.copyOf(froms, ids.length);
                tos = Arrays.copyOf(tos, ids.length);
            }
        }
    }

    /** The table to count in, for loops that do nothing else; empty where ids are listed. */
    int[] table() {
        return table;
    }

    /** A feature seen in the text from {@code from} to {@code to}; room must have been reserved. */
    void add(int id, int from, int to) {
        if (table.length > 0) {
            table[id]++;
            return;
        }
        if (named) {
            froms[size] = from;
            tos[size] = to;
        }
        ids[size++] = id;
    }

    /** A feature seen in some tokens, whose places are looked up only where they are wanted; room must have been reserved. */
    void add(int id, TextScanner text, int first, int last) {
        if (named) {
            add(id, text.start(first), text.end(last));
        } else {
            add(id, 0, 0);
        }
    }

    /**
     * How many features are listed.
     *
     * @return the count, repetitions included; 0 for a buffer that counts
     */
    public int size() {
        return size;
    }

    /**
     * One listed feature.
     *
     * @param index its index, in [0, {@link #size()})
     * @return its id, in [0, 2<sup>bits</sup>) of its family
     */
    public int id(int index) {
        return ids[index];
    }

    /**
     * How often each feature was met; the buffer is empty afterwards.
     *
     * @return the features that were met, in ascending order, with their counts
     */
    public FeatureCounts drain() {
        int listed = size;
        size = 0;
        int room = Math.max(table.length, ids.length);
        if (scratch.length < room) {
            scratch = new int[room];
        }
        return table.length > 0 ? FeatureCounts.ofTable(table, scratch) : FeatureCounts.ofList(ids, listed, scratch);
    }

    /** Where one listed feature starts in the last text; this buffer remembers places. */
    int from(int index) {
        return froms[index];
    }

    /**
     * What one listed feature was seen in.
     *
     * @param index its index, in [0, {@link #size()})
     * @param text the scanner that holds the text from which this buffer was filled
     * @return that part of the text in lower case, white space folded, each line end written as {@code ⏎}
     * @throws IllegalStateException if this buffer does not remember places
     */
    public String phrase(int index, TextScanner text) {
        if (!named) {
            throw new IllegalStateException("this buffer does not remember places");
        }
        int length = tos[index] - froms[index];
        if (phrase.length < length) {
            phrase = new char[2 * length];
        }
        int size = 0;
        for (int at = froms[index]; at < tos[index]; at++) {
            char c = text.lowerAt(at);
            char last = size == 0 ? '\0' : phrase[size - 1];
            if (c == '\n') {
                phrase[size++] = '\u23ce';
            } else if (c != ' ' && c != '\t' && c != '\r') {
                phrase[size++] = c;
            } else if (last != ' ' && last != '\u23ce') {
                phrase[size++] = ' ';
            }
        }
        return new String(phrase, 0, size);
    }
}
