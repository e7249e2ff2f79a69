package dev.pedigree.identity;

/** The words that are shown for a claim. */
final class Quotes {
    private static final int LENGTH = 300; // characters

    private Quotes() {}

    /** Where the quote around text[start, end) begins and ends in the sentence text[from, to). */
    static int[] around(String text, int from, int to, int start, int end) {
        int a = from;
        int b = to;
        while (a < start && isBlank(text.charAt(a))) {
            a++;
        }
        while (b > end && isBlank(text.charAt(b - 1))) {
            b--;
        }
        if (b - a > LENGTH) {
            a = Math.max(a, start - LENGTH / 2);
            b = Math.min(b, Math.max(end, a + LENGTH));
        }
        if (isInsidePair(text, a)) {
            a++;
        }
        if (isInsidePair(text, b)) {
            b--;
        }
        return new int[] {a, b};
    }

    private static boolean isInsidePair(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\u3000';
    }
}
