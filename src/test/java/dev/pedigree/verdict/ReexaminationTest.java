package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.LineageAudit;
import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.compare.Channel;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.PhrasePlace;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.PhraseBook;
import dev.pedigree.reference.PhraseCollector;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.verdict.Confound.Effect;
import dev.pedigree.verdict.Confound.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReexaminationTest {
    private static final List<String> MARKS = List.of("* ", "- ", "# ", "1. ", "> ", "+ ", "## ", "*** ");

    private static ReferenceLibrary library;

    /** Eight labs, each with words and marks of its own, and seven students who took over both. */
    @BeforeAll
    static void build() {
        LibraryBuilder builder = ReferenceLibrary.builder();
        for (String promptSet : List.of("alpha", "beta")) {
            for (int lab = 0; lab < 8; lab++) {
                builder.add(
                        promptSet,
                        SyntheticModels.primary("lab" + lab, "lab-" + lab),
                        SyntheticModels.print(lab(lab, promptSet)));
            }
            for (int s = 0; s < 7; s++) {
                builder.add(
                        promptSet,
                        SyntheticModels.student("student" + s, "lab" + s % 3),
                        SyntheticModels.print(marked(
                                SyntheticModels.answers(
                                        "student" + s, promptSet, 100, SyntheticModels.pupil(s % 3, s), 200 + s),
                                MARKS.get(s % 3),
                                0.2)));
            }
        }
        ReferenceLibrary bare = builder.build("synthetic");
        PhraseCollector phrases = PhraseCollector.of(bare);
        for (int lab = 0; lab < 8; lab++) {
            for (Response r : lab(lab, "alpha").responses()) {
                for (String model : List.of("a", "b", "c", "d", "e")) {
                    phrases.add(model, r.text());
                }
            }
        }
        library = Calibrator.calibrate(bare.withPhrases(phrases.phrases()));
    }

    private static Corpus lab(int lab, String promptSet) {
        return marked(
                SyntheticModels.answers("lab" + lab, promptSet, 100, SyntheticModels.teacher(lab), 100 + lab),
                MARKS.get(lab),
                0.3);
    }

    /** The answers with a mark at the start of most paragraphs. */
    private static Corpus marked(Corpus corpus, String mark, double share) {
        return Corpus.of(
                corpus.name(),
                corpus.responses().stream()
                        .map(r -> Response.of(
                                r.id(),
                                r.prompt().lastUserText(),
                                Math.floorMod(r.promptKey(), 100) < 100 * share
                                        ? mark + r.text().replace("\n\n", "\n\n" + mark)
                                        : r.text()))
                        .toList());
    }

    private static Corpus student() {
        return marked(
                SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.pupil(1, 70), 4711),
                MARKS.get(1),
                0.25);
    }

    private static Optional<Confound> find(Verdict verdict, Kind kind) {
        return verdict.exhibits().confounds().stream()
                .filter(c -> c.kind() == kind)
                .findFirst();
    }

    @Test
    void formattingIsMarksAndNumbersAndLineEnds() {
        for (String words : List.of("* 1", "-", "1.", "#", "**overall", "sure!⏎", "a⏎b", "```", "• the", "1/4 cup")) {
            assertThat(Reexamination.isFormatting(new PhraseBook.Phrase(PhrasePlace.LINE_START, words)))
                    .as(words)
                    .isTrue();
        }
        for (String words : List.of("sure, here is", "i'm", "overall,", "\"the", "总之，", "let me know!")) {
            assertThat(Reexamination.isFormatting(new PhraseBook.Phrase(PhrasePlace.LINE_START, words)))
                    .as(words)
                    .isFalse();
        }
    }

    @Test
    void whatFormattingAloneExplainsIsSaidByName() {
        // a stranger's words under a lab's marks
        Corpus imitator = marked(
                SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.habits(987_654, 4), 4711),
                MARKS.get(1),
                0.5);
        Confound alone = find(LineageAudit.against(library).examine(imitator), Kind.FORMATTING)
                .orElseThrow();
        Confound both = find(LineageAudit.against(library).examine(student()), Kind.FORMATTING)
                .orElseThrow();
        assertThat(both.effect()).isEqualTo(Effect.NONE);
        assertThat(both.finding()).contains("lab1");
        assertThat(alone.measured()).isLessThan(1).isLessThan(both.measured());
    }

    @Test
    void theCandidateAskedForIsReexaminedNearestOrNot() {
        Fingerprint print = SyntheticModels.print(student());
        Cohort cohort = library.cohort(m -> false);
        Comparison comparison = Comparer.of(cohort, m -> m.kind() == ReferenceModel.Kind.PRIMARY, m -> true)
                .compare(print);
        assertThat(comparison.candidates().get(0).model().name()).isEqualTo("lab1");
        Reexamination again = Reexamination.of(
                cohort,
                m -> m.kind() == ReferenceModel.Kind.PRIMARY,
                m -> !m.name().equals("lab3"),
                Optional.empty(),
                Optional.empty());
        assertThat(again.examine(print, comparison, Optional.of("lab2")))
                .isNotEmpty()
                .allSatisfy(c -> assertThat(c.finding()).contains(" for lab2 is "));
        assertThat(again.examine(print, comparison, Optional.of("lab3")))
                .as("ruled out")
                .isEmpty();
    }

    /** The same words with and without a lab's marks are far apart, but for the marks they are not. */
    @Test
    void marksMoveNobodyWhereFormattingIsTakenAway() {
        Corpus words = SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.pupil(2, 70), 4711);
        Fingerprint bare = SyntheticModels.print(words);
        Fingerprint marked = SyntheticModels.print(marked(words, MARKS.get(1), 0.3));
        Fingerprint others = SyntheticModels.print(
                SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.pupil(1, 71), 4712));
        Cohort all = library.cohort(m -> false);
        Cohort without = all.without(Reexamination::isFormatting).orElseThrow();
        double byMarks = apart(all, bare, marked);
        double byWords = apart(all, bare, others);
        assertThat(byMarks).as("marks count").isGreaterThan(0.5 * byWords);
        assertThat(apart(without, bare, marked) / apart(without, bare, others)).isLessThan(0.5 * byMarks / byWords);
        assertThat(apart(without, bare, others)).as("words still count").isGreaterThan(0.5 * byWords);
    }

    /** How far two stand apart, over all channels, in units of the median distance of a model. */
    private static double apart(Cohort cohort, Fingerprint x, Fingerprint y) {
        double sum = 0;
        for (Channel channel : Channel.values()) {
            double[] a = cohort.place(x, channel.family()).mean();
            double[] b = cohort.place(y, channel.family()).mean();
            for (int i = 0; i < a.length; i++) {
                sum += (a[i] - b[i]) * (a[i] - b[i]);
            }
        }
        return Math.sqrt(sum);
    }

    @Test
    void aLikenessThatTheBaseModelHasAlreadyIsWeakened() {
        LineageAudit audit = LineageAudit.against(library);
        assertThat(audit.examine(student()).conclusion().candidates()).contains("lab1");
        Fingerprint twin = SyntheticModels.print(marked(
                        SyntheticModels.answers("base", "alpha", 100, SyntheticModels.pupil(1, 70), 4712),
                        MARKS.get(1),
                        0.25))
                .named("base");
        Verdict weakened = audit.withBase(twin).examine(student());
        assertThat(find(weakened, Kind.SAME_BASE).orElseThrow().effect()).isEqualTo(Effect.WEAKENS);
        assertThat(weakened.conclusion().candidates()).isEmpty();
        assertThat(weakened.conclusion().statement()).contains("base model");
        Fingerprint stranger = SyntheticModels.print(
                SyntheticModels.answers("base", "alpha", 100, SyntheticModels.habits(987_654, 40), 4712));
        Verdict kept = audit.withBase(stranger).examine(student());
        assertThat(find(kept, Kind.SAME_BASE).orElseThrow().effect()).isEqualTo(Effect.NONE);
        assertThat(kept.conclusion().candidates()).contains("lab1");
        assertThat(find(audit.examine(student()), Kind.SAME_BASE)).isEmpty();
    }

    @Test
    void longerAnswersAreCutToTheCandidatesLengthWhereTheTextsAreAtHand() {
        Corpus longer = Corpus.of(
                "suspect",
                student().responses().stream()
                        .map(r -> Response.of(
                                r.id(),
                                r.prompt().lastUserText(),
                                r.text() + " The river and the green market with a careful plan.".repeat(2)))
                        .toList());
        Verdict text = LineageAudit.against(library).examine(longer);
        Verdict print = LineageAudit.against(library).examine(SyntheticModels.print(longer), longer.summary());
        assertThat(find(text, Kind.MATCHED_LENGTHS).orElseThrow().finding()).contains("cut to");
        assertThat(find(print, Kind.MATCHED_LENGTHS).orElseThrow().finding()).contains("how answers open alone");
        assertThat(find(LineageAudit.against(library).examine(student()), Kind.MATCHED_LENGTHS))
                .isEmpty();
    }

    @Test
    void aCutFingerprintIsThatOfTheCutTexts() {
        Fingerprinter three = Fingerprinter.withDefaults().withLongest(3);
        Corpus whole = Corpus.of(
                "x", List.of(Response.of("1", "q", "One two three four. Five"), Response.of("2", "p", "One")));
        Corpus cut = Corpus.of("x", List.of(Response.of("1", "q", "One two three"), Response.of("2", "p", "One")));
        assertThat(three.fingerprint(whole))
                .isEqualTo(Fingerprinter.withDefaults().fingerprint(cut));
    }

    /** Everything but what needs text is said of a fingerprint, too. */
    @ParameterizedTest
    @ValueSource(strings = {"student", "stranger", "few", "unseen"})
    void aFingerprintIsJudgedLikeItsText(String kind) {
        Corpus suspect = switch (kind) {
            case "stranger" -> SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.habits(987_654, 40), 1);
            case "few" -> SyntheticModels.answers("suspect", "alpha", 5, SyntheticModels.pupil(1, 70), 1);
            case "unseen" -> SyntheticModels.answers("suspect", "gamma", 100, SyntheticModels.pupil(1, 70), 1);
            default -> student();
        };
        LineageAudit audit = LineageAudit.against(library).withBase(SyntheticModels.print(lab(5, "alpha")));
        Verdict text = audit.examine(suspect);
        Verdict print = audit.examine(SyntheticModels.print(suspect), suspect.summary());
        assertThat(print.exhibits().identity()).isEmpty();
        assertThat(text.exhibits().identity()).isPresent();
        assertThat(print.candidates()).isEqualTo(text.candidates());
        assertThat(print.conclusion()).isEqualTo(text.conclusion());
        assertThat(print.caveats()).isEqualTo(text.caveats());
        assertThat(print.exhibits().controls()).isEqualTo(text.exhibits().controls());
        assertThat(print.exhibits().power()).isEqualTo(text.exhibits().power());
        assertThat(print.exhibits().withoutChannel()).isEqualTo(text.exhibits().withoutChannel());
        assertThat(withoutLengths(print)).isEqualTo(withoutLengths(text));
        assertThat(print.exhibits().receipts())
                .isEqualTo(text.exhibits().receipts().stream()
                        .map(r -> r.withExamples(List.of()))
                        .toList());
        if (kind.equals("student")) {
            assertThat(text.exhibits().receipts()).anyMatch(r -> !r.examples().isEmpty());
            assertThat(text.exhibits().receipts().stream().flatMap(r -> r.examples().stream()))
                    .allSatisfy(e -> assertThat(suspect.responses())
                            .anyMatch(r -> r.id().equals(e.id())
                                    && r.text().contains(e.text().replace(" …", ""))));
        }
    }

    private static List<Confound> withoutLengths(Verdict verdict) {
        return Stream.of(verdict.exhibits().confounds())
                .flatMap(List::stream)
                .filter(c -> c.kind() != Kind.MATCHED_LENGTHS)
                .toList();
    }
}
