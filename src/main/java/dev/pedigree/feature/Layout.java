package dev.pedigree.feature;

import dev.pedigree.text.BlockKind;
import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import dev.pedigree.text.TokenKind;
import java.util.Locale;

/**
 * Markdown and the shape of lines and blocks: named habits, and two- to four-grams of the skeleton that is left of the first 600
 * tokens when every run of words becomes one sign and every number another. Markdown as the strongest single trait of a chat model:
 * Sun et al., "Idiosyncrasies in Large Language Models", 2025, arXiv:2502.12150.
 */
final class Layout implements Extractor {
    private static final int NAMED = 512;
    private static final int SKELETON_TOKENS = 600;
    private static final long SEED = 0x2FFD72DBD01ADFB7L;
    private static final long WORDS = TokenHash.of("\u0001w");
    private static final long NUMBER = TokenHash.of("\u00010");

    private static final int KINDS = BlockKind.values().length;
    private static final Names NAMES = new Names();
    private static final int LINE = NAMES.addAll("line of ", kinds());
    private static final int FIRST_LINE = NAMES.addAll("first line of ", kinds());
    private static final int LAST_LINE = NAMES.addAll("last line of ", kinds());
    private static final int NEXT = NAMES.addAll("", transitions("next line"));
    private static final int AFTER_EMPTY = NAMES.addAll("", transitions("after an empty line"));
    private static final int HEADING = NAMES.addAll("heading of level ", "1", "2", "3", "4", "5", "6");
    private static final int HEADING_STYLE =
            NAMES.addAll("heading ", "in bold", "with a number", "ending in a colon", "with an emoji");
    private static final int BULLET = NAMES.addAll("bullet ", "-", "*", "+", "\u2022", "\u2013");
    private static final int NUMBERED = NAMES.addAll("list number ", "1.", "1)");
    private static final int ITEM = NAMES.addAll(
            "list item ", "starting in bold", "with a colon inside the bold", "with a colon after the bold");
    private static final int ITEM_INDENT = NAMES.histogram("indentation of a list item", 9);
    private static final int ITEM_END = NAMES.addAll("list item ending in ", "a full stop", "a colon", "other");
    private static final int LINE_END = NAMES.addAll(
            "prose line ending in ", "a full stop", "a colon", "a question mark", "an exclamation mark", "other");
    private static final int BOLD_LINE =
            NAMES.addAll("", "line all in bold", "horizontal rule", "two spaces at the end of a line");
    private static final int INLINE =
            NAMES.addAll("", "bold mark", "single asterisk", "inline code mark", "link", "HTML tag");
    private static final int LINE_LENGTH = NAMES.histogram("octave of a line's length in characters", 13);
    private static final int PARAGRAPH_LINES = NAMES.histogram("lines in a paragraph", 13);
    private static final int PARAGRAPHS = NAMES.histogram("paragraphs in an answer", 33);
    private static final int LINES = NAMES.histogram("octave of the lines in an answer", 10);
    private static final int ANSWER = NAMES.addAll(
            "answer with ", "a list", "a heading", "bold", "code", "a table", "mathematics", "none of these");
    private static final int EDGE =
            NAMES.addAll("", "answer starting with a line end or space", "answer ending in a line end or space");

    private final int range;
    private final long[] skeleton = new long[SKELETON_TOKENS];
    private final int[] places = new int[SKELETON_TOKENS];

    Layout(int bits) {
        range = (1 << bits) - NAMED;
    }

    static Names names() {
        return NAMES;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        if (text.tokens() == 0) {
            return;
        }
        boolean bold = inline(text, out);
        lines(text, out, bold);
        skeleton(text, out);
    }

