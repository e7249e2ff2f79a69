package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmpiricalBoundsTest {
    @Test
    void nineteenControlsSupportNoRatioAboveTwenty() {
        double[] related = new double[1000];
        Arrays.fill(related, 9);
        double[] unrelated = new double[19];
        Arrays.fill(unrelated, -9);
        EmpiricalBounds bounds = EmpiricalBounds.of(related, unrelated);
        assertThat(bounds.high()).isBetween(1.2, StrictMath.log10(20));
        assertThat(bounds.low()).isBetween(-StrictMath.log10(1001), -2.5);
        assertThat(bounds.clamp(9)).isEqualTo(bounds.high());
        assertThat(bounds.clamp(0.5)).isEqualTo(0.5);
    }

    @Test
    void aSystemThatCannotTellMayReportNothing() {
        double[] same = {-1, -.5, 0, .5, 1};
        EmpiricalBounds bounds = EmpiricalBounds.of(same, same);
        assertThat(bounds.high()).isCloseTo(0, within(1e-9));
        assertThat(bounds.low()).isCloseTo(0, within(1e-9));
    }

    @Test
    void oneMisleadingControlLowersTheBound() {
        double[] related = new double[50];
        Arrays.fill(related, 3);
        double[] clean = new double[50];
        Arrays.fill(clean, -3);
        double[] misleading = clean.clone();
        misleading[0] = 3;
        assertThat(EmpiricalBounds.of(related, misleading).high())
                .isLessThan(EmpiricalBounds.of(related, clean).high());
    }
}
