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
    private int[] firsts = new int[0];
    private int[] lasts = new int[0];

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
        if (named && firsts.length < ids.length) {
            firsts = Arrays.copyOf(firsts, ids.length);
            lasts = Arrays.copyOf(lasts, ids.length);
        }
    }

    /** A feature made of the tokens {@code first} to {@code last}; room must have been reserved. */
    void add(int id, int first, int last) {
        if (named) {
            firsts[size] = first;
            lasts[size] = last;
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
     * The words of one feature of an n-gram family.
     *
     * @param index its index, in [0, {@link #size()})
     * @param text the scanner that holds the text from which this buffer was filled
     * @return its tokens in lower case, parted by single spaces, a line end written as {@code ⏎}
     * @throws IllegalStateException if this buffer does not remember places
     */
    public String phrase(int index, TextScanner text) {
        if (!named) {
            throw new IllegalStateException("this buffer does not remember places");
        }
        StringBuilder out = new StringBuilder();
        for (int token = firsts[index]; token <= lasts[index]; token++) {
            if (out.length() > 0) {
                out.append(' ');
            }
            if (text.kind(token).isLineEnd()) {
                out.append('\u23ce');
                continue;
            }
            for (int at = text.start(token); at < text.end(token); at++) {
                out.append(text.lowerAt(at));
            }
        }
        return out.toString();
    }
}
