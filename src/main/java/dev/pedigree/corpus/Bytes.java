package dev.pedigree.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A buffer over a stream that hands out lines without copying them. Its beginning can be looked at before it is consumed. */
final class Bytes extends InputStream {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long NEWLINES = '\n' * ONES;

    private final InputStream in;
    private final int maxRecord;
    private byte[] buffer = new byte[1 << 17];
    private int pos;
    private int limit;
    private boolean ended;
    private @Nullable IOException failure;
    private long dropped; // bytes that stood in the buffer before its first one

    private int lineEnd;
    private long lineNumber;
    private boolean plain;
    private boolean tooLong;

    Bytes(InputStream in, int maxRecord) {
        this.in = in;
        this.maxRecord = maxRecord;
    }

    /** Makes at least that many bytes visible, or all there are; gives how many are visible. */
    int peek(int wanted) {
        try {
            while (limit - pos < wanted && more()) {}
        } catch (IOException e) {
            failure = e; // what came before it is still read; it is told when the reading gets there
        }
        return limit - pos;
    }

    /** Tells what stopped {@link #peek} before the end of the input, if anything did. */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    byte[] array() {
        return buffer;
    }

    int from() {
        return pos;
    }

    /** Where the next byte stands in the stream, from 0. */
    long offset() {
        return dropped + pos;
    }

    /** Whether the input ends behind that many bytes. */
    boolean endsAfter(int count) {
        return peek(count + 1) == count && failure == null;
    }

    /** Steps over bytes already looked at. */
    void skip(int count) {
        pos += count;
    }

    /**
     * Finds the next line; it stands in {@link #array} from {@link #from} to {@link #to}, without its line end, until
     * {@link #consumeLine}. Gives false at the end of the input.
     */
    boolean nextLine() throws IOException {
        tooLong = false;
        long seen = 0;
        int scanned = pos;
        while (true) {
            int at = scanned;
            while (at + 8 <= limit) {
                long eight = (long) LONGS.get(buffer, at);
                long x = eight ^ NEWLINES;
                if (((x - ONES) & ~x & HIGHS) != 0) {
                    break;
                }
                seen |= eight | ((eight - ONES) & ~eight); // the high bit is set by a byte above 127 and by a zero byte
                at += 8;
            }
            while (at < limit && buffer[at] != '\n') {
                seen |= buffer[at] <= 0 ? HIGHS : 0;
                at++;
            }
            if (at < limit) {
                return line(at, seen);
            }
            scanned = at - pos; // relative, for the buffer may move
            if (scanned > maxRecord) {
                return oversized();
            }
            if (!more()) {
                return limit > pos && line(limit, seen);
            }
            scanned += pos;
        }
    }

    private boolean line(int end, long seen) {
        lineEnd = end;
        lineNumber++;
        tooLong = end - pos > maxRecord; // the buffer may hold more than a record may
        plain = (seen & HIGHS) == 0;
        return true;
    }

    /** Drops the rest of a line that is longer than a record may be. */
    private boolean oversized() throws IOException {
        tooLong = true;
        lineNumber++;
        while (true) {
            while (pos < limit) {
                if (buffer[pos] == '\n') {
                    lineEnd = pos;
                    return true;
                }
                pos++;
            }
            if (!more()) {
                lineEnd = pos;
                return true;
            }
        }
    }

    int to() {
        return lineEnd > pos && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    }

    long lineNumber() {
        return lineNumber;
    }

    /** Whether the line holds nothing but ASCII without NUL. May be false for such a line too. */
    boolean isPlain() {
        return plain;
    }

    int length() {
        return to() - pos;
    }

    boolean isTooLong() {
        return tooLong;
    }

    void consumeLine() {
        pos = lineEnd < limit ? lineEnd + 1 : lineEnd;
    }

    private boolean more() throws IOException {
        check();
        if (ended) {
            return false;
        }
        if (pos > 0 && (limit == buffer.length || pos == limit)) {
            System.arraycopy(buffer, pos, buffer, 0, limit - pos);
            limit -= pos;
            dropped += pos;
            pos = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(Integer.MAX_VALUE - 16, buffer.length * 2L));
        }
        int count = in.read(buffer, limit, buffer.length - limit);
        if (count < 0) {
            ended = true;
            return false;
        }
        limit += count;
        return true;
    }

    @Override
    public int read() throws IOException {
        return pos < limit || more() ? buffer[pos++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (pos == limit) {
            if (!more()) {
                return -1;
            }
        }
        int count = Math.min(length, limit - pos);
        System.arraycopy(buffer, pos, target, from, count);
        pos += count;
        return count;
    }
}
