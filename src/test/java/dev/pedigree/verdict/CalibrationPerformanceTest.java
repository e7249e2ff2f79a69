package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.verdict.CalibrationPerformance.Case;
import dev.pedigree.verdict.CalibrationPerformance.Point;
import dev.pedigree.verdict.CalibrationPerformance.Regime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationPerformanceTest {
    private static final CalibrationPerformance PERFORMANCE = CalibrationPerformance.of(ReferenceLibrary.builtIn());

    @Test
    void eachModelIsJudgedByAScaleLearnedWithoutItsFamily() {
        Calibration whole = calibration(6);
        double[] heldOut = whole.heldOutLog10Ratios();
        for (int i = 0; i < heldOut.length; i++) {
            Calibration.Point point = whole.points().get(i);
            Calibration without = Calibration.learn(
                    "test",
                    whole.points().stream()
                            .filter(p -> !p.family().equals(point.family()))
                            .toList());
            double closeness = -StrictMath.log(0.1 + StrictMath.max(0.02, -point.score()));
            assertThat(heldOut[i])
                    .isCloseTo(whole.bounds().clamp(without.scale().log10LikelihoodRatio(closeness)), within(1e-9));
        }
    }

    @Test
    void curvesAreWhatTheirCasesSay() {
        Regime regime = new PerformanceCurves(calibration(6)).measure(true, List.of());
        for (boolean trained : new boolean[] {true, false}) {
            for (Point point : trained ? regime.students() : regime.independent()) {
                double all = weight(regime, trained, -100);
                assertThat(point.y().value()).isCloseTo(weight(regime, trained, point.x()) / all, within(1e-9));
            }
        }
        for (Point point : regime.tradeoff()) {
            double least = 1;
            List<Double> thresholds = new ArrayList<>(List.of(100.0));
            regime.cases().forEach(c -> thresholds.add(c.log10LikelihoodRatio()));
            for (double threshold : thresholds) {
                double accused = weight(regime, false, threshold) / weight(regime, false, -100);
                if (accused <= point.x() + 1e-9) {
                    least = StrictMath.min(least, 1 - weight(regime, true, threshold) / weight(regime, true, -100));
                }
            }
            assertThat(point.y().value()).as("at " + point.x()).isCloseTo(least, within(1e-9));
        }
    }

    @Test
    void theShippedLibraryIsBetterThanChanceAndItsCurvesAreMonotone() {
        assertThat(PERFORMANCE.regimes()).hasSize(2);
        for (Regime regime : PERFORMANCE.regimes()) {
            assertThat(regime.equalError().high()).isLessThan(0.5);
            assertThat(regime.cases())
                    .allSatisfy(c -> assertThat(c.log10LikelihoodRatio()).isBetween(regime.lowest(), regime.highest()));
            assertThat(heights(regime.students())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(heights(regime.independent())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(heights(regime.calibration())).isSorted();
            assertThat(heights(regime.tradeoff())).isSortedAccordingTo((a, b) -> Double.compare(b, a));
            assertThat(regime.power()).isNotEmpty();
        }
    }

    @Test
    void aLibraryWithoutCalibrationHasNothingToShow() {
        assertThat(new CalibrationPerformance("bare", "", List.of()).regimes()).isEmpty();
        assertThat(ReferenceLibrary.builtIn().calibration(PromptRegime.KNOWN)).isPresent();
    }

    private static List<Double> heights(List<Point> points) {
        return points.stream().map(p -> p.y().value()).toList();
    }

    private static double weight(Regime regime, boolean trained, double least) {
        return regime.cases().stream()
                .filter(c -> c.trained() == trained && c.log10LikelihoodRatio() >= least)
                .mapToDouble(Case::weight)
                .sum();
    }

    /** Families of one and of two models; the students nearer than the others, with some that are not. */
    private static Calibration calibration(int families) {
        List<Calibration.Point> points = new ArrayList<>();
        for (int f = 0; f < families; f++) {
            for (int m = 0; m <= f % 2; m++) {
                points.add(new Calibration.Point("s" + f + m, "sf" + f, "p", -0.2 - 0.13 * f - 0.05 * m, 0, true));
                points.add(new Calibration.Point("i" + f + m, "if" + f, "p", -0.6 - 0.21 * f - 0.03 * m, 0, false));
            }
        }
        return Calibration.learn("test", points);
    }
}
