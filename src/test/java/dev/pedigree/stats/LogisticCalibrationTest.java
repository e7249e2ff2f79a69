package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogisticCalibrationTest {
    @Test
    void findsTheRatioOfTwoNormals() {
        // N(2,1) against N(0,1): ln LR = 2x - 2
        SplitMix64 random = new SplitMix64(7);
        int n = 20_000;
        double[][] scores = new double[n][1];
        boolean[] related = new boolean[n];
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        for (int i = 0; i < n; i++) {
            related[i] = i % 5 == 0;
            scores[i][0] = normal(random) + (related[i] ? 2 : 0);
        }
        LogisticCalibration calibration = LogisticCalibration.fit(scores, related, weights, 0);
        // standard errors: about .03 for the slope and .04 for the intercept
        assertThat(calibration.weights()[0]).isCloseTo(2, within(0.12));
        assertThat(calibration.intercept()).isCloseTo(-2, within(0.16));
        assertThat(calibration.log10LikelihoodRatio(1)).isCloseTo(0, within(0.08));
    }

    @Test
    void weightsOfCasesAreWeights() {
        double[][] once = {{0}, {1}, {2}, {1.5}};
        double[][] twice = {{0}, {1}, {1}, {2}, {1.5}};
        LogisticCalibration weighted = LogisticCalibration.fit(
                once, new boolean[] {false, true, true, false}, new double[] {1, 2, 1, 1}, 0.01);
        LogisticCalibration repeated = LogisticCalibration.fit(
                twice, new boolean[] {false, true, true, true, false}, new double[] {1, 1, 1, 1, 1}, 0.01);
        assertThat(weighted.intercept()).isCloseTo(repeated.intercept(), within(1e-9));
        assertThat(weighted.weights()[0]).isCloseTo(repeated.weights()[0], within(1e-9));
    }

    @Test
    void separatedClassesStayFinite() {
        LogisticCalibration calibration = LogisticCalibration.fit(
                new double[][] {{0}, {1}, {5}, {6}},
                new boolean[] {false, false, true, true},
                new double[] {1, 1, 1, 1},
                0.01);
        assertThat(calibration.log10LikelihoodRatio(6)).isFinite().isPositive();
    }

    @Test
    void bothKindsAreNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogisticCalibration.fit(
                        new double[][] {{1}, {2}}, new boolean[] {true, true}, new double[] {1, 1}, 0))
                .withMessageContaining("both kinds");
    }

    private static double normal(SplitMix64 random) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }
}
