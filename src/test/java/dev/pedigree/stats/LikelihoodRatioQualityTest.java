package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.Doubles;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LikelihoodRatioQualityTest {
    @Test
    void sayingNothingCostsOneBit() {
        LikelihoodRatioQuality quality = LikelihoodRatioQuality.of(new double[] {0, 0, 0}, new double[] {0, 0});
        assertThat(quality.cllr()).isEqualTo(1);
        assertThat(quality.cllrMin()).isEqualTo(1);
        assertThat(quality.cllrCal()).isZero();
    }

    @Test
    void costsOfAMixedSet() {
        LikelihoodRatioQuality quality =
                LikelihoodRatioQuality.of(new double[] {2, 1, -.5, .3}, new double[] {-1, -2, .4, -.2, .1});
        double expected = 0.5
                * ((log2(1 + .01) + log2(1 + .1) + log2(1 + StrictMath.pow(10, .5)) + log2(1 + StrictMath.pow(10, -.3)))
                                / 4
                        + (log2(1.1)
                                        + log2(1.01)
                                        + log2(1 + StrictMath.pow(10, .4))
                                        + log2(1 + StrictMath.pow(10, -.2))
                                        + log2(1 + StrictMath.pow(10, .1)))
                                / 5);
        assertThat(quality.cllr()).isCloseTo(expected, within(1e-12));
        assertThat(quality.cllrMin()).isPositive().isLessThan(quality.cllr());
    }

    @Test
    void perfectSeparationHasNoDiscriminationLoss() {
        LikelihoodRatioQuality quality = LikelihoodRatioQuality.of(new double[] {1, 2}, new double[] {-1, 0});
        assertThat(quality.cllrMin()).isZero();
        assertThat(quality.cllrCal()).isEqualTo(quality.cllr());
    }

    @Test
    void tiesAreNotReadAsOrder() {
        LikelihoodRatioQuality quality = LikelihoodRatioQuality.of(new double[] {1, 1}, new double[] {1, 1});
        assertThat(quality.cllrMin()).isEqualTo(1);
    }

    @Test
    void bothKindsAreNeeded() {
        assertThatIllegalArgumentException().isThrownBy(() -> LikelihoodRatioQuality.of(new double[0], new double[1]));
    }

    @Property
    void theBestRecalibrationIsNeverWorse(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -5, max = 5) Double> related,
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -5, max = 5) Double> unrelated) {
        LikelihoodRatioQuality quality =
                LikelihoodRatioQuality.of(Doubles.toArray(related), Doubles.toArray(unrelated));
        assertThat(quality.cllrMin()).isBetween(0.0, quality.cllr());
        assertThat(quality.cllrMin()).isLessThanOrEqualTo(1 + 1e-12);
    }

    private static double log2(double x) {
        return StrictMath.log(x) / StrictMath.log(2);
    }
}
