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

class DistanceTest {
    @Test
    void valuesByHand() {
        assertThat(Distance.BURROWS_DELTA.between(new double[] {1, -1, 0}, new double[] {0, 1, 0}))
                .isEqualTo(1);
        assertThat(Distance.COSINE_DELTA.between(new double[] {1, 0}, new double[] {1, 1}))
                .isCloseTo(1 - Math.sqrt(.5), within(1e-15));
        assertThat(Distance.COSINE_DELTA.between(new double[] {1, 0}, new double[] {0, 0}))
                .isEqualTo(1);
        assertThat(Distance.JENSEN_SHANNON.between(new double[] {1, 0}, new double[] {0, 3}))
                .isEqualTo(1);
        // scipy.spatial.distance.jensenshannon([.5,.5],[.9,.1],base=2) = 0.38314
        assertThat(Distance.JENSEN_SHANNON.between(new double[] {5, 5}, new double[] {9, 1}))
                .isCloseTo(0.3831358798599423, within(1e-12));
    }

    @Test
    void lengthsMustAgree() {
        for (Distance distance : Distance.values()) {
            assertThatIllegalArgumentException().isThrownBy(() -> distance.between(new double[1], new double[2]));
        }
    }

    @Property
    void symmetricNonNegativeAndZeroForItself(
            @ForAll @Size(6) List<@DoubleRange(min = 0.01, max = 9) Double> first,
            @ForAll @Size(6) List<@DoubleRange(min = 0.01, max = 9) Double> second) {
        double[] a = Doubles.toArray(first);
        double[] b = Doubles.toArray(second);
        for (Distance distance : Distance.values()) {
            assertThat(distance.between(a, b)).isNotNegative();
            assertThat(distance.between(a, b)).isCloseTo(distance.between(b, a), within(1e-12));
            assertThat(distance.between(a, a)).isCloseTo(0, within(1e-7));
        }
    }

    @Test
    void imposters() {
        double[] suspect = {1, 1, 1, 1, 1, 1};
        double[] near = {1, 1, 1, .9, 1, 1};
        double[][] far = {{0, 0, 0, 0, 0, 0}, {2, 3, 2, 3, 2, 3}};
        assertThat(GeneralImposters.score(suspect, near, far, 1)).isEqualTo(1);
        assertThat(GeneralImposters.score(suspect, far[0], new double[][] {near}, 1))
                .isLessThan(0.6);
        assertThat(ConformalTest.against(new double[] {1, 2, 3, 4}).pValue(3)).isEqualTo(3 / 5.0);
        assertThat(ConformalTest.against(new double[] {1, 2, 3, 4}).pValue(9)).isEqualTo(1 / 5.0);
        assertThat(ConformalTest.against(new double[0]).pValue(9)).isEqualTo(1);
    }
}
