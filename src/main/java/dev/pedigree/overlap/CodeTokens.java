package dev.pedigree.overlap;

import dev.pedigree.internal.SplitMix64;
import java.util.Locale;

/**
 * The tokens of the programs in an answer. Identifiers, numbers and strings each become one token whatever they say; comments,
 * documentation strings, imports, semicolons and layout are left out; keywords and operators stay. So a copy keeps its tokens
 * when it is renamed, reformatted or commented anew. The name of each identifier is kept beside, to tell a consistent renaming
 * from two programs of the same shape. The idea is MOSS's and JPlag's: Prechelt, Malpohl and Philippsen, "Finding plagiarisms
 * among a set of programs with JPlag", JUCS 8(11), 2002, doi:10.3217/jucs-008-11-1016.
 */
final class CodeTokens {
    private static final long IDENTIFIER = token("\u0001identifier");
    private static final long NUMBER = token("\u0001number");
    private static final long STRING = token("\u0001string");
    private static final String PAIRS = " == != <= >= += -= *= /= -> => && || ** // << >> :: ++ -- := ?? ?. %= |= &= ";

    private final String text;
    private final int to;
    private final CodeLanguage language;
    private final TokenStream out;
    private int at;
    private boolean lineStart = true;

    private CodeTokens(String text, int from, int to, CodeLanguage language, TokenStream out) {
        this.text = text;
        this.at = from;
        this.to = to;
        this.language = language;
        this.out = out;
    }

    /** The tokens of all code blocks of a text. */
    static TokenStream of(String text, CodeBlocks blocks) {
        TokenStream out = new TokenStream();
        for (int i = 0; i < blocks.size(); i++) {
            new CodeTokens(text, blocks.start(i), blocks.end(i), blocks.language(i), out).scan();
        }
        return out;
    }

    /** The tokens of a whole text, prose and all, as if it were a program. */
    static TokenStream everything(String text) {
        TokenStream out = new TokenStream();
        new CodeTokens(text, 0, text.length(), CodeLanguage.GENERIC, out).scan();
        return out;
    }

    static boolean isIdentifier(long hash) {
        return hash == IDENTIFIER;
    }

    private static long token(String spelled) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < spelled.length(); i++) {
            hash = (hash ^ spelled.charAt(i)) * 0x100000001b3L;
        }
        return SplitMix64.mix(hash);
    }

    private void scan() {
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\n') {
                lineStart = true;
                at++;
            } else if (c <= ' ' || c == ';' || c == '\u00a0') {
                at++;
            } else if (comment(c)) {
                continue;
            } else if (lineStart && boilerplateLine()) {
                skipLine();
            } else {
                code(c);
                lineStart = false;
            }
        }
    }

    private void code(char c) {
        int start = at;
        if (c == '"' || c == '\'' || c == '`') {
            string(c);
        } else if (c >= '0' && c <= '9') {
            while (at < to && (isName(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            out.addNamed(NUMBER, start, at, 0);
        } else if (isName(c)) {
            while (at < to && isName(text.charAt(at))) {
                at++;
            }
            word(text.substring(start, at), start);
        } else {
            boolean pair =
                    at + 1 < to && text.charAt(at + 1) > ' ' && PAIRS.contains(" " + text.substring(at, at + 2) + " ");
            at += pair ? 2 : 1;
            out.addNamed(token(text.substring(start, at)), start, at, 0);
        }
    }

    private void word(String word, int start) {
        boolean prefixed = at < to && (text.charAt(at) == '"' || text.charAt(at) == '\'') && word.length() <= 2;
        if (prefixed && language == CodeLanguage.PYTHON) {
            string(text.charAt(at));
        } else if (language.isKeyword(word)) {
            String spelled = language.foldsCase ? word.toLowerCase(Locale.ROOT) : word;
            out.addNamed(token(spelled), start, at, token(spelled));
        } else {
            out.addNamed(IDENTIFIER, start, at, token(word));
        }
    }

    private void string(char quote) {
        int start = at;
        boolean triple = at + 2 < to && text.charAt(at + 1) == quote && text.charAt(at + 2) == quote;
        at += triple ? 3 : 1;
        while (at < to) {
            char c = text.charAt(at);
            if (c == '\\') {
                at += 2;
            } else if (c == '\n' && !triple && quote != '`') {
                break;
            } else if (c == quote && !triple) {
                at++;
                break;
            } else if (c == quote && at + 2 < to && text.charAt(at + 1) == quote && text.charAt(at + 2) == quote) {
                at += 3;
                break;
            } else {
                at++;
            }
        }
        at = Math.min(at, to);
        boolean documentation = lineStart && (triple || language == CodeLanguage.PYTHON && restIsBlank());
        if (!documentation) {
            out.addNamed(STRING, start, at, 0);
        }
    }

    private boolean restIsBlank() {
        int i = at;
        while (i < to && text.charAt(i) != '\n') {
            if (text.charAt(i) > ' ') {
                return false;
            }
            i++;
        }
        return true;
    }

    private boolean comment(char c) {
        String line = language.lineComment;
        boolean hash = c == '#' && (language == CodeLanguage.GENERIC && lineStart);
        if (text.startsWith(line, at) || hash) {
            skipLine();
            return true;
        }
        if (c == '/'
                && text.startsWith("/*", at)
                && language != CodeLanguage.PYTHON
                && language != CodeLanguage.SHELL) {
            int close = text.indexOf("*/", at + 2);
            at = close < 0 || close + 2 > to ? to : close + 2;
            return true;
        }
        if (c == '<' && text.startsWith("<!--", at)) {
            int close = text.indexOf("-->", at + 4);
            at = close < 0 || close + 3 > to ? to : close + 3;
            return true;
        }
        return false;
    }

    private boolean boilerplateLine() {
        return starts("import ")
                || starts("#include")
                || starts("#!")
                || starts("package ")
                || starts("using ")
                || (starts("from ") && language == CodeLanguage.PYTHON);
    }

    private boolean starts(String opening) {
        return text.startsWith(opening, at);
    }

    private void skipLine() {
        int eol = text.indexOf('\n', at);
        at = eol < 0 || eol > to ? to : eol;
    }

    private static boolean isName(char c) {
        return c == '_'
                || c == '$'
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c > 0xBF;
    }
}
