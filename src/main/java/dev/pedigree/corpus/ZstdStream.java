package dev.pedigree.corpus;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Zstandard, decompressed. */
final class ZstdStream extends InputStream {
    private final InputStream in;

    ZstdStream(InputStream in) {
        this.in = new ZstdInputStream(in);
    }

    static boolean isMagic(int[] bytes) {
        return bytes[0] == 0x28 && bytes[1] == 0xb5 && bytes[2] == 0x2f && bytes[3] == 0xfd
                || (bytes[0] & 0xf0) == 0x50 && bytes[1] == 0x2a && bytes[2] == 0x4d && bytes[3] == 0x18;
    }

    @Override
    public int read() throws IOException {
        return in.read();
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        return in.read(target, from, length);
    }
}
