package dev.pedigree.fingerprint;

import java.util.Arrays;

/** Reads what a {@link BitWriter} wrote, and nothing else: every failure is a {@link FormatException} with its offset. */
final class BitReader {
    private final byte[] bytes;
    private final int end;
    private int at;
    private int bit; // the next bit of bytes[at], in [0, 8), from the highest down

    BitReader(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    int offset() {
        return at;
    }

    int remaining() {
        return end - at;
    }

    FormatException bad(String message) {
        return new FormatException(at, message);
    }

    int octet() throws FormatException {
        if (at >= end) {
            throw bad("the file ends too early");
        }
        return bytes[at++] & 0xff;
    }

    byte[] octets(int count) throws FormatException {
        if (count > remaining()) {
            throw bad("needs " + count + " bytes, but only " + remaining() + " are left");
        }
        byte[] part = Arrays.copyOfRange(bytes, at, at + count);
        at += count;
        return part;
    }

    long fixed64() throws FormatException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 8) {
            value |= (long) octet() << shift;
        }
        return value;
    }

    /** A number in [0, limit] in its shortest form. */
    long varint(long limit, String what) throws FormatException {
        int start = at;
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                if (octet == 0 && shift > 0) {
                    throw new FormatException(start, what + " is not written in its shortest form");
                }
                break;
            }
            if (shift == 56) {
                throw new FormatException(start, what + " is too large");
            }
        }
        if (value > limit) {
            throw new FormatException(start, what + " must be at most " + limit + ", got " + value);
        }
        return value;
    }

    int bits(int count) throws FormatException {
        int value = 0;
        for (int left = count; left > 0; ) {
            if (at >= end) {
                throw bad("the file ends too early");
            }
            int take = Math.min(left, 8 - bit);
            value = value << take | (bytes[at] & 0xff) >>> (8 - bit - take) & ((1 << take) - 1);
            bit += take;
            left -= take;
            if (bit == 8) {
                bit = 0;
                at++;
            }
        }
        return value;
    }

    /** Passes over the zeros that fill the last byte. */
    void align() throws FormatException {
        if (bit > 0 && bits(8 - bit) != 0) {
            throw new FormatException(at - 1, "bits after the last value must be zero");
        }
    }
}
