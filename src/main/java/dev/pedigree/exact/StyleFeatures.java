package dev.pedigree.exact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few dozen named numbers that describe the style of one answer: length, layout, punctuation, function words, opening. */
final class StyleFeatures {
    private static final String[] LAYOUT = {
        "words (log)", "lines (log)", "characters per word", "paragraph breaks", "'-' list lines", "'*' list lines",
        "'•' list lines", "numbered lines", "headings", "bold marks", "code fences", "table lines"
    };
    private static final String MARKS = ",.:;!?()\"“’'—–-…/";
    private static final String[] WORDS = {
        "the",
        "and",
        "of",
        "to",
        "a",
        "in",
        "is",
        "that",
        "for",
        "you",
        "your",
        "can",
        "it",
        "this",
        "with",
        "as",
        "or",
        "be",
        "are",
        "i",
        "not",
        "but",
        "will",
        "however",
        "also",
        "some",
        "here",
        "sure",
        "certainly"
    };
    private static final String[] OPENINGS = {
        "opens with 'here'", "opens with 'sure'", "opens with 'I'", "opens with a list"
    };

    private static final List<String> NAMES;
    private static final Map<Long, Integer> WORD_INDEX = new LinkedHashMap<>();

    static {
        java.util.ArrayList<String> names = new java.util.ArrayList<>(List.of(LAYOUT));
        for (int i = 0; i < MARKS.length(); i++) {
            names.add("'" + MARKS.charAt(i) + "' per 100 words");
        }
        for (String word : WORDS) {
            WORD_INDEX.put(Tokens.of(word).hash(0), names.size());
            names.add("'" + word + "' per 100 words");
        }
        names.addAll(List.of(OPENINGS));
        NAMES = List.copyOf(names);
    }

    private StyleFeatures() {}

    static List<String> names() {
        return NAMES;
    }

    /** One number for each name. Counts are per 100 words but for the two logarithms, the mean and the openings (0 or 1). */
    static double[] of(String text) {
        double[] f = new double[NAMES.size()];
        Tokens words = Tokens.of(text);
        int letters = 0;
        for (int i = 0; i < words.size(); i++) {
            letters += words.end(i) - words.start(i);
            Integer index = WORD_INDEX.get(words.hash(i));
            if (index != null) {
                f[index]++;
            }
        }
        for (int i = 0; i < text.length(); i++) {
            int mark = MARKS.indexOf(text.charAt(i));
            if (mark >= 0) {
                f[LAYOUT.length + mark]++;
            }
        }
        int lines = layout(text, f);
        double per = 100.0 / Math.max(1, words.size());
        for (int i = 3; i < f.length - OPENINGS.length; i++) {
            f[i] *= per;
        }
        f[0] = StrictMath.log1p(words.size());
        f[1] = StrictMath.log1p(lines);
        f[2] = words.size() == 0 ? 0 : (double) letters / words.size();
        if (words.size() > 0) {
            long first = words.hash(0);
            int open = f.length - OPENINGS.length;
            f[open] = isWord(first, "here") || isWord(first, "here's") ? 1 : 0;
            f[open + 1] = isWord(first, "sure") || isWord(first, "certainly") ? 1 : 0;
            f[open + 2] = isWord(first, "i") || isWord(first, "i'm") ? 1 : 0;
            f[open + 3] = text.startsWith("1.") || text.startsWith("- ") || text.startsWith("* ") ? 1 : 0;
        }
        return f;
    }

    private static boolean isWord(long hash, String word) {
        return Tokens.of(word).hash(0) == hash;
    }

    private static int layout(String text, double[] f) {
        int lines = 0;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int from = at;
            while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                from++;
            }
            if (from == end) {
                f[3]++;
            } else {
                lines++;
                switch (text.charAt(from)) {
                    case '-' -> f[4]++;
                    case '*' -> f[text.startsWith("**", from) ? 9 : 5]++;
                    case '•' -> f[6]++;
                    case '#' -> f[8]++;
                    case '`' -> f[10] += text.startsWith("```", from) ? 1 : 0;
                    case '|' -> f[11]++;
                    default -> f[7] += isNumbered(text, from, end) ? 1 : 0;
                }
                for (int i = text.indexOf("**", from + 1); i >= 0 && i < end; i = text.indexOf("**", i + 2)) {
                    f[9]++;
                }
            }
            at = end + 1;
        }
        return lines;
    }

    private static boolean isNumbered(String text, int from, int end) {
        int i = from;
        while (i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
            i++;
        }
        return i > from && i < end && (text.charAt(i) == '.' || text.charAt(i) == ')');
    }
}
