package dev.pedigree.feature;

/** The hash of a sequence of token hashes; order matters. Part of every fingerprint scheme; its definition never changes. */
final class Ngram {
    private static final long FACTOR = 0xD6E8FEB86659FD93L;
    private static final long LAST = 0x94D049BB133111EBL;

    private Ngram() {}

    /** The hash so far and one token more; a sequence starts with the seed of its kind. */
    static long step(long hash, long token) {
        long h = (hash ^ token) * FACTOR;
        return h ^ (h >>> 32);
    }

    /** A feature id of {@code bits} bits, 1 to 31. */
    static int id(long hash, int bits) {
        return (int) (spread(hash) >>> (64 - bits));
    }

    /** The hash with its bits spread: the first {@code bits} of them are the id. */
    static long spread(long hash) {
        return hash * LAST;
    }
}
