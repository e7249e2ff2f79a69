package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.SplitMix64;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
    private static double weightedMean(double[] values, int[] weights) {
        double sum = 0;
        double n = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            n += weights[i];
        }
        return sum / n;
    }

    @Test
    void coversTheMean() {
        SplitMix64 random = new SplitMix64(4);
        int covered = 0;
        for (int run = 0; run < 600; run++) {
            double[] values = new double[80];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextDouble() + random.nextDouble();
            }
            Estimate e = ClusterBootstrap.interval(values.length, w -> weightedMean(values, w), 300, 0.95, run)
                    .orElseThrow();
            covered += e.low() <= 1 && 1 <= e.high() ? 1 : 0;
        }
        assertThat(covered / 600.0).isBetween(0.92, 0.98);
    }

    @Test
    void oneClusterHasNoInterval() {
        assertThat(ClusterBootstrap.interval(1, w -> 1, 200, 0.95, 1)).isEmpty();
        assertThat(ClusterBootstrap.interval(9, w -> Double.NaN, 200, 0.95, 1)).isEmpty();
    }
}
