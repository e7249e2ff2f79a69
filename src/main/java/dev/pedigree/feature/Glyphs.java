package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import dev.pedigree.text.TokenKind;

/**
 * Punctuation marks, symbols, emoji, unusual spaces and invisible characters as they stand, and how they are set: dashes with and
 * without spaces, straight and curly apostrophes, double spaces. Punctuation as a marker of authorship: Grieve, "Quantitative
 * authorship attribution", LLC 22(3), 2007, doi:10.1093/llc/fqm020.
 */
final class Glyphs implements Extractor {
    private static final String MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
            + "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u00ab\u00bb\u2039\u203a"
            + "\u2026\u2022\u00b7\u25cf\u25cb\u25a0\u25a1\u25aa\u2023\u25e6\u2043\u25b6\u2192\u2190\u2191\u2193\u21d2\u21d0"
            + "\u2194\u27a1\u2248\u2260\u2264\u2265\u00b1\u00d7\u00f7\u00b0\u00a9\u00ae\u2122\u00a7\u00b6\u2020\u2021\u2116"
            + "\u20ac\u00a3\u00a5\u20b9\u221a\u221e\u2211\u222b\u2202\u2208\u2200\u2203\u2227\u2228\u2713\u2714\u2717\u2718"
            + "\u2605\u2606\u2665\u00bf\u00a1\u2032\u2033"
            + "\uff0c\u3002\uff01\uff1f\u3001\uff1b\uff1a\uff08\uff09\u300c\u300d\u300e\u300f\u300a\u300b\u3010\u3011"
            + "\u3008\u3009\u301c\uff5e\u30fb\uff0f\uff05\uff0b\uff1d\u060c\u061b\u061f\u06d4\u0964\u0965\u0e2f\u0e46";

    private static final String HIDDEN =
            "\u00a0\u202f\u2009\u200a\u2002\u2003\u2007\u2008\u3000\u200b\u200c\u200d\u2060\ufeff"
                    + "\u00ad\u200e\u200f\u2063\u2062\u2061";

    private static final Names NAMES = new Names();
    private static final int MARK = NAMES.addAll("mark ", each(MARKS));
    private static final int HIDDEN_MARK = NAMES.addAll("", codes(HIDDEN));
    private static final int OTHER_HIDDEN = NAMES.add("other invisible character or space");
    private static final int EMOJI =
            NAMES.addAll("", "emoji", "emoji at the start of a line", "emoji of several parts");
    private static final int OTHER_MARK = NAMES.add("other punctuation mark");
    private static final int OTHER_SYMBOL = NAMES.add("other symbol");
    private static final int DASH = NAMES.addAll(
            "",
            "em dash without spaces",
            "em dash with spaces",
            "en dash between digits",
            "en dash with spaces",
            "hyphen with spaces",
            "two hyphens");
    private static final int DOTS = NAMES.addAll("", "three full stops", "ellipsis character");
    private static final int APOSTROPHE =
            NAMES.addAll("", "straight apostrophe in a word", "curly apostrophe in a word");
    private static final int SPACE = NAMES.addAll("", "two spaces after a sentence", "space before a mark");
    private static final int RUN = NAMES.addAll("", "several exclamation or question marks", "comma before and");

    private static final byte[] ID_OF = new byte[0x10000]; // 1 + place in MARKS, as an unsigned byte; 0 for none

    static {
        for (int i = 0; i < MARKS.length(); i++) {
            ID_OF[MARKS.charAt(i)] = (byte) (i + 1);
        }
    }

    private static final long AND = TokenHash.of("and");

