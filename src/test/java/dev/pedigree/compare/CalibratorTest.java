package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.SyntheticModels;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CalibratorTest {
    private static LibraryBuilder builder;
    private static ReferenceLibrary plain;

    /** Beside the usual models one of undisclosed training that answers just like lab7's. */
    @BeforeAll
    static void build() {
        builder = SyntheticModels.library(100);
        for (String promptSet : List.of("alpha", "beta")) {
            builder.add(
                    promptSet,
                    new ReferenceModel(
                            "mimic",
                            "mimic",
                            "family-mimic",
                            "lab-mimic",
                            ReferenceModel.Kind.PRIMARY,
                            List.of(),
                            "",
                            Optional.of(YearMonth.of(2023, 1)),
                            false),
                    SyntheticModels.print(
                            SyntheticModels.answers("mimic", promptSet, 100, SyntheticModels.teacher(7), 900)));
        }
        plain = builder.build("synthetic");
    }

    @Test
    void aLabsOwnModelIsNoInnocentAgainstModelsThatMayHaveLearntFromIt() {
        Calibration calibration =
                Calibrator.calibrate(plain).calibration(PromptRegime.KNOWN).orElseThrow();
        double accusedOfMimic = Comparer.of(
                        plain.cohort(m -> m.name().equals("lab7")),
                        m -> m.kind() == ReferenceModel.Kind.PRIMARY,
                        m -> true)
                .compare(SyntheticModels.print(
                        SyntheticModels.answers("lab7", "alpha", 100, SyntheticModels.teacher(7), 107)))
                .candidates()
                .get(0)
                .score();
        double inTheNull = calibration.points().stream()
                .filter(p -> p.name().equals("lab7"))
                .mapToDouble(Calibration.Point::score)
                .max()
                .orElseThrow();
        assertThat(inTheNull).isLessThan(accusedOfMimic - 0.2);
    }

    @Test
    void unseenPromptsAreScoredInSpacesThatHaveNotSeenThem() {
        Map<String, ReferenceLibrary> forUnseen = builder.buildForUnseenPrompts("synthetic");
        assertThat(forUnseen).containsOnlyKeys("alpha", "beta");
        for (ReferenceLibrary library : forUnseen.values()) {
            assertThat(library.models()).isEqualTo(plain.models());
        }
        ReferenceLibrary calibrated = Calibrator.calibrate(plain, forUnseen);
        ReferenceLibrary seen = Calibrator.calibrate(plain);
        assertThat(calibrated.calibration(PromptRegime.KNOWN).orElseThrow().points())
                .isEqualTo(seen.calibration(PromptRegime.KNOWN).orElseThrow().points());
        List<Calibration.Point> points =
                calibrated.calibration(PromptRegime.UNSEEN).orElseThrow().points();
        assertThat(points)
                .hasSameSizeAs(
                        seen.calibration(PromptRegime.UNSEEN).orElseThrow().points())
                .isNotEqualTo(
                        seen.calibration(PromptRegime.UNSEEN).orElseThrow().points());
    }

    @Test
    void withOnePromptSetNothingIsUnseen() {
        LibraryBuilder one = ReferenceLibrary.builder();
        for (int lab = 0; lab < 3; lab++) {
            one.add(
                    "alpha",
                    SyntheticModels.primary("lab" + lab, "lab-" + lab),
                    SyntheticModels.print(
                            SyntheticModels.answers("lab" + lab, "alpha", 50, SyntheticModels.teacher(lab), lab)));
        }
        assertThat(one.buildForUnseenPrompts("one")).isEmpty();
    }
}
