package dev.pedigree.feature;

/**
 * Counts one- to three-grams of tokens straight into a table: the innermost loop of the widest families. Adds the same as
 * {@link NgramList}, which also tells where they stand.
 */
final class NgramTable {
    private NgramTable() {}

    /** Counts the n-grams that end in the tokens {@code from} to {@code to}. */
    static void count(long[] tokens, int from, int to, long seed, int bits, int[] table) {
        int shift = 64 - bits;
        // the hashes of the n-grams that end in the token before
        long one = from > 0 ? Ngram.step(seed, tokens[from - 1]) : 0;
        long two = from > 1 ? Ngram.step(Ngram.step(seed, tokens[from - 2]), tokens[from - 1]) : 0;
        for (int i = from; i < to; i++) {
            long token = tokens[i];
            long three = Ngram.spread(Ngram.step(two, token));
            two = Ngram.step(one, token);
            one = Ngram.step(seed, token);
            table[(int) (Ngram.spread(one) >>> shift)]++;
            table[(int) (Ngram.spread(two) >>> shift)] += i > 0 ? 1 : 0;
            table[(int) (three >>> shift)] += i > 1 ? 1 : 0;
        }
    }

    /** The same from the first token on, and shows them to a sample on the way. */
    static void countAndSample(long[] tokens, int to, long seed, int bits, int[] table, NgramSample sample) {
        int shift = 64 - bits;
        long one = 0;
        long two = 0;
        for (int i = 0; i < to; i++) {
            long token = tokens[i];
            long three = Ngram.spread(Ngram.step(two, token));
            two = Ngram.step(one, token);
            one = Ngram.step(seed, token);
            table[(int) (Ngram.spread(one) >>> shift)]++;
            sample.consider(Ngram.spread(one));
            if (i > 0) {
                table[(int) (Ngram.spread(two) >>> shift)]++;
                sample.consider(Ngram.spread(two));
                if (i > 1) {
                    table[(int) (three >>> shift)]++;
                    sample.consider(three);
                }
            }
        }
    }
}