    private static void lines(TextScanner text, FeatureBuffer out, boolean bold) {
        out.reserve(12 * text.lines() + 16);
        int previous = -1;
        int paragraphs = 0;
        int paragraphLines = 0;
        int seen = 0; // one bit for each kind of block
        for (int line = 0; line < text.lines(); line++) {
            int first = text.lineToken(line);
            int next = text.lineToken(line + 1);
            if (first == next || text.kind(first).isLineEnd()) {
                continue;
            }
            int start = text.start(first);
            int last = text.kind(next - 1).isLineEnd() ? next - 2 : next - 1;
            int end = text.end(last);
            BlockKind block = text.lineBlock(line);
            int kind = block.ordinal();
            seen |= 1 << kind;
            out.add(LINE + kind, start, end);
            if (previous < 0) {
                out.add(FIRST_LINE + kind, start, end);
            } else {
                out.add((text.afterEmptyLine(line) ? AFTER_EMPTY : NEXT) + previous * KINDS + kind, start, end);
            }
            if (previous < 0 || text.afterEmptyLine(line)) {
                if (paragraphLines > 0) {
                    out.add(PARAGRAPH_LINES + Math.min(12, paragraphLines), start, end);
                }
                paragraphs++;
                paragraphLines = 0;
            }
            paragraphLines++;
            previous = kind;
            out.add(LINE_LENGTH + Names.octave(end - start, 12), start, end);
            switch (block) {
                case HEADING -> heading(text, first, last, out);
                case LIST -> item(text, line, first, last, out);
                case PROSE -> prose(text, first, last, end, out);
                default -> {}
            }
        }
        if (previous < 0) {
            return;
        }
        int length = text.length();
        out.add(LAST_LINE + previous, 0, length);
        out.add(PARAGRAPH_LINES + Math.min(12, paragraphLines), 0, length);
        out.add(PARAGRAPHS + Math.min(32, paragraphs), 0, length);
        out.add(LINES + Names.octave(text.lines(), 9), 0, length);
        answer(seen, bold, length, out);
        if (text.charAt(0) <= ' ') {
            out.add(EDGE, 0, 1);
        }
        if (text.charAt(length - 1) <= ' ') {
            out.add(EDGE + 1, length - 1, length);
        }
    }

    private static void answer(int seen, boolean bold, int length, FeatureBuffer out) {
        BlockKind[] order = {BlockKind.LIST, BlockKind.HEADING, null, BlockKind.CODE, BlockKind.TABLE, BlockKind.MATH};
        boolean any = false;
        for (int i = 0; i < order.length; i++) {
            BlockKind kind = order[i];
            if (kind == null ? bold : (seen >> kind.ordinal() & 1) == 1) {
                out.add(ANSWER + i, 0, length);
                any = true;
            }
        }
        if (!any) {
            out.add(ANSWER + order.length, 0, length);
        }
    }

    private static void heading(TextScanner text, int first, int last, FeatureBuffer out) {
        int level = 0;
        while (first + level <= last && level < 6 && is(text, first + level, '#')) {
            level++;
        }
        int start = text.start(first);
        int end = text.end(last);
        int word = first + level;
        out.add(HEADING + Math.max(1, level) - 1, start, end);
        if (word > last) {
            return;
        }
        if (is(text, word, '*')) {
            out.add(HEADING_STYLE, start, end);
        }
        if (text.kind(word) == TokenKind.NUMBER) {
            out.add(HEADING_STYLE + 1, start, end);
        }
        if (is(text, last, ':')) {
            out.add(HEADING_STYLE + 2, start, end);
        }
        if (text.kind(word) == TokenKind.EMOJI) {
            out.add(HEADING_STYLE + 3, start, end);
        }
    }

    private static void item(TextScanner text, int line, int first, int last, FeatureBuffer out) {
        int start = text.start(first);
        int end = text.end(last);
        int word = first + 1;
        int bullet = text.kind(first).isWord() ? -1 : "-*+\u2022\u2013".indexOf(text.charAt(start));
        if (bullet >= 0) {
            out.add(BULLET + bullet, start, end);
        } else if (text.kind(first) == TokenKind.NUMBER && first < last) {
            out.add(NUMBERED + (is(text, first + 1, ')') ? 1 : 0), start, end);
            word = first + 2;
        }
        out.add(ITEM_INDENT + Math.min(8, text.indent(line)), start, end);
        out.add(ITEM_END + (is(text, last, '.') ? 0 : is(text, last, ':') ? 1 : 2), start, end);
        if (word + 2 <= last && is(text, word, '*') && is(text, word + 1, '*')) {
            out.add(ITEM, start, end);
            for (int i = word + 3; i < last; i++) {
                if (is(text, i, '*') && is(text, i + 1, '*')) {
                    if (is(text, i - 1, ':')) {
                        out.add(ITEM + 1, start, end);
                    } else if (i + 2 <= last && is(text, i + 2, ':')) {
                        out.add(ITEM + 2, start, end);
                    }
                    break;
                }
            }
        }
    }

