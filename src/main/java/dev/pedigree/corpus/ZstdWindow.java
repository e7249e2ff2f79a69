package dev.pedigree.corpus;

import java.util.Arrays;
import java.util.zip.ZipException;

/** What was decompressed and is still within reach of a match. Grows as it is needed, up to twice the window. */
final class ZstdWindow {
    private final int size;
    private final int slack;
    private byte[] bytes = new byte[1 << 18];
    private int end;
    /** Bytes of this frame in the array, at most; a match must not reach farther back. */
    private int given;

    ZstdWindow(int size) {
        this.size = size;
        slack = Math.max(size / 2, 1 << 20);
    }

    int end() {
        return end;
    }

    byte[] array() {
        return bytes;
    }

    /** Makes room for a block; what lies outside the window is dropped, and all before {@code end} must have been handed on. */
    void prepare(int block) {
        if (end + block > bytes.length) {
            if (end > size + slack) {
                System.arraycopy(bytes, end - size, bytes, 0, size);
                end = size;
            }
            if (end + block > bytes.length) {
                long wanted = Math.max((long) end + block, bytes.length * 2L);
                bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, (long) size + slack + 2L * ZstdBlock.MAX_SIZE));
            }
        }
        given = end;
    }

    private void check(int count) throws ZipException {
        if (end + count > bytes.length || end + count - given > ZstdBlock.MAX_SIZE) {
            throw new ZipException("a block that is larger than a block may be");
        }
    }

    void append(byte[] from, int at, int count) throws ZipException {
        check(count);
        System.arraycopy(from, at, bytes, end, count);
        end += count;
    }

    void fill(byte value, int count) throws ZipException {
        check(count);
        Arrays.fill(bytes, end, end + count, value);
        end += count;
    }

    void repeat(int distance, int count) throws ZipException {
        if (distance <= 0 || distance > end || distance > size) {
            throw new ZipException("a match that reaches beyond the window");
        }
        check(count);
        int from = end - distance;
        if (distance >= count) {
            System.arraycopy(bytes, from, bytes, end, count);
        } else {
            for (int i = 0; i < count; i++) {
                bytes[end + i] = bytes[from + i];
            }
        }
        end += count;
    }
}
