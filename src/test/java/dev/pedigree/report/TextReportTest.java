package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 61, 80, 132, 300})
    void noLineIsWiderThanTheWindow(int width) {
        for (Verdict verdict : Verdicts.all().values()) {
            Report.of(verdict)
                    .withCommand("pedigree audit " + "x".repeat(500))
                    .text(width, false)
                    .lines()
                    .forEach(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void theVerdictStandsFirstWithItsLimit() {
        String text = Report.of(Verdicts.strong()).text(80, false);
        assertThat(text.lines().limit(8))
                .anyMatch(l -> l.startsWith("Verdict: strong support"))
                .anyMatch(l -> l.contains("Evidence, not proof"));
    }

    @Test
    void coloursOnlyWhenAsked() {
        assertThat(Report.of(Verdicts.hostile()).text(80, false)).doesNotContain("\u001b");
        assertThat(Report.of(Verdicts.strong()).text(80, true)).contains("\u001b[1;35mVerdict: strong support");
    }

    @Test
    void hiddenCharactersAreSpelledOut() {
        String text = Report.of(Verdicts.hostile()).text(200, false);
        assertThat(text.codePoints().filter(c -> c != '\n' && c != 0xA0 && Visible.isHidden(c)))
                .isEmpty();
        assertThat(text).contains("⟨U+202E⟩", "⟨U+001B⟩[31m");
        assertThat(text.lines().filter(l -> l.startsWith("Verdict:"))).hasSize(1);
    }

    @Test
    void tooNarrowWindowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Report.of(Verdicts.none()).text(39, false))
                .withMessageContaining("39");
    }
}
