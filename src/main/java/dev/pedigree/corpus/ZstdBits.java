package dev.pedigree.corpus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.ZipException;

/** Bits read from the end of a stream to its beginning (RFC 8878, 4.1). The array must go on for 8 bytes behind the stream. */
final class ZstdBits {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int from;
    /** How many bits are left; negative where more were asked for than there are. */
    private int left;

    ZstdBits(byte[] bytes, int from, int to) throws ZipException {
        if (to <= from || bytes[to - 1] == 0) {
            throw new ZipException("a bit stream without its end mark");
        }
        this.bytes = bytes;
        this.from = from;
        left = (to - from) * 8 - (Integer.numberOfLeadingZeros(bytes[to - 1] & 0xff) - 24) - 1;
    }

    int left() {
        return left;
    }

    /** The next bits, at most 32; zeros where there are none left. */
    long read(int count) {
        long value = peek(count);
        left -= count;
        return value;
    }

    long peek(int count) {
        if (count == 0) {
            return 0;
        }
        int low = left - count;
        if (low < 0) {
            return left <= 0 ? 0 : at(0) << -low & mask(count);
        }
        return at(low) & mask(count);
    }

    void skip(int count) {
        left -= count;
    }

    private long at(int bit) {
        long word = (long) LONGS.get(bytes, from + (bit >>> 3)) >>> (bit & 7);
        return bit == 0 && left < 32 ? word & mask(left) : word;
    }

    private static long mask(int count) {
        return (1L << count) - 1;
    }
}
