package dev.pedigree.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.KolmogorovSmirnov;
import dev.pedigree.stats.PermutationP;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameModelTestTest {
    @Test
    void threePromptsGiveOneOfFour() {
        // 2^3 swaps; exchanging all labels at once changes nothing, so the most extreme value comes out twice
        Corpus calm = new Scribe(1).corpus("calm", 3, 40, 0);
        Corpus loud = new Scribe(2).corpus("loud", 3, 40, 1);
        SameModelResult result = SameModelTest.withDefaults().test(calm, loud);
        assertThat(result.statistics().get(1).pValue()).isEqualTo(PermutationP.of(2, 8, true));
        assertThat(result.limitations()).extracting(Limitation::kind).containsExactly(Limitation.Kind.RESOLUTION);
    }

    @Test
    void uniformWhenItIsOneModel() {
        double[] p = new double[500];
        double[] repeated = new double[500];
        Scribe scribe = new Scribe(77);
        for (int run = 0; run < p.length; run++) {
            Corpus a = scribe.corpus("a", 14, 25, 0.3);
            Corpus b = scribe.corpus("b", 14, 25, 0.3);
            SameModelTest test = SameModelTest.withDefaults().withDraws(199).withSeed(run);
            p[run] = test.test(a, b).pValue().orElseThrow().value();
            List<Response> twice = new ArrayList<>(b.responses());
            twice.addAll(scribe.corpus("c", 14, 25, 0.3).responses());
            repeated[run] =
                    test.test(a, Corpus.of("b", twice)).pValue().orElseThrow().value();
        }
        assertThat(KolmogorovSmirnov.uniform(p)).isGreaterThan(0.01);
        assertThat(KolmogorovSmirnov.uniform(repeated)).isGreaterThan(0.01);
    }

    @Test
    void findsAHabitAndNamesIt() {
        SameModelResult result = SameModelTest.withDefaults()
                .test(new Scribe(3).corpus("a", 60, 60, 0.1), new Scribe(4).corpus("b", 60, 60, 0.5));
        assertThat(result.rejects(0.01)).isTrue();
        assertThat(result.shifts().get(0).feature()).isIn("'!' per 100 words", "'.' per 100 words");
        FeatureShift loud = result.shifts().stream()
                .filter(s -> s.feature().startsWith("'!'"))
                .findFirst()
                .orElseThrow();
        assertThat(loud.difference().low()).isPositive();
        assertThat(loud.adjustedP()).isLessThan(0.01);
        TestStatistic style = result.statistics().get(1);
        assertThat(style.value()).isGreaterThan(style.detectable());
        assertThat(style.effect().orElseThrow().low()).isPositive();
    }

    @Test
    void seesWhatOnlyRepeatedAnswersShow() {
        // the same mean style on every prompt, but one model always answers in the same words
        Scribe scribe = new Scribe(8);
        List<Response> fixed = new ArrayList<>();
        List<Response> varied = new ArrayList<>();
        for (int p = 0; p < 20; p++) {
            String text = scribe.text(p, 40, 0.3);
            for (int k = 0; k < 3; k++) {
                fixed.add(Response.of("q" + p, "Subject " + p, text));
                varied.add(Response.of("q" + p, "Subject " + p, scribe.text(p, 40, 0.3)));
            }
        }
        SameModelResult result = SameModelTest.withDefaults().test(Corpus.of("a", fixed), Corpus.of("b", varied));
        assertThat(result.statistics().get(2).pValue().value()).isLessThan(0.01);
        assertThat(result.rejects(0.01)).isTrue();
    }

    @Test
    void withoutSharedPromptsItSaysSo() {
        Corpus a = Corpus.of("a", List.of(Response.of("1", "One question", "Yes.")));
        Corpus b = Corpus.of("b", List.of(Response.of("1", "Another question", "No.")));
        SameModelResult result = SameModelTest.withDefaults().test(a, b);
        assertThat(result.pValue()).isEmpty();
        assertThat(result.rejects(0.5)).isFalse();
        assertThat(result.limitations())
                .extracting(Limitation::kind)
                .containsExactly(Limitation.Kind.LEFT_OUT, Limitation.Kind.NOT_TESTED);
    }

    @Test
    void equalAnswersAndEmptyAnswersAreNoEvidence() {
        Corpus a = new Scribe(5).corpus("a", 30, 30, 0.2);
        assertThat(SameModelTest.withDefaults()
                        .test(a, a)
                        .pValue()
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        List<Response> empty = new ArrayList<>();
        a.responses().forEach(r -> empty.add(Response.of(r.id(), r.prompt().lastUserText(), "")));
        Corpus nothing = Corpus.of("b", empty);
        assertThat(SameModelTest.withDefaults().test(nothing, nothing).rejects(0.05))
                .isFalse();
        assertThat(SameModelTest.withDefaults().test(a, nothing).rejects(0.01)).isTrue();
    }

    @Test
    void thinsAndRepeatsItself() {
        Corpus a = new Scribe(5).corpus("a", 60, 30, 0.2);
        Corpus b = new Scribe(6).corpus("b", 60, 30, 0.2);
        SameModelTest test = SameModelTest.withDefaults().withMaxPrompts(40);
        SameModelResult result = test.test(a, b);
        assertThat(result.prompts()).isEqualTo(40);
        assertThat(result).isEqualTo(test.test(a, b));
        assertThat(result.limitations()).extracting(Limitation::text).anyMatch(t -> t.contains("40 of 60"));
    }

    @Test
    void powerGrowsFromTheLevelToOne() {
        Corpus a = new Scribe(21).corpus("a", 60, 40, 0.1);
        Corpus b = new Scribe(22).corpus("b", 60, 40, 0.1);
        Corpus other = new Scribe(23).corpus("c", 60, 40, 0.7);
        SameModelTest test = SameModelTest.withDefaults();
        Estimate none = test.power(a, b, other, 0, 25, 0.05, 60).orElseThrow();
        Estimate all = test.power(a, b, other, 1, 25, 0.05, 60).orElseThrow();
        assertThat(none.low()).isLessThanOrEqualTo(0.2);
        assertThat(none.value()).isLessThan(0.25);
        assertThat(all.value()).isGreaterThan(0.9);
        List<PowerPoint> points =
                test.withMaxPrompts(20).withStandIn(other, 0, 1).test(a, b).power();
        assertThat(points).extracting(PowerPoint::share).containsExactly(0.0, 1.0);
        assertThat(points.get(0).chance().value()).isLessThan(0.1);
        assertThat(points.get(1).chance().low()).isGreaterThan(0.9);
        assertThat(test.power(a, b, other, 1, 61, 0.05, 60)).isEmpty();
        assertThatThrownBy(() -> test.power(a, b, other, 2, 25, 0.05, 60)).hasMessageContaining("share");
    }
}
