package dev.pedigree.identity;

/** Where the sentence around a place begins and ends. */
final class Sentences {
    private static final int LONGEST = 1200;

    private Sentences() {}

    /** The offset at which the sentence that holds {@code at} begins, not before {@code floor}. */
    static int begin(String text, int at, int floor) {
        int stop = Math.max(floor, at - LONGEST);
        for (int i = at - 1; i >= stop; i--) {
            if (ends(text, i)) {
                return i + 1;
            }
        }
        return stop;
    }

    /** The offset after the sentence that holds {@code at}, with its full stop; at most {@code ceiling}. */
    static int finish(String text, int at, int ceiling) {
        int stop = Math.min(ceiling, at + LONGEST);
        for (int i = at; i < stop; i++) {
            if (ends(text, i)) {
                return i + 1;
            }
        }
        return stop;
    }

    /** Whether a sentence ends with the character at i. */
    static boolean ends(String text, int i) {
        char c = text.charAt(i);
        switch (c) {
            case '\n', '\r', '\u3002', '\uff01', '\uff1f', '\u2028', '\u2029':
                return true;
            case '!', '?':
                return !closesInside(text, i);
            case '.':
                return fullStop(text, i);
            default:
                return false;
        }
    }

    private static boolean closesInside(String text, int i) {
        return i + 1 < text.length() && (text.charAt(i + 1) == '!' || text.charAt(i + 1) == '?');
    }

    /** A stop before a blank and no small letter; not after an initial or a common abbreviation. */
    private static boolean fullStop(String text, int i) {
        int n = i + 1;
        while (n < text.length() && isCloser(text.charAt(n))) {
            n++;
        }
        if (n == text.length()) {
            return true;
        }
        char after = text.charAt(n);
        byte script = Letters.script(after);
        if (script == Letters.HAN || script == Letters.KANA || script == Letters.HANGUL) {
            return true;
        }
        if (after != ' ' && after != '\n' && after != '\t' && after != '\u00a0') {
            return n > i + 1;
        }
        while (n < text.length() && (text.charAt(n) == ' ' || text.charAt(n) == '\u00a0')) {
            n++;
        }
        if (n < text.length()
                && Letters.isSpaced(Letters.script(text.charAt(n)))
                && !Letters.isUpper(text.charAt(n))
                && !Letters.isDigit(text.charAt(n))) {
            return false;
        }
        int from = i;
        while (from > 0 && Letters.isSpaced(Letters.script(text.charAt(from - 1)))) {
            from--;
        }
        String word = Letters.fold(text.substring(from, i));
        return switch (word) {
            case "dr", "mr", "mrs", "ms", "prof", "inc", "corp", "ltd", "co", "vs", "st", "no", "e", "g" ->
                word.equals("no");
            default -> true;
        };
    }

    private static boolean isCloser(char c) {
        return c == '"'
                || c == '\u201d'
                || c == ')'
                || c == '*'
                || c == '_'
                || c == '\u2019'
                || c == '\''
                || c == ']'
                || c == '\u00bb';
    }
}
