package dev.pedigree.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KernelTwoSampleTest {
    @Test
    void energyByHand() {
        // x = {0, 1}, y = {3, 5}: 2 * mean|x-y| - |0-1| - |3-5| = 2 * (3 + 5 + 2 + 4) / 4 - 1 - 2
        double[][] rows = {{0}, {1}, {3}, {5}};
        assertThat(KernelTwoSample.distance(KernelTwoSample.energy(rows), new boolean[] {true, true, false, false}))
                .isCloseTo(4, within(1e-12));
    }

    @Test
    void mmdByHand() {
        double[][] k = {
            {9, 0.8, 0.1, 0.2},
            {0.8, 9, 0.3, 0.4},
            {0.1, 0.3, 9, 0.6},
            {0.2, 0.4, 0.6, 9}
        };
        assertThat(KernelTwoSample.distance(k, new boolean[] {true, true, false, false}))
                .isCloseTo(0.8 + 0.6 - 2 * 0.25, within(1e-12));
    }

    @Test
    void needsTwoOfEach() {
        assertThatThrownBy(() -> KernelTwoSample.distance(new double[3][3], new boolean[] {true, false, false}))
                .hasMessageContaining("1 and 2");
    }
}
