package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.LineageAudit;
import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HumanTextsTest {
    private static final List<String> OF_ALL = List.of("the", "of", "to", "in", "is", "that", "it", "on", "with", "be");
    private static final List<String> OF_PEOPLE = List.of("i", "was", "but", "so", "my", "had", "me", "just");
    /** What the weights that ship find to be most like people. */
    private static final List<String> OF_KNOWN_PEOPLE = List.of(
            "in", "on", "at", "up", "out", "have", "to", "an", "one", "all", "so", "for", "when", "very", "will",
            "there");

    private static final List<String> OF_MODELS = List.of("can", "your", "and", "or", "these", "such", "while", "this");

    private static Corpus texts(long seed, int texts, int words, List<String> more) {
        List<Response> responses = new ArrayList<>();
        SplitMix64 random = new SplitMix64(seed);
        // each source leans to some words of its own
        String own = OF_ALL.get(random.nextInt(OF_ALL.size()));
        for (int t = 0; t < texts; t++) {
            StringBuilder text = new StringBuilder();
            for (int w = 0; w < words; w++) {
                int draw = random.nextInt(10);
                List<String> from = draw < 4 ? more : OF_ALL;
                text.append(draw == 9 ? own : from.get(random.nextInt(from.size())));
                text.append(w % 11 == 10 ? " stone. " : " ");
            }
            responses.add(Response.of("p" + t, "Question " + t, text.toString()));
        }
        return Corpus.of("suspect", responses);
    }

    private static Fingerprint print(Corpus corpus) {
        return Fingerprinter.withDefaults().fingerprint(corpus);
    }

    private static HumanTexts learned() {
        List<HumanTexts.Known> known = new ArrayList<>();
        for (int source = 0; source < 30; source++) {
            boolean human = source < 6;
            for (int sample = 0; sample < 2; sample++) {
                Fingerprint print = print(texts(100 * source + sample, 30, 40, human ? OF_PEOPLE : OF_MODELS));
                known.add(new HumanTexts.Known("source " + source, human, print.counts(FeatureFamily.FUNCTION_WORDS)));
            }
        }
        return HumanTexts.learn(known);
    }

    @Test
    void tellsPeopleFromModelsThatItHasNotSeen() {
        HumanTexts learned = learned();
        HumanLikeness people =
                learned.examine(print(texts(9_001, 30, 40, OF_PEOPLE))).orElseThrow();
        HumanLikeness model =
                learned.examine(print(texts(9_002, 30, 40, OF_MODELS))).orElseThrow();
        assertThat(people.families()).isEqualTo(24);
        assertThat(people.pValue()).isEqualTo(1.0 / 25);
        assertThat(people.isLikePeople()).isTrue();
        assertThat(model.pValue()).isGreaterThan(0.1);
        assertThat(model.isLikePeople()).isFalse();
        assertThat(people.score().value()).isGreaterThan(model.score().high());
        assertThat(people.score().low()).isLessThan(people.score().value());
        assertThat(people.score().high()).isGreaterThan(people.score().value());
    }

    @Test
    void moreTextNarrowsTheInterval() {
        HumanTexts learned = learned();
        HumanLikeness few =
                learned.examine(print(texts(9_001, 30, 40, OF_PEOPLE))).orElseThrow();
        HumanLikeness many =
                learned.examine(print(texts(9_001, 600, 40, OF_PEOPLE))).orElseThrow();
        assertThat(many.score().high() - many.score().low())
                .isLessThan(few.score().high() - few.score().low());
    }

    @Test
    void saysNothingOfOtherLanguagesOrOfTooLittle() {
        HumanTexts learned = learned();
        assertThat(learned.examine(print(texts(9_001, 3, 40, OF_PEOPLE)))).isEmpty();
        List<String> german = List.of("und", "der", "die", "nicht", "ich", "war", "aber", "wir", "haben", "auch");
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            responses.add(Response.of("p" + i, "Frage", String.join(" ", german) + "."));
        }
        assertThat(HumanTexts.builtIn().examine(print(Corpus.of("suspect", responses))))
                .isEmpty();
    }

    @Test
    void readsItsOwnTable() {
        HumanTexts learned = learned();
        HumanTexts again = HumanTexts.parse("again", "# written by a test\n" + learned.table());
        Fingerprint print = print(texts(9_001, 30, 40, OF_PEOPLE));
        assertThat(again.table()).isEqualTo(learned.table());
        assertThat(again.examine(print).orElseThrow().score().value())
                .isCloseTo(
                        learned.examine(print).orElseThrow().score().value(),
                        org.assertj.core.data.Offset.offset(1e-4));
    }

    @Test
    void aBadLineIsNamed() {
        assertThatThrownBy(() -> HumanTexts.parse("mine.tsv", "intercept\t1\nword\tno such word\t1\t1\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mine.tsv:2: ");
        assertThatThrownBy(() -> HumanTexts.parse("mine.tsv", "intercept\tone\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mine.tsv:1: ");
        assertThatThrownBy(() -> HumanTexts.parse("mine.tsv", "intercept\t1\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the words are missing");
    }

    @Test
    void whatReadsLikePeopleIsSaidToAndNobodyIsNamed() {
        LineageAudit audit = LineageAudit.against(
                Calibrator.calibrate(SyntheticModels.library(60).build("synthetic")));
        Verdict people = audit.examine(texts(9_001, 60, 80, OF_KNOWN_PEOPLE));
        assertThat(people.conclusion().kind()).isEqualTo(Conclusion.Kind.HUMAN_TEXT);
        assertThat(people.conclusion().candidates()).isEmpty();
        assertThat(people.conclusion().strength()).isEqualTo(Strength.NONE);
        assertThat(people.candidates()).allMatch(c -> c.log10LikelihoodRatio().isEmpty());
        assertThat(people.caveats()).anyMatch(c -> c.text().startsWith("Human text: "));
        Verdict model = audit.examine(texts(9_002, 60, 80, OF_MODELS));
        assertThat(model.conclusion().kind()).isNotEqualTo(Conclusion.Kind.HUMAN_TEXT);
        assertThat(model.exhibits().confounds())
                .anyMatch(c -> c.kind() == Confound.Kind.HUMAN_TEXT && c.effect() == Confound.Effect.NONE);
    }
}
