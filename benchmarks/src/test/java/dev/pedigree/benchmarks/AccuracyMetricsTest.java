package dev.pedigree.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.benchmarks.AccuracyMetrics.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** All expected values are worked out by hand in the comments. */
class AccuracyMetricsTest {
    private static final double EXACT = 1e-12;

    /* Families P and Q are of lab pq, R of lab r. */
    private static final List<Map<String, String>> REFERENCES = List.of(
            Map.of("reference", "p1", "family", "P", "lab", "pq"),
            Map.of("reference", "p2", "family", "P", "lab", "pq"),
            Map.of("reference", "q1", "family", "Q", "lab", "pq"),
            Map.of("reference", "r1", "family", "R", "lab", "r"));

    private static final AccuracyTruth TRUTH = AccuracyTruth.of(
            List.of(
                    student("s1", "f1", "P"),
                    student("s2", "f1", "P"),
                    student("s3", "f2", "R"),
                    Map.of("suspect", "n1", "family", "g1", "truth", "none", "admissible", "P|R", "kind", "human"),
                    Map.of("suspect", "n2", "family", "g2", "truth", "none", "kind", "primary"),
                    Map.of("suspect", "x", "family", "g3", "truth", "?")),
            REFERENCES);

    private static Map<String, String> student(String name, String family, String teachers) {
        return Map.of("suspect", name, "family", family, "truth", teachers, "kind", "student");
    }

    private static Map<String, Map<String, Double>> scores() {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        scores.put("s1", row(1, 9, 8, 3)); // P 9, Q 8, R 3: right
        scores.put("s2", row(5, 4, 6, 2)); // P 5, Q 6, R 2: right lab, wrong family
        scores.put("s3", row(1, 1, 4, 3)); // P 1, Q 4, R 3: wrong
        scores.put("n1", row(2, 5.5, 99, 1)); // P 5.5, R 1; Q may not be accused
        scores.put("n2", row(1, 0, 0, 3.5)); // P 1, Q 0, R 3.5
        scores.put("x", row(50, 50, 50, 50));
        return scores;
    }

    private static Map<String, Double> row(double p1, double p2, double q1, double r1) {
        Map<String, Double> row = new LinkedHashMap<>();
        row.put("p1", p1);
        row.put("p2", p2);
        row.put("q1", q1);
        row.put("r1", r1);
        return row;
    }

    @Test
    void aFamilyScoresAsItsBestAdmissibleReference() {
        List<Unit> units = AccuracyMetrics.units(scores(), TRUTH);
        assertThat(units).extracting(Unit::name).containsExactly("s1", "s2", "s3", "n1", "n2");
        assertThat(units.get(0).scores()).containsOnly(Map.entry("P", 9.0), Map.entry("Q", 8.0), Map.entry("R", 3.0));
        assertThat(units.get(3).scores()).containsOnly(Map.entry("P", 5.5), Map.entry("R", 1.0));
        assertThat(units.get(3).humansOnly()).isTrue();
        assertThat(units.get(4).humansOnly()).isFalse();
    }

    @Test
    void figuresOfFiveSuspects() {
        Map<String, Double> figures = AccuracyMetrics.of(AccuracyMetrics.units(scores(), TRUTH), TRUTH);
        assertThat(figures.get("students")).isEqualTo(3);
        assertThat(figures.get("student_families")).isEqualTo(2);
        assertThat(figures.get("innocents")).isEqualTo(2);
        // each student has three families, one of them true
        assertThat(figures.get("chance")).isCloseTo(1 / 3.0, within(EXACT));
        // exact: f1 1 of 2, f2 0 of 1; lab: f1 2 of 2, f2 0 of 1
        assertThat(figures.get("top1_exact")).isCloseTo(0.25, within(EXACT));
        assertThat(figures.get("top1_lab")).isCloseTo(0.5, within(EXACT));
        // students' maxima 9, 6, 4 against 5.5, 3.5: above both, above both, above one
        assertThat(figures.get("suspect_auc")).isCloseTo(5 / 6.0, within(EXACT));
        // against n1 alone: two of three
        assertThat(figures.get("suspect_auc_humans_only")).isCloseTo(2 / 3.0, within(EXACT));
        // teachers' scores 9, 5, 3 against 5.5, 3.5: 2 + 1 + 0 of 6
        assertThat(figures.get("teacher_score_auc")).isCloseTo(0.5, within(EXACT));
        // pairs: related 9 5 3; unrelated of students R 3, R 2, P 1, Q 4 (Q of s1 and s2 is of the teacher's lab), of
        // innocents
        // 5.5 1 1 0 3.5: sorted 0 1 1 1 2 3 3.5 4 5.5; 9 beats 9, 5 beats 8, 3 beats 5 and ties one: 22.5 of 27
        assertThat(figures.get("pair_auc")).isCloseTo(22.5 / 27, within(EXACT));
        // against 0 1 1 3.5 5.5 alone: 5, 4 and 3 of 5 each
        assertThat(figures.get("pair_auc_innocents")).isCloseTo(12 / 15.0, within(EXACT));
        // P: 9 5 against s3 1, n1 5.5, n2 1: 3 + 2 of 6; R: 3 against s1 3, s2 2, n1 1, n2 3.5: 2.5 of 4; weights 2 and
        // 1
        assertThat(figures.get("same_teacher_auc")).isCloseTo((2 * 5 / 6.0 + 2.5 / 4) / 3, within(EXACT));
        // above 5.5: s1 and s2 of f1, both with the right lab; above 3.5: s3 too, with the wrong one
        assertThat(figures.get("found_at_0_false")).isCloseTo(0.5, within(EXACT));
        assertThat(figures.get("lab_at_0_false")).isCloseTo(0.5, within(EXACT));
        assertThat(figures.get("found_at_1_false")).isCloseTo(1, within(EXACT));
        assertThat(figures.get("lab_at_1_false")).isCloseTo(0.5, within(EXACT));
        assertThat(figures.get("lab_at_2_false")).isNaN();
        // the 95 % quantile of nine is the highest, 5.5: one of three is above
        assertThat(figures.get("pair_tpr5")).isCloseTo(1 / 3.0, within(EXACT));
    }

