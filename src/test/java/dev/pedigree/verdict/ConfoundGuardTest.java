package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.LineageAudit;
import dev.pedigree.SyntheticModels;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Script;
import dev.pedigree.reference.CalibrationCoverage;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.Trait;
import dev.pedigree.verdict.Confound.Effect;
import dev.pedigree.verdict.Confound.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConfoundGuardTest {
    private static ReferenceLibrary library;

    @BeforeAll
    static void build() {
        library = Calibrator.calibrate(SyntheticModels.library(100).build("synthetic"));
    }

    private static CalibrationCoverage coverage() {
        return library.details(PromptRegime.KNOWN).orElseThrow().coverage();
    }

    /** A student of a lab, with the first so many of its hundred answers replaced. */
    private static Corpus student(int replaced, UnaryOperator<String> replacement) {
        Corpus all = SyntheticModels.answers("suspect", "alpha", 100, SyntheticModels.pupil(1, 70), 31337);
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < all.responses().size(); i++) {
            Response response = all.responses().get(i);
            responses.add(
                    i < replaced
                            ? Response.of(
                                    "alpha" + i, "Question " + i + " of alpha", replacement.apply(response.text()))
                            : response);
        }
        return Corpus.of("suspect", responses);
    }

    private static Confound find(Corpus suspect, Kind kind) {
        return ConfoundGuard.of(coverage()).examine(SyntheticModels.print(suspect), 1).stream()
                .filter(c -> c.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(Corpus suspect) {
        return LineageAudit.against(library).examine(suspect);
    }

    @Test
    void anOrdinarySuspectShowsEveryFindingAndNoEffect() {
        List<Confound> found = ConfoundGuard.of(coverage()).examine(SyntheticModels.print(student(0, t -> t)), 1);
        assertThat(found)
                .extracting(Confound::kind)
                .containsExactlyInAnyOrderElementsOf(EnumSet.range(Kind.LENGTH, Kind.SYSTEM_PROMPTS));
        // the synthetic models' lengths hardly differ, so that any other length is beyond them
        assertThat(found)
                .allMatch(c -> c.effect() == (c.kind() == Kind.LENGTH ? Effect.NOTED : Effect.NONE))
                .noneMatch(c -> c.source().isEmpty());
        assertThat(verdict(student(0, t -> t)).exhibits().confounds())
                .filteredOn(c -> c.kind() != Kind.HUMAN_TEXT)
                .isEqualTo(found);
    }

    @Test
    void refusalsAreMeasuredAndWeakenByName() {
        UnaryOperator<String> refuse = t -> "I'm sorry, but I cannot help with that. " + t;
        Confound few = find(student(5, refuse), Kind.REFUSALS);
        assertThat(few.measured()).isEqualTo(0.05);
        assertThat(few.effect()).isEqualTo(Effect.NONE);
        assertThat(find(student(8, refuse), Kind.REFUSALS).effect()).isEqualTo(Effect.NOTED);
        Confound many = find(student(30, refuse), Kind.REFUSALS);
        assertThat(many.measured()).isEqualTo(0.3);
        assertThat(many.effect()).isEqualTo(Effect.WEAKENS);
        assertThat(find(student(60, refuse), Kind.REFUSALS).effect()).isEqualTo(Effect.PREVENTS);
    }

    @Test
    void whatWeakensTakesOneStepFromTheConclusion() {
        Verdict plain = verdict(student(0, t -> t));
        assertThat(plain.conclusion().strength()).isEqualTo(Strength.WEAK);
        Verdict looping = verdict(student(20, t -> t + " and so on and on".repeat(40)));
        assertThat(looping.exhibits().confounds())
                .anyMatch(c -> c.kind() == Kind.LOOPS && c.effect() == Effect.WEAKENS);
        assertThat(looping.candidates().get(0).strength()).isEqualTo(Strength.WEAK);
        assertThat(looping.conclusion().kind()).isEqualTo(Conclusion.Kind.ABSTAINS);
        assertThat(looping.conclusion().statement()).contains("loops");
        assertThat(looping.conclusion().reasons()).anyMatch(r -> r.startsWith("loops: 20 %"));
        assertThat(looping.caveats()).anyMatch(c -> c.kind() == Caveat.Kind.CONFOUND);
    }

    @Test
    void anotherLanguageGetsRanksInsteadOfRatios() {
        Corpus german = student(
                100,
                t -> "Das ist nicht der Weg, und wir sind auch mit dem Haus auf der Seite. Es ist ein Bild von einem"
                        + " Mann, der die Stadt nicht kennt und sich in ihr verliert.");
        assertThat(coverage().languages()).containsExactly("en");
        assertThat(find(german, Kind.LANGUAGE).measured()).isEqualTo(1);
        ranksOnly(verdict(german), "language");
        assertThat(find(german, Kind.LANGUAGE).finding()).endsWith("; it covers English");
    }

    @Test
    void anotherScriptGetsRanksInsteadOfRatios() {
        Corpus chinese = student(100, t -> "这是一个很长的回答，里面没有一个英文单词。我们先看第一点，然后再看第二点。");
        assertThat(coverage().scripts()).containsExactly(Script.LATIN);
        ranksOnly(verdict(chinese), "script");
    }

    private static void ranksOnly(Verdict verdict, String name) {
        assertThat(verdict.caveats())
                .as("where no ratio is given nothing is said of how high ratios are, or what they are worth")
                .extracting(Caveat::text)
                .noneMatch(text -> text.contains("none beyond") || text.contains("weak support"));
        assertThat(verdict.conclusion().kind()).isEqualTo(Conclusion.Kind.ABSTAINS);
        assertThat(verdict.conclusion().statement()).contains("ranked").contains(name);
        assertThat(verdict.candidates()).isNotEmpty().allSatisfy(c -> {
            assertThat(c.log10LikelihoodRatio()).isEmpty();
            assertThat(c.pValue()).isEmpty();
            assertThat(c.channels()).allMatch(k -> k.log10LikelihoodRatio().isEmpty());
        });
        assertThat(verdict.exhibits().withoutChannel()).isEmpty();
    }

    @Test
    void emptyAndCodeAnswersAreCounted() {
        assertThat(find(student(30, t -> ""), Kind.EMPTY_ANSWERS).measured()).isEqualTo(0.3);
        Confound code = find(student(70, t -> "```java\nint x = 1;\n```\n" + t), Kind.CODE);
        assertThat(code.measured()).isEqualTo(0.7);
        assertThat(code.effect()).isEqualTo(Effect.PREVENTS);
    }

    @Test
    void lengthsFarOutsideTheCalibratedRangePrevent() {
        Confound longer = find(student(100, t -> (t + "\n\n").repeat(3)), Kind.LENGTH);
        assertThat(longer.measured()).isGreaterThan(2 * longer.to());
        assertThat(longer.effect()).isEqualTo(Effect.PREVENTS);
        Confound shorter = find(student(100, t -> t.substring(0, t.length() * 3 / 5)), Kind.LENGTH);
        assertThat(shorter.measured()).isLessThan(shorter.from());
        assertThat(shorter.effect()).isEqualTo(Effect.WEAKENS);
    }

    @Test
    void halfKnownPromptsAreSaid() {
        Corpus alpha = student(0, t -> t);
        Corpus gamma = SyntheticModels.answers("suspect", "gamma", 100, SyntheticModels.pupil(1, 70), 31337);
        Corpus both = Corpus.of(
                "suspect",
                Stream.concat(alpha.responses().stream(), gamma.responses().stream())
                        .toList());
        Verdict verdict = verdict(both);
        assertThat(verdict.exhibits().confounds())
                .anyMatch(c -> c.kind() == Kind.PROMPT_OVERLAP && c.effect() == Effect.NOTED && c.measured() == 0.5);
        assertThat(verdict.conclusion().kind()).isNotEqualTo(Conclusion.Kind.ABSTAINS);
    }

    @Test
    void limitsAreThoseOfTheCalibratedModels() {
        CalibrationCoverage coverage = coverage();
        CalibrationCoverage lenient = new CalibrationCoverage(
                coverage.models(),
                Map.of(Trait.REFUSED, 0.5),
                coverage.shortest(),
                coverage.longest(),
                coverage.languages(),
                coverage.scripts());
        Fingerprint print = SyntheticModels.print(student(30, t -> "I'm sorry, but I cannot help with that. " + t));
        assertThat(ConfoundGuard.of(lenient).examine(print, 1))
                .anyMatch(c -> c.kind() == Kind.REFUSALS && c.effect() == Effect.NONE && c.to() == 0.5);
    }

    @Test
    void noAnswersNoFindings() {
        assertThat(ConfoundGuard.of(coverage()).examine(SyntheticModels.print(Corpus.of("x", List.of())), 0))
                .isEmpty();
    }
}
