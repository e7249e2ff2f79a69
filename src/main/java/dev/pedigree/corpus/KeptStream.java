package dev.pedigree.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Hands on a stream and keeps what was read from a place on, so that it can be read again from there. Of more than the limit the
 * oldest is given up. Places are counted in bytes from the beginning.
 */
final class KeptStream extends InputStream {
    private final InputStream in;
    private final int limit;
    private byte[] kept = new byte[1 << 14];
    private int size;
    private int next;
    private long begin;
    private long linesBefore;

    KeptStream(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Forgets what stands before that place. */
    void forgetBefore(long place) {
        int count = (int) Math.min(size, place - begin);
        if (count > 0) {
            linesBefore += lineEnds(count);
            System.arraycopy(kept, count, kept, 0, size - count);
            begin += count;
            size -= count;
            next -= count;
        }
    }

    /** Goes back to that place, or as near to it as is kept. */
    void backTo(long place) {
        next = (int) Math.min(Math.max(place - begin, 0), size);
    }

    /** Where the next byte stands. */
    long place() {
        return begin + next;
    }

    /** How many lines end before the next byte. */
    long lines() {
        return linesBefore + lineEnds(next);
    }

    /** How many bytes of the line stand before the next byte, as far as is known. */
    int column() {
        int at = next;
        while (at > 0 && kept[at - 1] != '\n') {
            at--;
        }
        return next - at;
    }

    private long lineEnds(int count) {
        long lines = 0;
        for (int i = 0; i < count; i++) {
            lines += kept[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Override
    public int read() throws IOException {
        return next == size && !fill(1 << 13) ? -1 : kept[next++] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (next == size && !fill(length)) {
            return -1;
        }
        int count = Math.min(length, size - next);
        System.arraycopy(kept, next, target, from, count);
        next += count;
        return count;
    }

    private boolean fill(int wanted) throws IOException {
        if (size + wanted > limit) {
            forgetBefore(begin + size / 2);
        }
        if (size + wanted > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(kept.length * 2, size + wanted));
        }
        int count = in.read(kept, size, wanted);
        size += Math.max(0, count);
        return count > 0;
    }
}
