package dev.pedigree.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.internal.SplitMix64;
import org.junit.jupiter.api.Test;

class MultidimensionalScalingTest {
    @Test
    void recoversPointsInThePlaneUpToRotation() {
        double[][] points = points(30, 2, 5);
        double[][] distances = distances(points);
        double[][] found = MultidimensionalScaling.classical(distances, 2);
        assertThat(MultidimensionalScaling.stress(distances, found)).isLessThan(1e-9);
        double[][] back = MultidimensionalScaling.aligned(found, points);
        for (int i = 0; i < points.length; i++) {
            assertThat(back[i][0]).isCloseTo(points[i][0], within(1e-9));
            assertThat(back[i][1]).isCloseTo(points[i][1], within(1e-9));
        }
    }

    @Test
    void aTurnedAndMirroredMapIsLaidBackOnTheOther() {
        double[][] points = points(12, 2, 6);
        double[][] turned = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            turned[i] = new double[] {
                3 - 0.6 * points[i][0] + 0.8 * points[i][1], 1 + 0.8 * points[i][0] + 0.6 * points[i][1]
            };
        }
        double[][] back = MultidimensionalScaling.aligned(turned, points);
        for (int i = 0; i < points.length; i++) {
            assertThat(back[i][0]).isCloseTo(points[i][0], within(1e-9));
            assertThat(back[i][1]).isCloseTo(points[i][1], within(1e-9));
        }
    }

    @Test
    void majorisationNeverFitsWorseThanItsStart() {
        double[][] distances = distances(points(40, 6, 7));
        double[][] start = MultidimensionalScaling.classical(distances, 2);
        double before = MultidimensionalScaling.stress(distances, start);
        double last = before;
        for (int steps = 1; steps < 40; steps++) {
            double after = MultidimensionalScaling.stress(
                    distances, MultidimensionalScaling.majorised(distances, start, steps));
            assertThat(after).isLessThanOrEqualTo(last + 1e-12);
            last = after;
        }
        assertThat(last).isLessThan(0.9 * before);
    }

    @Test
    void axesAreOrderedAndSigned() {
        double[][] found = MultidimensionalScaling.classical(distances(points(25, 3, 8)), 3);
        double[] spread = new double[3];
        for (int k = 0; k < 3; k++) {
            double farthest = 0;
            for (double[] point : found) {
                spread[k] += point[k] * point[k];
                farthest = Math.abs(point[k]) > Math.abs(farthest) ? point[k] : farthest;
            }
            assertThat(farthest).isPositive();
        }
        assertThat(spread[0]).isGreaterThan(spread[1]);
        assertThat(spread[1]).isGreaterThan(spread[2]);
    }

    @Test
    void pointsInOnePlaceStayThere() {
        double[][] found = MultidimensionalScaling.classical(new double[3][3], 2);
        assertThat(MultidimensionalScaling.majorised(new double[3][3], found, 10))
                .isEqualTo(new double[3][2]);
    }

    private static double[][] points(int n, int dimensions, long seed) {
        SplitMix64 random = new SplitMix64(seed);
        double[][] points = new double[n][dimensions];
        for (double[] point : points) {
            for (int k = 0; k < dimensions; k++) {
                point[k] = random.nextNormal();
            }
        }
        return points;
    }

    private static double[][] distances(double[][] points) {
        double[][] d = new double[points.length][points.length];
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                for (int k = 0; k < points[i].length; k++) {
                    sum += (points[i][k] - points[j][k]) * (points[i][k] - points[j][k]);
                }
                d[i][j] = Math.sqrt(sum);
                d[j][i] = d[i][j];
            }
        }
        return d;
    }
}
