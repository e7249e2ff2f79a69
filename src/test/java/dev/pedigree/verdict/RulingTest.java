package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.compare.Shares;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.PromptShifts;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.stats.Estimate;
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
        Evidence evidence = new Evidence(print, comparison, List.of(), shifts, List.of(), List.of(), Optional.empty());
        Provenance provenance = new Provenance("test", List.of(), "", library.name(), library.digest(), 1);
        return Judge.of(library, Eligibility.ofAll())
                .judge(evidence, answers.summary(), provenance)
                .conclusion();
    }

    private static Shares shares(double first, double second) {
        return new Shares(
                100,
                List.of(
                        new Shares.Share("chatgpt", new Estimate(first, Math.max(0, first - .2), 1, .9)),
                        new Shares.Share("claude2", new Estimate(second, Math.max(0, second - .2), 1, .9))),
                Optional.of(new Estimate(0, 0, .1, .9)),
                List.of(),
                "");
    }

    @Test
    void nothingIsSaidAgainstAMixtureOfSeveralCandidates() {
        Conclusion against = new Conclusion(
                Conclusion.Kind.NONE_OF_THE_CANDIDATES, Strength.AGAINST, List.of(), "None.", List.of("a reason"));
        Conclusion mixed = MixtureWeight.on(against, shares(.6, .3));
        assertThat(mixed.strength()).isEqualTo(Strength.NONE);
        assertThat(mixed.reasons()).hasSize(2).last().asString().contains("chatgpt (60 %) and claude2 (30 %)");
        assertThat(MixtureWeight.on(against, shares(.9, .1))).isEqualTo(against);
        assertThat(MixtureWeight.on(against, Shares.none(10, "Too little."))).isEqualTo(against);
        Conclusion named =
                new Conclusion(Conclusion.Kind.ONE_CANDIDATE, Strength.WEAK, List.of("chatgpt"), "One.", List.of());
        assertThat(MixtureWeight.on(named, shares(.6, .3))).isEqualTo(named);
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
