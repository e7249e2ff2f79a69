package dev.pedigree.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hashes of words of ASCII letters and digits that were met before, so that most words are looked up eight letters at a time
 * rather than hashed letter by letter. A place holds the word that was put there last: nothing but time depends on what is found.
 */
final class WordCache {
    /** How many zeros must follow behind the text. */
    static final int PADDING = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BITS = 12;
    private static final int ENTRY = 4; // longs: letters, more letters, hash, tail with DIGITS
    private static final long DIGITS = 1L << 32;
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LETTER_BITS = 0x4040404040404040L; // no digit has this bit
    private static final long FACTOR_A = 0x9E3779B97F4A7C15L;
    private static final long FACTOR_B = 0xC2B2AE3D27D4EB4FL;

    private final long[] entries = new long[ENTRY << BITS];
    private int length;

    /**
     * Finds the word that starts at a place.
     *
     * @param folded lower-cased letters and digits, each above zero, anything else at most zero
     * @param from where the word starts
     * @return its entry, its {@link #length} being set; -1 where the word is too long
     */
    int find(byte[] folded, int from) {
        long a = (long) LONGS.get(folded, from);
        long b = 0;
        int letters = letters(a);
        if (letters < Long.BYTES) {
            a = first(a, letters);
        } else {
            b = (long) LONGS.get(folded, from + Long.BYTES);
            int more = letters(b);
            if (more == Long.BYTES) {
                return -1;
            }
            b = first(b, more);
            letters += more;
        }
        length = letters;
        int entry = (int) (a * FACTOR_A + b * FACTOR_B >>> 64 - BITS) * ENTRY;
        if (entries[entry] != a | entries[entry + 1] != b) {
            put(entry, a, b, folded, from);
        }
        return entry;
    }

    /** How many of eight bytes, from the lowest up, are above zero. */
    private static int letters(long bytes) {
        long ends = ~((bytes & LOW_BITS) + LOW_BITS) & HIGH_BITS;
        return Long.numberOfTrailingZeros(ends) >>> 3;
    }

    /** The lowest bytes, fewer than eight. */
    private static long first(long bytes, int count) {
        return bytes & (1L << 8 * count) - 1;
    }

    private void put(int entry, long a, long b, byte[] folded, int from) {
        long hash = TokenHash.SEED;
        int tail = 0;
        for (int i = from; i < from + length; i++) {
            hash = TokenHash.step(hash, (char) folded[i]);
            tail = tail << 8 | folded[i];
        }
        entries[entry] = a;
        entries[entry + 1] = b;
        entries[entry + 2] = TokenHash.finish(hash);
        entries[entry + 3] = tail & 0xffffffffL | (((a | b) & LETTER_BITS) == 0 ? DIGITS : 0);
    }

    /** How long the word is that was found last. */
    int length() {
        return length;
    }

    long hash(int entry) {
        return entries[entry + 2];
    }

    /** Its last four characters, see {@link TextScanner#tail}. */
    int tail(int entry) {
        return (int) entries[entry + 3];
    }

    /** Whether it has no letters. */
    boolean isNumber(int entry) {
        return entries[entry + 3] >= DIGITS;
    }
}
