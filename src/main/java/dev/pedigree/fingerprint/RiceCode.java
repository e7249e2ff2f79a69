package dev.pedigree.fingerprint;

/**
 * Rice codes (Rice, "Some practical universal noiseless coding techniques", JPL Publication 79-22, 1979) of numbers that are not
 * negative: the quotient by 2<sup>k</sup> in unary, the rest in k bits. Quotients from {@value #ESCAPE} on are written as that many
 * ones and the number's excess in an Elias gamma code (doi:10.1109/TIT.1975.1055349), so that a few large numbers cost little.
 */
final class RiceCode {
    static final int ESCAPE = 12;
    static final int LARGEST_K = 20;

    private RiceCode() {}

    /** How many bits a number takes. */
    static int length(int value, int k) {
        int quotient = value >>> k;
        if (quotient < ESCAPE) {
            return quotient + 1 + k;
        }
        long excess = 1L + value - ((long) ESCAPE << k);
        return ESCAPE + 2 * (63 - Long.numberOfLeadingZeros(excess)) + 1;
    }

    /** The parameter that makes the numbers shortest; the smallest of several. */
    static int best(int[] values, int count) {
        int best = 0;
        long shortest = Long.MAX_VALUE;
        for (int k = 0; k <= LARGEST_K; k++) {
            long bits = 0;
            for (int i = 0; i < count; i++) {
                bits += length(values[i], k);
            }
            if (bits < shortest) {
                shortest = bits;
                best = k;
            } else {
                break; // the length is convex in k but for the escapes
            }
        }
        return best;
    }

    static void write(BitWriter out, int value, int k) {
        int quotient = value >>> k;
        if (quotient < ESCAPE) {
            out.bits((1 << quotient + 1) - 2, quotient + 1);
            out.bits(value & (1 << k) - 1, k);
            return;
        }
        long excess = 1L + value - ((long) ESCAPE << k);
        int bits = 63 - Long.numberOfLeadingZeros(excess); // at most 31
        out.bits((1 << ESCAPE) - 1, ESCAPE);
        out.bits(0, bits);
        out.bits(1, 1);
        out.bits((int) (excess & (1L << bits) - 1), bits);
    }

    /** A number up to a limit. */
    static int read(BitReader in, int k, int limit) throws FormatException {
        int start = in.offset();
        int quotient = 0;
        while (quotient < ESCAPE && in.bits(1) == 1) {
            quotient++;
        }
        long value;
        if (quotient < ESCAPE) {
            value = ((long) quotient << k) + in.bits(k);
        } else {
            int bits = 0;
            while (in.bits(1) == 0) {
                if (++bits > 31) {
                    throw new FormatException(start, "a coded number is too large");
                }
            }
            value = (1L << bits) - 1 + in.bits(bits) + ((long) ESCAPE << k);
        }
        if (value > limit) {
            throw new FormatException(start, "a coded number must be at most " + limit + ", got " + value);
        }
        return (int) value;
    }
}
