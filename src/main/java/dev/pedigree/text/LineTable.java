package dev.pedigree.text;

import java.util.Arrays;

/** The lines of a text that is being scanned, without empty ones. Reused from text to text. */
final class LineTable {
    private static final BlockKind[] KINDS = BlockKind.values();

    private final Lines kinds = new Lines();
    private int count;
    private int[] starts = new int[128];
    private int[] ends = new int[128];
    private int[] tokens = new int[128];
    private int[] words = new int[128];
    private int[] indents = new int[128];
    private byte[] blocks = new byte[128];
    private boolean[] afterEmpty = new boolean[128];
    private boolean[] opensFence = new boolean[128];

    void reset() {
        count = 0;
        kinds.reset();
    }

    /**
     * Begins a line.
     *
     * @param text the text
     * @param length the text's length
     * @param from the line's first unit
     * @param token the number of tokens before it
     * @param word the number of words before it
     * @param emptyBefore whether there is at least one empty line before it
     * @return the first unit behind its indentation
     */
    int begin(char[] text, int length, int from, int token, int word, boolean emptyBefore) {
        int at = from;
        int indent = 0;
        while (at < length && (text[at] == ' ' || text[at] == '\t')) {
            indent += text[at] == '\t' ? 4 : 1;
            at++;
        }
        if (count == starts.length) {
            grow(2 * count);
        }
        if (emptyBefore) {
            kinds.blank();
        }
        boolean fenced = kinds.inFence();
        starts[count] = from;
        tokens[count] = token;
        words[count] = word;
        indents[count] = indent;
        blocks[count] = (byte) kinds.next(text, at, indent, length).ordinal();
        opensFence[count] = !fenced && kinds.inFence();
        afterEmpty[count] = emptyBefore;
        ends[count++] = length; // until its end is found
        return at;
    }

    private void grow(int size) {
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        tokens = Arrays.copyOf(tokens, size);
        words = Arrays.copyOf(words, size);
        indents = Arrays.copyOf(indents, size);
        blocks = Arrays.copyOf(blocks, size);
        afterEmpty = Arrays.copyOf(afterEmpty, size);
        opensFence = Arrays.copyOf(opensFence, size);
    }

    /** The line that was begun last ends here. */
    void endAt(int at) {
        ends[count - 1] = at;
    }

    /** The kind of block of the line that was begun last, as its ordinal. */
    byte block() {
        return blocks[count - 1];
    }

    int count() {
        return count;
    }

    int start(int line) {
        return starts[line];
    }

    int end(int line) {
        return ends[line];
    }

    int token(int line) {
        return tokens[line];
    }

    int words(int line) {
        return words[line];
    }

    int indent(int line) {
        return indents[line];
    }

    BlockKind block(int line) {
        return KINDS[blocks[line]];
    }

    boolean afterEmptyLine(int line) {
        return afterEmpty[line];
    }

    boolean opensFence(int line) {
        return opensFence[line];
    }
}
