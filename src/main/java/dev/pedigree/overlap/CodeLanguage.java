package dev.pedigree.overlap;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A programming language as far as its tokens need it. */
enum CodeLanguage {
    PYTHON(
            "python py python3 py3 ipython",
            "and as assert async await break class continue def del elif else except False finally for from global if import in is"
                    + " lambda None nonlocal not or pass raise return True try while with yield match case",
            "#",
            false),
    JAVA(
            "java kotlin scala groovy csharp cs c#",
            "abstract assert boolean break byte case catch char class continue default do double else enum extends final finally"
                    + " float for if implements import instanceof int interface long native new package private protected public"
                    + " return short static super switch synchronized this throw throws transient try void volatile while true"
                    + " false null var record",
            "//",
            false),
    JAVASCRIPT(
            "javascript js jsx typescript ts tsx node",
            "async await break case catch class const continue debugger default delete do else enum export extends false finally"
                    + " for function if implements import in instanceof interface let new null of return static super switch"
                    + " this throw true try type typeof undefined var void while yield",
            "//",
            false),
    C(
            "c cpp c++ cc h hpp cxx objc rust rs swift php",
            "auto bool break case catch char class const constexpr continue default delete do double else enum explicit extern"
                    + " false float for friend goto if inline int long namespace new nullptr NULL operator private protected"
                    + " public register return short signed sizeof static struct switch template this throw true try typedef"
                    + " typename union unsigned using virtual void volatile while",
            "//",
            false),
    GO(
            "go golang",
            "break case chan const continue default defer else fallthrough for func go goto if import interface map package"
                    + " range return select struct switch type var nil true false",
            "//",
            false),
    SQL(
            "sql mysql postgresql postgres sqlite plsql tsql",
            "select from where and or not in is null like between join inner left right full outer on group by order having"
                    + " limit offset union all distinct as insert into values update set delete create table alter drop index"
                    + " view primary foreign references default constraint unique case when then else end exists with"
                    + " over partition asc desc",
            "--",
            true),
    SHELL(
            "bash sh shell zsh console powershell",
            "if then else elif fi for while until do done case esac function in return local export echo exit read set unset"
                    + " shift test",
            "#",
            false),
    GENERIC(
            "",
            "if else elif for foreach while do switch case default break continue return function def fn func class struct enum"
                    + " new try catch except finally throw raise import var let const true false null nil None True False and"
                    + " or not in is",
            "//",
            false);

    private final List<String> aliases;
    private final Set<String> keywords;
    final String lineComment;
    final boolean foldsCase;

    CodeLanguage(String aliases, String keywords, String lineComment, boolean foldsCase) {
        this.aliases = Arrays.asList(aliases.split(" "));
        this.keywords = new LinkedHashSet<>(Arrays.asList(keywords.split(" ")));
        this.lineComment = lineComment;
        this.foldsCase = foldsCase;
    }

    boolean isKeyword(String word) {
        return keywords.contains(foldsCase ? word.toLowerCase(Locale.ROOT) : word);
    }

    /** The language that a fence names, or else the one the code looks like. */
    static CodeLanguage of(String info, String text, int from, int to) {
        int stop = 0;
        while (stop < info.length() && " {,:".indexOf(info.charAt(stop)) < 0) {
            stop++;
        }
        String name = info.substring(0, stop).toLowerCase(Locale.ROOT);
        if (!name.isEmpty()) {
            for (CodeLanguage language : values()) {
                if (language.aliases.contains(name)) {
                    return language;
                }
            }
        }
        return guess(text.substring(from, Math.min(to, from + 4000)));
    }

    private static final Pattern SQL_STATEMENT = Pattern.compile(
            "(?im)^[ \\t(]*(?:select|insert into|update \\w+ set|delete from|create (?:or replace )?(?:table|view|index)|alter table|with \\w+ as)\\b");
    private static final Pattern SQL_CLAUSE = Pattern.compile(
            "(?i)\\b(?:select|from|where|insert into|create table|alter table|join|group by|order by|values|delete from)\\b");

    private static CodeLanguage guess(String code) {
        CodeLanguage best = GENERIC;
        int most = 1;
        for (CodeLanguage language : values()) {
            int score = score(language, code);
            if (score > most) {
                most = score;
                best = language;
            }
        }
        return best;
    }

    private static int score(CodeLanguage language, String code) {
        return switch (language) {
            case PYTHON ->
                count(code, "def ") * 2
                        + count(code, "):\n") * 2
                        + count(code, "elif ")
                        + count(code, "self")
                        + count(code, "print(")
                        + count(code, "import ")
                        + count(code, ":\n")
                        + count(code, " in range(");
            case JAVA ->
                count(code, "public ") * 2
                        + count(code, "private ")
                        + count(code, "System.out") * 2
                        + count(code, "String ")
                        + count(code, "new ")
                        + count(code, "import java") * 3;
            case JAVASCRIPT ->
                count(code, "const ")
                        + count(code, "let ") * 2
                        + count(code, "=>") * 2
                        + count(code, "function") * 2
                        + count(code, "console.") * 2
                        + count(code, "===") * 2
                        + count(code, "document.");
            case C ->
                count(code, "#include") * 4
                        + count(code, "std::") * 2
                        + count(code, "printf(")
                        + count(code, "->")
                        + count(code, "int main") * 3
                        + count(code, "cout") * 2;
            case GO ->
                count(code, "func ") * 2
                        + count(code, ":=") * 2
                        + count(code, "fmt.") * 2
                        + count(code, "package main") * 4;
            case SQL ->
                2
                        * (SQL_STATEMENT.matcher(code).find()
                                ? (int) SQL_CLAUSE.matcher(code).results().count()
                                : 0);
            case SHELL ->
                count(code, "#!/") * 4
                        + count(code, "echo ")
                        + count(code, "fi\n") * 2
                        + count(code, "; then") * 2
                        + count(code, "$(") * 2
                        + count(code, "sudo ") * 2
                        + count(code, "done\n") * 2
                        + count(code, "$ ");
            case GENERIC -> 0;
        };
    }

    private static int count(String code, String cue) {
        int n = 0;
        for (int at = code.indexOf(cue); at >= 0 && n < 20; at = code.indexOf(cue, at + cue.length())) {
            n++;
        }
        return n;
    }
}
