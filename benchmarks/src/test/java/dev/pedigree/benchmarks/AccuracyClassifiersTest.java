package dev.pedigree.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyClassifiersTest {
    private static final double EXACT = 1e-12;

    /* About their mean the products of (1, 0) and (0, 1) are [[.5, -.5], [-.5, .5]], with a mean of .5 on the diagonal: .05 is added
     * to it. (1, 0) has products (.5, -.5), an eigenvector with value 1.05. */
    @Test
    void votesSolveTheRegularisedEquations() {
        AccuracyClassifiers classifiers = new AccuracyClassifiers(
                List.of(new double[][] {{1, 0}}, new double[][] {{9, 9}}, new double[][] {{0, 1}}));
        double[] votes = classifiers.votes(new double[][] {{2, 0}, {0, 0}}, new int[] {0, 2});
        assertThat(votes).hasSize(2);
        assertThat(votes[0]).isCloseTo(.5 / 1.05, within(EXACT));
        assertThat(votes[1]).isCloseTo(-.5 / 1.05, within(EXACT));
    }

    @Test
    void whoLiesBetweenTwoGetsNoVotes() {
        AccuracyClassifiers classifiers = new AccuracyClassifiers(List.of(
                new double[][] {{1, 0}, {1, 0.1}}, new double[][] {{0, 1}, {0.1, 1}}, new double[][] {{-3, -3}}));
        double[] votes = classifiers.votes(new double[][] {{1, 0}, {0, 1}}, new int[] {0, 1});
        assertThat(votes[0]).isCloseTo(0, within(1e-9));
        assertThat(votes[1]).isCloseTo(0, within(1e-9));
        assertThat(classifiers.votes(new double[][] {{1, 0}}, new int[] {0, 1})[0])
                .isGreaterThan(0.1);
    }
}
