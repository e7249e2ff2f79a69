package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.verdict.Confound.Effect;
import dev.pedigree.verdict.Confound.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class OrdinaryAnswersTest {
    private static final List<String> OF_ALL = List.of("the", "of", "to", "in", "is", "that", "it", "on", "with", "be");
    private static final List<String> OF_CHAT = List.of("you", "can", "your", "or", "these", "such", "for", "as");
    private static final List<String> OF_STORIES = List.of("she", "he", "was", "had", "her", "him", "said", "out");

    /** Sentences of function words, each model leaning to one of them, with an opening and an ending of its own. */
    private static Fingerprint print(
            long seed, int answers, List<String> more, IntFunction<String> opening, String ending) {
        SplitMix64 random = new SplitMix64(seed);
        String own = OF_ALL.get(random.nextInt(OF_ALL.size()));
        List<Response> responses = new ArrayList<>();
        for (int a = 0; a < answers; a++) {
            StringBuilder text = new StringBuilder(opening.apply(a));
            for (int w = 0; w < 60; w++) {
                int draw = random.nextInt(10);
                List<String> from = draw < 4 ? more : OF_ALL;
                text.append(draw == 9 ? own : from.get(random.nextInt(from.size())));
                text.append(w % 11 == 10 ? " stone. " : " ");
            }
            responses.add(
                    Response.of("p" + a, "Question " + a, text.append(ending).toString()));
        }
        return Fingerprinter.withDefaults().fingerprint(Corpus.of("model", responses));
    }

    private static Fingerprint print(long seed, List<String> more) {
        return print(seed, 40, more, a -> "", "stone.");
    }

    private static OrdinaryAnswers learned() {
        List<OrdinaryAnswers.Known> known = new ArrayList<>();
        for (int family = 0; family < 24; family++) {
            for (int set = 0; set < 2; set++) {
                known.add(new OrdinaryAnswers.Known(
                        "family " + family, "set " + set, print(100L * family + set, OF_CHAT)));
            }
        }
        return OrdinaryAnswers.learn("mine", known);
    }

    private static Confound found(OrdinaryAnswers ordinary, Fingerprint print, Kind kind) {
        return ordinary.examine(print).stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anotherKindOfTextIsToldFromAnswersOfAnUnknownFamily() {
        OrdinaryAnswers learned = learned();
        assertThat(learned.isOf("mine")).isTrue();
        assertThat(learned.isOf("another")).isFalse();
        Confound story = found(learned, print(9_001, OF_STORIES), Kind.KIND_OF_TEXT);
        assertThat(story.measured()).isEqualTo(1.0 / 25);
        assertThat(story.effect()).isEqualTo(Effect.PREVENTS);
        assertThat(story.finding()).contains("as far from").contains("0 of 24 families");
        Confound chat = found(learned, print(9_002, OF_CHAT), Kind.KIND_OF_TEXT);
        assertThat(chat.measured()).isGreaterThan(OrdinaryAnswers.OTHER_KIND);
        assertThat(chat.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void anAskedForFormIsToldByItsOpenings() {
        OrdinaryAnswers shipped = OrdinaryAnswers.builtIn();
        Confound pirate = found(shipped, print(7, 60, OF_CHAT, a -> "Arr, matey! ", "stone."), Kind.FIXED_OPENINGS);
        assertThat(pirate.measured()).isEqualTo(1);
        assertThat(pirate.effect()).isEqualTo(Effect.PREVENTS);
        Confound json = found(shipped, print(7, 60, OF_CHAT, a -> "{\"answer\": \"", "stone.\"}"), Kind.FIXED_OPENINGS);
        assertThat(json.effect()).isEqualTo(Effect.PREVENTS);
        Confound few = found(
                shipped, print(7, 60, OF_CHAT, a -> a % 5 == 0 ? "Arr, matey! " : "", "stone."), Kind.FIXED_OPENINGS);
        assertThat(few.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void answersThatBreakOffAreToldByTheirLastWords() {
        OrdinaryAnswers shipped = OrdinaryAnswers.builtIn();
        // of the words of this text three in four are such as no sentence ends on: so are the last ones of answers that
        // are cut
        Confound cut = found(shipped, print(11, 60, OF_CHAT, a -> "", "it was of the"), Kind.BREAKING_OFF);
        assertThat(cut.measured()).isEqualTo(1);
        assertThat(cut.effect()).isEqualTo(Effect.PREVENTS);
        Confound whole = found(shipped, print(11, OF_CHAT), Kind.BREAKING_OFF);
        assertThat(whole.measured()).isZero();
        assertThat(whole.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void nothingIsSaidOfOtherLanguagesOrOfTooFewWords() {
        List<Response> german = new ArrayList<>();
        for (int a = 0; a < 30; a++) {
            german.add(Response.of(
                    "p" + a, "Frage " + a, "Das ist nicht der Stein, den wir in dem Garten gesucht haben."));
        }
        OrdinaryAnswers shipped = OrdinaryAnswers.builtIn();
        assertThat(shipped.examine(Fingerprinter.withDefaults().fingerprint(Corpus.of("model", german))))
                .isEmpty();
        assertThat(shipped.examine(print(3, 2, OF_CHAT, a -> "", "stone.")))
                .extracting(Confound::kind)
                .doesNotContain(Kind.KIND_OF_TEXT);
        assertThat(shipped.examine(Fingerprinter.withDefaults().fingerprint(Corpus.of("model", List.of()))))
                .isEmpty();
    }

    @Test
    void aTableIsReadAsItWasWritten() {
        OrdinaryAnswers learned = learned();
        OrdinaryAnswers again = OrdinaryAnswers.parse("again", "# written by a test\n" + learned.table());
        assertThat(again.table()).isEqualTo(learned.table());
        Fingerprint story = print(9_003, OF_STORIES);
        assertThat(found(again, story, Kind.KIND_OF_TEXT).measured())
                .isEqualTo(found(learned, story, Kind.KIND_OF_TEXT).measured());
    }

    @Test
    void aBadTableIsNamedWithItsLine() {
        assertThatThrownBy(() -> OrdinaryAnswers.parse("mine.tsv", "library\tmine\nword\tno such word\t1\t1\t1\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("mine.tsv:2: ");
        assertThatThrownBy(() -> OrdinaryAnswers.parse("mine.tsv", "openings\tmany\n"))
                .hasMessageStartingWith("mine.tsv:1: ");
        assertThatThrownBy(() -> OrdinaryAnswers.parse("mine.tsv", "library\tmine\n"))
                .hasMessageContaining("are missing");
    }

    @Test
    void theTableThatShipsIsThatOfTheLibraryThatShips() {
        assertThat(OrdinaryAnswers.builtIn().isOf(ReferenceLibrary.builtIn().name()))
                .isTrue();
    }

    @Test
    void aVerdictWithoutRatioNamesTheKindOfText() {
        Confound story = found(learned(), print(9_004, OF_STORIES), Kind.KIND_OF_TEXT);
        Restraint restraint = new Restraint(List.of(story));
        assertThat(restraint.prevents()).isTrue();
        assertThat(restraint.names(Effect.PREVENTS)).isEqualTo("kind of text");
        assertThat(restraint.reasons()).hasSize(1);
    }
}
