package dev.pedigree.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnicodeTablesTest {
    @Test
    void classesOfWellKnownCharacters() {
        assertThat(UnicodeTables.classOf('é')).isEqualTo(UnicodeTables.LETTER);
        assertThat(UnicodeTables.classOf('٣')).isEqualTo(UnicodeTables.DIGIT);
        assertThat(UnicodeTables.classOf('漢')).isEqualTo(UnicodeTables.HAN);
        assertThat(UnicodeTables.classOf('ー')).isEqualTo(UnicodeTables.KATAKANA);
        assertThat(UnicodeTables.classOf('—')).isEqualTo(UnicodeTables.PUNCTUATION);
        assertThat(UnicodeTables.classOf('\u200b')).isEqualTo(UnicodeTables.FORMAT);
        assertThat(UnicodeTables.classOfSupplementary(0x1f600)).isEqualTo(UnicodeTables.EMOJI);
        assertThat(UnicodeTables.classOfSupplementary(0x20000)).isEqualTo(UnicodeTables.HAN);
        assertThat(UnicodeTables.classOfSupplementary(0x10ffff)).isEqualTo(UnicodeTables.OTHER);
    }

    /** Turkish rules would make it a dotless i. */
    @Test
    void lowerCaseIsThatOfNoLocale() {
        assertThat(UnicodeTables.lower('I')).isEqualTo('i');
        assertThat(UnicodeTables.lower('Ä')).isEqualTo('ä');
        assertThat(UnicodeTables.lower('Я')).isEqualTo('я');
        assertThat(UnicodeTables.lower('ß')).isEqualTo('ß');
    }

    @Test
    void theResourceIsWhatAJdkWithThisUnicodeVersionGives() throws IOException {
        assumeTrue(Runtime.version().feature() >= 24 && Runtime.version().feature() <= 25);
        try (InputStream in = UnicodeTables.class.getResourceAsStream("unicode.txt")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(new UnicodeTableGenerator().table());
        }
    }
}
