package dev.pedigree.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The word of ASCII letters and digits that starts at a place: its end, hash and last letters, eight bytes at a time. Within those
 * eight nothing branches: the hashes of all beginnings are computed, and the one of the right length is taken, since a processor
 * foresees neither how long a word is nor whether it was met before. Reused; not safe to share between threads.
 */
final class AsciiWord {
    /** How many zeros must follow behind the text. */
    static final int PADDING = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LETTER_BITS = 0x4040404040404040L; // no digit has this bit

    private final long[] beginnings = new long[Long.BYTES + 1]; // hashes by length
    private int end;
    private long hash;
    private int tail;
    private boolean number;

    /**
     * Reads the word that starts at a place.
     *
     * @param folded lower-cased letters and digits, each above zero, anything else at most zero
     * @param from where the word starts
     */
    void read(byte[] folded, int from) {
        long bytes = (long) LONGS.get(folded, from);
        int count = letters(bytes);
        if (count == Long.BYTES) {
            readLong(folded, from, bytes);
            return;
        }
        beginnings(TokenHash.SEED, bytes);
        end = from + count;
        hash = beginnings[count];
        long word = bytes << Long.SIZE - 8 * count;
        tail = (int) Long.reverseBytes(word);
        number = (word & LETTER_BITS) == 0;
    }

    private void readLong(byte[] folded, int from, long first) {
        long running = TokenHash.SEED;
        long letters = 0;
        long bytes = first;
        int at = from;
        int count = Long.BYTES;
        while (count == Long.BYTES) {
            beginnings(running, bytes);
            running = beginnings[Long.BYTES];
            letters |= bytes;
            at += Long.BYTES;
            bytes = (long) LONGS.get(folded, at);
            count = letters(bytes);
        }
        beginnings(running, bytes);
        end = at + count;
        hash = beginnings[count];
        tail = (int) (Long.reverseBytes((long) LONGS.get(folded, end - Long.BYTES)));
        number = (letters & LETTER_BITS) == 0 && (bytes & (1L << 8 * count) - 1 & LETTER_BITS) == 0;
    }

    /** The hashes of the beginnings of eight more letters, behind what was hashed before. */
    private void beginnings(long before, long bytes) {
        long[] hashes = beginnings;
        long h = before;
        hashes[0] = h;
        h = TokenHash.step(h, (char) (bytes & 0xff));
        hashes[1] = h;
        h = TokenHash.step(h, (char) (bytes >>> 8 & 0xff));
        hashes[2] = h;
        h = TokenHash.step(h, (char) (bytes >>> 16 & 0xff));
        hashes[3] = h;
        h = TokenHash.step(h, (char) (bytes >>> 24 & 0xff));
        hashes[4] = h;
        h = TokenHash.step(h, (char) (bytes >>> 32 & 0xff));
        hashes[5] = h;
        h = TokenHash.step(h, (char) (bytes >>> 40 & 0xff));
        hashes[6] = h;
        h = TokenHash.step(h, (char) (bytes >>> 48 & 0xff));
        hashes[7] = h;
        hashes[8] = TokenHash.step(h, (char) (bytes >>> 56));
    }

    /** How many of eight bytes, from the lowest up, are above zero. */
    private static int letters(long bytes) {
        long ends = ~((bytes & LOW_BITS) + LOW_BITS) & HIGH_BITS;
        return Long.numberOfTrailingZeros(ends) >>> 3;
    }

    /** Where the word ends. */
    int end() {
        return end;
    }

    /** Its hash before {@link TokenHash#finish}. */
    long hash() {
        return hash;
    }

    /** Its last four characters, see {@link TextScanner#tail}. */
    int tail() {
        return tail;
    }

    /** Whether it has no letters. */
    boolean isNumber() {
        return number;
    }
}
