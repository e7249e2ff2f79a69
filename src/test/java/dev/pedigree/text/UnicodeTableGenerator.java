package dev.pedigree.text;

import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes the pinned tables from the running JDK, which must know {@value #VERSION}: run {@link #main} with the path of
 * {@code unicode.txt} on JDK 24 or 25.
 */
final class UnicodeTableGenerator {
    static final String VERSION = "16.0.0";

    private static final String UNSPACED = "THAI LAO KHMER MYANMAR TIBETAN";

    private final Pattern emoji = Pattern.compile("\\p{IsEmoji_Presentation}");
    private final Pattern pictographic = Pattern.compile("\\p{IsExtended_Pictographic}");

    public static void main(String[] args) throws Exception {
        Files.writeString(Path.of(args[0]), new UnicodeTableGenerator().table(), StandardCharsets.UTF_8);
    }

    String table() {
        StringBuilder out = new StringBuilder("# Unicode " + VERSION + "\n# classes: first last class\n");
        for (int from = 0; from <= Character.MAX_CODE_POINT; ) {
            char type = classOf(from);
            int to = from;
            while (to < Character.MAX_CODE_POINT && classOf(to + 1) == type) {
                to++;
            }
            if (type != 'O') {
                out.append(
                        String.format(Locale.ROOT, "%X %X %c%n", from, to, type).replace("\r", ""));
            }
            from = to + 1;
        }
        out.append("# lower case, BMP: first last step delta\n");
        for (int from = 0; from < 0x10000; from++) {
            int delta = delta(from);
            if (delta == 0) {
                continue;
            }
            int step = delta(from + 1) == delta ? 1 : 2;
            int to = from;
            while (to + step < 0x10000 && delta(to + step) == delta && (step == 1 || delta(to + 1) == 0)) {
                to += step;
            }
            out.append(String.format(Locale.ROOT, "%X %X %d %d%n", from, to, step, delta)
                    .replace("\r", ""));
            from = to;
        }
        return out.toString();
    }

    private static int delta(int c) {
        return c > 0xffff || Character.isSurrogate((char) c) ? 0 : Character.toLowerCase(c) - c;
    }

    private char classOf(int c) {
        if (c == '\n' || c == '\r' || c == 0x0b || c == 0x0c || c == 0x85 || c == 0x2028 || c == 0x2029) {
            return 'N';
        }
        if (c == '\t') {
            return 'S';
        }
        int type = Character.getType(c);
        UnicodeScript script = Character.UnicodeScript.of(c);
        switch (type) {
            case Character.SPACE_SEPARATOR:
                return 'S';
            case Character.FORMAT:
                return 'F';
            case Character.CONTROL:
                return 'C';
            case Character.DECIMAL_DIGIT_NUMBER:
                return 'D';
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK:
                return 'M';
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION:
                return 'P';
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER:
                return letter(c, script);
            default:
                String text = type == Character.SURROGATE ? "" : new String(Character.toChars(c));
                if (emoji.matcher(text).matches()
                        || c >= 0x2600 && pictographic.matcher(text).matches()
                        || c >= 0x1f1e6 && c <= 0x1f1ff) {
                    return 'E';
                }
                return 'O';
        }
    }

    private static char letter(int c, UnicodeScript script) {
        if (c == 0x30fc || c == 0xff70 || c == 0xff9e || c == 0xff9f) {
            return 'K';
        }
        if (UNSPACED.contains(script.name())) {
            return 'T';
        }
        return switch (script) {
            case HAN -> 'H';
            case HIRAGANA -> 'I';
            case KATAKANA -> 'K';
            case HANGUL -> 'G';
            default -> 'L';
        };
    }
}
