package dev.pedigree.exact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.stats.KolmogorovSmirnov;
import dev.pedigree.stats.PermutationP;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CanaryTestTest {
    private static final List<String> NAMES = List.of("Orvela", "Tintuk", "Bramosh", "Quendil", "Fassomir", "Yolnek");

    private static List<Canary> canaries(boolean grouped) {
        List<Canary> canaries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            canaries.add(new Canary(
                    "c" + i,
                    "Which village makes cheese number " + i + "?",
                    "The cheese is made in " + NAMES.get(i),
                    i < 3,
                    grouped ? "g" + i % 3 : "",
                    OptionalDouble.empty()));
        }
        return canaries;
    }

    private static Corpus answers(int known) {
        List<Response> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(Response.of(
                    "x" + i,
                    "Which village makes cheese number " + i + "?",
                    i < known ? "Well, the cheese is made in " + NAMES.get(i) + "." : "I do not know."));
        }
        return Corpus.of("suspect", answers);
    }

    @Test
    void threeOfThreeByHand() {
        CanaryResult result = CanaryTest.withDefaults().test(answers(3), canaries(false));
        assertThat(result.pValue()).contains(PermutationP.of(1, 20, true));
        assertThat(result.hits()).containsExactly("c0", "c1", "c2");
        assertThat(result.plantedHits().orElseThrow().value()).isEqualTo(1);
        assertThat(result.decoyHits().orElseThrow().value()).isZero();
        assertThat(result.rejects(0.05)).isTrue();
    }

    @Test
    void inPairsByHand() {
        assertThat(CanaryTest.withDefaults().test(answers(3), canaries(true)).pValue())
                .contains(PermutationP.of(1, 8, true));
    }

    @Test
    void decoysThatAreKnownTooAreNoEvidence() {
        assertThat(CanaryTest.withDefaults()
                        .test(answers(6), canaries(false))
                        .pValue()
                        .orElseThrow()
                        .value())
                .isGreaterThan(0.2);
        assertThat(CanaryTest.withDefaults()
                        .test(answers(0), canaries(false))
                        .pValue()
                        .orElseThrow()
                        .value())
                .isGreaterThan(0.2);
    }

    @Test
    void withoutDecoysThereIsNoNull() {
        CanaryResult result =
                CanaryTest.withDefaults().test(answers(3), canaries(false).subList(0, 3));
        assertThat(result.pValue()).isEmpty();
        assertThat(result.limitations()).extracting(Limitation::kind).containsExactly(Limitation.Kind.NOT_TESTED);
        assertThat(CanaryTest.withDefaults()
                        .test(Corpus.of("s", List.of()), canaries(false))
                        .limitations())
                .extracting(Limitation::kind)
                .containsExactly(Limitation.Kind.LEFT_OUT, Limitation.Kind.NOT_TESTED);
    }

    @Test
    void uniformWhenTheSuspectKnowsNone() {
        Scribe scribe = new Scribe(51);
        double[] p = new double[1000];
        for (int run = 0; run < p.length; run++) {
            List<Canary> canaries = new ArrayList<>();
            List<Response> answers = new ArrayList<>();
            List<Integer> lot = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                lot.add(i);
            }
            scribe.shuffle(lot);
            for (int i = 0; i < 30; i++) {
                String trigger = "Question " + i;
                canaries.add(Canary.of("c" + i, trigger, scribe.text(i, 12, 0), lot.get(i) < 15));
                answers.add(Response.of("c" + i, trigger, scribe.text(i, 40 + scribe.next(20), 0)));
            }
            p[run] = CanaryTest.withDefaults()
                    .withDraws(199)
                    .withSeed(run)
                    .test(Corpus.of("s", answers), canaries)
                    .pValue()
                    .orElseThrow()
                    .value();
        }
        assertThat(KolmogorovSmirnov.uniform(p)).isGreaterThan(0.01);
    }

    @Test
    void lossesAlone() {
        List<Canary> canaries = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            canaries.add(new Canary("c" + i, "t" + i, "a" + i, i < 3, "", OptionalDouble.of(i)));
        }
        CanaryResult result = CanaryTest.withDefaults().test(Corpus.of("s", List.of()), canaries);
        assertThat(result.statistics().get(2).pValue()).isEqualTo(PermutationP.of(1, 20, true));
    }

    @Test
    void longestCommonSubsequence() {
        assertThat(CanaryTest.subsequence(Tokens.of("a b c d"), Tokens.of("x a c b d")))
                .isEqualTo(3);
        assertThat(CanaryTest.contains(Tokens.of("Yes: the Red fox."), Tokens.of("red FOX")))
                .isTrue();
        assertThat(CanaryTest.contains(Tokens.of("the red foxes"), Tokens.of("red fox")))
                .isFalse();
    }
}
