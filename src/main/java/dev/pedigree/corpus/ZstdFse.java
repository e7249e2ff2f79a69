package dev.pedigree.corpus;

import java.util.zip.ZipException;

/** A decoding table of Finite State Entropy (RFC 8878, 4.1). */
final class ZstdFse {
    final int log;
    private final byte[] symbol;
    private final byte[] bits;
    private final int[] base;

    private ZstdFse(int log) {
        this.log = log;
        symbol = new byte[1 << log];
        bits = new byte[1 << log];
        base = new int[1 << log];
    }

    /** A table that always gives the one symbol. */
    static ZstdFse single(int symbol) {
        ZstdFse table = new ZstdFse(0);
        table.symbol[0] = (byte) symbol;
        return table;
    }

    /**
     * A table from the symbols' counts, which sum to 2^log; -1 stands for "less than one".
     */
    static ZstdFse of(int[] counts, int symbols, int log) {
        ZstdFse table = new ZstdFse(log);
        int size = 1 << log;
        int[] next = new int[symbols];
        int high = size;
        for (int s = 0; s < symbols; s++) {
            if (counts[s] == -1) {
                table.symbol[--high] = (byte) s;
                next[s] = 1;
            } else {
                next[s] = counts[s];
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int at = 0;
        for (int s = 0; s < symbols; s++) {
            for (int i = 0; i < counts[s]; i++) {
                table.symbol[at] = (byte) s;
                do {
                    at = at + step & size - 1;
                } while (at >= high);
            }
        }
        for (int i = 0; i < size; i++) {
            int state = next[table.symbol[i] & 0xff]++;
            table.bits[i] = (byte) (log - (31 - Integer.numberOfLeadingZeros(state)));
            table.base[i] = (state << table.bits[i]) - size;
        }
        return table;
    }

    int symbol(int state) {
        return symbol[state] & 0xff;
    }

    int next(int state, ZstdBits in) {
        return base[state] + (int) in.read(bits[state]);
    }

    /** Reads the counts of a table; {@link #end} tells where the bytes behind them begin. */
    static final class Reader {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private int bit;

        Reader(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
        }

        ZstdFse read(int maxLog, int maxSymbols) throws ZipException {
            int log = take(4) + 5;
            if (log > maxLog) {
                throw new ZipException("an entropy table that is too large");
            }
            int[] counts = new int[maxSymbols];
            int remaining = 1 << log;
            int symbol = 0;
            while (remaining > 0) {
                if (symbol >= maxSymbols) {
                    throw new ZipException("an entropy table with too many symbols");
                }
                int width = 32 - Integer.numberOfLeadingZeros(remaining + 1);
                int value = peek(width);
                int low = (1 << width) - 1 - (remaining + 1);
                int small = value & (1 << width - 1) - 1;
                if (small < low) {
                    value = small;
                    bit += width - 1;
                } else {
                    value = value >= 1 << width - 1 ? value - low : value;
                    bit += width;
                }
                int count = value - 1;
                remaining -= Math.abs(count);
                counts[symbol++] = count;
                if (count == 0) {
                    int repeat = take(2);
                    symbol += repeat;
                    while (repeat == 3) {
                        repeat = take(2);
                        symbol += repeat;
                    }
                }
                check();
            }
            if (remaining < 0 || symbol > maxSymbols) {
                throw new ZipException("an entropy table whose counts do not add up");
            }
            return of(counts, symbol, log);
        }

        int end() {
            return from + (bit + 7 >>> 3);
        }

        private int take(int count) throws ZipException {
            int value = peek(count);
            bit += count;
            check();
            return value;
        }

        private void check() throws ZipException {
            if (from + (bit + 7 >>> 3) > to) {
                throw new ZipException("an entropy table that is cut off");
            }
        }

        private int peek(int count) {
            int value = 0;
            for (int i = 0; i < 4; i++) {
                int at = from + (bit >>> 3) + i;
                value |= at < to ? (bytes[at] & 0xff) << 8 * i : 0;
            }
            return value >>> (bit & 7) & (1 << count) - 1;
        }
    }
}
