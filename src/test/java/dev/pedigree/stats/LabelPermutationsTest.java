package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.internal.SplitMix64;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LabelPermutationsTest {
    private static Function<boolean[], double[]> sumOf(double... values) {
        return labels -> {
            double sum = 0;
            for (int i = 0; i < labels.length; i++) {
                sum += labels[i] ? values[i] : 0;
            }
            return new double[] {sum};
        };
    }

    @Test
    void enumeratesFreely() {
        // sums of two of 1, 2, 3, 4: 3, 4, 5, 5, 6, 7; observed 3 + 4 = 7 is the single highest
        PermutationP p = LabelPermutations.free(new boolean[] {false, false, true, true})
                .test(sumOf(1, 2, 3, 4), 999, 1)
                .combined();
        assertThat(p).isEqualTo(PermutationP.of(1, 6, true));
        // observed 2 + 3 = 5 ties with 1 + 4: two of six are higher, two are equal
        assertThat(LabelPermutations.free(new boolean[] {false, true, true, false})
                        .test(sumOf(1, 2, 3, 4), 999, 1)
                        .combined())
                .isEqualTo(PermutationP.of(4, 6, true));
    }

    @Test
    void enumeratesWithinBlocks() {
        boolean[] labels = {true, false, true, false, true, false};
        LabelPermutations pairs = LabelPermutations.within(labels, new int[] {7, 7, 3, 3, 5, 5});
        assertThat(pairs.count()).isEqualTo(8);
        assertThat(pairs.test(sumOf(2, 1, 4, 1, 6, 1), 999, 1).combined()).isEqualTo(PermutationP.of(1, 8, true));
    }

    @Test
    void roundingDoesNotBreakTies() {
        boolean[] labels = {true, false, true, false};
        double third = 1.0 / 3;
        assertThat(LabelPermutations.within(labels, new int[] {0, 0, 1, 1})
                        .test(sumOf(0.1 + 0.2, 0.3, third * 3, 1), 999, 1)
                        .combined()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void samplingNeverGivesZeroAndRepeatsItself() {
        boolean[] labels = new boolean[60];
        double[] values = new double[60];
        for (int i = 0; i < 60; i++) {
            labels[i] = i < 30;
            values[i] = i < 30 ? 100 : 0;
        }
        LabelPermutations free = LabelPermutations.free(labels);
        PermutationP p = free.test(sumOf(values), 199, 5).combined();
        assertThat(p).isEqualTo(PermutationP.of(1, 200, false));
        assertThat(free.test(sumOf(values), 199, 5)).isEqualTo(free.test(sumOf(values), 199, 5));
        assertThat(p.resolution()).isEqualTo(1.0 / 200);
    }

    @Test
    void uniformUnderTheNullAloneAndCombined() {
        SplitMix64 random = new SplitMix64(20261);
        double[] single = new double[2000];
        double[] both = new double[2000];
        for (int run = 0; run < single.length; run++) {
            boolean[] labels = new boolean[24];
            int[] blocks = new int[24];
            double[] a = new double[24];
            double[] b = new double[24];
            for (int i = 0; i < 24; i++) {
                blocks[i] = i / 8;
                labels[i] = i % 8 < 4;
                a[i] = blocks[i] * 5 + random.nextDouble();
                b[i] = a[i] + random.nextDouble();
            }
            Function<boolean[], double[]> two = l -> new double[] {sumOf(a).apply(l)[0], -sumOf(b).apply(l)[0]};
            LabelPermutations.Outcome outcome =
                    LabelPermutations.within(labels, blocks).test(two, 199, run);
            single[run] = outcome.pValues().get(0).value();
            both[run] = outcome.combined().value();
        }
        assertThat(KolmogorovSmirnov.uniform(single)).isGreaterThan(0.01);
        assertThat(KolmogorovSmirnov.uniform(both)).isGreaterThan(0.01);
        assertThat(share(single, 0.05)).isBetween(0.04, 0.06);
        assertThat(share(both, 0.05)).isBetween(0.04, 0.06);
    }

    @Test
    void refusesArraysThatDiffer() {
        assertThatThrownBy(() -> LabelPermutations.within(new boolean[2], new int[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static double share(double[] values, double level) {
        int count = 0;
        for (double value : values) {
            count += value <= level ? 1 : 0;
        }
        return (double) count / values.length;
    }
}
