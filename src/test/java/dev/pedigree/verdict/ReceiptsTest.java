package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.LineageAudit;
import dev.pedigree.SyntheticModels;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.PhrasePlace;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Habit;
import dev.pedigree.reference.PhraseBook;
import dev.pedigree.reference.PhraseCollector;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.ReferenceLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsTest {
    private static ReferenceLibrary library;

    @TempDir
    Path folder;

    @BeforeAll
    static void build() {
        ReferenceLibrary bare = SyntheticModels.library(100).build("synthetic");
        PhraseCollector even = PhraseCollector.of(bare);
        PhraseCollector odd = PhraseCollector.of(bare);
        for (int lab = 0; lab < 8; lab++) {
            PhraseCollector collector = lab % 2 == 0 ? even : odd;
            for (Response r : SyntheticModels.answers(
                            "lab" + lab, "alpha", 100, SyntheticModels.teacher(lab), 100 + lab)
                    .responses()) {
                collector.add("lab" + lab, r.text());
            }
        }
        odd.merge(even);
        library = bare.withPhrases(odd.phrases());
    }

    private static Fingerprint print(double[] habits) {
        return SyntheticModels.print(SyntheticModels.answers("suspect", "alpha", 100, habits, 4711));
    }

    @Test
    void phrasesAreShortAndShared() {
        PhraseBook book = library.phrases();
        assertThat(book.size()).isGreaterThan(40);
        assertThat(book.phrases().get(FeatureFamily.STARTS).values())
                .extracting(PhraseBook.Phrase::words)
                .contains("certainly! here", "in short,", "you");
        assertThat(book.phrases().get(FeatureFamily.OPENING).values())
                .extracting(PhraseBook.Phrase::place)
                .contains(PhrasePlace.OPENING, PhrasePlace.FIRST_WORDS);
        book.phrases()
                .values()
                .forEach(phrases -> assertThat(phrases.values()).allSatisfy(phrase -> {
                    // four tokens, of which marks stand without a blank before them
                    assertThat(phrase.words().split("[ ]+").length).isLessThanOrEqualTo(4);
                    assertThat(phrase.words()).isLowerCase().isNotBlank();
                }));
    }

    @Test
    void whatFewModelsOrAnswersShareIsNotKept() {
        PhraseCollector few = PhraseCollector.of(library);
        List<Response> responses = SyntheticModels.answers("lab0", "alpha", 100, SyntheticModels.teacher(0), 100)
                .responses();
        for (int model = 0; model < 4; model++) {
            for (Response r : responses) {
                few.add("model" + model, r.text());
            }
        }
        assertThat(few.phrases().size()).isZero();
        few.add("model5", responses.get(0).text());
        assertThat(few.phrases().size()).isPositive();
        PhraseCollector rare = PhraseCollector.of(library);
        for (int model = 0; model < 19; model++) {
            rare.add("model" + model, responses.get(0).text());
        }
        assertThat(rare.phrases().size()).isZero();
    }

    @Test
    void theReceiptsAreTheHabitsThatWereTaught() {
        double[] teacher = SyntheticModels.teacher(1);
        Verdict verdict = LineageAudit.against(library)
                .examine(SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.pupil(1, 70), 4711));
        assertThat(verdict.candidates().get(0).name()).isEqualTo("lab1");
        List<Receipt> receipts = verdict.exhibits().receipts();
        assertThat(receipts).isNotEmpty();
        Receipt first = receipts.get(0);
        assertThat(first.candidate()).isEqualTo("lab1");
        assertThat(first.weight()).isPositive();
        assertThat(first.suspectRate()).isGreaterThan(first.populationRate());
        assertThat(first.candidateRate()).isGreaterThan(first.populationRate());
        // the likelier half of what the teacher was made to say
        List<String> favourites = SyntheticModels.favourites(teacher, 8);
        long told = receipts.stream()
                .filter(r -> r.weight() > 0)
                .filter(r -> favourites.stream()
                        .anyMatch(f -> f.contains(r.phrase()) || r.phrase().contains(f)))
                .count();
        assertThat(told)
                .isGreaterThanOrEqualTo(
                        receipts.stream().filter(r -> r.weight() > 0).count() / 2 + 1);
    }

    @Test
    void ratesAreThoseOfTheTexts() {
        Fingerprint suspect = print(SyntheticModels.pupil(1, 70));
        Cohort cohort = library.cohort(m -> false);
        int lab1 = 1;
        assertThat(cohort.models().get(lab1).name()).isEqualTo("lab1");
        Corpus texts = SyntheticModels.answers("lab1", "alpha", 100, SyntheticModels.teacher(1), 101);
        for (Habit habit : cohort.habits(suspect).against(lab1)) {
            if (habit.phrase().place() == PhrasePlace.OPENING && habit.candidateRate() > 0.05) {
                String words = habit.phrase().words().replace("⏎", "\n");
                double share = texts.responses().stream()
                                .filter(r -> r.text()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .startsWith(words))
                                .count()
                        / 100.0;
                assertThat(habit.candidateRate()).as(words).isCloseTo(share, within(0.35 * share + 0.03));
            }
        }
    }

    @Test
    void theTermsAddUpToTheLikeness() {
        Fingerprint suspect = print(SyntheticModels.pupil(1, 70));
        PhraseBook everything = everyFeature();
        Cohort cohort = library.withPhrases(everything).cohort(m -> false);
        int lab1 = 1;
        double sum = cohort.habits(suspect).against(lab1).stream()
                .mapToDouble(Habit::weight)
                .sum();
        double expected = 0;
        for (FeatureFamily family : library.families()) {
            double[] s = cohort.place(suspect, family).mean();
            Placement member = cohort.member(lab1, family);
            double[] r = member.mean();
            for (int i = 0; i < s.length; i++) {
                expected += s[i] * s[i] - (s[i] - r[i]) * (s[i] - r[i]);
            }
        }
        assertThat(sum).isCloseTo(expected, within(0.1 * Math.abs(expected)));
    }

    /** A book in which every feature of every model has a name. */
    private static PhraseBook everyFeature() {
        var phrases = new java.util.EnumMap<FeatureFamily, java.util.SortedMap<Integer, PhraseBook.Phrase>>(
                FeatureFamily.class);
        for (FeatureFamily family : library.families()) {
            var book = new java.util.TreeMap<Integer, PhraseBook.Phrase>();
            for (int id = 0; id < 1 << family.bits(); id++) {
                book.put(id, new PhraseBook.Phrase(PhrasePlace.OPENING, "f" + id));
            }
            phrases.put(family, book);
        }
        return new PhraseBook(phrases);
    }

    @Test
    void phrasesAreStored() throws Exception {
        Path file = folder.resolve("a.pedlib");
        library.write(file);
        assertThat(ReferenceLibrary.read(file).phrases()).isEqualTo(library.phrases());
    }

    @Test
    void nothingIsSaidOfTooFewAnswers() {
        List<Response> few =
                new ArrayList<>(SyntheticModels.answers("suspect", "alpha", 5, SyntheticModels.pupil(1, 70), 4711)
                        .responses());
        Verdict verdict = LineageAudit.against(library).examine(Corpus.of("suspect", few));
        assertThat(verdict.exhibits().receipts()).isEmpty();
    }
}
