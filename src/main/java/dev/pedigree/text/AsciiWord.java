package dev.pedigree.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The word of ASCII letters and digits that starts at a place: its end, hash and last letters, eight bytes at a time. Within those
 * eight nothing branches, since a processor foresees neither how long a word is nor whether it was met before: zeros behind the word
 * are hashed too, and taken back. Reused; not safe to share between threads.
 */
final class AsciiWord {
    /** How many zeros must follow behind the text. */
    static final int PADDING = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long LETTER_BITS = 0x4040404040404040L; // no digit has this bit

    /**
     * By how many of eight bytes are letters: the factor that takes back the steps over the zeros behind them. A step over a zero is
     * a product with an odd number, which has an inverse.
     */
    private static final long[] BACK = new long[Long.BYTES];

    static {
        long inverse = TokenHash.FACTOR; // right in its last three bits; every round doubles them
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            inverse *= 2 - TokenHash.FACTOR * inverse;
        }
        BACK[Long.BYTES - 1] = inverse;
        for (int count = Long.BYTES - 2; count >= 0; count--) {
            BACK[count] = BACK[count + 1] * inverse;
        }
    }

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
        long letters = bytes & (1L << 8 * count) - 1;
        end = from + count;
        hash = step(TokenHash.SEED, letters) * BACK[count];
        tail = (int) Long.reverseBytes(letters << Long.SIZE - 8 * count);
        number = (letters & LETTER_BITS) == 0;
    }

    private void readLong(byte[] folded, int from, long first) {
        long running = TokenHash.SEED;
        long seen = 0;
        long bytes = first;
        int at = from;
        int count = Long.BYTES;
        while (count == Long.BYTES) {
            running = step(running, bytes);
            seen |= bytes;
            at += Long.BYTES;
            bytes = (long) LONGS.get(folded, at);
            count = letters(bytes);
        }
        long letters = bytes & (1L << 8 * count) - 1;
        end = at + count;
        hash = step(running, letters) * BACK[count];
        tail = (int) (Long.reverseBytes((long) LONGS.get(folded, end - Long.BYTES)));
        number = ((seen | letters) & LETTER_BITS) == 0;
    }

    /** The hash with eight bytes more, the lowest first. */
    private static long step(long before, long bytes) {
        long h = before;
        h = TokenHash.step(h, (char) (bytes & 0xff));
        h = TokenHash.step(h, (char) (bytes >>> 8 & 0xff));
        h = TokenHash.step(h, (char) (bytes >>> 16 & 0xff));
        h = TokenHash.step(h, (char) (bytes >>> 24 & 0xff));
        h = TokenHash.step(h, (char) (bytes >>> 32 & 0xff));
        h = TokenHash.step(h, (char) (bytes >>> 40 & 0xff));
        h = TokenHash.step(h, (char) (bytes >>> 48 & 0xff));
        return TokenHash.step(h, (char) (bytes >>> 56));
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
