package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.SyntheticModels;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.CalibrationDetails;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.PowerTable;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationDetailsTest {
    private static ReferenceLibrary library;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        LibraryBuilder builder = SyntheticModels.library(200);
        for (int human = 0; human < 3; human++) {
            for (String promptSet : List.of("alpha", "beta")) {
                builder.add(
                        promptSet,
                        SyntheticModels.human("human" + human),
                        SyntheticModels.print(SyntheticModels.answers(
                                "human" + human,
                                promptSet,
                                200,
                                SyntheticModels.habits(5000 + human, 40),
                                300 + human)));
            }
        }
        library = Calibrator.calibrate(builder.build("synthetic"));
    }

    private static CalibrationDetails details() {
        return library.details(PromptRegime.KNOWN).orElseThrow();
    }

    private static Comparison compare(double[] habits) {
        Fingerprint suspect = SyntheticModels.print(SyntheticModels.answers("suspect", "alpha", 200, habits, 4711));
        return Comparer.of(library.cohort(m -> false), m -> m.kind() == ReferenceModel.Kind.PRIMARY, m -> true)
                .compare(suspect);
    }

    @Test
    void everyPartHasItsOwnCalibrationOnTheSameModels() {
        assertThat(details().parts()).hasSize(6);
        Calibration whole = library.calibration(PromptRegime.KNOWN).orElseThrow();
        for (CalibrationDetails.Part part : details().parts()) {
            assertThat(part.calibration().points())
                    .extracting(Calibration.Point::name)
                    .isEqualTo(
                            whole.points().stream().map(Calibration.Point::name).toList());
            assertThat(part.calibration().points()).isNotEqualTo(whole.points());
        }
    }

    @Test
    void channelsAndTheirAbsenceHaveRatiosOfTheirOwn() {
        CandidateScore best = compare(SyntheticModels.pupil(1, 70)).candidates().get(0);
        assertThat(best.model().name()).isEqualTo("lab1");
        for (Channel channel : Channel.values()) {
            Calibration alone = details().part(Set.of(channel.family())).orElseThrow();
            Estimate ratio = best.only(channel).orElseThrow();
            assertThat(ratio.value())
                    .isBetween(alone.bounds().low(), alone.bounds().high());
            assertThat(ratio.low()).isLessThanOrEqualTo(ratio.value());
            assertThat(best.without(channel)).isPresent();
        }
    }

    @Test
    void aRatioThatHangsOnOneChannelFallsWithoutIt() {
        Scoring scoring =
                Scoring.of(List.of(SyntheticModels.primary("a", "a"), SyntheticModels.primary("b", "b")), m -> true);
        double[][] likeness = {{-0.1, -1, -1}, {-1, -1, -1}};
        double all = scoring.of(likeness, Scoring.ALL, 0, PromptRegime.UNSEEN);
        assertThat(all).isCloseTo(-0.7, within(1e-12));
        assertThat(scoring.of(likeness, Scoring.without(Channel.OPENINGS), 0, PromptRegime.UNSEEN))
                .isEqualTo(-1);
        assertThat(scoring.of(likeness, Scoring.only(Channel.OPENINGS), 0, PromptRegime.UNSEEN))
                .isEqualTo(-0.1);
        // on known prompts a tenth of the rival's likeness counts against it
        assertThat(scoring.of(likeness, Scoring.only(Channel.OPENINGS), 0, PromptRegime.KNOWN))
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void moreAnswersAndLargerSharesAreFoundMoreOften() {
        PowerTable power = details().power();
        assertThat(power.shares()).containsExactly(0.2, 0.5, 1.0);
        for (PowerTable.Row row : power.rows()) {
            assertThat(row.families()).isEqualTo(7);
            assertThat(row.probability().low()).isLessThan(row.probability().high());
        }
        double few = power.at(50, 1).orElseThrow().value();
        double many = power.at(200, 1).orElseThrow().value();
        assertThat(many).isGreaterThanOrEqualTo(few).isGreaterThan(0.5);
        assertThat(power.at(200, 0.2).orElseThrow().value())
                .isLessThanOrEqualTo(power.at(200, 0.5).orElseThrow().value());
        assertThat(power.at(200, 0.2).orElseThrow().value()).isLessThan(many);
        assertThat(power.at(10, 1)).isEmpty();
        assertThat(power.at(10_000, 1)).contains(power.at(200, 1).orElseThrow());
    }

    @Test
    void powerIsReadBetweenItsMeasurements() {
        PowerTable table = new PowerTable(List.of(
                new PowerTable.Row(100, 1, 9, new Estimate(0.4, 0.2, 0.6, 0.95)),
                new PowerTable.Row(400, 1, 9, new Estimate(0.8, 0.6, 0.9, 0.95))));
        assertThat(table.at(200, 1).orElseThrow().value()).isCloseTo(0.6, within(1e-12));
        assertThat(table.at(99, 1)).isEmpty();
        assertThat(table.at(200, 0.5)).isEmpty();
    }

    @Test
    void everythingIsStored() throws Exception {
        Path file = folder.resolve("a.pedlib");
        library.write(file);
        ReferenceLibrary read = ReferenceLibrary.read(file);
        assertThat(read.digest()).isEqualTo(library.digest());
        CalibrationDetails stored = read.details(PromptRegime.KNOWN).orElseThrow();
        assertThat(stored.power()).isEqualTo(details().power());
        assertThat(stored.coverage().languages()).isEqualTo(details().coverage().languages());
        for (int i = 0; i < stored.parts().size(); i++) {
            assertThat(stored.parts().get(i).families())
                    .isEqualTo(details().parts().get(i).families());
            assertThat(stored.parts().get(i).calibration().points())
                    .isEqualTo(details().parts().get(i).calibration().points());
        }
    }
}
