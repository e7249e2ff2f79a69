package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.compare.Shares;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictWordsTest {
    private static final String LESS = "the verdict says less";
    private static final String DISAGREES = "do not bear the verdict out";

    /** A verdict at another strength than its ratio's, as a judge gives it who was restrained. */
    private static Verdict at(Strength strength, Verdict verdict) {
        Conclusion said = verdict.conclusion();
        return new Verdict(
                verdict.suspect(),
                verdict.input(),
                new Conclusion(said.kind(), strength, said.candidates(), said.statement(), said.reasons()),
                verdict.candidates(),
                verdict.exhibits(),
                verdict.caveats(),
                verdict.provenance());
    }

    private static List<String> forms(Verdict verdict) {
        Report report = Report.of(verdict);
        return List.of(report.text(100, false).replaceAll("\\s+", " "), report.html(), report.markdown());
    }

    @Test
    void theStepOfTheRatioStandsWithItsRange() {
        assertThat(VerdictWords.headline(Verdicts.none())).isEqualTo("no support (likelihood ratio 1/2 to 2)");
        assertThat(VerdictWords.headline(Verdicts.relatives()))
                .isEqualTo("moderate support (likelihood ratio 10 to 100)");
        assertThat(Report.of(Verdicts.relatives()).html()).contains("class=\"range\"");
        assertThat(forms(Verdicts.relatives())).noneMatch(form -> form.contains(LESS));
    }

    @Test
    void whereTheVerdictSaysLessThanItsRatioNoRangeContradictsTheRatio() {
        Verdict less = at(Strength.WEAK, Verdicts.relatives());
        assertThat(VerdictWords.headline(less)).isEqualTo("weak support");
        assertThat(Report.of(less).html()).doesNotContain("class=\"range\"");
        assertThat(forms(less))
                .allMatch(form -> form.contains("By itself that would be moderate support; " + LESS))
                .noneMatch(form -> form.contains("2 to 10"));
    }

    @Test
    void everyFormSaysTheRatioAndNamesThoseThatCannotBeToldApart() {
        assertThat(forms(Verdicts.strong()))
                .allMatch(form -> form.replaceAll("</?b>", "")
                        .contains("The findings are about 2,600 times more probable if it was trained"));
        assertThat(forms(Verdicts.strong())).noneMatch(form -> form.contains("These candidates"));
        assertThat(forms(Verdicts.relatives()))
                .allMatch(form -> form.replaceAll("<[^>]+>|\\\\", "")
                        .contains("These candidates cannot be told apart (by lab, the nearest first):"))
                .allMatch(form -> form.replaceAll("<[^>]+>|\\\\", "").contains("heron-2, heron-2-instant, heron-2.1"));
    }

    @Test
    void ofWhatMayBeTheSameModelNoRatioIsSaid() {
        assertThat(VerdictWords.ratio(Verdicts.sameModel())).isEmpty();
        assertThat(VerdictWords.ratio(Verdicts.none())).isEmpty();
        assertThat(VerdictWords.ratio(Verdicts.few())).isEmpty();
    }

    @Test
    void sharesThatContradictTheVerdictSaySo() {
        assertThat(forms(Verdicts.strong())).noneMatch(form -> form.contains(DISAGREES));
        assertThat(forms(withShares(Verdicts.strong(), 0.1, 0.6)))
                .allMatch(form -> form.contains("single answers read most like heron, which"));
        assertThat(forms(withShares(Verdicts.strong(), 0.25, 0.3))).noneMatch(form -> form.contains(DISAGREES));
        assertThat(forms(withShares(Verdicts.none(), 0.1, 0.6))).noneMatch(form -> form.contains(DISAGREES));
    }

    private static Verdict withShares(Verdict verdict, double named, double other) {
        return verdict.withExhibits(verdict.exhibits()
                .withShares(new Shares(
                        300,
                        List.of(share("heron", other), share("aurora-4", named)),
                        Optional.of(estimate(1 - named - other)),
                        List.of(),
                        "")));
    }

    private static Shares.Share share(String family, double value) {
        return new Shares.Share(family, estimate(value));
    }

    private static Estimate estimate(double value) {
        return new Estimate(value, value - 0.1, value + 0.1, 0.9);
    }
}
