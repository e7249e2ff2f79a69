package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where code stands in an answer: fenced blocks (CommonMark §4.5, at any indentation), or, in an answer without a fence, runs of
 * lines of which most look like a program.
 */
final class CodeBlocks {
    private record Block(int start, int end, CodeLanguage language) {}

    private final List<Block> blocks = new ArrayList<>();

    private CodeBlocks() {}

    int size() {
        return blocks.size();
    }

    int start(int block) {
        return blocks.get(block).start;
    }

    int end(int block) {
        return blocks.get(block).end;
    }

    CodeLanguage language(int block) {
        return blocks.get(block).language;
    }

    static CodeBlocks of(String text) {
        CodeBlocks out = new CodeBlocks();
        if (text.contains("```") || text.contains("~~~")) {
            out.fenced(text);
        }
        if (out.blocks.isEmpty()) {
            out.bare(text);
        }
        return out;
    }

    /** Which words of the text stand in a block. */
    BitSet holding(TokenStream words) {
        BitSet out = new BitSet();
        int block = 0;
        for (int i = 0; i < words.size && block < blocks.size(); i++) {
            while (block < blocks.size() && blocks.get(block).end <= words.start[i]) {
                block++;
            }
            out.set(i, block < blocks.size() && blocks.get(block).start <= words.start[i]);
        }
        return out;
    }

    private void fenced(String text) {
        int open = -1;
        char mark = 0;
        int marks = 0;
        String info = "";
        for (int at = 0; at < text.length(); ) {
            int eol = lineEnd(text, at);
            int i = skipBlanks(text, at, eol);
            int run = i;
            while (run < eol
                    && (text.charAt(run) == '`' || text.charAt(run) == '~')
                    && text.charAt(run) == text.charAt(i)) {
                run++;
            }
            if (open < 0 && run - i >= 3) {
                open = Math.min(eol + 1, text.length());
                mark = text.charAt(i);
                marks = run - i;
                info = text.substring(run, eol).strip();
            } else if (open >= 0 && run - i >= marks && text.charAt(i) == mark && skipBlanks(text, run, eol) == eol) {
                add(text, open, at, info);
                open = -1;
            }
            at = eol + 1;
        }
        if (open >= 0 && open < text.length()) {
            add(text, open, text.length(), info);
        }
    }

    private void add(String text, int from, int to, String info) {
        if (from < to) {
            blocks.add(new Block(from, to, CodeLanguage.of(info, text, from, to)));
        }
    }

    /**
     * Four lines and more, of which at least three in five look like code, or fewer that begin with a definition and are all code;
     * blank lines do not count.
     */
    private void bare(String text) {
        int from = -1;
        int to = 0;
        int lines = 0;
        int code = 0;
        int plainRun = 0;
        boolean inside = false;
        CodeLines line = new CodeLines();
        for (int at = 0; at < text.length(); ) {
            int eol = lineEnd(text, at);
            int i = skipBlanks(text, at, eol);
            if (i < eol) {
                boolean indented = inside && (i - at >= 2 || text.charAt(at) == '\t');
                boolean looks = line.looksLikeCode(text, i, eol) || indented;
                if (looks) {
                    from = from < 0 ? at : from;
                    to = Math.min(eol + 1, text.length());
                    inside = true;
                    code++;
                    plainRun = 0;
                } else {
                    plainRun++;
                }
                lines += from >= 0 ? 1 : 0;
                if (plainRun >= 3 && from >= 0) {
                    bareEnd(text, from, to, lines - plainRun, code);
                    from = -1;
                    lines = 0;
                    code = 0;
                    inside = false;
                }
            }
            at = eol + 1;
        }
        if (from >= 0) {
            bareEnd(text, from, to, lines - plainRun, code);
        }
    }

    private void bareEnd(String text, int from, int to, int lines, int code) {
        boolean most = code >= 4 && 5 * code >= 3 * lines;
        boolean defines = code >= 2
                && code == lines
                && DEFINITION.matcher(text).region(from, to).lookingAt();
        if (most || defines) {
            add(text, from, to, "");
        }
    }

    private static final Pattern DEFINITION =
            Pattern.compile("(?:async )?(?:def|func|fn|function) \\w+[^\\n]*\\(|class \\w+[^\\n]*[:{]\\s*\\n");

    private static int lineEnd(String text, int from) {
        int eol = text.indexOf('\n', from);
        return eol < 0 ? text.length() : eol;
    }

    private static int skipBlanks(String text, int from, int to) {
        int i = from;
        while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == '\r')) {
            i++;
        }
        return i;
    }
}
