package dev.pedigree.corpus;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The entries of a ZIP archive, stored, deflated or compressed with Zstandard (methods 0, 8 and 93 of APPNOTE 6.3.10), also with
 * the 64-bit fields. The JDK's own reader does not know method 93.
 */
final class ZipArchive implements AutoCloseable {
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final long MAX_ENTRIES = 5_000_000;

    private record Entry(int flags, int method, long crc, long packed, long size, long offset) {}

    private final RandomAccessFile file;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private int replaced;

    ZipArchive(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        try {
            readDirectory();
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Whether the file begins as archives do. */
    static boolean is(Path file) throws CorpusException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] magic = in.readNBytes(4);
            return magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4;
        } catch (IOException e) {
            throw CorpusReader.wrapped(file, 0, e);
        }
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    List<String> names() {
        return new ArrayList<>(entries.keySet());
    }

    /** How many entries were written again later under the same name; the later one is read. */
    int replaced() {
        return replaced;
    }

    void digest(MessageDigest digest) throws IOException {
        byte[] chunk = new byte[1 << 16];
        file.seek(0);
        for (int count = file.read(chunk); count > 0; count = file.read(chunk)) {
            digest.update(chunk, 0, count);
        }
    }

    private void readDirectory() throws IOException {
        long length = file.length();
        int tail = (int) Math.min(length, 22 + 0xffff);
        byte[] end = bytes(length - tail, tail);
        int at = tail - 22;
        while (at >= 0 && int32(end, at) != END) {
            at--;
        }
        if (at < 0) {
            throw new IOException("the archive has no directory: it is cut off, or still being written");
        }
        long count = int16(end, at + 10);
        long offset = uint32(end, at + 16);
        long size = uint32(end, at + 12);
        if (at >= 20 && int32(end, at - 20) == LOCATOR64) {
            byte[] wide = bytes(int64(end, at - 20 + 8), 56);
            if (int32(wide, 0) != END64) {
                throw new IOException("the archive's directory is damaged");
            }
            count = int64(wide, 32);
            size = int64(wide, 40);
            offset = int64(wide, 48);
        }
        if (count > MAX_ENTRIES || size > Integer.MAX_VALUE - 16 || size < 0 || offset < 0 || offset + size > length) {
            throw new IOException("the archive's directory is damaged");
        }
        byte[] directory = bytes(offset, (int) size);
        int pos = 0;
        for (long i = 0; i < count; i++) {
            pos = readEntry(directory, pos);
        }
    }

    private int readEntry(byte[] d, int pos) throws IOException {
        if (pos + 46 > d.length || int32(d, pos) != CENTRAL) {
            throw new IOException("the archive's directory is damaged");
        }
        int nameLength = int16(d, pos + 28);
        int extraLength = int16(d, pos + 30);
        int next = pos + 46 + nameLength + extraLength + int16(d, pos + 32);
        if (next > d.length) {
            throw new IOException("the archive's directory is damaged");
        }
        String name = new String(d, pos + 46, nameLength, StandardCharsets.UTF_8);
        long size = uint32(d, pos + 24);
        long packed = uint32(d, pos + 20);
        long offset = uint32(d, pos + 42);
        int extra = pos + 46 + nameLength;
        int extraEnd = extra + extraLength;
        while (extra + 4 <= extraEnd) {
            int kind = int16(d, extra);
            int field = extra + 4;
            extra = field + int16(d, extra + 2);
            if (kind == 1 && extra <= extraEnd) {
                if (size == 0xffffffffL && field + 8 <= extra) {
                    size = int64(d, field);
                    field += 8;
                }
                if (packed == 0xffffffffL && field + 8 <= extra) {
                    packed = int64(d, field);
                    field += 8;
                }
                if (offset == 0xffffffffL && field + 8 <= extra) {
                    offset = int64(d, field);
                }
            }
        }
        Entry entry = new Entry(int16(d, pos + 8), int16(d, pos + 10), uint32(d, pos + 16), packed, size, offset);
        replaced += entries.put(name, entry) == null ? 0 : 1;
        return next;
    }

    InputStream open(String name) throws IOException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IOException("the archive has no entry " + name);
        }
        if ((entry.flags & 1) != 0) {
            throw new IOException("the entry is encrypted");
        }
        byte[] local = bytes(entry.offset, 30);
        if (int32(local, 0) != LOCAL) {
            throw new IOException("the archive is damaged: no entry where its directory says");
        }
        InputStream packed = new Part(entry.offset + 30 + int16(local, 26) + int16(local, 28), entry.packed);
        switch (entry.method) {
            case 0:
                return new Whole(packed, entry);
            case 8:
                return new Whole(inflated(packed), entry);
            case 93:
                return new Whole(new ZstdStream(new BufferedInputStream(packed, 1 << 16)), entry);
            default:
                throw new IOException("compressed with method " + entry.method
                        + ", which is not read; \"inspect log convert --to json\" writes the log as JSON");
        }
    }

    private static InputStream inflated(InputStream packed) {
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(packed, inflater, 1 << 13) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    private byte[] bytes(long offset, int length) throws IOException {
        if (offset < 0 || offset + length > file.length()) {
            throw new EOFException("the archive is cut off");
        }
        byte[] bytes = new byte[length];
        file.seek(offset);
        file.readFully(bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static int int16(byte[] b, int at) {
        return (b[at] & 0xff) | (b[at + 1] & 0xff) << 8;
    }

    private static int int32(byte[] b, int at) {
        return int16(b, at) | int16(b, at + 2) << 16;
    }

    private static long uint32(byte[] b, int at) {
        return int32(b, at) & 0xffffffffL;
    }

    private static long int64(byte[] b, int at) {
        return uint32(b, at) | uint32(b, at + 4) << 32;
    }

    /** The packed bytes of an entry. */
    private final class Part extends InputStream {
        private long at;
        private final long end;

        Part(long from, long length) throws IOException {
            at = from;
            end = from + length;
            if (length < 0 || end > file.length()) {
                throw new EOFException("the archive is cut off");
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (at >= end) {
                return -1;
            }
            file.seek(at);
            int count = file.read(target, from, (int) Math.min(length, end - at));
            at += Math.max(0, count);
            return count;
        }
    }

    /** Checks at its end that all bytes came and that they are those that were written. */
    private static final class Whole extends InputStream {
        private final CheckedInputStream in;
        private final Entry entry;
        private long count;

        Whole(InputStream in, Entry entry) {
            this.in = new CheckedInputStream(in, new CRC32());
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = in.read(target, from, length);
            if (read >= 0) {
                count += read;
            } else if (count != entry.size || in.getChecksum().getValue() != entry.crc) {
                throw new IOException("the entry is damaged: its checksum or its length is wrong");
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
