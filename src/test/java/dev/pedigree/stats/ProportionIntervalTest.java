package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import org.junit.jupiter.api.Test;

class ProportionIntervalTest {
    @Test
    void nothingSeenInFourHundred() {
        assertThat(ProportionInterval.CLOPPER_PEARSON.of(0, 400, 0.95).high()).isCloseTo(0.0092, within(5e-5));
        assertThat(ProportionInterval.upperBound(0, 400, 0.95)).isCloseTo(0.0075, within(5e-5));
        assertThat(ProportionInterval.WILSON.of(0, 400, 0.95).high()).isCloseTo(0.0095, within(5e-5));
        assertThat(ProportionInterval.WILSON.of(0, 400, 0.95).low()).isZero();
    }

    @Test
    void eightOfEight() {
        assertThat(ProportionInterval.lowerBound(8, 8, 0.95)).isCloseTo(0.6877, within(5e-5));
        assertThat(ProportionInterval.CLOPPER_PEARSON.of(8, 8, 0.95).high()).isEqualTo(1);
    }

    @Test
    void agreesWithScipy() {
        // scipy.stats.binomtest(7, 20).proportion_ci(.95, 'exact'), then 'wilson'
        Estimate exact = ProportionInterval.CLOPPER_PEARSON.of(7, 20, 0.95);
        assertThat(exact.low()).isCloseTo(0.1539092047845412, within(1e-10));
        assertThat(exact.high()).isCloseTo(0.5921885345328283, within(1e-10));
        Estimate wilson = ProportionInterval.WILSON.of(7, 20, 0.95);
        assertThat(wilson.low()).isCloseTo(0.1811918241010821, within(1e-8));
        assertThat(wilson.high()).isCloseTo(0.5671457233147637, within(1e-8));
    }

    @Test
    void theExactIntervalCovers() {
        SplitMix64 random = new SplitMix64(11);
        int covered = 0;
        for (int run = 0; run < 2000; run++) {
            int hits = 0;
            for (int i = 0; i < 60; i++) {
                hits += random.nextDouble() < 0.1 ? 1 : 0;
            }
            Estimate e = ProportionInterval.CLOPPER_PEARSON.of(hits, 60, 0.95);
            covered += e.low() <= 0.1 && 0.1 <= e.high() ? 1 : 0;
        }
        assertThat(covered).isGreaterThanOrEqualTo(1900);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> ProportionInterval.WILSON.of(3, 2, 0.95)).hasMessageContaining("3 of 2");
        assertThatThrownBy(() -> ProportionInterval.WILSON.of(1, 2, 1)).hasMessageContaining("level");
    }
}
