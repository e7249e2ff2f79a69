package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import java.util.Arrays;

/**
 * The features of one family that one text shows, in the order in which they were met, with repetitions. Reused from text to
 * text; not safe to share between threads.
 */
public final class FeatureBuffer {
    private int[] ids = new int[8192];
    private int size;
    private final boolean named;
    private int[] froms = new int[0];
    private int[] tos = new int[0];

    private FeatureBuffer(boolean named) {
        this.named = named;
    }

    /**
     * A buffer of ids.
     *
     * @return an empty buffer
     */
    public static FeatureBuffer ofIds() {
        return new FeatureBuffer(false);
    }

    /**
     * A buffer that also remembers where each feature stands, for building a dictionary of phrases.
     *
     * @return an empty buffer
     */
    public static FeatureBuffer withPlaces() {
        return new FeatureBuffer(true);
    }

    /** Forgets everything. */
    void clear() {
        size = 0;
    }

    /** Makes room for more features, so that {@link #add} needs not look. */
    void reserve(int more) {
        if (size + more > ids.length) {
            ids = Arrays.copyOf(ids, Math.max(size + more, 2 * ids.length));
        }
        if (named && froms.length < ids.length) {
            froms = Arrays.copyOf(froms, ids.length);
            tos = Arrays.copyOf(tos, ids.length);
        }
    }

    /** A feature seen in the text from {@code from} to {@code to}; room must have been reserved. */
    void add(int id, int from, int to) {
        if (named) {
            froms[size] = from;
            tos[size] = to;
        }
        ids[size++] = id;
    }

    /**
     * How many features there are.
     *
     * @return the count, repetitions included
     */
    public int size() {
        return size;
    }

    /**
     * One feature.
     *
     * @param index its index, in [0, {@link #size()})
     * @return its id, in [0, 2<sup>bits</sup>) of its family
     */
    public int id(int index) {
        return ids[index];
    }

    /**
     * What one feature was seen in.
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
        StringBuilder out = new StringBuilder();
        for (int at = froms[index]; at < tos[index]; at++) {
            char c = text.lowerAt(at);
            char last = out.length() == 0 ? '\0' : out.charAt(out.length() - 1);
            if (c == '\n') {
                out.append('\u23ce');
            } else if (c != ' ' && c != '\t' && c != '\r') {
                out.append(c);
            } else if (last != ' ' && last != '\u23ce') {
                out.append(' ');
            }
        }
        return out.toString();
    }
}
