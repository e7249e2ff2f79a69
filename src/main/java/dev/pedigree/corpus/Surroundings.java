package dev.pedigree.corpus;

/** What stands around a place of an answer, as far as it tells whether a control token there was meant or is spoken of. */
final class Surroundings {
    private final String text;

    Surroundings(String text) {
        this.text = text;
    }

    /** In code, in quotes or brackets, in a list or a table, or after a colon. */
    boolean isSpokenOf(int at, int after) {
        int first = text.startsWith("<s>", at - 3) ? at - 3 : at;
        if (first > 0 && "\"'“‘«`(/".indexOf(text.charAt(first - 1)) >= 0 && !closesQuote(first - 1)) {
            return true;
        }
        if (after < text.length() && "\"'”’»`),.;:?!/=".indexOf(text.charAt(after)) >= 0) {
            return true;
        }
        int before = at - 1;
        while (before >= 0 && isBlank(text.charAt(before))) {
            before--;
        }
        boolean alone = before < 0 || text.lastIndexOf('\n', at) > before || isGap(before, at);
        if (before >= 0 && (text.charAt(before) == ':' || "|-•=>".indexOf(text.charAt(before)) >= 0) && alone) {
            return true;
        }
        return isInCode(text, at) || isNumbered(before);
    }

    private boolean isGap(int before, int at) {
        return at - before > 1;
    }

    /** Whether the line up to there is the number of a list's item. */
    private boolean isNumbered(int to) {
        int at = to;
        if (at < 1 || ".)".indexOf(text.charAt(at)) < 0) {
            return false;
        }
        do {
            at--;
        } while (at >= 0 && text.charAt(at) >= '0' && text.charAt(at) <= '9');
        return at < to - 1 && startsLine(at + 1);
    }

    /** A quotation mark that ends a quotation in the answer says nothing about the token behind it. */
    private boolean closesQuote(int at) {
        char mark = text.charAt(at);
        if (at >= 2 && text.startsWith("```", at - 2)) {
            return fences(text, at + 1) % 2 == 0;
        }
        if (mark != '"' && mark != '\'' && mark != '`') {
            return false;
        }
        if (at > 0 && ".!?…".indexOf(text.charAt(at - 1)) >= 0) {
            return true;
        }
        int count = 0;
        for (int i = text.lastIndexOf('\n', at) + 1; i <= at; i++) {
            count += text.charAt(i) == mark ? 1 : 0;
        }
        return count % 2 == 0 || mark == '\'';
    }

    /** An HTML tag that was opened before. */
    boolean isStruckThrough(int at) {
        int open = 0;
        for (int i = text.indexOf('<'); i >= 0 && i < at; i = text.indexOf('<', i + 1)) {
            open += text.startsWith("<s>", i) ? 1 : text.startsWith("</s>", i) ? -1 : 0;
        }
        return open > 0;
    }

    boolean isGlued(int at) {
        return at > 0 && !isBlank(text.charAt(at - 1));
    }

    boolean startsLine(int at) {
        int i = at - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    boolean followsSentence(int at) {
        int i = at - 1;
        while (i >= 0 && isBlank(text.charAt(i))) {
            i--;
        }
        return i >= 0 && ".!?。！？…)]}*`".indexOf(text.charAt(i)) >= 0;
    }

    int inLine(int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    static int blank(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** Whether the place lies between backticks of its line, or in a fenced block that is closed behind it. */
    static boolean isInCode(String text, int at) {
        int lineStart = text.lastIndexOf('\n', at - 1) + 1;
        int ticks = 0;
        for (int i = lineStart; i < at; i++) {
            ticks += text.charAt(i) == '`' ? 1 : 0;
        }
        int lineEnd = text.indexOf('\n', at);
        int tick = text.indexOf('`', at);
        if (ticks % 2 == 1 && tick >= 0 && (lineEnd < 0 || tick < lineEnd)) {
            return true;
        }
        return fences(text, at) % 2 == 1 && text.indexOf("```", at) >= 0;
    }

    private static int fences(String text, int before) {
        int fences = 0;
        for (int i = text.indexOf("```"); i >= 0 && i < before; i = text.indexOf("```", i + 3)) {
            fences++;
        }
        return fences;
    }
}
