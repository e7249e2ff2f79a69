package dev.pedigree.overlap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether lines outside of a fence look like a program. A line that ends as statements end may also be an item of a list or a
 * formula, so that prose and LaTeX are told from it. Remembers whether a statement of SQL is going on; not shared between threads.
 */
final class CodeLines {
    /** Words in a row, nothing but a blank between them, that a sentence has and a statement does not. */
    private static final int PROSE = 6;

    /** The same of an item of a list. */
    private static final int PROSE_OF_ITEM = 2;

    /** Signs that a line of a program holds and a sentence hardly does. */
    private static final String CODE_MARKS = "(;{}=[<#@$&|/";

    /** Where what is written in words may begin in a line of a program. */
    private static final String WORDS_BEGIN = "\"`=(<{[/#$&|";

    private static final String[] OPENINGS = {
        "def ",
        "class ",
        "import ",
        "#include",
        "return ",
        "return;",
        "public ",
        "private ",
        "static ",
        "func ",
        "const ",
        "let ",
        "var ",
        "elif ",
        "except",
        "while (",
        "for (",
        "if (",
        "} else",
        "} catch",
        "}",
        "{",
        "package ",
        "fn ",
        "function ",
        "async ",
        "export ",
        "template<",
        "template <",
        "using ",
        "namespace ",
        "print(",
        "console.",
        "assert ",
    };

    /** What a line begins with that may go on in words. */
    private static final String[] FREE_OPENINGS = {
        "@",
        "//",
        "/*",
        "SELECT ",
        "CREATE TABLE",
        "INSERT INTO",
        "#!/",
        "$ ",
        "sudo ",
        "cd ",
        "mkdir ",
        "chmod ",
        "echo ",
        "git ",
        "docker ",
        "npm ",
        "pip install",
        "apt ",
        "apt-get ",
        "curl ",
        "set -",
        "grep ",
        "sed ",
        "awk ",
        "rm -",
        "cp -",
        "tar ",
        "printf ",
        "source ",
        "while read",
        "if [",
        "elif [",
        "systemctl ",
        "kubectl ",
    };

    /** The whole line. */
    private static final Pattern SHELL_WORD = Pattern.compile("then|do|done|fi|esac");

    private static final Pattern SHELL_HEAD =
            Pattern.compile("(?:for \\w+ in|while|until|if|elif|case) .*(?:; *(?:do|then)| in)");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Z_][A-Z0-9_]+=\\S.*|\\w+=(?:[\"']|\\$[({\\w]).*");

    private static final Pattern SQL_STATEMENT = Pattern.compile(
            "(?i)(?:select(?: distinct)?|select\\b.*[,.*=(].*|insert into \\w.*|update \\w+ set\\b.*|delete from \\w.*|create (?:or replace )?(?:table|view|index) .*"
                    + "|alter table \\w.*|with (?:recursive )?\\w+ as \\(.*)");
    private static final Pattern SQL_CLAUSE = Pattern.compile(
            "(?i)(?:select|from|where|and|or|group by|order by|having|limit|offset|(?:left |right |inner |outer |full |cross )*join|on"
                    + "|union|except|intersect|values|set|case|when|then|else|end|returning|\\)).*");

    /** A command with its argument, or an exponent or index in braces. */
    private static final Pattern LATEX =
            Pattern.compile("\\\\[A-Za-z]{2,}\\*?(?:\\[[^\\]]*\\])?\\{|[_^]\\{|^\\\\[A-Za-z\\[\\](]");

    private static final Pattern ITEM = Pattern.compile("(?:[-*+\u2022\u2013]|\\(?\\w{1,3}[.)])[ \\t]+");

    private boolean insideSql;

    /** Whether a line, the next one of its text, looks like a line of a program. */
    boolean looksLikeCode(String text, int from, int eol) {
        int last = eol;
        while (last > from
                && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t' || text.charAt(last - 1) == '\r')) {
            last--;
        }
        String line = text.substring(from, last);
        boolean clause = insideSql && SQL_CLAUSE.matcher(line).matches();
        if (clause || SQL_STATEMENT.matcher(line).matches()) {
            insideSql = !line.endsWith(";");
            return true;
        }
        // columns may stand in lines of their own
        insideSql = insideSql && !line.endsWith(".") && !isProse(line);
        char end = line.charAt(line.length() - 1);
        if (opens(line, FREE_OPENINGS)) {
            return hasCodeMark(line);
        }
        boolean ends = end == ';' || end == '{' || end == '}';
        if (ends || opens(line, OPENINGS)) {
            return (ends || hasCodeMark(line))
                    && !isProse(line)
                    && !LATEX.matcher(line).find();
        }
        return SHELL_WORD.matcher(line).matches()
                || SHELL_HEAD.matcher(line).matches()
                || ASSIGNMENT.matcher(line).matches();
    }

    private static boolean opens(String line, String[] openings) {
        char end = line.charAt(line.length() - 1);
        for (String opening : openings) {
            if (line.startsWith(opening) && (opening.charAt(opening.length() - 1) != ' ' || end != '.')) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCodeMark(String line) {
        int words = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (CODE_MARKS.indexOf(c) >= 0) {
                return true;
            }
            words += c == ' ' ? 1 : 0;
        }
        return words <= 3;
    }

    /** Whether a line has as many words in a row as a sentence has, or as an item where it begins like one. */
    private static boolean isProse(String line) {
        Matcher item = ITEM.matcher(line);
        boolean isItem = item.lookingAt();
        int least = isItem ? PROSE_OF_ITEM : PROSE;
        int words = 0;
        boolean inWord = false;
        for (int i = isItem ? item.end() : 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Words.isOfWord(c) || (inWord && (c == '\'' || c == '\u2019'))) {
                words += inWord ? 0 : 1;
                inWord = true;
                if (words >= least) {
                    return true;
                }
            } else if (WORDS_BEGIN.indexOf(c) >= 0 || c == '\'') {
                return false;
            } else {
                words = c == ' ' ? words : 0;
                inWord = false;
            }
        }
        return false;
    }
}
