package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.LineageAudit;
import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Comparer;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.PromptShifts;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two runs of one model differ by chance alone; a student shares its teacher's habits, not what it answers to each prompt. */
class SameModelTest {
    private static final int MODELS = 24;
    private static final int PROMPTS = 420;
    private static ReferenceLibrary library;

    @BeforeAll
    static void build() {
        library = library();
    }

    /** Shifts that speak for no model at all. */
    static PromptShifts shiftsOfAStudent() {
        Fingerprint print = SyntheticModels.print(answers("suspect", 9, 101, 1));
        return library().cohort(m -> false).promptShifts(print).orElseThrow();
    }

    private static ReferenceLibrary library() {
        LibraryBuilder builder = ReferenceLibrary.builder();
        for (int m = 0; m < MODELS; m++) {
            ReferenceModel model = m < 4
                    ? SyntheticModels.student("student" + m, "lab" + (m + 4))
                    : SyntheticModels.primary("lab" + m, "house" + m);
            Corpus answers = m < 4 ? answers(model.name(), m + 4, m, 1) : answers(model.name(), m, m, 1);
            builder.add("prompts", model, SyntheticModels.print(answers));
        }
        return builder.build("synthetic");
    }

    /** Habits make the start of some answers; the rest start as the model answers that very prompt, or by chance. */
    private static Corpus answers(String name, int habits, int model, int run) {
        List<Response> responses = new ArrayList<>();
        SplitMix64 chance = new SplitMix64(1000L * model + run);
        for (int p = 0; p < PROMPTS; p++) {
            SplitMix64 fixed = new SplitMix64(7919L * p + model);
            int draw = chance.nextInt(10);
            SplitMix64 source = draw < 6 ? fixed : chance;
            StringBuilder text = new StringBuilder();
            for (int sentence = 0; sentence < 3; sentence++) {
                text.append(draw == 9 ? "habit" + (habits * 5 + chance.nextInt(5)) : "opening" + source.nextInt(40))
                        .append(" of the ")
                        .append("thing")
                        .append(source.nextInt(40))
                        .append(". ");
            }
            responses.add(Response.of("p" + p, "Question " + p, text.toString()));
        }
        return Corpus.of(name, responses);
    }

    private static PromptShifts shifts(Corpus suspect) {
        Fingerprint print = SyntheticModels.print(suspect);
        return library.cohort(m -> false).promptShifts(print).orElseThrow();
    }

    @Test
    void anotherRunOfAModelIsToldFromAStudent() {
        PromptShifts again = shifts(answers("suspect", 9, 9, 2));
        assertThat(again.groups()).isEqualTo(16);
        assertThat(again.with("lab9").map(again::isSameModel)).contains(true);
        for (int m = 4; m < MODELS; m++) {
            if (m != 9) {
                assertThat(again.with("lab" + m).map(again::isSameModel)).contains(false);
            }
        }
        assertThat(again.highestStudent()).isLessThan(again.with("lab9").orElseThrow());
        PromptShifts student = shifts(answers("suspect", 9, 101, 1));
        assertThat(student.with("lab9").map(student::isSameModel)).contains(false);
        assertThat(student.with("nobody")).isEmpty();
    }

    @Test
    void theVerdictNamesItAndSaysWhatItIsNot() {
        Verdict verdict = LineageAudit.against(library).examine(answers("suspect", 9, 9, 2));
        assertThat(verdict.conclusion().kind()).isEqualTo(Conclusion.Kind.SAME_MODEL);
        assertThat(verdict.conclusion().candidates()).containsExactly("lab9");
        assertThat(verdict.conclusion().reasons())
                .anyMatch(r -> r.startsWith("training on a model's answers seldom leaves so much"));
        assertThat(LineageAudit.against(library)
                        .examine(answers("suspect", 9, 101, 1))
                        .conclusion()
                        .kind())
                .isNotEqualTo(Conclusion.Kind.SAME_MODEL);
    }

    @Test
    void whoStandsAsFarAsUnrelatedModelsIsNoSameModel() {
        Corpus answers = answers("suspect", 9, 9, 2);
        Fingerprint print = SyntheticModels.print(answers);
        Cohort cohort = library.cohort(m -> false);
        Evidence evidence = new Evidence(
                print,
                Comparer.of(cohort, m -> true, m -> true).compare(print),
                List.of(),
                Optional.of(shifts(answers)),
                List.of(),
                List.of(),
                Optional.empty());
        assertThat(ruling(evidence, -1.3).kind()).isEqualTo(Conclusion.Kind.SAME_MODEL);
        assertThat(ruling(evidence, -1.5).kind()).isEqualTo(Conclusion.Kind.ABSTAINS);
    }

    private static Conclusion ruling(Evidence evidence, double score) {
        CandidateFinding candidate = new CandidateFinding(
                "lab9",
                "lab9",
                "house9",
                1,
                score,
                Optional.empty(),
                Strength.NONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new Ruling(evidence, List.of(candidate), Optional.empty(), new Restraint(List.of()), "")
                .conclusion(Optional.empty());
    }

    @Test
    void nothingIsSaidOfOtherPromptsOrFewAnswers() {
        Corpus whole = answers("suspect", 9, 9, 2);
        Corpus few = Corpus.of("suspect", whole.responses().subList(0, 200));
        assertThat(library.cohort(m -> false).promptShifts(SyntheticModels.print(few)))
                .isEmpty();
        List<Response> others = whole.responses().stream()
                .map(r -> Response.of("q" + r.id(), "Another " + r.prompt(), r.text()))
                .toList();
        assertThat(library.cohort(m -> false).promptShifts(SyntheticModels.print(Corpus.of("suspect", others))))
                .isEmpty();
    }
}
