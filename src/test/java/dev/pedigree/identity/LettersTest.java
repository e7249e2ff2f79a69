package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {
    @Test
    void capitalsFoldAsSmallLettersDo() {
        assertThat(Letters.fold("ЁЛКА ÉTÉ ＡＢＣ")).isEqualTo(Letters.fold("ёлка été ａｂｃ"));
        assertThat(Letters.fold("ёлка")).isEqualTo("елка");
    }

    @Test
    void onlyCapitalsAreUpper() {
        assertThat("ЁÉАZＺ".chars().mapToObj(c -> (char) c)).allMatch(Letters::isUpper);
        assertThat("ёéаzｚ’7７".chars().mapToObj(c -> (char) c)).noneMatch(Letters::isUpper);
    }
}
