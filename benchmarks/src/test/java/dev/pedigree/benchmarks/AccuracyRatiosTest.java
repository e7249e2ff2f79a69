package dev.pedigree.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.benchmarks.AccuracyRatios.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All expected values are worked out by hand in the comments. */
class AccuracyRatiosTest {
    private static final double EXACT = 1e-12;

    private static Finding student(String family, double log10, double p, boolean inSet, boolean rightLab) {
        return new Finding("s", family, "set", false, false, log10, p, 0.05, inSet, 3, log10, rightLab);
    }

    private static Finding innocent(String family, double log10, double p, boolean humansOnly) {
        return new Finding("n", family, "set", true, humansOnly, log10, p, 0.05, false, 3, log10, false);
    }

    private static final List<Finding> FINDINGS = List.of(
            student("f1", 1.2, 0.05, true, true),
            student("f1", 0.4, 0.2, true, false),
            student("f2", -0.5, 0.6, false, false),
            innocent("g1", 0.5, 0.04, true),
            innocent("g1", -0.3, 0.5, false),
            innocent("g2", -0.5, 0.7, true));

    @Test
    void sharesWeighEveryFamilyTheSame() {
        Map<String, Double> figures = AccuracyRatios.of(FINDINGS);
        // g1 one of two, g2 none
        assertThat(figures.get("false_at_p5")).isCloseTo(0.25, within(EXACT));
        // f1 one of two, f2 none
        assertThat(figures.get("found_at_p5")).isCloseTo(0.25, within(EXACT));
        // log10 2 = .301: f1 two of two
        assertThat(figures.get("found_weak")).isCloseTo(0.5, within(EXACT));
        assertThat(figures.get("false_weak")).isCloseTo(0.25, within(EXACT));
        assertThat(figures.get("found_moderate")).isCloseTo(0.25, within(EXACT));
        assertThat(figures.get("false_moderate")).isZero();
        assertThat(figures.get("humans_only")).isEqualTo(2);
        assertThat(figures.get("humans_only_weak")).isEqualTo(1);
        assertThat(figures.get("set_coverage")).isCloseTo(0.5, within(EXACT));
        // above the highest innocent, .5: the first student alone
        assertThat(figures.get("lab_or_set_at_0_false")).isCloseTo(0.25, within(EXACT));
    }

    @Test
    void saying1to1CostsOneBit() {
        List<Finding> silent = List.of(student("f", 0, 1, false, false), innocent("g", 0, 1, false));
        assertThat(AccuracyRatios.cllr(silent)).isCloseTo(1, within(EXACT));
        assertThat(AccuracyRatios.cllrMin(silent)).isCloseTo(1, within(EXACT));
    }

    @Test
    void costOfTwoRatios() {
        // log2(1 + 1/10) and log2(1 + 1/2): (.137504 + .584963) / 2
        List<Finding> two = List.of(student("f", 1, 1, false, false), innocent("g", StrictMath.log10(0.5), 1, false));
        assertThat(AccuracyRatios.cllr(two)).isCloseTo(0.3612332, within(1e-6));
        assertThat(AccuracyRatios.cllrMin(two)).isCloseTo(0, within(EXACT));
    }

    @Test
    void recalibrationPoolsWhatStandsInTheWrongOrder() {
        // student below innocent: pooled to even odds, one bit; the other pair is in order and costs nothing; two
        // families of each
        // kind, so half of the weight is in the pool
        List<Finding> mixed = List.of(
                student("f1", 2, 1, false, false),
                student("f2", -0.2, 1, false, false),
                innocent("g1", 0.1, 1, false),
                innocent("g2", -2, 1, false));
        assertThat(AccuracyRatios.cllrMin(mixed)).isCloseTo(0.5, within(EXACT));
    }
}
