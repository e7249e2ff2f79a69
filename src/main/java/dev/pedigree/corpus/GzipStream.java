package dev.pedigree.corpus;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The members of a gzip file (RFC 1952), one behind another. Unlike {@link java.util.zip.GZIPInputStream}, which takes whatever
 * stands behind a member and is no member for the end, it lets nothing pass but padding with zeros: a file that was cut in the
 * header of a member, or glued together wrongly, would lose its answers in silence.
 */
final class GzipStream extends InputStream {
    private static final int CHUNK = 1 << 16;
    private static final int DEFLATED = 8;
    private static final int HEADER_CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAMED = 8;
    private static final int COMMENTED = 16;

    private final BufferedInputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[CHUNK];
    private final byte[] single = new byte[1];
    private int count;
    private boolean ended;

    /** @param in a stream that stands at the first member */
    GzipStream(InputStream in) throws IOException {
        this.in = new BufferedInputStream(in, CHUNK);
        header(byteOrEnd());
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        while (!ended && length > 0) {
            int got = inflate(target, from, length);
            if (got > 0) {
                crc.update(target, from, got);
                return got;
            }
            if (inflater.finished()) {
                nextMember();
            } else {
                feed();
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] target, int from, int length) throws IOException {
        try {
            return inflater.inflate(target, from, length);
        } catch (DataFormatException e) {
            throw new ZipException(String.valueOf(e.getMessage()));
        }
    }

    /** The bytes stay marked, so that those behind the member can be read again. */
    private void feed() throws IOException {
        if (inflater.needsDictionary()) {
            throw new ZipException("a preset dictionary");
        }
        in.mark(CHUNK);
        count = in.read(packed);
        if (count < 0) {
            throw new EOFException();
        }
        inflater.setInput(packed, 0, count);
    }

    private void nextMember() throws IOException {
        in.reset();
        in.skipNBytes(count - inflater.getRemaining());
        long sum = little(4);
        long size = little(4);
        if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("the checksum is wrong");
        }
        int first = in.read();
        while (first == 0) {
            first = in.read();
        }
        if (first < 0) {
            ended = true;
            return;
        }
        inflater.reset();
        crc.reset();
        header(first);
    }

    private void header(int first) throws IOException {
        if (first != 0x1f || byteOrEnd() != 0x8b) {
            throw new ZipException("bytes behind the end that are no gzip");
        }
        if (byteOrEnd() != DEFLATED) {
            throw new ZipException("an unknown method of compression");
        }
        int flags = byteOrEnd();
        little(6);
        if ((flags & EXTRA) != 0) {
            for (long left = little(2); left > 0; left--) {
                byteOrEnd();
            }
        }
        if ((flags & NAMED) != 0) {
            skipText();
        }
        if ((flags & COMMENTED) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKED) != 0) {
            little(2);
        }
    }

    private void skipText() throws IOException {
        while (byteOrEnd() != 0) {}
    }

    private long little(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value |= (long) byteOrEnd() << (8 * i);
        }
        return value;
    }

    private int byteOrEnd() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
