package dev.pedigree.text;

import java.util.Arrays;

/**
 * Where sentences start: after a line end, and after a full stop, exclamation or question mark of any script with the quotes and
 * brackets that close behind it. A Latin full stop ends nothing inside a number, an address or an abbreviation, after a single letter
 * or the number of a list item, or before a lower-case letter.
 */
final class Sentences {
    private static final Lexicon ABBREVIATIONS = Lexicon.named("abbreviations");

    private int[] starts = new int[128]; // tokens
    private int[] wordsBefore = new int[128];
    private int count;

    int count() {
        return count;
    }

    /** The first token of a sentence. */
    int start(int sentence) {
        return starts[sentence];
    }

    /** How many words and numbers stand before a sentence. */
    int wordsBefore(int sentence) {
        return wordsBefore[sentence];
    }

    /** Finds the sentences of a text: the first of each line, and behind the marks that end one. */
    void find(TextScanner text) {
        count = 0;
        int stop = 0;
        for (int line = 0; line < text.lines(); line++) {
            int first = text.lineToken(line);
            int behind = text.lineToken(line + 1);
            if (first == behind || text.isLineEnd(first)) {
                continue;
            }
            add(first, text.wordsBeforeLine(line));
            int next = first; // behind what closes the last sentence
            for (; stop < text.stops() && text.stop(stop) < behind; stop++) {
                int token = text.stop(stop);
                char mark = text.charAt(text.start(token));
                if (token >= next && (isWide(mark) || ends(text, token, mark, first))) {
                    next = closers(text, token) + 1;
                    if (next < behind && !text.isLineEnd(next)) {
                        add(next, text.wordsBeforeStop(stop));
                    }
                }
            }
        }
    }

    private void add(int token, int words) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            wordsBefore = Arrays.copyOf(wordsBefore, 2 * count);
        }
        starts[count] = token;
        wordsBefore[count++] = words;
    }

    /** The last token of the marks that close behind the sentence's own, without space between them. */
    static int closers(TextScanner text, int from) {
        int at = from;
        while (at + 1 < text.tokens()
                && text.start(at + 1) == text.end(at)
                && text.kind(at + 1) == TokenKind.PUNCTUATION
                && closes(text.charAt(text.start(at + 1)))) {
            at++;
        }
        return at;
    }

    private static boolean closes(char c) {
        return isStop(c) || "\"'\u201d\u2019)]}\u300d\u300f\u00bb*_`\uff09".indexOf(c) >= 0;
    }

    /** Whether a mark may end a sentence. */
    static boolean isStop(char c) {
        return isNarrow(c) || isWide(c);
    }

    static boolean isWide(char c) {
        return c >= '\u3002' && (c == '\u3002' || c == '\uff01' || c == '\uff1f' || c == '\uff0e' || c == '\uff61');
    }

    static boolean isNarrow(char c) {
        return c < 128
                ? c == '.' || c == '!' || c == '?'
                : c == '\u2026'
                        || c == '\u06d4'
                        || c == '\u061f'
                        || c == '\u0964'
                        || c == '\u0965'
                        || c == '\u1362'
                        || c == '\u104b'
                        || c == '\u17d4';
    }

    static boolean ends(TextScanner text, int token, char mark, int lineToken) {
        int last = closers(text, token);
        int next = last + 1;
        if (next == text.tokens() || text.kind(next).isLineEnd()) {
            return true;
        }
        if (text.start(next) == text.end(last)) {
            return false;
        }
        if (mark != '.') {
            return true;
        }
        if (UnicodeTables.isLower(text.charAt(text.start(next)))) {
            return false;
        }
        if (token == 0 || text.end(token - 1) != text.start(token)) {
            return true;
        }
        int before = token - 1;
        if (text.kind(before) == TokenKind.NUMBER) {
            return before != lineToken;
        }
        if (text.kind(before) != TokenKind.WORD) {
            return true;
        }
        boolean letter = text.end(before) - text.start(before) == 1
                && UnicodeTables.classOf(text.charAt(text.start(before))) == UnicodeTables.LETTER;
        return !letter && !ABBREVIATIONS.contains(text.hash(before));
    }
}
