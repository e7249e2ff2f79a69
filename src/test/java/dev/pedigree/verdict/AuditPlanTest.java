package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.LineageAudit;
import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.stats.Estimate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuditPlanTest {
    private static ReferenceLibrary library;
    private static AuditPlan plan;

    @BeforeAll
    static void build() {
        library = Calibrator.calibrate(SyntheticModels.library(100).build("synthetic"));
        plan = AuditPlan.of(library);
    }

    private static Verdict verdict(LineageAudit audit, String promptSet, int answers, double[] habits) {
        return audit.examine(SyntheticModels.answers("suspect", promptSet, answers, habits, 31337));
    }

    @Test
    void saysHowManyAnswersCandidatesAndControlsThereAre() {
        assertThat(plan.candidateFamilies()).isEqualTo(8);
        assertThat(plan.controlFamilies(PromptRegime.KNOWN)).isEqualTo(8);
        Estimate chance = plan.chance(100, 1, PromptRegime.KNOWN).orElseThrow();
        assertThat(chance.value()).isGreaterThan(0.5);
        assertThat(plan.answersFor(chance.value(), PromptRegime.KNOWN).orElseThrow())
                .isLessThanOrEqualTo(100);
        assertThat(plan.answersFor(1.01, PromptRegime.KNOWN)).isEmpty();
        assertThat(plan.chance(5, 1, PromptRegime.KNOWN)).isEmpty();
        int enough = plan.answersEnough(PromptRegime.KNOWN).orElseThrow();
        double best = plan.chance(100, 1, PromptRegime.KNOWN).orElseThrow().value();
        assertThat(plan.chance(enough, 1, PromptRegime.KNOWN).orElseThrow().value())
                .isGreaterThan(best - 0.05);
        assertThat(plan.controlsWanted(PromptRegime.KNOWN)).contains("8 families allow no p-value below 0.111");
        assertThat(plan.worthOfOwnPrompts().orElseThrow()).contains("own prompts");
    }

    @Test
    void candidatesThatAreNotNearEnoughAreSplicedIn() {
        Verdict verdict = verdict(LineageAudit.against(library), "alpha", 100, SyntheticModels.habits(987_654, 40));
        List<Power.Splice> splices = verdict.exhibits().power().orElseThrow().splices();
        assertThat(splices).isNotEmpty();
        // three families, four shares each; the more of a candidate is in it, the likelier it is seen
        assertThat(splices.stream().map(Power.Splice::candidate).distinct()).hasSize(3);
        for (int i = 1; i < splices.size(); i++) {
            if (splices.get(i).candidate().equals(splices.get(i - 1).candidate())) {
                assertThat(splices.get(i).share())
                        .isGreaterThan(splices.get(i - 1).share());
                assertThat(splices.get(i).chance().value())
                        .isGreaterThanOrEqualTo(splices.get(i - 1).chance().value() - 0.1);
            }
        }
        assertThat(splices.stream().filter(s -> s.share() == 0.5))
                .anyMatch(s -> s.chance().value() > 0.5);
        assertThat(splices.stream().filter(s -> s.share() == 0.1))
                .anyMatch(s -> s.chance().value() < 0.5);
    }

    @Test
    void noSupportIsNeverSaidWithoutWhatWouldHaveBeenSeen() {
        LineageAudit audit = LineageAudit.against(library);
        Verdict verdict = verdict(audit, "alpha", 100, SyntheticModels.habits(987_654, 40));
        assertThat(verdict.conclusion().kind()).isEqualTo(Conclusion.Kind.NONE_OF_THE_CANDIDATES);
        assertThat(verdict.conclusion().reasons())
                .anyMatch(r ->
                        r.startsWith("with 100 answers a student of a candidate would be found with probability "));
        Power power = verdict.exhibits().power().orElseThrow();
        assertThat(power.sentence())
                .startsWith("With 100 answers a student of a candidate would be found with probability ")
                .endsWith(").");
        assertThat(power.points()).isNotEmpty().allSatisfy(p -> {
            assertThat(p.chance().low()).isLessThanOrEqualTo(p.probability());
            assertThat(p.chance().high()).isGreaterThanOrEqualTo(p.probability());
        });
    }

    @Test
    void theSuspectsOwnNumberOfAnswersStandsOnTheCurve() {
        Verdict verdict = verdict(LineageAudit.against(library), "alpha", 70, SyntheticModels.pupil(1, 70));
        assertThat(verdict.exhibits().power().orElseThrow().points())
                .extracting(Power.Point::answers)
                .containsSubsequence(50, 70, 100);
    }

    @Test
    void whatWouldChangeTheVerdictDependsOnWhatIsMissing() {
        LineageAudit audit = LineageAudit.against(library);
        Verdict unseen = verdict(audit, "gamma", 50, SyntheticModels.pupil(1, 70));
        assertThat(unseen.exhibits().power().orElseThrow().wouldChange())
                .anyMatch(s -> s.contains("library's own prompts"))
                .anyMatch(s -> s.contains("A date"));
        Verdict dated =
                verdict(audit.withAvailableBefore(YearMonth.of(2024, 1)), "alpha", 50, SyntheticModels.pupil(1, 70));
        assertThat(dated.exhibits().power().orElseThrow().wouldChange())
                .noneMatch(s -> s.contains("library's own prompts"))
                .noneMatch(s -> s.contains("A date"));
    }

    @Test
    void onOtherPromptsASameModelIsNotClaimedButNamedAsAPossibility() {
        Verdict itself = verdict(LineageAudit.against(library), "gamma", 100, SyntheticModels.teacher(2));
        assertThat(itself.conclusion().kind()).isNotEqualTo(Conclusion.Kind.SAME_MODEL);
        assertThat(itself.conclusion().candidates()).contains("lab2");
        assertThat(itself.caveats()).anyMatch(c -> c.text().startsWith("It may be the candidate itself"));
        // the library's own answers under another name
        Verdict known = LineageAudit.against(library)
                .examine(SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.teacher(2), 102));
        assertThat(known.conclusion().kind()).isEqualTo(Conclusion.Kind.SAME_MODEL);
    }
}
