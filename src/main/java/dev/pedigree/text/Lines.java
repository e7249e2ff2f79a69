package dev.pedigree.text;

/** Tells what kind of block a line belongs to, line after line, by the marks of CommonMark and of TeX display mathematics. */
final class Lines {
    private char fence; // the open fence's character, 0 if none is open
    private int fenceLength;
    private boolean math;
    private BlockKind last = BlockKind.PROSE;

    void reset() {
        fence = 0;
        math = false;
        last = BlockKind.PROSE;
    }

    boolean inFence() {
        return fence != 0;
    }

    /** An empty line has been passed: it ends mathematics, which otherwise would run on where its end is missing. */
    void blank() {
        math = false;
    }

    /**
     * The kind of the next line.
     *
     * @param text the text
     * @param at the line's first unit that is not a space or tab
     * @param indent the columns before it
     * @param length the text's length
     */
    BlockKind next(char[] text, int at, int indent, int length) {
        last = kind(text, at, indent, length);
        return last;
    }

    private BlockKind kind(char[] text, int at, int indent, int length) {
        char c = at < length ? text[at] : '\n';
        if (fence != 0) {
            if (c == fence && run(text, at, length) >= fenceLength) {
                fence = 0;
            }
            return BlockKind.CODE;
        }
        if (math) {
            math = !closesMath(text, at, length);
            return BlockKind.MATH;
        }
        switch (c) {
            case '`', '~':
                int ticks = run(text, at, length);
                if (ticks >= 3 && !contains(text, at + ticks, length, '`')) {
                    fence = c;
                    fenceLength = ticks;
                    return BlockKind.CODE;
                }
                break;
            case '$':
                if (at + 1 < length && text[at + 1] == '$') {
                    math = !closesMath(text, at + 2, length);
                    return BlockKind.MATH;
                }
                break;
            case '\\':
                if (at + 1 < length && text[at + 1] == '[') {
                    math = !closesMath(text, at + 2, length);
                    return BlockKind.MATH;
                }
                break;
            case '|':
                return BlockKind.TABLE;
            case '>':
                return BlockKind.QUOTE;
            case '#':
                int marks = run(text, at, length);
                if (marks <= 6 && at + marks < length && text[at + marks] == ' ') {
                    return BlockKind.HEADING;
                }
                break;
            default:
                if (isItem(text, at, length)) {
                    return BlockKind.LIST;
                }
        }
        return indent >= 2 && last == BlockKind.LIST ? BlockKind.LIST : BlockKind.PROSE;
    }

    private static boolean isItem(char[] text, int at, int length) {
        char c = at < length ? text[at] : '\n';
        if (c == '-' || c == '*' || c == '+' || c == '\u2022' || c == '\u2013') {
            return at + 1 < length && (text[at + 1] == ' ' || text[at + 1] == '\t');
        }
        int p = at;
        while (p < length && p < at + 3 && text[p] >= '0' && text[p] <= '9') {
            p++;
        }
        return p > at
                && p + 1 < length
                && (text[p] == '.' || text[p] == ')')
                && (text[p + 1] == ' ' || text[p + 1] == '\t');
    }

    private static int run(char[] text, int at, int length) {
        int p = at;
        while (p < length && text[p] == text[at]) {
            p++;
        }
        return p - at;
    }

    private static boolean contains(char[] text, int at, int length, char wanted) {
        for (int p = at; p < length && text[p] != '\n' && text[p] != '\r'; p++) {
            if (text[p] == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean closesMath(char[] text, int at, int length) {
        for (int p = at; p + 1 < length && text[p] != '\n' && text[p] != '\r'; p++) {
            if (text[p] == '$' && text[p + 1] == '$' || text[p] == '\\' && text[p + 1] == ']') {
                return true;
            }
        }
        return false;
    }
}
