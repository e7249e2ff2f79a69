package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.internal.Visible;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Receipt;
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
        assertThat(DisplayWidth.fitEnds("meadow-70b-instruct-v0.2", 12)).isEqualTo("meadow…-v0.2");
        assertThat(DisplayWidth.fitEnds("meadow-70b", 10)).isEqualTo("meadow-70b");
        assertThat(DisplayWidth.fitEnds("漢漢漢漢漢漢漢漢", 8)).isEqualTo("漢漢…漢");
        assertThat(DisplayWidth.fitEnds("e\u0301".repeat(9), 4)).isEqualTo("e\u0301e\u0301…e\u0301");
    }

    @Test
    void aNarrowWindowLosesNoFigure() {
        String narrow = Report.of(Verdicts.strong()).text(40, false).replaceAll("\\s+", " ");
        assertThat(narrow)
                .contains("1 aurora-4 ratio: 2,600, interval: 160 to 13,000, p: 0.012, support: strong")
                .doesNotContain("…");
    }

    /** Where columns are narrow the words in them go on in the next line. */
    @ParameterizedTest
    @ValueSource(ints = {65, 70, 80, 90})
    void noTableIsCut(int width) {
        String name = "meadow-70b-instruct-v0.2-longcontext-preview";
        Verdict relatives = Verdicts.relatives();
        List<CandidateFinding> candidates = relatives.candidates().stream()
                .map(c -> new CandidateFinding(
                        name + c.rank(),
                        c.family(),
                        c.lab(),
                        c.rank(),
                        c.score(),
                        c.log10LikelihoodRatio(),
                        c.strength(),
                        c.pValue(),
                        c.channels(),
                        c.ruledOut()))
                .toList();
        String text = Report.of(new Verdict(
                        relatives.suspect(),
                        relatives.input(),
                        relatives.conclusion(),
                        candidates,
                        relatives.caveats(),
                        relatives.provenance()))
                .text(width, false);
        String candidatesOnly = text.substring(text.indexOf("\nCandidates\n"), text.indexOf("Ratio: "));
        assertThat(candidatesOnly).doesNotContain("…");
        assertThat(candidatesOnly.lines().filter(l -> l.matches("  [1-4]  meadow.*  (moderate|alternative)")))
                .as(candidatesOnly)
                .hasSize(4);
    }

    @Test
    void noSentenceIsQuotedTwiceForHabits() {
        Verdict strong = Verdicts.strong();
        Receipt.Example one = new Receipt.Example("q-1", "Certainly! Here is a list of them.");
        Receipt.Example other = new Receipt.Example("q-2", "Here is another list of them.");
        List<Receipt> receipts = List.of(habit("certainly", one), habit("here is", one, other), habit("a list", one));
        String text = Report.of(strong.withExhibits(strong.exhibits().withReceipts(receipts)))
                .text(200, false);
        assertThat(text.lines().filter(line -> line.contains("list of them.")))
                .containsExactly(
                        "  - \"Certainly! Here is a list of them.\" (q-1, showing \"certainly\")",
                        "  - \"Here is another list of them.\" (q-2, showing \"here is\")");
    }

    private static Receipt habit(String phrase, Receipt.Example... examples) {
        return new Receipt("aurora-4", "opening", phrase, 0.2, 0.2, 0.01, 0.4, "answers", List.of(examples));
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
        assertThat(text.lines().limit(12))
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
