package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExactTailsTest {
    @Test
    void binomialByHand() {
        assertThat(ExactBinomial.atLeast(3, 3, 0.5)).isCloseTo(1.0 / 8, within(1e-15));
        assertThat(ExactBinomial.atMost(1, 3, 0.5)).isCloseTo(4.0 / 8, within(1e-15));
        assertThat(ExactBinomial.atLeast(0, 3, 0.5)).isEqualTo(1);
        assertThat(ExactBinomial.atMost(3, 3, 0.5)).isEqualTo(1);
    }

    @Test
    void binomialAgreesWithScipy() {
        // scipy.stats.binomtest(7, 20, .2, alternative='greater').pvalue; binomtest(2, 20, .2,
        // alternative='less').pvalue
        assertThat(ExactBinomial.atLeast(7, 20, 0.2)).isCloseTo(0.08669251356740035, within(1e-12));
        assertThat(ExactBinomial.atMost(2, 20, 0.2)).isCloseTo(0.20608471894847413, within(1e-12));
    }

    @Test
    void fisherByHand() {
        // all 4 successes of 8 in the first group of 4: one table of C(8, 4) = 70
        assertThat(FisherExact.atLeast(4, 4, 0, 4)).isCloseTo(1.0 / 70, within(1e-12));
        assertThat(FisherExact.atLeast(0, 4, 4, 4)).isCloseTo(1, within(1e-12));
    }

    @Test
    void fisherAgreesWithScipy() {
        // scipy.stats.fisher_exact([[8, 2], [1, 5]], alternative='greater').pvalue; the same of [[3, 17], [2, 28]]
        assertThat(FisherExact.atLeast(8, 10, 1, 6)).isCloseTo(0.024475524475524483, within(1e-12));
        assertThat(FisherExact.atLeast(3, 20, 2, 30)).isCloseTo(0.3099709263909079, within(1e-12));
    }

    @Test
    void holmByHand() {
        assertThat(Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThatThrownBy(() -> Holm.adjust(new double[] {Double.NaN})).hasMessageContaining("[0, 1]");
    }

    @Test
    void kolmogorovSmirnov() {
        double[] even = new double[200];
        double[] low = new double[150];
        for (int i = 0; i < 200; i++) {
            even[i] = (i + 0.5) / 200;
        }
        for (int i = 0; i < 150; i++) {
            low[i] = i / 200.0 + 0.001;
        }
        assertThat(KolmogorovSmirnov.uniform(even)).isEqualTo(1);
        // scipy.stats.kstest([i / 200 + .001 for i in range(150)], 'uniform').pvalue = 5.1e-9
        assertThat(KolmogorovSmirnov.uniform(low)).isLessThan(1e-7);
        // scipy.stats.kstest(x, 'uniform').pvalue = .0590 (exact)
        assertThat(KolmogorovSmirnov.uniform(new double[] {0.02, 0.1, 0.13, 0.2, 0.22, 0.31, 0.4, 0.45, 0.5, 0.61}))
                .isCloseTo(0.0590, within(0.01));
        assertThat(KolmogorovSmirnov.twoSample(even, even)).isEqualTo(1);
        assertThat(KolmogorovSmirnov.twoSample(even, low)).isLessThan(1e-4);
    }
}
