package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareEstimatorTest {
    private static final List<String> WORDS =
            List.of("river", "bread", "window", "green", "market", "paper", "stone", "music");
    private static final List<String> FAMILIES = List.of("ant", "bee", "cat");
    private static final AnswerAuthors AUTHORS = learn();

    private static AnswerAuthors learn() {
        List<AnswerAuthors.Known> known = new ArrayList<>();
        for (int author = 0; author < 3; author++) {
            known.add(new AnswerAuthors.Known(FAMILIES.get(author), answers(author, 0, 200)));
        }
        for (int author = 3; author < 6; author++) {
            known.add(new AnswerAuthors.Known(AnswerAuthors.OTHERS, answers(author, 0, 100)));
        }
        return AnswerAuthors.learn(known);
    }

    /** Answers of the same words by every author, who favours some of them. */
    private static List<Response> answers(int author, int from, int to) {
        List<Response> answers = new ArrayList<>();
        for (int p = from; p < to; p++) {
            SplitMix64 random = new SplitMix64(1000L * author + p);
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < 40; w++) {
                int habit = (author + random.nextInt(2)) % WORDS.size();
                text.append(WORDS.get(random.nextInt(3) == 0 ? habit : random.nextInt(WORDS.size())));
                text.append(random.nextInt(8) == 0 ? ". " : " ");
            }
            answers.add(Response.of("p" + p, "Question " + p, text.toString()));
        }
        return answers;
    }

    private static Corpus mixture(int ofFirst, int ofSecond, int second) {
        List<Response> answers = new ArrayList<>(answers(0, 1000, 1000 + ofFirst));
        answers.addAll(answers(second, 1000 + ofFirst, 1000 + ofFirst + ofSecond));
        return Corpus.of("mixture", answers);
    }

    @Test
    void sharesOfAMixtureAreFound() {
        Shares shares = ShareEstimator.of(AUTHORS).estimate(mixture(140, 60, 1), FAMILIES, Set.of());
        assertThat(shares.answers()).isEqualTo(200);
        assertThat(shares.candidates()).extracting(Shares.Share::family).containsExactly("ant", "bee", "cat");
        Estimate first = shares.candidates().get(0).share();
        assertThat(first.value()).isCloseTo(0.7, within(0.1));
        assertThat(first.level()).isEqualTo(ShareEstimator.LEVEL);
        assertThat(first.high()).isGreaterThan(first.low());
        assertThat(shares.candidates().get(1).share().value()).isCloseTo(0.3, within(0.1));
        double sum = shares.residual().orElseThrow().value()
                + shares.candidates().stream()
                        .mapToDouble(s -> s.share().value())
                        .sum();
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void answersToOnePromptAreDrawnTogether() {
        ShareEstimator estimator = ShareEstimator.of(AUTHORS);
        List<Response> answers = mixture(42, 18, 1).responses();
        List<Response> thrice = new ArrayList<>();
        List<Response> apart = new ArrayList<>();
        for (int sample = 0; sample < 3; sample++) {
            thrice.addAll(answers);
            for (Response answer : answers) {
                apart.add(
                        Response.of("s" + sample, answer.prompt().lastUserText() + " (" + sample + ")", answer.text()));
            }
        }
        Shares samples = estimator.estimate(Corpus.of("samples", thrice), FAMILIES, Set.of());
        Shares prompts = estimator.estimate(Corpus.of("prompts", apart), FAMILIES, Set.of());
        assertThat(samples.candidates().get(0).share().value())
                .isCloseTo(prompts.candidates().get(0).share().value(), within(1e-6));
        assertThat(width(samples)).isGreaterThan(1.2 * width(prompts));
    }

    private static double width(Shares shares) {
        Estimate first = shares.candidates().get(0).share();
        return first.high() - first.low() - 2 * ShareEstimator.WIDENING;
    }

    @Test
    void whatIsNoCandidatesIsTheResidual() {
        Shares shares = ShareEstimator.of(AUTHORS).estimate(mixture(100, 100, 4), FAMILIES, Set.of());
        assertThat(shares.residual().orElseThrow().value()).isCloseTo(0.5, within(0.15));
        Shares only = ShareEstimator.of(AUTHORS).estimate(mixture(100, 100, 1), List.of("ant"), Set.of());
        assertThat(only.candidates()).extracting(Shares.Share::family).containsExactly("ant");
        assertThat(only.residual().orElseThrow().value()).isCloseTo(0.5, within(0.15));
    }

    @Test
    void relativesTakeNoPart() {
        Shares shares = ShareEstimator.of(AUTHORS).estimate(mixture(200, 0, 1), List.of("bee", "cat"), Set.of("ant"));
        assertThat(shares.candidates()).extracting(Shares.Share::family).doesNotContain("ant");
        assertThat(shares.residual().orElseThrow().value()).isLessThan(0.99);
    }

    @Test
    void tooLittleTextAndUnknownCandidatesAreValues() {
        ShareEstimator estimator = ShareEstimator.of(AUTHORS);
        Shares few = estimator.estimate(mixture(20, 10, 1), FAMILIES, Set.of());
        assertThat(few.residual()).isEmpty();
        assertThat(few.reason()).contains("30 prompts").contains("at least 50");
        Shares strange = estimator.estimate(mixture(60, 10, 1), List.of("dog"), Set.of());
        assertThat(strange.reason()).contains("No candidate");
        Shares partly = estimator.estimate(mixture(60, 10, 1), List.of("ant", "dog"), Set.of());
        assertThat(partly.unknown()).containsExactly("dog");
    }

    @Test
    void fewAnswersDoNotMakeAContributor() {
        double[][] columns = {new double[100], new double[100]};
        double[] times = new double[100];
        for (int i = 0; i < 100; i++) {
            columns[0][i] = i < 99 ? 0.9 : 0.1;
            columns[1][i] = 1 - columns[0][i];
            times[i] = 1;
        }
        assertThat(ShareEstimator.maximise(columns, times, 2)).containsExactly(1, 0);
    }

    @Test
    void withoutPenaltyItIsExpectationMaximisation() {
        double[][] columns = {{0.8, 0.8, 0.8, 0.2}, {0.2, 0.2, 0.2, 0.8}};
        double[] shares = ShareEstimator.maximise(columns, new double[] {1, 1, 1, 1}, 0);
        // three of four look like the first: w maximises 3 ln(.2 + .6 w) + ln(.8 - .6 w), so w = 11/12
        assertThat(shares[0]).isCloseTo(11.0 / 12, within(0.01));
    }

    @Test
    void bytesAreReadAgain() {
        byte[] bytes = AUTHORS.toBytes();
        AnswerAuthors read = AnswerAuthorsFormat.read(bytes);
        assertThat(read.authors()).isEqualTo(AUTHORS.authors());
        assertThat(read.toBytes()).isEqualTo(bytes);
        assertThat(learn().toBytes()).isEqualTo(bytes);
        double[][] rounded = read.likelihoods(answers(1, 2000, 2001));
        assertThat(rounded[0]).hasSize(4);
        for (int a = 0; a < 4; a++) {
            assertThat(rounded[0][a]).isCloseTo(AUTHORS.likelihoods(answers(1, 2000, 2001))[0][a], within(0.05));
        }
    }

    @Test
    void whatShipsKnowsLabsAndOthers() {
        AnswerAuthors shipped = AnswerAuthors.builtIn();
        assertThat(shipped.authors()).contains(AnswerAuthors.OTHERS, "chatgpt", "claude3", "gpt4", "llama3");
        double[][] likelihoods = shipped.likelihoods(List.of(
                Response.of("1", "Say so", "Certainly! Here is a list:\n\n- **Bread**: fresh.\n- **Tea**: hot."),
                Response.of("2", "Say nothing", " ")));
        assertThat(likelihoods).hasNumberOfRows(1);
        assertThat(Arrays.stream(likelihoods[0]).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void aSingleAuthorTeachesNothing() {
        assertThatThrownBy(() -> AnswerAuthors.learn(List.of(new AnswerAuthors.Known("ant", answers(0, 0, 30)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least two authors");
        assertThatThrownBy(() -> new Shares(1, List.of(), Optional.empty(), List.of(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
