package dev.pedigree.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * How texts that others wrote stand in JSON: two spaces, LF, hidden characters as escapes so that a reader sees them, no lone surrogate,
 * and no text of more than {@value #LONGEST} characters, whatever a name or an answer holds.
 */
public final class JsonStrings {
    /** Code points after which a text is cut; far more than any form for readers shows of one. */
    public static final int LONGEST = 10_000;

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonStrings() {}

    /**
     * A writer of JSON in this form.
     *
     * @param out takes the document
     * @return the writer
     * @throws IOException if {@code out} fails
     */
    public static JsonGenerator generator(Writer out) throws IOException {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        JsonGenerator generator = FACTORY.createGenerator(out);
        generator.setPrettyPrinter(printer);
        generator.setCharacterEscapes(new HiddenCharacters());
        return generator;
    }

    /**
     * A text as it may stand in a document.
     *
     * @param text any text
     * @return the same, or its beginning and an ellipsis; lone surrogates are replaced
     */
    public static String bounded(String text) {
        boolean fits = text.length() <= LONGEST || text.codePointCount(0, text.length()) <= LONGEST;
        return wellFormed(fits ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…");
    }

    private static String wellFormed(String text) {
        boolean lone = text.codePoints().anyMatch(JsonStrings::isSurrogate);
        if (!lone) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isSurrogate(c) ? 0xFFFD : c).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= 0xD800 && codePoint <= 0xDFFF;
    }

    /**
     * Asked for each UTF-16 unit in turn, by one generator. Beyond U+FFFF a character is two units, and the first must be decided
     * before the second is seen: so all characters of a first unit that some hidden one has are escaped, both halves of each.
     */
    private static final class HiddenCharacters extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int DELETE = 0x7F;
        private static final int HALVES = 0x400; // characters that share their first unit
        private static final char MUSIC = '\uD834'; // of notation, eight controls among it

        private boolean half; // whether the unit before was the first, escaped, of two

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            boolean second = half && Character.isLowSurrogate((char) c);
            half = Character.isHighSurrogate((char) c) && isFirstOfHidden((char) c);
            return second || half || !isSurrogate(c) && Visible.isHidden(c)
                    ? new SerializedString("\\u" + HexFormat.of().toHexDigits((char) c))
                    : null;
        }

        private static boolean isFirstOfHidden(char first) {
            int lowest = Character.toCodePoint(first, Character.MIN_LOW_SURROGATE);
            return first == MUSIC || Visible.isHidden(lowest) || Visible.isHidden(lowest + HALVES - 1);
        }
    }
}
