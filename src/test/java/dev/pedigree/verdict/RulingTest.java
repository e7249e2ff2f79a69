package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.PromptShifts;
import dev.pedigree.reference.ReferenceLibrary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RulingTest {
    private static ReferenceLibrary library;

    @BeforeAll
    static void build() {
        library = Calibrator.calibrate(SyntheticModels.library(100).build("synthetic"));
    }

    /* a candidate's own answers under another name: nearer than any student is to its teacher */
    private static Conclusion ofACopy(Optional<PromptShifts> shifts) {
        Corpus answers = SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.teacher(2), 102);
        Fingerprint print = SyntheticModels.print(answers);
        Cohort cohort = library.cohort(m -> false);
        Comparison comparison = Comparer.of(cohort, m -> true, m -> true).compare(print);
        Evidence evidence = new Evidence(print, comparison, shifts, List.of(), List.of());
        Provenance provenance = new Provenance("test", List.of(), "", library.name(), library.digest(), 1);
        return Judge.of(library, Eligibility.ofAll())
                .judge(evidence, answers.summary(), provenance)
                .conclusion();
    }

    @Test
    void withoutShiftsTheNearestOfAllMayBeTheSameModelOrAFellowStudent() {
        Conclusion conclusion = ofACopy(Optional.empty());
        assertThat(conclusion.kind()).isEqualTo(Conclusion.Kind.SAME_MODEL);
        assertThat(conclusion.statement()).contains("a student of the same teacher");
    }

    @Test
    void whereShiftsSayThatItIsNotTheSameModelNearnessDoesNotSayThatItIs() {
        PromptShifts unlike = SameModelTest.shiftsOfAStudent();
        assertThat(unlike.with("lab2")).isEmpty();
        assertThat(ofACopy(Optional.of(unlike)).kind()).isNotEqualTo(Conclusion.Kind.SAME_MODEL);
    }
}
