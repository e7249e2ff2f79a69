package dev.pedigree.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonStringsTest {
    @Test
    void everyHiddenCharacterOfUnicodeStandsAsAnEscapeAndIsReadBack() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (Visible.isHidden(c) && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                all.appendCodePoint(c).append('x');
            }
        }

        String json = json(all.toString());

        assertThat(json.codePoints().filter(c -> c != '\n' && Visible.isHidden(c)))
                .isEmpty();
        assertThat(read(json)).isEqualTo(all.toString());
    }

    @Test
    void whatIsSeenStandsAsItIs() throws IOException {
        String seen = "a é 漢 😀👩🏽 𝒳 \uD83D\uDE80!";

        assertThat(json(seen)).isEqualTo('"' + seen + '"');
    }

    @Test
    void aCharacterAfterAHiddenOneIsNotDrawnIntoItsEscape() throws IOException {
        assertThat(json("\uDB40\uDC41😀\u202E漢\u007Fa")).isEqualTo("\"\\udb40\\udc41😀\\u202e漢\\u007Fa\"");
    }

    private static String json(String text) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator generator = JsonStrings.generator(out)) {
            generator.writeString(text);
        }
        return out.toString();
    }

    private static String read(String json) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return parser.getText();
        }
    }
}
