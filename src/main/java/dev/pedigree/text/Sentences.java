package dev.pedigree.text;

/**
 * Where sentences start: after a line end, and after a full stop, exclamation or question mark of any script with the quotes and
 * brackets that close behind it. A Latin full stop ends nothing inside a number, an address or an abbreviation, after a single letter
 * or the number of a list item, or before a lower-case letter.
 */
final class Sentences {
    private static final Lexicon ABBREVIATIONS = Lexicon.of(
            "mr mrs ms dr prof sr jr st vs inc ltd co no nos fig figs vol pp ed eds approx cf al dept est gen gov rev hon"
                    + " bzw ca usw nr str evtl ggf inkl zzgl art av bd sra srta");

    private Sentences() {}

    /** Marks the first tokens of sentences; gives their count. */
    static int mark(TextScanner text, boolean[] starts) {
        int count = 0;
        boolean due = true;
        int line = 0;
        for (int i = 0; i < text.tokens(); i++) {
            boolean lineEnd = text.isLineEnd(i);
            boolean start = due & !lineEnd;
            starts[i] = start;
            count += start ? 1 : 0;
            due = lineEnd;
            if (lineEnd || text.isWord(i) || text.kind(i) != TokenKind.PUNCTUATION) {
                continue;
            }
            while (line + 1 < text.lines() && text.lineToken(line + 1) <= i) {
                line++;
            }
            char c = text.charAt(text.start(i));
            if (isWide(c) || isNarrow(c) && ends(text, i, c, text.lineToken(line))) {
                int last = closers(text, i);
                for (int skipped = i + 1; skipped <= last; skipped++) {
                    starts[skipped] = false;
                }
                i = last;
                due = true;
            }
        }
        return count;
    }

    /** The last token of the marks that close behind the sentence's own, without space between them. */
    private static int closers(TextScanner text, int from) {
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
        return isWide(c) || isNarrow(c) || "\"'\u201d\u2019)]}\u300d\u300f\u00bb*_`\uff09".indexOf(c) >= 0;
    }

    private static boolean isWide(char c) {
        return c == '\u3002' || c == '\uff01' || c == '\uff1f' || c == '\uff0e' || c == '\uff61';
    }

    private static boolean isNarrow(char c) {
        return c == '.'
                || c == '!'
                || c == '?'
                || c == '\u2026'
                || c == '\u06d4'
                || c == '\u061f'
                || c == '\u0964'
                || c == '\u0965'
                || c == '\u1362'
                || c == '\u104b'
                || c == '\u17d4';
    }

    private static boolean ends(TextScanner text, int token, char mark, int lineToken) {
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
