package dev.pedigree.corpus;

import java.util.zip.ZipException;

/** A Huffman table of literals (RFC 8878, 4.2). */
final class ZstdHuffman {
    private static final int MAX_BITS = 11;

    private final int log;
    private final short[] entries; // code length << 8 | symbol

    private ZstdHuffman(int log, short[] entries) {
        this.log = log;
        this.entries = entries;
    }

    /** How many bytes the description of the table takes, with its first. */
    static int length(byte[] bytes, int from) {
        int first = bytes[from] & 0xff;
        return 1 + (first < 128 ? first : first - 127 + 1 >> 1);
    }

    static ZstdHuffman read(byte[] bytes, int from, int to) throws ZipException {
        int first = bytes[from] & 0xff;
        int[] weights = new int[256];
        int count;
        if (first >= 128) {
            count = first - 127;
            for (int i = 0; i < count; i++) {
                int pair = bytes[from + 1 + (i >> 1)] & 0xff;
                weights[i] = (i & 1) == 0 ? pair >> 4 : pair & 15;
            }
        } else {
            count = compressed(bytes, from + 1, to, weights);
        }
        return of(weights, count);
    }

    private static int compressed(byte[] bytes, int from, int to, int[] weights) throws ZipException {
        ZstdFse.Reader reader = new ZstdFse.Reader(bytes, from, to);
        ZstdFse table = reader.read(6, MAX_BITS + 2);
        ZstdBits in = new ZstdBits(bytes, reader.end(), to);
        int even = (int) in.read(table.log);
        int odd = (int) in.read(table.log);
        int count = 0;
        while (true) {
            if (count > 253) {
                throw new ZipException("too many literals");
            }
            weights[count++] = table.symbol(even);
            even = table.next(even, in);
            if (in.left() < 0) {
                weights[count++] = table.symbol(odd);
                return count;
            }
            weights[count++] = table.symbol(odd);
            odd = table.next(odd, in);
            if (in.left() < 0) {
                weights[count++] = table.symbol(even);
                return count;
            }
        }
    }

    /** The weight of the last symbol is what is missing to a power of two. */
    private static ZstdHuffman of(int[] weights, int count) throws ZipException {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > MAX_BITS + 1) {
                throw new ZipException("a Huffman code that is too long");
            }
            sum += weights[i] == 0 ? 0 : 1 << weights[i] - 1;
        }
        if (sum == 0) {
            throw new ZipException("an empty Huffman table");
        }
        int log = 32 - Integer.numberOfLeadingZeros(sum);
        int missing = (1 << log) - sum;
        if (log > MAX_BITS || Integer.bitCount(missing) != 1 || count > 255) {
            throw new ZipException("a Huffman table whose weights do not add up");
        }
        weights[count] = 32 - Integer.numberOfLeadingZeros(missing);
        short[] entries = new short[1 << log];
        int at = 0;
        for (int weight = 1; weight <= log; weight++) {
            for (int symbol = 0; symbol <= count; symbol++) {
                if (weights[symbol] == weight) {
                    int end = at + (1 << weight - 1);
                    short entry = (short) (log + 1 - weight << 8 | symbol);
                    while (at < end) {
                        entries[at++] = entry;
                    }
                }
            }
        }
        return new ZstdHuffman(log, entries);
    }

    /** Decodes one stream that fills the target exactly. */
    void decode(byte[] bytes, int from, int to, byte[] target, int at, int end) throws ZipException {
        ZstdBits in = new ZstdBits(bytes, from, to);
        for (int i = at; i < end; i++) {
            int entry = entries[(int) in.peek(log)];
            in.skip(entry >> 8);
            target[i] = (byte) entry;
        }
        if (in.left() != 0) {
            throw new ZipException("literals that do not end where they should");
        }
    }
}
