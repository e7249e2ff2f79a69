package dev.pedigree.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Zstandard, decompressed (RFC 8878): any number of frames, skippable ones among them, windows up to 128 MiB ({@code --long=27}),
 * checksums compared. Dictionaries are not known.
 */
final class ZstdStream extends InputStream {
    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final long MAX_WINDOW = 128 << 20;

    private final InputStream in;
    private final byte[] packed = new byte[ZstdBlock.MAX_SIZE + 16];
    private @Nullable ZstdWindow window;
    private ZstdBlock block = new ZstdBlock();
    private XxHash64 hash = new XxHash64();
    private boolean hashed;
    private boolean lastBlock;
    private long content; // the length that the frame's header tells, or -1
    private long produced;
    private int pos;
    private boolean ended;

    ZstdStream(InputStream in) {
        this.in = in;
    }

    static boolean isMagic(int[] bytes) {
        int magic = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | bytes[3] << 24;
        return bytes[3] >= 0 && (magic == MAGIC || (magic & 0xfffffff0) == SKIPPABLE);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (window == null || pos == window.end()) {
            if (ended || !next()) {
                ended = true;
                return -1;
            }
        }
        int count = Math.min(length, window.end() - pos);
        System.arraycopy(window.array(), pos, target, from, count);
        pos += count;
        return count;
    }

    /** Decodes the next block; false at the end. */
    private boolean next() throws IOException {
        if (window == null || lastBlock) {
            if (window != null) {
                endFrame();
            }
            return beginFrame();
        }
        int header = little(3);
        lastBlock = (header & 1) == 1;
        int type = header >> 1 & 3;
        int size = header >>> 3;
        if (type == 3 || (type != 1 && size > ZstdBlock.MAX_SIZE)) {
            throw new ZipException("a block of an unknown kind");
        }
        window.prepare(ZstdBlock.MAX_SIZE);
        pos = window.end();
        if (type == 1) {
            window.fill((byte) need(), size);
        } else {
            if (in.readNBytes(packed, 0, size) < size) {
                throw new EOFException();
            }
            if (type == 0) {
                window.append(packed, 0, size);
            } else {
                java.util.Arrays.fill(packed, size, size + 16, (byte) 0);
                block.decode(packed, size, window);
            }
        }
        produced += window.end() - pos;
        if (hashed) {
            hash.update(window.array(), pos, window.end() - pos);
        }
        return true;
    }

    private boolean beginFrame() throws IOException {
        window = null;
        while (true) {
            int first = in.read();
            if (first < 0) {
                return false;
            }
            int magic = first | little(3) << 8;
            if (magic == MAGIC) {
                header();
                return true;
            }
            if ((magic & 0xfffffff0) != SKIPPABLE) {
                throw new ZipException("something else behind the end of a frame");
            }
            in.skipNBytes(little(4) & 0xffffffffL);
        }
    }

    private void header() throws IOException {
        int flags = need();
        boolean single = (flags & 0x20) != 0;
        if ((flags & 8) != 0) {
            throw new ZipException("a frame of an unknown kind");
        }
        hashed = (flags & 4) != 0;
        long size = 0;
        if (!single) {
            int descriptor = need();
            long base = 1L << 10 + (descriptor >> 3);
            size = base + base / 8 * (descriptor & 7);
        }
        int dictionary = new int[] {0, 1, 2, 4}[flags & 3];
        if (dictionary > 0 && little(dictionary) != 0) {
            throw new ZipException("compressed with a dictionary; decompress it first");
        }
        content = -1;
        switch (flags >> 6) {
            case 0:
                content = single ? need() : -1;
                break;
            case 1:
                content = little(2) + 256L;
                break;
            case 2:
                content = little(4) & 0xffffffffL;
                break;
            default:
                content = (little(4) & 0xffffffffL) | (long) little(4) << 32;
        }
        size = single ? content : size;
        if (size > MAX_WINDOW || size < 0) {
            throw new ZipException("a window of more than 128 MiB; compress it again without --long");
        }
        window = new ZstdWindow((int) Math.max(size, 1 << 10));
        block = new ZstdBlock();
        hash = new XxHash64();
        lastBlock = false;
        produced = 0;
        pos = 0;
    }

    private void endFrame() throws IOException {
        if (hashed && little(4) != (int) hash.value()) {
            throw new ZipException("the checksum is wrong");
        }
        if (content >= 0 && content != produced) {
            throw new ZipException("the frame's length is wrong");
        }
        hashed = false;
        content = -1;
    }

    private int need() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private int little(int count) throws IOException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value |= need() << 8 * i;
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