    static Names names() {
        return NAMES;
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        int count = text.tokens();
        out.reserve(3 * count + text.hiddenCharacters() + text.apostrophes());
        for (int s = 0; s < text.signs(); s++) {
            int i = text.sign(s);
            TokenKind kind = text.kind(i);
            int start = text.start(i);
            int end = text.end(i);
            switch (kind) {
                case PUNCTUATION, SYMBOL -> mark(text, i, start, out);
                case EMOJI -> {
                    out.add(EMOJI, start, end);
                    if (i == 0 || text.isLineEnd(i - 1)) {
                        out.add(EMOJI + 1, start, end);
                    }
                    if (end - start > 2) {
                        out.add(EMOJI + 2, start, end);
                    }
                }
                default -> {}
            }
        }
        for (int i = 0; i < text.apostrophes(); i++) {
            int at = text.apostrophe(i);
            out.add(text.charAt(at) == '\'' ? APOSTROPHE : APOSTROPHE + 1, at, at + 1);
        }
        for (int i = 0; i < text.hiddenCharacters(); i++) {
            int at = text.hiddenCharacter(i);
            int id = HIDDEN.indexOf(text.charAt(at));
            out.add(id < 0 ? OTHER_HIDDEN : HIDDEN_MARK + id, at, at + 1);
        }
    }

    private static void mark(TextScanner text, int token, int start, FeatureBuffer out) {
        char c = text.charAt(start);
        int place = ID_OF[c] & 0xff;
        boolean symbol = text.kind(token) == TokenKind.SYMBOL;
        out.add(place > 0 ? MARK + place - 1 : symbol ? OTHER_SYMBOL : OTHER_MARK, start, text.end(token));
        boolean spaceBefore = token > 0 && text.end(token - 1) < start;
        boolean spaceAfter = token + 1 < text.tokens() && text.start(token + 1) > text.end(token);
        switch (c) {
            case '\u2014' -> out.add(spaceBefore || spaceAfter ? DASH + 1 : DASH, start, start + 1);
            case '\u2013' -> {
                if (spaceBefore && spaceAfter) {
                    out.add(DASH + 3, start, start + 1);
                } else if (token > 0 && text.kind(token - 1) == TokenKind.NUMBER) {
                    out.add(DASH + 2, start, start + 1);
                }
            }
            case '-' -> {
                if (spaceBefore && spaceAfter && !text.kind(token - 1).isLineEnd()) {
                    out.add(DASH + 4, start, start + 1);
                } else if (start > 0 && text.charAt(start - 1) == '-') {
                    out.add(DASH + 5, start - 1, start + 1);
                }
            }
            case '.' -> {
                if (start >= 2 && text.charAt(start - 1) == '.' && text.charAt(start - 2) == '.') {
                    out.add(DOTS, start - 2, start + 1);
                } else if (start + 3 < text.length()
                        && text.charAt(start + 1) == ' '
                        && text.charAt(start + 2) == ' '
                        && text.charAt(start + 3) > ' ') {
                    out.add(SPACE, start, start + 3);
                }
            }
            case '\u2026' -> out.add(DOTS + 1, start, start + 1);
            case '!', '?', ':', ';' -> {
                if (spaceBefore && !text.kind(token - 1).isLineEnd()) {
                    out.add(SPACE + 1, start, start + 1);
                }
                if ((c == '!' || c == '?')
                        && start > 0
                        && (text.charAt(start - 1) == '!' || text.charAt(start - 1) == '?')) {
                    out.add(RUN, start - 1, start + 1);
                }
            }
            case ',' -> {
                if (token + 1 < text.tokens() && text.hash(token + 1) == AND) {
                    out.add(RUN + 1, start, text.end(token + 1));
                }
            }
            default -> {}
        }
    }

    private static String[] each(String marks) {
        String[] names = new String[marks.length()];
        for (int i = 0; i < names.length; i++) {
            names[i] = marks.substring(i, i + 1);
        }
        return names;
    }

    private static String[] codes(String marks) {
        String[] names = new String[marks.length()];
        for (int i = 0; i < names.length; i++) {
            names[i] = "U+" + Integer.toHexString(0x10000 + marks.charAt(i)).substring(1);
        }
        return names;
    }
}
