package dev.pedigree.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.KolmogorovSmirnov;
import dev.pedigree.stats.PermutationP;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExposureTestTest {
    private static final Corpus SILENT = Corpus.of("suspect", List.of());

    /** A teacher's answers divided by lot. */
    private static Corpus[] divided(Scribe scribe, int size, int words) {
        List<Response> answers =
                new ArrayList<>(scribe.corpus("teacher", 2 * size, words, 0.2).responses());
        scribe.shuffle(answers);
        return new Corpus[] {
            Corpus.of("logged", answers.subList(0, size)), Corpus.of("held out", answers.subList(size, 2 * size))
        };
    }

    private static AnswerColumns losses(Corpus corpus, double... losses) {
        List<AnswerColumns.Row> rows = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            rows.add(new AnswerColumns.Row(
                    corpus.responses().get(i).id(), "", Optional.empty(), OptionalDouble.of(losses[i])));
        }
        return AnswerColumns.of(rows);
    }

    @Test
    void lossesByHand() {
        // three of six, the logged ones with the three lowest losses: one arrangement of C(6, 3) = 20
        Corpus[] two = divided(new Scribe(1), 3, 20);
        ExposureResult result = ExposureTest.withDefaults()
                .withColumns(losses(two[0], 1, 2, 3), losses(two[1], 4, 5, 6))
                .test(SILENT, two[0], two[1]);
        TestStatistic loss = result.statistics().get(2);
        assertThat(loss.pValue()).isEqualTo(PermutationP.of(1, 20, true));
        assertThat(loss.value()).isCloseTo(3, within(1e-12));
        assertThat(result.limitations())
                .extracting(Limitation::kind)
                .contains(Limitation.Kind.RESOLUTION, Limitation.Kind.TIES);
    }

    @Test
    void promptsWithBothAreBlocks() {
        // two prompts, one logged and one held-out answer each: four arrangements, not C(4, 2) = 6
        Scribe scribe = new Scribe(2);
        List<Response> logged = new ArrayList<>();
        List<Response> heldOut = new ArrayList<>();
        for (int p = 0; p < 2; p++) {
            logged.add(Response.of("l" + p, "Subject " + p, scribe.text(p, 20, 0)));
            heldOut.add(Response.of("h" + p, "Subject " + p, scribe.text(p, 20, 0)));
        }
        Corpus l = Corpus.of("logged", logged);
        Corpus h = Corpus.of("held out", heldOut);
        ExposureResult result = ExposureTest.withDefaults()
                .withColumns(losses(l, 1, 3), losses(h, 2, 4))
                .test(SILENT, l, h);
        assertThat(result.statistics().get(2).pValue()).isEqualTo(PermutationP.of(1, 4, true));
    }

    @Test
    void severalAnswersToAPromptChangeLabelsTogether() {
        // three prompts against three, four answers to each: C(6, 3) arrangements, not C(24, 12)
        Scribe scribe = new Scribe(7);
        Corpus l = sampled(scribe, 0, 3, 4);
        Corpus h = sampled(scribe, 3, 6, 4);
        ExposureResult result = ExposureTest.withDefaults()
                .withColumns(
                        losses(l, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3), losses(h, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 6, 6))
                .test(SILENT, l, h);
        TestStatistic loss = result.statistics().get(2);
        assertThat(loss.pValue()).isEqualTo(PermutationP.of(1, 20, true));
        assertThat(loss.value()).isCloseTo(3, within(1e-12));
    }

    private static Corpus sampled(Scribe scribe, int from, int to, int samples) {
        List<Response> answers = new ArrayList<>();
        for (int p = from; p < to; p++) {
            for (int k = 0; k < samples; k++) {
                answers.add(Response.of("q" + p + "." + k, "Subject " + p, scribe.text(p, 20, 0)));
            }
        }
        return Corpus.of("sampled", answers);
    }

    @Test
    void uniformWithSeveralAnswersToAPrompt() {
        // some subjects are easy to resemble: the answers to one prompt are alike in that, whoever drew them
        Scribe scribe = new Scribe(48);
        double[] p = new double[300];
        for (int run = 0; run < p.length; run++) {
            List<Integer> subjects = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                subjects.add(i);
            }
            scribe.shuffle(subjects);
            List<List<Response>> two = List.of(new ArrayList<>(), new ArrayList<>());
            List<Response> own = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int subject = subjects.get(i);
                String prompt = "Subject " + subject;
                own.add(Response.of("q" + subject, prompt, scribe.text(subject, subject % 2 == 0 ? 100 : 10, 0)));
                for (int k = 0; k < 5; k++) {
                    two.get(i % 2).add(Response.of("q" + subject, prompt, scribe.text(subject, 30, 0)));
                }
            }
            p[run] = ExposureTest.withDefaults()
                    .withDraws(199)
                    .withSeed(run)
                    .test(Corpus.of("suspect", own), Corpus.of("logged", two.get(0)), Corpus.of("held out", two.get(1)))
                    .statistics()
                    .get(1)
                    .pValue()
                    .value();
        }
        assertThat(KolmogorovSmirnov.uniform(p)).isGreaterThan(0.01);
    }

    @Test
    void aSuspectThatWasAskedTheLoggedPromptsOnlyIsDoubted() {
        Scribe scribe = new Scribe(49);
        Corpus l = sampled(scribe, 0, 20, 1);
        Corpus h = sampled(scribe, 20, 40, 1);
        ExposureResult result = ExposureTest.withDefaults().test(sampled(scribe, 0, 20, 1), l, h);
        assertThat(result.checks())
                .filteredOn(ExchangeabilityCheck::fails)
                .extracting(ExchangeabilityCheck::what)
                .contains(ExchangeabilityCheck.What.ANSWERED);
        assertThat(result.limitations()).extracting(Limitation::kind).contains(Limitation.Kind.EXCHANGEABILITY);
        ExposureResult half = ExposureTest.withDefaults().test(sampled(scribe, 10, 30, 1), l, h);
        assertThat(half.checks())
                .extracting(ExchangeabilityCheck::what)
                .doesNotContain(ExchangeabilityCheck.What.ANSWERED);
    }

    @Test
    void uniformForASuspectThatNeverSawThem() {
        Scribe scribe = new Scribe(41);
        double[] p = new double[400];
        double[] phrasings = new double[400];
        for (int run = 0; run < p.length; run++) {
            Corpus[] two = divided(scribe, 15, 40);
            List<Response> both = new ArrayList<>(two[0].responses());
            both.addAll(two[1].responses());
            // phrases of answers of either kind, so that the statistic is not always 0
            Corpus suspect = scribe.corpus("suspect", 30, 30, 0.5);
            for (Response source : both) {
                suspect = scribe.repeating(suspect, List.of(source), 5 + scribe.next(13));
            }
            ExposureResult result =
                    ExposureTest.withDefaults().withDraws(199).withSeed(run).test(suspect, two[0], two[1]);
            p[run] = result.pValue().orElseThrow().value();
            phrasings[run] = result.statistics().get(0).pValue().value();
        }
        assertThat(KolmogorovSmirnov.uniform(p)).isGreaterThan(0.01);
        assertThat(KolmogorovSmirnov.uniform(phrasings)).isGreaterThan(0.01);
    }

    @Test
    void findsPhrasesOfATenthOfTheLoggedAnswers() {
        Scribe scribe = new Scribe(42);
        Corpus[] two = divided(scribe, 150, 60);
        Corpus suspect = scribe.repeating(
                scribe.corpus("suspect", 300, 40, 0.5), two[0].responses().subList(0, 15), 9);
        ExposureResult result = ExposureTest.withDefaults().test(suspect, two[0], two[1]);
        assertThat(result.rejects(0.01)).isTrue();
        assertThat(result.statistics().get(0).pValue().value()).isLessThan(0.001);
        assertThat(result.statistics().get(0).effect().orElseThrow().low()).isPositive();
        assertThat(result.longSpans().orElseThrow().value()).isBetween(0.05, 0.11);
        assertThat(result.spans().get(0).logged()).isTrue();
        assertThat(result.spans().get(0).words()).isGreaterThanOrEqualTo(9);
        assertThat(suspect.responses())
                .anyMatch(r -> r.text().contains(result.spans().get(0).quote()));
        assertThat(result.checks()).noneMatch(ExchangeabilityCheck::fails);
        assertThat(result).isEqualTo(ExposureTest.withDefaults().test(suspect, two[0], two[1]));
    }

    @Test
    void thePromptsWordsAndTheControlsPhrasesDoNotCount() {
        Scribe scribe = new Scribe(43);
        Corpus[] two = divided(scribe, 30, 60);
        Corpus suspect = scribe.repeating(
                scribe.corpus("suspect", 60, 40, 0.5), two[0].responses().subList(0, 15), 9);
        ExposureResult controlled =
                ExposureTest.withDefaults().withControls(List.of(suspect)).test(suspect, two[0], two[1]);
        assertThat(controlled.statistics().get(0).value()).isZero();
        assertThat(controlled.spans()).isEmpty();
        List<Response> asked = new ArrayList<>(suspect.responses());
        two[0].responses().forEach(r -> asked.add(Response.of("x", "Please correct: " + r.text(), "Done.")));
        assertThat(ExposureTest.withDefaults()
                        .test(Corpus.of("suspect", asked), two[0], two[1])
                        .statistics()
                        .get(0)
                        .value())
                .isLessThanOrEqualTo(0);
    }

    @Test
    void saysWhereLengthTopicAndDateDiffer() {
        Scribe scribe = new Scribe(44);
        Corpus logged = scribe.corpus("logged", 60, 60, 0.2);
        List<Response> elsewhere = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            elsewhere.add(Response.of("e" + i, "Compute the value of case " + i, scribe.text(49, 20 + i / 4, 0.2)));
        }
        Corpus heldOut = Corpus.of("held out", elsewhere);
        ExposureResult result = ExposureTest.withDefaults()
                .withColumns(dates(logged, 2023), dates(heldOut, 2024))
                .test(scribe.corpus("suspect", 60, 40, 0.5), logged, heldOut);
        assertThat(result.checks())
                .filteredOn(ExchangeabilityCheck::fails)
                .extracting(ExchangeabilityCheck::what)
                .containsExactly(
                        ExchangeabilityCheck.What.ANSWER_LENGTH,
                        ExchangeabilityCheck.What.PROMPT_LENGTH,
                        ExchangeabilityCheck.What.PROMPT_TOPIC,
                        ExchangeabilityCheck.What.ANSWER_TOPIC,
                        ExchangeabilityCheck.What.DATE,
                        ExchangeabilityCheck.What.ANSWERED);
        assertThat(result.limitations())
                .filteredOn(l -> l.kind() == Limitation.Kind.EXCHANGEABILITY)
                .hasSize(6);
    }

    @Test
    void theChecksAreQuietWhenTheLotDecided() {
        Scribe scribe = new Scribe(45);
        int doubted = 0;
        for (int run = 0; run < 100; run++) {
            Corpus[] two = divided(scribe, 20, 30);
            ExposureResult result =
                    ExposureTest.withDefaults().withDraws(99).withSeed(run).test(SILENT, two[0], two[1]);
            doubted += result.checks().stream().anyMatch(ExchangeabilityCheck::fails) ? 1 : 0;
        }
        assertThat(doubted).isLessThanOrEqualTo(12); // at most 5 expected
    }

    private static AnswerColumns dates(Corpus corpus, int year) {
        List<AnswerColumns.Row> rows = new ArrayList<>();
        for (Response r : corpus.responses()) {
            rows.add(new AnswerColumns.Row(
                    r.id(), "", Optional.of(LocalDate.of(year, 1 + rows.size() % 12, 1)), OptionalDouble.empty()));
        }
        return AnswerColumns.of(rows);
    }

    @Test
    void nothingToExchange() {
        Corpus[] two = divided(new Scribe(3), 4, 20);
        ExposureResult result = ExposureTest.withDefaults().test(SILENT, two[0], Corpus.of("held out", List.of()));
        assertThat(result.pValue()).isEmpty();
        assertThat(result.limitations()).extracting(Limitation::kind).containsExactly(Limitation.Kind.NOT_TESTED);
        assertThat(ExposureTest.withDefaults().power(SILENT, two[0], Corpus.of("", List.of()), 0.1, 8, 0.05, 10))
                .isEmpty();
    }

    @Test
    void powerGrowsFromTheLevelToOne() {
        Scribe scribe = new Scribe(46);
        Corpus[] two = divided(scribe, 60, 40);
        Corpus suspect = scribe.corpus("suspect", 120, 40, 0.5);
        ExposureTest test = ExposureTest.withDefaults();
        Estimate none = test.power(suspect, two[0], two[1], 0, 10, 0.05, 200).orElseThrow();
        Estimate half = test.power(suspect, two[0], two[1], 0.5, 10, 0.05, 50).orElseThrow();
        assertThat(none.low()).isLessThanOrEqualTo(0.05);
        assertThat(none.value()).isLessThan(0.1);
        assertThat(half.value()).isGreaterThan(0.95);
        assertThat(test.withPower(0.5)
                        .test(suspect, two[0], two[1])
                        .power()
                        .get(0)
                        .chance()
                        .low())
                .isGreaterThan(0.9);
        assertThatThrownBy(() -> test.withPower(1.5)).hasMessageContaining("share");
        assertThatThrownBy(() -> test.power(suspect, two[0], two[1], 0.5, 4, 0.05, 50))
                .hasMessageContaining("words >= 5");
    }
}