    @Test
    void aStudentWhoseTeacherWasNotScoredIsNotJudged() {
        Map<String, Map<String, Double>> scores = scores();
        scores.get("s3").remove("r1");
        assertThat(AccuracyMetrics.units(scores, TRUTH)).extracting(Unit::name).doesNotContain("s3");
    }

    @Test
    void aucCountsTiesHalf() {
        assertThat(AccuracyMetrics.auc(new double[] {1, 2}, new double[] {1, 0}))
                .isEqualTo(0.875);
        assertThat(AccuracyMetrics.auc(new double[0], new double[] {1})).isNaN();
    }

    @Test
    void quantileTakesTheHigherOfTwo() {
        double[] values = {4, 1, 3, 2, 5};
        assertThat(AccuracyMetrics.upperQuantile(values, 0.5)).isEqualTo(3);
        assertThat(AccuracyMetrics.upperQuantile(values, 0.55)).isEqualTo(4);
    }

    @Test
    void uselessScoresCostOneBit() {
        Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
        List<Map<String, String>> truth = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            truth.add(student("s" + i, "f" + i, "P"));
            truth.add(Map.of("suspect", "n" + i, "family", "g" + i, "truth", "none"));
            scores.put("s" + i, row(7, 7, 7, 7));
            scores.put("n" + i, row(7, 7, 7, 7));
        }
        AccuracyTruth useless = AccuracyTruth.of(truth, REFERENCES);
        assertThat(AccuracyMetrics.calibrationCosts(AccuracyMetrics.units(scores, useless), useless)
                        .get("cllr_suspect_leave_family_out"))
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void drawingAFamilyTwiceCountsItTwice() {
        Map<String, List<Unit>> byFamily = new LinkedHashMap<>();
        for (Unit unit : AccuracyMetrics.units(scores(), TRUTH)) {
            byFamily.computeIfAbsent(unit.family(), k -> new ArrayList<>()).add(unit);
        }
        List<Unit> drawn = AccuracyBootstrap.members(List.of("f1", "f2", "f2", "g2"), byFamily, Unit::inFamily);
        assertThat(drawn).extracting(Unit::family).containsExactly("f1#0", "f1#0", "f2#1", "f2#2", "g2#3");
        // exact: f1 1 of 2, f2 0, f2 0
        assertThat(AccuracyMetrics.of(drawn, TRUTH).get("top1_exact")).isCloseTo(0.5 / 3, within(EXACT));
    }

    @Test
    void intervalsHoldTheFigureOfWholeFamilies() {
        Map<String, AccuracyBootstrap.Figure> figures = AccuracyBootstrap.intervals(
                List.of("a", "b", "b", "c"),
                draw -> Map.of("share", draw.stream().filter(f -> f.equals("a")).count() / (double) draw.size()),
                2000);
        AccuracyBootstrap.Figure share = figures.get("share");
        assertThat(share.value()).isCloseTo(1 / 3.0, within(EXACT));
        // three draws with chance 1/3 each: none in 8/27, all in 1/27
        assertThat(share.low()).isEqualTo(0);
        assertThat(share.high()).isEqualTo(1);
    }
}