    private static void prose(TextScanner text, int first, int last, int end, FeatureBuffer out) {
        int start = text.start(first);
        int mark = ".:?!".indexOf(text.charAt(end - 1));
        out.add(LINE_END + (mark < 0 ? 4 : mark), start, end);
        if (last >= first + 4
                && is(text, first, '*')
                && is(text, first + 1, '*')
                && is(text, last, '*')
                && is(text, last - 1, '*')) {
            out.add(BOLD_LINE, start, end);
        }
        if (last == first + 2
                && text.hash(first) == text.hash(first + 1)
                && text.hash(first) == text.hash(last)
                && "-*_".indexOf(text.charAt(start)) >= 0) {
            out.add(BOLD_LINE + 1, start, end);
        }
        if (end + 2 < text.length()
                && text.charAt(end) == ' '
                && text.charAt(end + 1) == ' '
                && text.charAt(end + 2) == '\n') {
            out.add(BOLD_LINE + 2, end, end + 2);
        }
    }

    private static boolean inline(TextScanner text, FeatureBuffer out) {
        int count = text.tokens();
        out.reserve(count);
        boolean bold = false;
        for (int s = 0; s < text.signs(); s++) {
            int i = text.sign(s);
            if (text.isWord(i) || text.isLineEnd(i) || text.block(i) == BlockKind.CODE) {
                continue;
            }
            int at = text.start(i);
            switch (text.charAt(at)) {
                case '*' -> {
                    boolean twice = i + 1 < count && is(text, i + 1, '*') && text.start(i + 1) == at + 1;
                    out.add(twice ? INLINE : INLINE + 1, at, at + 1);
                    bold |= twice;
                    s += twice ? 1 : 0; // the other one is the next sign
                }
                case '`' -> out.add(INLINE + 2, at, at + 1);
                case ']' -> {
                    if (i + 1 < count && is(text, i + 1, '(') && text.start(i + 1) == at + 1) {
                        out.add(INLINE + 3, at, at + 2);
                    }
                }
                case '<' -> {
                    if (i + 1 < count
                            && text.start(i + 1) == at + 1
                            && (text.kind(i + 1) == TokenKind.WORD || is(text, i + 1, '/'))) {
                        out.add(INLINE + 4, at, at + 1);
                    }
                }
                default -> {}
            }
        }
        return bold;
    }

    private void skeleton(TextScanner text, FeatureBuffer out) {
        int count = Math.min(SKELETON_TOKENS, text.tokens());
        int size = 0;
        int next = 0; // the first token that was not yet looked at
        for (int s = 0; s < text.signs() && text.sign(s) < count; s++) {
            int i = text.sign(s);
            places[size] = next;
            skeleton[size] = WORDS;
            size += next < i ? 1 : 0;
            places[size] = i;
            skeleton[size++] = text.isWord(i) ? NUMBER : text.hash(i);
            next = i + 1;
        }
        if (next < count) {
            places[size] = next;
            skeleton[size++] = WORDS;
        }
        out.reserve(3 * size);
        for (int i = 0; i + 1 < size; i++) { // n-grams that start here
            long hash = Ngram.step(Ngram.step(SEED, skeleton[i]), skeleton[i + 1]);
            out.add(hashed(hash), text, places[i], places[i + 1]);
            if (i + 2 < size) {
                hash = Ngram.step(hash, skeleton[i + 2]);
                out.add(hashed(hash), text, places[i], places[i + 2]);
                if (i + 3 < size) {
                    out.add(hashed(Ngram.step(hash, skeleton[i + 3])), text, places[i], places[i + 3]);
                }
            }
        }
    }

    private int hashed(long hash) {
        return NAMED + (int) ((long) Ngram.id(hash, 31) * range >>> 31);
    }

    private static boolean is(TextScanner text, int token, char mark) {
        return text.charAt(text.start(token)) == mark;
    }

    private static String[] kinds() {
        String[] names = new String[KINDS];
        for (BlockKind kind : BlockKind.values()) {
            names[kind.ordinal()] = lower(kind);
        }
        return names;
    }

    private static String[] transitions(String how) {
        String[] names = new String[KINDS * KINDS];
        for (BlockKind from : BlockKind.values()) {
            for (BlockKind to : BlockKind.values()) {
                names[from.ordinal() * KINDS + to.ordinal()] = lower(from) + ", " + how + ": " + lower(to);
            }
        }
        return names;
    }

    private static String lower(BlockKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
