package dev.pedigree.text;

/**
 * How far an emoji reaches: modifiers, variation selectors, tags and parts joined by zero-width joiners belong to it, two
 * regional indicators make a flag (Unicode Technical Standard #51).
 */
final class Emoji {
    private static final char JOINER = '\u200d';

    private Emoji() {}

    static int end(char[] text, int from, int length) {
        int first = codePoint(text, from, length);
        int at = from + Character.charCount(first);
        if (isRegional(first)) {
            return at < length && isRegional(codePoint(text, at, length)) ? at + 2 : at;
        }
        at = modifiers(text, at, length);
        while (at + 1 < length && text[at] == JOINER && isEmoji(codePoint(text, at + 1, length))) {
            at = modifiers(text, at + 1 + Character.charCount(codePoint(text, at + 1, length)), length);
        }
        return at;
    }

    private static int modifiers(char[] text, int from, int length) {
        int at = from;
        while (at < length) {
            int c = codePoint(text, at, length);
            boolean belongs =
                    c == 0xfe0f || c == 0x20e3 || c >= 0x1f3fb && c <= 0x1f3ff || c >= 0xe0020 && c <= 0xe007f;
            if (!belongs) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean isRegional(int c) {
        return c >= 0x1f1e6 && c <= 0x1f1ff;
    }

    private static boolean isEmoji(int c) {
        return (c < 0x10000 ? UnicodeTables.classOf((char) c) : UnicodeTables.classOfSupplementary(c))
                        == UnicodeTables.EMOJI
                || c == 0x2640
                || c == 0x2642;
    }

    private static int codePoint(char[] text, int at, int length) {
        char c = text[at];
        return Character.isHighSurrogate(c) && at + 1 < length && Character.isLowSurrogate(text[at + 1])
                ? Character.toCodePoint(c, text[at + 1])
                : c;
    }
}
