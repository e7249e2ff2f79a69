package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.LineageAudit;
import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FellowStudentsTest {
    private static final double OWN = -0.3;

    private static ReferenceLibrary library;

    /** Beside the labs of {@link SyntheticModels}: a lab's model of undisclosed training that learned from lab1, and one that is its own. */
    @BeforeAll
    static void build() {
        LibraryBuilder builder = SyntheticModels.library(100);
        for (String promptSet : List.of("alpha", "beta")) {
            builder.add(
                    promptSet,
                    undisclosed("fellow"),
                    SyntheticModels.print(
                            SyntheticModels.answers("fellow", promptSet, 100, SyntheticModels.pupil(1, 71), 301)));
            builder.add(
                    promptSet,
                    undisclosed("loner"),
                    SyntheticModels.print(
                            SyntheticModels.answers("loner", promptSet, 100, SyntheticModels.habits(4_242, 40), 302)));
        }
        library = Calibrator.calibrate(builder.build("synthetic"));
    }

    private static ReferenceModel undisclosed(String name) {
        return new ReferenceModel(
                name,
                name,
                "family-" + name,
                "house-of-" + name,
                ReferenceModel.Kind.PRIMARY,
                List.of(),
                "",
                Optional.empty(),
                false);
    }

    private static Verdict verdict(double[] habits) {
        return LineageAudit.against(library).examine(SyntheticModels.answers("suspect", "alpha", 100, habits, 31337));
    }

    private static CandidateFinding candidate(Verdict verdict, String name) {
        return verdict.candidates().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFellowStudentIsNoTeacher() {
        Verdict verdict = verdict(SyntheticModels.pupil(1, 70));
        CandidateFinding fellow = candidate(verdict, "fellow");
        ChannelFinding before = fellow.channel(FellowStudents.BEFORE).orElseThrow();
        assertThat(before.score()).isGreaterThan(fellow.score());
        assertThat(before.log10LikelihoodRatio().orElseThrow().value())
                .as("without the teacher the fellow would be accused")
                .isGreaterThan(fellow.log10LikelihoodRatio().orElseThrow().value())
                .isGreaterThan(Math.log10(2));
        assertThat(verdict.candidates().get(0).name()).isEqualTo("lab1");
        assertThat(verdict.candidates()).extracting(CandidateFinding::rank).isSorted();
        assertThat(candidate(verdict, "lab1").channel(FellowStudents.BEFORE)).isEmpty();
        assertThat(verdict.caveats())
                .filteredOn(c -> c.kind() == Caveat.Kind.ALTERNATIVE_EXPLANATION)
                .anySatisfy(c -> assertThat(c.text()).startsWith("What fellow learned from is not disclosed"));
    }

    @Test
    void whoIsExplainedByNobodyIsAccusedAsBefore() {
        Verdict verdict =
                verdict(SyntheticModels.blend(SyntheticModels.habits(4_242, 40), SyntheticModels.habits(70, 4), 0.8));
        assertThat(verdict.candidates().get(0).name()).isEqualTo("loner");
        assertThat(verdict.candidates().get(0).channel(FellowStudents.BEFORE)).isEmpty();
        assertThat(verdict.conclusion().candidates()).contains("loner");
        assertThat(verdict.caveats()).noneMatch(c -> c.text().contains("is not disclosed"));
    }

    private static double beside(double teacher, ReferenceModel independent) {
        Calibration calibration = library.calibration(PromptRegime.KNOWN).orElseThrow();
        ReferenceModel fellow = undisclosed("fellow");
        Map<ReferenceModel, Double> explained =
                FellowStudents.explained(Map.of(fellow, OWN, independent, teacher), calibration);
        assertThat(explained.get(independent)).isEqualTo(teacher);
        return explained.get(fellow);
    }

    @Test
    void theBetterAnotherFitsTheLessIsLeft() {
        ReferenceModel other = SyntheticModels.primary("other", "other-lab");
        assertThat(beside(-1.4, other)).isEqualTo(OWN);
        double left = OWN;
        for (double teacher : new double[] {-0.6, -0.3, -0.1}) {
            double next = beside(teacher, other);
            assertThat(next).isLessThanOrEqualTo(left);
            left = next;
        }
        assertThat(left).isLessThan(OWN);
    }

    @Test
    void neitherItsOwnLabNorAnUnknownModelExplainsACandidate() {
        assertThat(beside(-0.1, SyntheticModels.primary("other", "house-of-fellow")))
                .isEqualTo(OWN);
        assertThat(beside(-0.1, undisclosed("loner"))).isEqualTo(OWN);
        assertThat(beside(-0.1, ReferenceModel.named("nobody-knows"))).isEqualTo(OWN);
    }
}
