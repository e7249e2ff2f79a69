package dev.pedigree.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as RFC 4180 has them: a cell in quotes may hold separators, line ends and doubled quotes; lines end with LF,
 * CRLF, or CR where a file has no LF.
 */
final class TableRows {
    private final Bytes bytes;
    private final char separator;
    private final char lineEnd;
    private final int maxRecord;
    private byte[] cell = new byte[1 << 10];
    private int length;
    private long line = 1;
    private long rowBytes;

    TableRows(Bytes bytes, char separator, char lineEnd, int maxRecord) {
        this.bytes = bytes;
        this.separator = separator;
        this.lineEnd = lineEnd;
        this.maxRecord = maxRecord;
    }

    /** The line on which the next row begins. */
    long line() {
        return line;
    }

    /** The cells of the next row; null at the end. After an error it goes on behind the end of the row. */
    @Nullable
    List<String> next() throws IOException, BadRecord {
        List<String> cells = new ArrayList<>();
        BadRecord bad = null;
        rowBytes = 0;
        long began = line;
        int b = bytes.read();
        if (b < 0) {
            return null;
        }
        while (true) {
            length = 0;
            boolean quoted = b == '"';
            if (quoted) {
                b = quotedCell();
                if (b == UNCLOSED) {
                    throw new BadRecord("a quoted cell that begins on line " + began + " or below is never closed");
                }
                if (b != separator && b != lineEnd && b != -1) {
                    bad = bad != null
                            ? bad
                            : new BadRecord("cell " + (cells.size() + 1)
                                    + ": expected a separator or a line end behind the closing quote");
                }
            }
            while (b != separator && b != lineEnd && b != -1) {
                add(b);
                b = bytes.read();
            }
            if (!quoted && b != separator && length > 0 && cell[length - 1] == '\r') {
                length--;
            }
            int wrong = Utf8.firstBad(cell, 0, Math.min(length, cell.length));
            if (wrong >= 0) {
                bad = bad != null ? bad : new BadRecord("cell " + (cells.size() + 1) + ": not UTF-8");
            }
            if (rowBytes > maxRecord) {
                bad = JsonLines.tooLong(maxRecord);
            }
            cells.add(new String(cell, 0, length, StandardCharsets.UTF_8));
            if (b != separator) {
                line += b == lineEnd ? 1 : 0;
                if (bad != null) {
                    throw bad;
                }
                return cells;
            }
            b = bytes.read();
        }
    }

    private static final int UNCLOSED = -2;

    /** Reads behind an opening quote; gives the byte behind the closing one, a CR before a line end left out. */
    private int quotedCell() throws IOException {
        while (true) {
            int b = bytes.read();
            if (b < 0) {
                return UNCLOSED;
            }
            if (b == '"') {
                b = bytes.read();
                if (b == '\r' && lineEnd == '\n') {
                    b = bytes.read();
                    return b;
                }
                if (b != '"') {
                    return b;
                }
            }
            line += b == lineEnd ? 1 : 0;
            add(b);
        }
    }

    private void add(int b) {
        if (++rowBytes > maxRecord) {
            return; // the row is too long and will be refused; its bytes are stepped over
        }
        if (length == cell.length) {
            cell = Arrays.copyOf(cell, length * 2);
        }
        cell[length++] = (byte) b;
    }
}
