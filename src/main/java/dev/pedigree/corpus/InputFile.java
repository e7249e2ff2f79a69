package dev.pedigree.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The bytes of a file as text in UTF-8: what is compressed is decompressed (known by its first bytes, not by its name), a byte
 * order mark is dropped, UTF-16 is transcoded, which is known by such a mark or by the zeros beside its first two characters. Every byte of the file goes into the digest once.
 */
final class InputFile extends InputStream {
    private static final int CHUNK = 1 << 16;

    private final InputStream raw;
    private final InputStream text;

    private final boolean verbatim;

    private InputFile(InputStream raw, InputStream text, boolean verbatim) {
        this.raw = raw;
        this.text = text;
        this.verbatim = verbatim;
    }

    static InputFile open(Path path, MessageDigest digest) throws IOException {
        InputStream raw = new BufferedInputStream(new Digested(Files.newInputStream(path), digest), CHUNK);
        try {
            InputStream plain = unpacked(raw);
            InputStream text = decoded(plain);
            return new InputFile(raw, text, raw == text);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private static InputStream unpacked(InputStream raw) throws IOException {
        int[] magic = peek(raw, 4);
        if (magic[0] == 0x1f && magic[1] == 0x8b) {
            return new BufferedInputStream(new GzipStream(raw), CHUNK);
        }
        if (ZstdStream.isMagic(magic)) {
            return new BufferedInputStream(new ZstdStream(raw), CHUNK);
        }
        return raw;
    }

    private static InputStream decoded(InputStream plain) throws IOException {
        int[] mark = peek(plain, 4);
        if (mark[0] == 0xef && mark[1] == 0xbb && mark[2] == 0xbf) {
            plain.skipNBytes(3);
            return new BufferedInputStream(plain, CHUNK); // another stream: offsets are no longer those of the file
        }
        if (mark[0] == 0xff && mark[1] == 0xfe) {
            plain.skipNBytes(2);
            return new Utf16Stream(plain, StandardCharsets.UTF_16LE);
        }
        if (mark[0] == 0xfe && mark[1] == 0xff) {
            plain.skipNBytes(2);
            return new Utf16Stream(plain, StandardCharsets.UTF_16BE);
        }
        if (isAscii(mark[0]) && mark[1] == 0 && isAscii(mark[2]) && mark[3] == 0) {
            return new Utf16Stream(plain, StandardCharsets.UTF_16LE);
        }
        if (mark[0] == 0 && isAscii(mark[1]) && mark[2] == 0 && isAscii(mark[3])) {
            return new Utf16Stream(plain, StandardCharsets.UTF_16BE);
        }
        return plain;
    }

    private static boolean isAscii(int b) {
        return (b >= ' ' && b <= '~') || b == '\n' || b == '\r' || b == '\t';
    }

    /** Whether the text is the file, byte for byte. */
    boolean isVerbatim() {
        return verbatim;
    }

    /** The first bytes, -1 past the end; they stay in the stream. */
    private static int[] peek(InputStream in, int count) throws IOException {
        in.mark(count);
        int[] bytes = new int[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = in.read();
        }
        in.reset();
        return bytes;
    }

    @Override
    public int read() throws IOException {
        return text.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return text.read(target, from, length);
    }

    /** Reads what stands behind the last record, so that the digest covers the whole file. */
    void finish() throws IOException {
        raw.transferTo(OutputStream.nullOutputStream());
    }

    @Override
    public void close() throws IOException {
        text.close();
        raw.close();
    }

    private static final class Digested extends InputStream {
        private final InputStream in;
        private final MessageDigest digest;

        Digested(InputStream in, MessageDigest digest) {
            this.in = in;
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) {
                digest.update((byte) b);
            }
            return b;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = in.read(target, from, length);
            if (count > 0) {
                digest.update(target, from, count);
            }
            return count;
        }

        @Override
        public int available() throws IOException {
            return in.available();
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
