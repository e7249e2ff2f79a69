package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120, 300})
    void noLineIsWiderThanTheWindow(int width) {
        List<Verdict> verdicts = new ArrayList<>(Verdicts.all().values());
        verdicts.add(named(Verdicts.strong(), "云雀✅模型-e\u0301e\u0301-👩\u200D🚀-ქართული-❤️-한국어".repeat(4)));
        for (Verdict verdict : verdicts) {
            Report.of(verdict)
                    .withCommand("pedigree audit " + "x".repeat(500))
                    .text(width, false)
                    .lines()
                    .forEach(line -> assertThat(DisplayWidth.of(line)).as(line).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void charactersTakeTheirColumns() {
        assertThat(DisplayWidth.of("✅❤️☎漢ｗe\u0301👍שָׁ")).isEqualTo(2 + 2 + 1 + 2 + 2 + 1 + 2 + 1);
        assertThat(DisplayWidth.fit("漢漢漢", 5)).isEqualTo("漢漢…");
    }

    @Test
    void aNarrowWindowLosesNoFigure() {
        String narrow = Report.of(Verdicts.strong()).text(40, false).replaceAll("\\s+", " ");
        assertThat(narrow)
                .contains("1 aurora-4 log10 LR: 3.42, interval: 2.20 to 4.10, p: 0.012, support: strong")
                .doesNotContain("…");
    }

    private static Verdict named(Verdict verdict, String name) {
        return new Verdict(
                name,
                verdict.input(),
                verdict.conclusion(),
                verdict.candidates(),
                verdict.exhibits(),
                verdict.caveats(),
                verdict.provenance());
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
