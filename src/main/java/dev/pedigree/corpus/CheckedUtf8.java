package dev.pedigree.corpus;

import java.io.IOException;
import java.io.InputStream;

/**
 * Hands on UTF-8 to a parser that does not check it strictly. What is not well-formed, and NUL bytes, become question marks, and
 * their places are kept, so that the record they stand in can be told.
 */
final class CheckedUtf8 extends InputStream {
    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int pos;
    private int checked;
    private int limit;
    private boolean ended;
    private long dropped;
    private long firstBad = -1;
    private long lastBad = -1;

    CheckedUtf8(InputStream in) {
        this.in = in;
    }

    /** Whether something bad stands before that offset; asking forgets it. */
    boolean takeBadBefore(long offset) {
        boolean bad = firstBad >= 0 && firstBad < offset;
        if (bad) {
            firstBad = lastBad >= offset ? lastBad : -1;
        }
        return bad;
    }

    private boolean fill() throws IOException {
        if (ended && checked == limit) {
            return false;
        }
        System.arraycopy(buffer, pos, buffer, 0, limit - pos);
        dropped += pos;
        limit -= pos;
        checked -= pos;
        pos = 0;
        int count = in.read(buffer, limit, buffer.length - limit);
        ended = count < 0;
        limit += Math.max(0, count);
        check(ended ? limit : limit - unfinished());
        return pos < checked || !ended;
    }

    /** How many bytes at the end belong to a character that goes on behind the buffer. */
    private int unfinished() {
        for (int back = 1; back <= Math.min(3, limit - checked); back++) {
            int b = buffer[limit - back] & 0xff;
            if (b >= 0xc0) {
                int length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return length > back ? back : 0;
            }
            if (b < 0x80) {
                return 0;
            }
        }
        return 0;
    }

    private void check(int end) {
        for (int i = checked; i < end; i++) {
            if (buffer[i] == 0) {
                bad(i);
            }
        }
        for (int at = Utf8.firstBad(buffer, checked, end); at >= 0; at = Utf8.firstBad(buffer, at + 1, end)) {
            bad(at);
        }
        checked = end;
    }

    private void bad(int at) {
        buffer[at] = '?';
        lastBad = dropped + at;
        firstBad = firstBad < 0 ? lastBad : firstBad;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (pos == checked) {
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(length, checked - pos);
        System.arraycopy(buffer, pos, target, from, count);
        pos += count;
        return count;
    }
}
