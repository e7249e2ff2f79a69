package dev.pedigree.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPiecesTest {
    @Test
    void wordsOfScriptsWithAndWithoutSpaces() {
        assertThat(Tokens.of("Don't stop — it's 3 o'clock!").size()).isEqualTo(5);
        assertThat(Tokens.of("日本語、テスト").size()).isEqualTo(6);
        assertThat(Tokens.of("한국어 글").size()).isEqualTo(4);
        assertThat(Tokens.of("ÀÉ Привет").hash(0)).isEqualTo(Tokens.of("àé").hash(0));
        assertThat(Tokens.of("ПРИВЕТ").hash(0)).isEqualTo(Tokens.of("привет").hash(0));
        assertThat(Tokens.of("").grams(3)).isEmpty();
        assertThat(Tokens.of("**a** b, c").grams(3))
                .isEqualTo(Tokens.of("A b c").grams(3));
    }

    @Test
    void offsetsPointIntoTheText() {
        String text = "  One, *two* 三";
        Tokens tokens = Tokens.of(text);
        assertThat(text.substring(tokens.start(1), tokens.end(1))).isEqualTo("two");
        assertThat(text.substring(tokens.start(2), tokens.end(2))).isEqualTo("三");
    }

    @Test
    void theKernelIsACosine() {
        float[] a = StringKernel.embed("A plain sentence about nothing much.");
        float[] b = StringKernel.embed("A plain sentence about nothing at all.");
        float[] c = StringKernel.embed("Wholly different: 12345 67890!");
        assertThat(StringKernel.product(a, a)).isCloseTo(1, within(1e-6));
        assertThat(StringKernel.product(a, b)).isGreaterThan(0.6);
        assertThat(StringKernel.product(a, c)).isLessThan(0.2);
        assertThat(StringKernel.product(a, StringKernel.embed(""))).isZero();
    }

    @Test
    void styleCounts() {
        double[] f = StyleFeatures.of("Here is a list:\n\n- one\n- two\n\n**Bold** end!");
        assertThat(f).hasSize(StyleFeatures.names().size()).doesNotContain(Double.NaN);
        assertThat(f[StyleFeatures.names().indexOf("'-' list lines")]).isCloseTo(2 * 100.0 / 8, within(1e-9));
        assertThat(f[StyleFeatures.names().indexOf("opens with 'here'")]).isEqualTo(1);
        assertThat(f[StyleFeatures.names().indexOf("bold marks")]).isCloseTo(2 * 100.0 / 8, within(1e-9));
        assertThat(StyleFeatures.of("")).containsOnly(0);
    }

    @Test
    void onlyPhrasesOfOneAnswerAreRare() {
        Response one = Response.of("1", "Explain it", "the old grey heron waits by the still water at dawn");
        Response two = Response.of("2", "Again", "the old grey heron waits by a river");
        Corpus suspect = Corpus.of(
                "s", List.of(Response.of("x", "Other", "I saw: the old grey heron waits by the still water.")));
        Phrasings phrasings = new Phrasings(
                new ExchangeUnits(
                        Corpus.of("logged", List.of(one)),
                        Corpus.of("held out", List.of(two)),
                        Arrays.asList(null, null),
                        List.of(suspect)),
                suspect,
                List.of());
        // answer 2 has the words up to "by" too: of the five runs of five that are shared, three are rare
        assertThat(phrasings.longest(0)).isEqualTo(7);
        assertThat(phrasings.quote(0, one.text())).isEqualTo("the old grey heron waits by the still water");
        assertThat(phrasings.longest(1)).isZero();
    }
}
