package dev.pedigree.corpus;

import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The decoding of compressed blocks (RFC 8878, 3.1.1.3). Tables and offsets are kept from block to block of a frame. */
final class ZstdBlock {
    static final int MAX_SIZE = 128 << 10;

    private static final int[] LENGTH_BASE = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 22, 24, 28, 32, 40, 48, 64, 128, 256, 512,
        1024, 2048, 4096, 8192, 16384, 32768, 65536
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        16
    };
    private static final int[] MATCH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32,
        33, 34, 35, 37, 39, 41, 43, 47, 51, 59, 67, 83, 99, 131, 259, 515, 1027, 2051, 4099, 8195, 16387, 32771, 65539
    };
    private static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2,
        2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    private static final ZstdFse LENGTHS = ZstdFse.of(
            new int[] {
                4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1,
                -1, -1
            },
            36,
            6);
    private static final ZstdFse MATCHES = ZstdFse.of(
            new int[] {
                1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
            },
            53,
            6);
    private static final ZstdFse OFFSETS = ZstdFse.of(
            new int[] {1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1},
            29,
            5);

    /** The table of one of the three codes of a sequence. */
    private static final class Code {
        final ZstdFse standard;
        final int maxLog;
        final int maxSymbols;

        @Nullable
        ZstdFse last;

        Code(ZstdFse standard, int maxLog, int maxSymbols) {
            this.standard = standard;
            this.maxLog = maxLog;
            this.maxSymbols = maxSymbols;
        }
    }

    private final Code lengths = new Code(LENGTHS, 9, 36);
    private final Code offsets = new Code(OFFSETS, 8, 32);
    private final Code matches = new Code(MATCHES, 9, 53);
    private final byte[] literals = new byte[MAX_SIZE];
    private int literalCount;
    private @Nullable ZstdHuffman huffman;
    private final int[] recent = {1, 4, 8};
    private byte[] in = {};
    private int size;
    private int pos;

    /** Decodes a block behind what the window holds; gives the new end. */
    int decode(byte[] block, int length, ZstdWindow window) throws ZipException {
        in = block;
        size = length;
        pos = 0;
        literals();
        int count = sequenceCount();
        int literal = 0;
        if (count > 0) {
            if (pos >= size) {
                throw cutOff();
            }
            int modes = in[pos++] & 0xff;
            ZstdFse lengthTable = table(lengths, modes >> 6);
            ZstdFse offsetTable = table(offsets, modes >> 4 & 3);
            ZstdFse matchTable = table(matches, modes >> 2 & 3);
            literal = new Sequences(lengthTable, offsetTable, matchTable).decode(count, window);
        }
        window.append(literals, literal, literalCount - literal);
        return window.end();
    }

    /** The three last distances have codes of their own (3.1.1.5). */
    private int distance(long value, boolean noLiterals) throws ZipException {
        if (value > 3) {
            if (value - 3 > Integer.MAX_VALUE) {
                throw new ZipException("a distance beyond the window");
            }
            recent[2] = recent[1];
            recent[1] = recent[0];
            recent[0] = (int) value - 3;
            return recent[0];
        }
        int which = (int) value - 1 + (noLiterals ? 1 : 0);
        if (which == 0) {
            return recent[0];
        }
        int distance = which == 3 ? recent[0] - 1 : recent[which];
        if (which > 1) {
            recent[2] = recent[1];
        }
        recent[1] = recent[0];
        recent[0] = distance;
        return distance;
    }

    private ZstdFse table(Code code, int mode) throws ZipException {
        ZstdFse table = code.last;
        if (mode == 0) {
            table = code.standard;
        } else if (mode == 1) {
            table = ZstdFse.single(nextByte());
        } else if (mode == 2) {
            ZstdFse.Reader reader = new ZstdFse.Reader(in, pos, size);
            table = reader.read(code.maxLog, code.maxSymbols);
            pos = reader.end();
        }
        if (table == null) {
            throw new ZipException("a table is repeated that was never given");
        }
        code.last = table;
        return table;
    }

    private int sequenceCount() throws ZipException {
        int first = nextByte();
        if (first < 128) {
            return first;
        }
        int second = nextByte();
        return first < 255 ? (first - 128 << 8) + second : second + (nextByte() << 8) + 0x7f00;
    }

    private int nextByte() throws ZipException {
        if (pos >= size) {
            throw cutOff();
        }
        return in[pos++] & 0xff;
    }

    private void literals() throws ZipException {
        int first = nextByte();
        int type = first & 3;
        int format = first >> 2 & 3;
        if (type < 2) {
            plainLiterals(first, type == 1, format);
            return;
        }
        int headerBytes = format == 3 ? 5 : format == 2 ? 4 : 3;
        long header = first;
        for (int i = 1; i < headerBytes; i++) {
            header |= (long) nextByte() << 8 * i;
        }
        int width = format == 3 ? 18 : format == 2 ? 14 : 10;
        literalCount = (int) (header >> 4) & (1 << width) - 1;
        int packed = (int) (header >> 4 + width) & (1 << width) - 1;
        int end = pos + packed;
        if (literalCount > MAX_SIZE || end > size || packed == 0) {
            throw cutOff();
        }
        if (type == 2) {
            int treeEnd = pos + ZstdHuffman.length(in, pos);
            if (treeEnd > end) {
                throw cutOff();
            }
            huffman = ZstdHuffman.read(in, pos, treeEnd);
            pos = treeEnd;
        }
        ZstdHuffman table = huffman;
        if (table == null) {
            throw new ZipException("a Huffman table is repeated that was never given");
        }
        if (format == 0) {
            table.decode(in, pos, end, literals, 0, literalCount);
        } else {
            fourStreams(end, table);
        }
        pos = end;
    }

    private void plainLiterals(int first, boolean same, int format) throws ZipException {
        literalCount = first >> 3;
        if (format == 1) {
            literalCount = first >> 4 | nextByte() << 4;
        } else if (format == 3) {
            literalCount = first >> 4 | nextByte() << 4;
            literalCount |= nextByte() << 12;
        }
        int stored = same ? 1 : literalCount;
        if (literalCount > MAX_SIZE || pos + stored > size) {
            throw cutOff();
        }
        if (same) {
            java.util.Arrays.fill(literals, 0, literalCount, in[pos]);
        } else {
            System.arraycopy(in, pos, literals, 0, literalCount);
        }
        pos += stored;
    }

    private void fourStreams(int end, ZstdHuffman table) throws ZipException {
        if (pos + 6 > end) {
            throw cutOff();
        }
        int at = pos + 6;
        int part = literalCount + 3 >> 2;
        for (int i = 0; i < 4; i++) {
            int next = i == 3 ? end : at + ((in[pos + 2 * i] & 0xff) | (in[pos + 2 * i + 1] & 0xff) << 8);
            int to = i == 3 ? literalCount : (i + 1) * part;
            if (next > end || to > literalCount) {
                throw cutOff();
            }
            table.decode(in, at, next, literals, i * part, to);
            at = next;
        }
    }

    /** The sequences of a block, with the tables of their codes. */
    private final class Sequences {
        private final ZstdFse lengthTable;
        private final ZstdFse offsetTable;
        private final ZstdFse matchTable;

        Sequences(ZstdFse lengthTable, ZstdFse offsetTable, ZstdFse matchTable) {
            this.lengthTable = lengthTable;
            this.offsetTable = offsetTable;
            this.matchTable = matchTable;
        }

        /** Gives the number of literals that they take. */
        int decode(int count, ZstdWindow window) throws ZipException {
            ZstdBits bits = new ZstdBits(in, pos, size);
            int length = (int) bits.read(lengthTable.log);
            int offset = (int) bits.read(offsetTable.log);
            int match = (int) bits.read(matchTable.log);
            int literal = 0;
            for (int i = 0; i < count; i++) {
                int offsetCode = offsetTable.symbol(offset);
                int matchCode = matchTable.symbol(match);
                int lengthCode = lengthTable.symbol(length);
                if (offsetCode > 31 || matchCode >= MATCH_BASE.length || lengthCode >= LENGTH_BASE.length) {
                    throw new ZipException("an unknown code");
                }
                long distance = (1L << offsetCode) + bits.read(offsetCode);
                int matchLength = MATCH_BASE[matchCode] + (int) bits.read(MATCH_BITS[matchCode]);
                int literalLength = LENGTH_BASE[lengthCode] + (int) bits.read(LENGTH_BITS[lengthCode]);
                if (i + 1 < count) {
                    length = lengthTable.next(length, bits);
                    match = matchTable.next(match, bits);
                    offset = offsetTable.next(offset, bits);
                }
                if (literal + literalLength > literalCount || bits.left() < 0) {
                    throw new ZipException("a sequence that goes beyond its block");
                }
                window.append(literals, literal, literalLength);
                literal += literalLength;
                window.repeat(distance(distance, literalLength == 0), matchLength);
            }
            if (bits.left() != 0) {
                throw new ZipException("sequences that do not end where they should");
            }
            return literal;
        }
    }

    private static ZipException cutOff() {
        return new ZipException("a block that is shorter than it says");
    }
}
