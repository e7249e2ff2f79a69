package dev.pedigree.feature;

import dev.pedigree.text.BlockKind;
import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import dev.pedigree.text.TokenKind;

/**
 * Habits inside fenced code blocks: the fence's language, indentation, comments, names, quotes, braces, spaces around operators,
 * empty lines. After the layout and lexical features of Caliskan-Islam et al., "De-anonymizing programmers via code stylometry",
 * USENIX Security 2015.
 */
final class CodeStyle implements Extractor {
    private static final String[] LANGUAGES =
            ("python py javascript js typescript ts java c cpp csharp go rust ruby php swift"
                            + " kotlin scala r sql bash sh shell powershell html css json yaml xml markdown"
                            + " latex text plaintext console matlab perl lua haskell dart diff")
                    .split(" ");
    private static final Names NAMES = new Names();
    private static final int FENCE = NAMES.addAll("fence of ", LANGUAGES);
    private static final int FENCE_OTHER = NAMES.addAll("fence ", "of another language", "without a language");
    private static final int INDENT = NAMES.histogram("indentation of a line", 25);
    private static final int TAB = NAMES.add("line indented by a tab");
    private static final int EMPTY = NAMES.add("line after an empty line");
    private static final int LENGTH = NAMES.histogram("octave of a line's length in characters", 10);
    private static final int COMMENT = NAMES.addAll(
            "comment ",
            "# on its own line",
            "# behind code",
            "// on its own line",
            "// behind code",
            "/*",
            "--",
            "<!--",
            "three double quotes",
            "three single quotes");
    private static final int COMMENT_CASE = NAMES.addAll("comment starting with ", "a capital", "a small letter");
    private static final int COMMENT_SPACE = NAMES.addAll("comment ", "with a space first", "without a space first");
    private static final int NAME = NAMES.addAll(
            "name in ", "camelCase", "PascalCase", "snake_case", "UPPER_CASE", "one letter", "one small-letter word");
    private static final int CAMEL_CASE = 0;
    private static final int PASCAL_CASE = 1;
    private static final int SNAKE_CASE = 2;
    private static final int UPPER_CASE = 3;
    private static final int ONE_LETTER = 4;
    private static final int ONE_WORD = 5;
    private static final int QUOTE = NAMES.addAll("", "double quote", "single quote", "backtick");
    private static final int BRACE =
            NAMES.addAll("opening brace ", "at the end of a line", "on its own line", "elsewhere");
    private static final int LINE_END = NAMES.addAll("line ending in ", "semicolon", "colon", "comma", "other");
    private static final int OPERATOR = NAMES.addAll(
            "",
            "= with spaces",
            "= without spaces",
            "arrow ->",
            "arrow =>",
            "comma with a space",
            "comma without a space");
    private static final int BLOCKS = NAMES.histogram("code blocks in an answer", 9);
    private static final int BLOCK_LINES = NAMES.histogram("octave of the lines in a code block", 10);

    private static final long[] LANGUAGE_HASHES = new long[LANGUAGES.length];

    static {
        for (int i = 0; i < LANGUAGES.length; i++) {
            LANGUAGE_HASHES[i] = TokenHash.of(LANGUAGES[i]);
        }
    }

    static Names names() {
        return NAMES;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int blocks = 0;
        int blockLines = 0;
        boolean inside = false;
        for (int line = 0; line < text.lines(); line++) {
            int first = text.lineToken(line);
            int next = text.lineToken(line + 1);
            if (text.lineBlock(line) != BlockKind.CODE || first == next) {
                inside &= text.lineBlock(line) == BlockKind.CODE;
                continue;
            }
            int last = text.kind(next - 1).isLineEnd() ? next - 2 : next - 1;
            if (last < first) {
                continue;
            }
            out.reserve(4 * (next - first) + 16);
            if (text.opensFence(line)) {
                if (blockLines > 0) {
                    out.add(BLOCK_LINES + Names.octave(blockLines, 9), text.start(first), text.end(last));
                }
                fence(text, first, last, out);
                blocks++;
                blockLines = 0;
                inside = true;
            } else if (inside && !closes(text, first, last)) {
                blockLines++;
                line(text, line, first, last, out);
            }
        }
        if (blocks > 0) {
            out.reserve(2);
            out.add(BLOCK_LINES + Names.octave(blockLines, 9), 0, text.length());
            out.add(BLOCKS + Math.min(8, blocks), 0, text.length());
        }
    }

    private static boolean closes(TextScanner text, int first, int last) {
        char c = text.charAt(text.start(first));
        return last == first + 2 && (c == '`' || c == '~') && text.hash(first) == text.hash(last);
    }

    private static void fence(TextScanner text, int first, int last, FeatureBuffer out) {
        int start = text.start(first);
        int end = text.end(last);
        for (int i = first; i <= last; i++) {
            if (text.kind(i) == TokenKind.WORD) {
                for (int language = 0; language < LANGUAGE_HASHES.length; language++) {
                    if (LANGUAGE_HASHES[language] == text.hash(i)) {
                        out.add(FENCE + language, start, end);
                        return;
                    }
                }
                out.add(FENCE_OTHER, start, end);
                return;
            }
        }
        out.add(FENCE_OTHER + 1, start, end);
    }

