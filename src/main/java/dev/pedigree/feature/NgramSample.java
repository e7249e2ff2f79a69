package dev.pedigree.feature;

import java.util.Arrays;

/**
 * A sample of the distinct word 1-3-grams of an answer's first 400 tokens, by hash: an n-gram is in the sample of every answer
 * that holds it or of none, so that samples of different answers can be compared. This is FracMinHash (Irber et al.,
 * "Lightweight compositional analysis of metagenomes with FracMinHash and minimum metagenome covers", bioRxiv 2022,
 * doi:10.1101/2022.01.11.475838) at a scale of 8, with the kept hashes cut to 16 bits, so that about one in 65,536 pairs of
 * different n-grams looks equal. Reused from text to text; not safe to share between threads.
 */
public final class NgramSample {
    /** One in so many n-grams is kept. */
    public static final int SCALE = 8;

    static final int TOKENS = 400;

    private final long[] seen = new long[1 << 10]; // a bit for each of the 2^16 values
    private final long[] touched = new long[1 << 4]; // a bit for each of the words of seen
    private final int[] drawn = new int[3 * TOKENS + 1]; // values of the text, unsorted, with repetitions
    private int drawnSize;
    private char[] values = new char[512];
    private int size;
    private int ngrams;

    /** An empty sample. */
    public NgramSample() {}

    /** Forgets the sample before, and makes ready for a text of so many tokens. */
    void begin(int tokens) {
        int count = Math.min(TOKENS, tokens);
        ngrams = count + Math.max(0, count - 1) + Math.max(0, count - 2);
        drawnSize = 0;
    }

    /** An n-gram of the first {@link #TOKENS} tokens, by its hash as {@link Ngram#spread} gives it. */
    void consider(long spread) {
        int id = (int) (spread >>> 45);
        // written without a branch, and overwritten next if it is not kept
        drawn[drawnSize] = id;
        drawnSize += id >>> 16 == 0 ? 1 : 0;
    }

    /** All n-grams have been considered. */
    void end() {
        for (int i = 0; i < drawnSize; i++) {
            seen[drawn[i] >>> 6] |= 1L << drawn[i];
            touched[drawn[i] >>> 12] |= 1L << (drawn[i] >>> 6);
        }
        gather();
    }

    /**
     * The sampled values.
     *
     * @return 16-bit values, strictly ascending
     */
    public char[] values() {
        return Arrays.copyOf(values, size);
    }

    /**
     * How many n-grams there are in the looked-at part of the answer, kept or not, repetitions included.
     *
     * @return the count
     */
    public int ngrams() {
        return ngrams;
    }

    private void gather() {
        size = 0;
        for (int t = 0; t < touched.length; t++) {
            for (long words = touched[t]; words != 0; words &= words - 1) {
                take(t << 6 | Long.numberOfTrailingZeros(words));
            }
            touched[t] = 0;
        }
    }

    private void take(int word) {
        if (size + 64 > values.length) {
            values = Arrays.copyOf(values, 2 * values.length);
        }
        for (long bits = seen[word]; bits != 0; bits &= bits - 1) {
            values[size++] = (char) (word << 6 | Long.numberOfTrailingZeros(bits));
        }
        seen[word] = 0;
    }
}
