package dev.pedigree.report;

import dev.pedigree.internal.Visible;

/**
 * The one place where text that others wrote becomes part of a report. Nothing that passes through here can end the element,
 * attribute, cell or line in which it stands, hide a part of itself, or change the direction of what follows.
 */
final class Escapes {
    /** Longest name shown. */
    static final int NAME = 120;
    /** Longest sentence shown: statements, reasons, caveats. */
    static final int SENTENCE = 1200;
    /** Longest quotation shown. */
    static final int QUOTE = 600;

    private Escapes() {}

    /** Content of an HTML element. Hidden characters become marked elements, which no text can imitate. */
    static String html(String text, int limit) {
        StringBuilder out = new StringBuilder();
        boolean whole = Visible.scan(text, limit, new Visible.Sink() {
            @Override
            public void shown(CharSequence run) {
                markup(run, out);
            }

            @Override
            public void hidden(int codePoint, int times) {
                out.append("<span class=\"hidden\">")
                        .append(Visible.name(codePoint, times))
                        .append("</span>");
            }

            @Override
            public void lineEnd() {
                out.append("<span class=\"hidden\">↵</span> ");
            }
        });
        if (!whole) {
            out.append("<span class=\"hidden\">… cut</span>");
        }
        return out.toString();
    }

    /** Content of an XML element or of an attribute in double quotes. */
    static String attribute(String text, int limit) {
        StringBuilder out = new StringBuilder();
        markup(Visible.line(text, limit), out);
        return out.toString();
    }

    private static void markup(CharSequence text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c);
            }
        }
    }

    /** A code span of Markdown, in which nothing is markup, a link or a mention; safe in a table's cell. */
    static String code(String text, int limit) {
        String line = Visible.line(text, limit).replace('|', '¦').strip();
        int longest = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            run = line.charAt(i) == '`' ? run + 1 : 0;
            longest = StrictMath.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String room = longest > 0 || line.isEmpty() ? " " : "";
        return fence + room + line + room + fence;
    }

    /** A sentence in Markdown. */
    static String markdown(String text, int limit) {
        String line = Visible.line(text, limit);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean pointBeforeGap = c == '.' && i > 0 && (i + 1 == line.length() || line.charAt(i + 1) == ' ');
            boolean pointAfterDigit = pointBeforeGap && line.charAt(i - 1) >= '0' && line.charAt(i - 1) <= '9';
            if ("\\`*_[]<>#|~&!:+=$".indexOf(c) >= 0
                    || (c == '-' && i == 0)
                    || (c == '.' && !pointBeforeGap)
                    || pointAfterDigit) {
                out.append('\\');
            }
            out.append(c == '@' ? "@<!-- -->" : Character.toString(c));
        }
        return out.toString();
    }

    /** A field of CSV; one that a spreadsheet would take for a formula gets an apostrophe before it. */
    static String csv(String text) {
        String line = Visible.line(text, SENTENCE);
        boolean formula = !line.isEmpty() && "=+-@'＝＋－＠".indexOf(line.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + line.replace("\"", "\"\"") + '"';
    }

    /** A label of a Newick tree, in quotes unless it needs none (https://phylipweb.github.io/phylip/newicktree.html). */
    static String newick(String text) {
        String line = Visible.line(text, NAME);
        return line.matches("[A-Za-z0-9.+-]+") ? line : "'" + line.replace("'", "''") + "'";
    }

    /** A field of a tab-separated table. */
    static String tsv(String text) {
        return Visible.line(text, SENTENCE);
    }
}
