package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenKind;

/**
 * The first tokens of sentences and lines, or of lines alone. A bullet or number at the start of a line and the word after it
 * both count as starts of a sentence. Here every full stop, question or exclamation mark or ellipsis ends a sentence, as it did
 * where the feature was measured; {@link TextScanner#sentenceToken} is stricter.
 */
final class Starts implements Extractor {
    /** Only tokens that start before this many UTF-16 units are looked at. */
    static final int WINDOW = 6000;

    private static final long SENTENCE = 0x452821E638D01377L;
    private static final long LINE = 0xBE5466CF34E90C6CL;

    private final boolean linesOnly;
    private final int longest;
    private final int bits;

    private Starts(boolean linesOnly, int longest, int bits) {
        this.linesOnly = linesOnly;
        this.longest = longest;
        this.bits = bits;
    }

    /** Sequences of one to three tokens at the starts of sentences and lines. */
    static Starts ofSentences(int bits) {
        return new Starts(false, 3, bits);
    }

    /** Sequences of one to four tokens at the starts of lines. */
    static Starts ofLines(int bits) {
        return new Starts(true, 4, bits);
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int count = Windows.tokensBefore(text, WINDOW);
        if (linesOnly) {
            lines(text, count, out);
        } else {
            sentences(text, count, out);
        }
    }

    private void lines(TextScanner text, int count, FeatureBuffer out) {
        for (int line = 0; line < text.lines() && text.lineToken(line) < count; line++) {
            if (!text.isLineEnd(text.lineToken(line))) {
                add(text, text.lineToken(line), count, out);
            }
        }
    }

    private void sentences(TextScanner text, int count, FeatureBuffer out) {
        int stop = 0;
        for (int line = 0; line < text.lines() && text.lineToken(line) < count; line++) {
            int first = text.lineToken(line);
            int behind = Math.min(count, text.lineToken(line + 1));
            if (text.isLineEnd(first)) {
                continue;
            }
            add(text, first, count, out);
            int from = first; // no mark before it ends a sentence
            if (opensItem(text, first)) {
                int word = afterItemMark(text, first, count);
                if (word < count && !text.isLineEnd(word)) {
                    add(text, word, count, out);
                }
                from = word + 1;
            }
            for (; stop < text.stops() && text.stop(stop) < behind; stop++) {
                int token = text.stop(stop);
                int next = token + 1;
                if (token >= from
                        && next < behind
                        && !text.isLineEnd(next)
                        && isEnd(text.charAt(text.start(token)))
                        && opensAfter(text, next)) {
                    add(text, next, count, out);
                }
            }
        }
    }

    private static boolean opensItem(TextScanner text, int token) {
        return text.kind(token) == TokenKind.NUMBER || !text.isWord(token) && isBullet(text.charAt(text.start(token)));
    }

    /** The first token after a bullet or number and the marks that belong to it. */
    private static int afterItemMark(TextScanner text, int from, int count) {
        int at = from + 1;
        while (at < count) {
            TokenKind kind = text.kind(at);
            if (kind != TokenKind.PUNCTUATION && kind != TokenKind.SYMBOL) {
                break;
            }
            char c = text.charAt(text.start(at));
            if (!isBullet(c) && ".):_`\"".indexOf(c) < 0) {
                break;
            }
            at++;
        }
        return at;
    }

    private void add(TextScanner text, int from, int count, FeatureBuffer out) {
        out.reserve(longest);
        long hash = linesOnly ? LINE : SENTENCE;
        int end = Math.min(count, from + longest);
        for (int i = from; i < end && !text.isLineEnd(i); i++) {
            hash = Ngram.step(hash, text.hash(i));
            out.add(Ngram.id(hash, bits), text, from, i);
        }
    }

    private static boolean isBullet(char c) {
        return c == '-' || c == '*' || c == '\u2022' || c == '+' || c == '\u2013' || c == '#' || c == '>';
    }

    private static boolean isEnd(char c) {
        return c < 128
                ? c == '.' || c == '!' || c == '?'
                : c == '\u3002'
                        || c == '\uff01'
                        || c == '\uff1f'
                        || c == '\u2026'
                        || c == '\u061f'
                        || c == '\u06d4'
                        || c == '\u0964';
    }

    /** Whether a sentence may start here, and not still the marks that close the last one. */
    private static boolean opensAfter(TextScanner text, int token) {
        TokenKind kind = text.kind(token);
        if (kind != TokenKind.PUNCTUATION) {
            return true;
        }
        char c = text.charAt(text.start(token));
        return !isEnd(c) && c != '"' && c != '\'' && c != '\u201d' && c != '\u2019' && c != ')' && c != '*';
    }
}
