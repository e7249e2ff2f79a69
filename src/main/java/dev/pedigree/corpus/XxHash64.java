package dev.pedigree.corpus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** The 64-bit hash of Yann Collet's xxHash, with seed 0, by which a frame of Zstandard is checked. */
final class XxHash64 {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;

    private final byte[] held = new byte[32];
    private int heldCount;
    private long total;
    private long a = 0x60EA27EEADC0B5D6L; // P1 + P2 modulo 2^64
    private long b = P2;
    private long c;
    private long d = -P1;

    void update(byte[] bytes, int from, int count) {
        total += count;
        int at = from;
        int end = from + count;
        if (heldCount > 0) {
            int taken = Math.min(32 - heldCount, count);
            System.arraycopy(bytes, at, held, heldCount, taken);
            heldCount += taken;
            at += taken;
            if (heldCount < 32) {
                return;
            }
            stripe(held, 0);
            heldCount = 0;
        }
        for (; at + 32 <= end; at += 32) {
            stripe(bytes, at);
        }
        heldCount = end - at;
        System.arraycopy(bytes, at, held, 0, heldCount);
    }

    private void stripe(byte[] bytes, int at) {
        a = round(a, (long) LONGS.get(bytes, at));
        b = round(b, (long) LONGS.get(bytes, at + 8));
        c = round(c, (long) LONGS.get(bytes, at + 16));
        d = round(d, (long) LONGS.get(bytes, at + 24));
    }

    private static long round(long sum, long value) {
        return Long.rotateLeft(sum + value * P2, 31) * P1;
    }

    long value() {
        long hash = P5;
        if (total >= 32) {
            hash = Long.rotateLeft(a, 1) + Long.rotateLeft(b, 7) + Long.rotateLeft(c, 12) + Long.rotateLeft(d, 18);
            for (long sum : new long[] {a, b, c, d}) {
                hash = (hash ^ round(0, sum)) * P1 + P4;
            }
        }
        hash += total;
        int at = 0;
        for (; at + 8 <= heldCount; at += 8) {
            hash = Long.rotateLeft(hash ^ round(0, (long) LONGS.get(held, at)), 27) * P1 + P4;
        }
        if (at + 4 <= heldCount) {
            long four = 0;
            for (int i = 0; i < 4; i++) {
                four |= (held[at + i] & 0xffL) << 8 * i;
            }
            hash = Long.rotateLeft(hash ^ four * P1, 23) * P2 + P3;
            at += 4;
        }
        for (; at < heldCount; at++) {
            hash = Long.rotateLeft(hash ^ (held[at] & 0xff) * P5, 11) * P1;
        }
        hash = (hash ^ hash >>> 33) * P2;
        hash = (hash ^ hash >>> 29) * P3;
        return hash ^ hash >>> 32;
    }
}
