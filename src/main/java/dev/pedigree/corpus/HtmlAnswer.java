package dev.pedigree.corpus;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer that was copied as a page's HTML, as Markdown. Only what is such a page's HTML as a whole is touched. */
final class HtmlAnswer {
    private static final Pattern PAGE = Pattern.compile(
            "^\\s*(<!--.*?-->\\s*)?<(div class=\"(markdown|flex|min-h)|p>|p class=\")", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG =
            Pattern.compile("<!--.*?-->|<(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});");
    private static final Map<String, String> NAMED = new HashMap<>();

    static {
        NAMED.put("lt", "<");
        NAMED.put("gt", ">");
        NAMED.put("amp", "&");
        NAMED.put("quot", "\"");
        NAMED.put("apos", "'");
        NAMED.put("nbsp", "\u00a0");
        NAMED.put("mdash", "—");
        NAMED.put("ndash", "–");
        NAMED.put("hellip", "…");
    }

    private final StringBuilder out = new StringBuilder();
    private int pre;
    private int lists;
    private int item;
    private boolean ordered;

    private HtmlAnswer() {}

    static String markdown(String text) {
        return PAGE.matcher(text).find() ? new HtmlAnswer().convert(text) : text;
    }

    private String convert(String html) {
        Matcher tag = TAG.matcher(html);
        int at = 0;
        while (tag.find()) {
            text(html.substring(at, tag.start()));
            at = tag.end();
            if (tag.group(2) != null) {
                tag(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty(), tag.group(3));
            }
        }
        text(html.substring(at));
        return out.toString().strip();
    }

    private void tag(String name, boolean closes, String attributes) {
        if (pre > 0 && !name.equals("pre") && !name.equals("br")) {
            return; // the marks of a syntax highlighter
        }
        switch (name) {
            case "p":
            case "div":
            case "table":
            case "blockquote":
                lines(lists > 0 ? 1 : 2);
                break;
            case "br":
            case "tr":
                out.append('\n');
                break;
            case "ol":
            case "ul":
                lists += closes ? -1 : 1;
                lines(closes ? 2 : 1);
                ordered = name.equals("ol") && !closes;
                item = 0;
                break;
            case "li":
                lines(1);
                if (!closes) {
                    item++;
                    out.append(ordered ? item + ". " : "- ");
                }
                break;
            case "strong":
            case "b":
                out.append("**");
                break;
            case "em":
            case "i":
                out.append('*');
                break;
            case "pre":
                pre += closes ? -1 : 1;
                lines(closes ? 1 : 2);
                out.append(closes ? "```\n\n" : "```\n");
                break;
            case "code":
                out.append(pre > 0 ? "" : "`");
                break;
            case "td":
            case "th":
                out.append(closes ? " | " : "");
                break;
            case "h1":
            case "h2":
            case "h3":
            case "h4":
                lines(2);
                out.append(closes ? "" : "#".repeat(name.charAt(1) - '0') + " ");
                break;
            default:
                break;
        }
    }

    private void lines(int count) {
        if (out.length() == 0 || endsWithMarker()) {
            return;
        }
        int have = 0;
        while (have < out.length() && out.charAt(out.length() - 1 - have) == '\n') {
            have++;
        }
        out.append("\n".repeat(Math.max(0, count - have)));
    }

    /** A paragraph inside a list item goes on where the item's marker stands. */
    private boolean endsWithMarker() {
        int end = out.length();
        return end >= 2
                && out.charAt(end - 1) == ' '
                && (out.charAt(end - 2) == '-' || out.charAt(end - 2) == '.')
                && item > 0;
    }

    private void text(String raw) {
        if (raw.isEmpty() || (pre == 0 && raw.isBlank() && raw.indexOf('\n') >= 0)) {
            return;
        }
        out.append(ENTITY.matcher(raw)
                .replaceAll(match -> Matcher.quoteReplacement(entity(match.group(1), match.group()))));
    }

    private static String entity(String name, String whole) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, whole);
        }
        boolean hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
        int code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
    }
}
