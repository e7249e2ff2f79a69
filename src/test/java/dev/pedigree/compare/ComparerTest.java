package dev.pedigree.compare;

import static dev.pedigree.SyntheticModels.LABS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.SyntheticModels;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static ReferenceLibrary library;

    @BeforeAll
    static void build() {
        library = Calibrator.calibrate(SyntheticModels.library(100).build("synthetic"));
    }

    private static Fingerprint suspect(String promptSet, double[] habits) {
        return SyntheticModels.print(SyntheticModels.answers("suspect", promptSet, 100, habits, 4711));
    }

    private static Comparison compare(Fingerprint suspect) {
        return Comparer.of(library.cohort(m -> false), LABS, m -> true).compare(suspect);
    }

    @Test
    void aStudentIsNearestToItsTeacherOnKnownAndUnknownPrompts() {
        for (String promptSet : List.of("alpha", "gamma")) {
            for (int lab = 0; lab < 8; lab++) {
                Comparison comparison = compare(suspect(promptSet, SyntheticModels.pupil(lab, 50 + lab)));
                assertThat(comparison.candidates().get(0).model().name())
                        .as(promptSet + " student of lab" + lab)
                        .isEqualTo("lab" + lab);
                assertThat(comparison.knownPrompts()).isEqualTo(promptSet.equals("alpha") ? 1.0 : 0.0);
            }
        }
    }

    @Test
    void aModelIsNearerToItselfThanAnyStudent() {
        Comparison comparison = compare(suspect("alpha", SyntheticModels.teacher(2)));
        CandidateScore best = comparison.candidates().get(0);
        assertThat(best.model().name()).isEqualTo("lab2");
        assertThat(best.score())
                .isGreaterThan(compare(suspect("alpha", SyntheticModels.pupil(2, 60)))
                        .candidates()
                        .get(0)
                        .score());
    }

    @Test
    void everyRatioHasAnIntervalWithinTheBounds() {
        Comparison comparison = compare(suspect("alpha", SyntheticModels.pupil(0, 51)));
        Calibration calibration = comparison.calibration().orElseThrow();
        assertThat(comparison.candidates()).hasSize(8).allSatisfy(candidate -> {
            var ratio = candidate.log10LikelihoodRatio().orElseThrow();
            assertThat(ratio.low()).isBetween(calibration.bounds().low(), ratio.value());
            assertThat(ratio.high())
                    .isBetween(ratio.value(), calibration.bounds().high());
            assertThat(candidate.pValue().orElseThrow())
                    .isBetween(calibration.controls().smallestPValue(), 1.0);
        });
        assertThat(comparison
                        .candidates()
                        .get(0)
                        .log10LikelihoodRatio()
                        .orElseThrow()
                        .value())
                .isPositive();
    }

    @Test
    void sameInputSameNumbers() {
        Fingerprint suspect = suspect("gamma", SyntheticModels.pupil(0, 51));
        assertThat(compare(suspect)).isEqualTo(compare(suspect));
    }

    @Test
    void anUnknownDateOrRivalChangesNoLikeness() {
        Fingerprint suspect = suspect("gamma", SyntheticModels.pupil(0, 51));
        Comparison with =
                Comparer.of(library.cohort(m -> false), LABS, m -> true).compare(suspect);
        Comparison without =
                Comparer.of(library.cohort(m -> false), LABS, m -> false).compare(suspect);
        assertThat(without.candidates().get(0).channels())
                .isEqualTo(with.candidates().get(0).channels());
    }

    @Test
    void theCalibrationKnowsWhoIsWho() {
        Calibration calibration = library.calibration(PromptRegime.KNOWN).orElseThrow();
        assertThat(calibration.learnedOn()).isEqualTo("synthetic");
        assertThat(calibration.points().stream().filter(Calibration.Point::trained))
                .hasSize(14)
                .allSatisfy(p -> assertThat(p.name()).startsWith("student"));
        assertThat(calibration.points().stream().filter(p -> !p.trained()))
                .hasSize(16)
                .allSatisfy(p -> assertThat(p.name()).startsWith("lab"));
        assertThat(calibration.controls().controls()).isEqualTo(8);
        assertThat(calibration.bounds().high()).isLessThanOrEqualTo(StrictMath.log10(9));
    }

    @Test
    void aLibraryWithoutKnownDescentHasNoCalibration() {
        ReferenceLibrary plain = Calibrator.calibrate(plainLibrary());
        for (PromptRegime regime : PromptRegime.values()) {
            assertThat(plain.calibration(regime)).isEmpty();
            assertThat(plain.details(regime)).isEmpty();
        }
    }

    @Test
    void marginsCoverAsManyFamiliesAsTheySay() {
        List<Calibration.Point> points = IntStream.range(0, 38)
                .mapToObj(i -> new Calibration.Point(
                        "m" + i,
                        "f" + i,
                        "alpha",
                        i % 2 == 0 ? -0.5 - i * .01 : -1.5 - i * .01,
                        i % 2 == 0 ? i : 0,
                        i % 2 == 0))
                .toList();
        Calibration calibration = Calibration.learn("x", points);
        // leads 0, 2, ..., 36 of 19 families: the 18th smallest for 90 %
        assertThat(calibration.margin(0.9)).isCloseTo(34, within(1e-12));
        assertThat(calibration.margin(0.99)).isInfinite();
        assertThat(calibration.highestStudent()).isEqualTo(-0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.learn("x", points.subList(0, 8)))
                .withMessageContaining("4 and 4");
    }

    private static ReferenceLibrary plainLibrary() {
        var builder = ReferenceLibrary.builder();
        for (int i = 0; i < 4; i++) {
            builder.add(
                    "alpha",
                    ReferenceModel.named("model" + i),
                    SyntheticModels.print(
                            SyntheticModels.answers("model" + i, "alpha", 60, SyntheticModels.teacher(i), i)));
        }
        return builder.build("plain");
    }
}
