package dev.pedigree.fingerprint;

import java.util.Arrays;

/** Bytes and bits, growing. Bits fill a byte from the highest down. */
final class BitWriter {
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private int pending; // bits not yet written, in the low end
    private int pendingBits; // in [0, 8)

    void octet(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) value;
    }

    void octets(byte[] values) {
        for (byte value : values) {
            octet(value);
        }
    }

    /** A number that is not negative, seven bits a byte from the lowest up, the highest bit of all bytes but the last set. */
    void varint(long value) {
        long rest = value;
        while (rest > 0x7f) {
            octet((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    void fixed64(long value) {
        for (int shift = 0; shift < 64; shift += 8) {
            octet((int) (value >>> shift));
        }
    }

    /** The low {@code count} bits of a value, the highest first; {@code count} in [0, 31]. */
    void bits(int value, int count) {
        for (int left = count; left > 0; ) {
            int take = Math.min(left, 8 - pendingBits);
            int part = value >>> (left - take) & ((1 << take) - 1);
            pending = pending << take | part;
            pendingBits += take;
            left -= take;
            if (pendingBits == 8) {
                octet(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
    }

    /** Fills the last byte with zeros. */
    void align() {
        if (pendingBits > 0) {
            bits(0, 8 - pendingBits);
        }
    }

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