    private static void line(TextScanner text, int line, int first, int last, FeatureBuffer out) {
        int start = text.start(first);
        int end = text.end(last);
        out.add(INDENT + Math.min(24, text.indent(line)), start, end);
        if (text.indent(line) > 0 && text.charAt(text.lineStart(line)) == '\t') {
            out.add(TAB, start, end);
        }
        if (text.afterEmptyLine(line)) {
            out.add(EMPTY, start, end);
        }
        out.add(LENGTH + Names.octave(end - start, 9), start, end);
        int mark = ";:,".indexOf(text.charAt(end - 1));
        out.add(LINE_END + (mark < 0 ? 3 : mark), start, end);
        for (int i = first; i <= last; i++) {
            if (text.kind(i) == TokenKind.WORD) {
                i = name(text, i, last, out);
            } else if (text.kind(i) != TokenKind.NUMBER && mark(text, i, first, last, out)) {
                return; // the rest is a comment
            }
        }
    }

    /** One name with its underscores; gives its last token. */
    private static int name(TextScanner text, int from, int last, FeatureBuffer out) {
        int to = from;
        boolean underscore = false;
        while (to < last
                && text.start(to + 1) == text.end(to)
                && (text.kind(to + 1).isWord() || text.charAt(text.start(to + 1)) == '_')) {
            to++;
            underscore |= !text.kind(to).isWord();
        }
        int start = text.start(from);
        int end = text.end(to);
        boolean upper = false;
        boolean lower = false;
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
        }
        int style;
        if (end - start == 1) {
            style = ONE_LETTER;
        } else if (underscore) {
            style = lower ? SNAKE_CASE : UPPER_CASE;
        } else if (!upper) {
            style = ONE_WORD;
        } else if (!lower) {
            style = UPPER_CASE;
        } else {
            char c = text.charAt(start);
            style = c >= 'A' && c <= 'Z' ? PASCAL_CASE : CAMEL_CASE;
        }
        out.add(NAME + style, start, end);
        return to;
    }

    /** One mark; tells whether it opens a comment that reaches to the end of the line. */
    private static boolean mark(TextScanner text, int token, int first, int last, FeatureBuffer out) {
        int at = text.start(token);
        char c = text.charAt(at);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        char before = at > 0 ? text.charAt(at - 1) : '\n';
        boolean own = token == first;
        switch (c) {
            case '#' -> {
                if (own || before == ' ') {
                    return comment(text, COMMENT + (own ? 0 : 1), token, last, out);
                }
            }
            case '/' -> {
                if (after == '/' && before != ':') {
                    return comment(text, COMMENT + (own ? 2 : 3), token + 1, last, out);
                }
                if (after == '*') {
                    return comment(text, COMMENT + 4, token + 1, last, out);
                }
            }
            case '-' -> {
                if (after == '-' && own) {
                    return comment(text, COMMENT + 5, token + 1, last, out);
                }
                if (after == '>') {
                    out.add(OPERATOR + 2, at, at + 2);
                }
            }
            case '<' -> {
                if (after == '!') {
                    return comment(text, COMMENT + 6, token + 1, last, out);
                }
            }
            case '"', '\'' -> {
                if (after == c && before == c) {
                    out.add(COMMENT + (c == '"' ? 7 : 8), at - 1, at + 2);
                }
                out.add(c == '"' ? QUOTE : QUOTE + 1, at, at + 1);
            }
            case '`' -> out.add(QUOTE + 2, at, at + 1);
            case '{' -> out.add(BRACE + (token < last ? 2 : own ? 1 : 0), at, at + 1);
            case '=' -> {
                if (after == '>') {
                    out.add(OPERATOR + 3, at, at + 2);
                } else if (after != '=' && "=!<>+-*/".indexOf(before) < 0) {
                    out.add(before == ' ' && after == ' ' ? OPERATOR : OPERATOR + 1, at, at + 1);
                }
            }
            case ',' -> {
                if (token < last) {
                    out.add(after == ' ' ? OPERATOR + 4 : OPERATOR + 5, at, at + 1);
                }
            }
            default -> {}
        }
        return false;
    }

    private static boolean comment(TextScanner text, int id, int mark, int last, FeatureBuffer out) {
        int start = text.start(mark);
        int end = text.end(last);
        out.add(id, start, end);
        if (mark < last) {
            out.add(COMMENT_SPACE + (text.start(mark + 1) > text.end(mark) ? 0 : 1), start, end);
            char c = text.charAt(text.start(mark + 1));
            if (c >= 'A' && c <= 'Z') {
                out.add(COMMENT_CASE, start, end);
            } else if (c >= 'a' && c <= 'z') {
                out.add(COMMENT_CASE + 1, start, end);
            }
        }
        return true;
    }
}
