package dev.pedigree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.compare.Calibrator;
import dev.pedigree.compare.Shares;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.identity.IdentityTally;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LineageAuditTest {
    private static LineageAudit audit;

    @BeforeAll
    static void build() {
        ReferenceLibrary library =
                Calibrator.calibrate(SyntheticModels.library(100).build("synthetic"));
        audit = LineageAudit.against(library);
    }

    private static Corpus suspect(int answers, double[] habits) {
        return SyntheticModels.answers("suspect", "alpha", answers, habits, 31337);
    }

    @Test
    void namesTheTeacherOfAStudent() {
        Verdict verdict = audit.examine(suspect(100, SyntheticModels.pupil(1, 70)));
        assertThat(verdict.conclusion().candidates()).contains("lab1");
        assertThat(verdict.conclusion().strength()).isGreaterThanOrEqualTo(Strength.WEAK);
        assertThat(verdict.candidates().get(0).name()).isEqualTo("lab1");
        assertThat(verdict.exhibits().controls()).isNotEmpty();
        assertThat(verdict.caveats())
                .extracting(Caveat::kind)
                .contains(Caveat.Kind.GENERAL, Caveat.Kind.ALTERNATIVE_EXPLANATION, Caveat.Kind.DATES);
    }

    @Test
    void namesNobodyForAStranger() {
        Verdict verdict = audit.examine(suspect(100, SyntheticModels.habits(987_654, 40)));
        assertThat(verdict.conclusion().kind()).isEqualTo(Conclusion.Kind.NONE_OF_THE_CANDIDATES);
        assertThat(verdict.conclusion().candidates()).isEmpty();
    }

    @Test
    void tooLittleTextIsAnAnswer() {
        Verdict verdict = audit.examine(suspect(5, SyntheticModels.pupil(1, 70)));
        assertThat(verdict.conclusion().kind()).isEqualTo(Conclusion.Kind.ABSTAINS);
        assertThat(verdict.conclusion().reasons()).anyMatch(r -> r.contains("5 answers"));
        assertThat(verdict.candidates()).allMatch(c -> c.log10LikelihoodRatio().isEmpty());
    }

    @Test
    void whoCameLaterIsRuledOut() {
        Verdict verdict =
                audit.withAvailableBefore(YearMonth.of(2023, 3)).examine(suspect(100, SyntheticModels.pupil(1, 70)));
        assertThat(verdict.conclusion().candidates()).doesNotContain("lab0", "lab1", "lab2");
        assertThat(verdict.candidates())
                .allMatch(c -> c.ruledOut().isPresent() == c.name().matches("lab[012]"));
        Verdict later =
                audit.withAvailableBefore(YearMonth.of(2023, 4)).examine(suspect(100, SyntheticModels.pupil(1, 70)));
        assertThat(later.candidates()).noneMatch(c -> c.ruledOut().isPresent());
    }

    @Test
    void aKnownSuspectIsExaminedAsOfItsMonth() {
        double[] pupil = SyntheticModels.pupil(1, 70);
        Corpus known = SyntheticModels.answers("LAB-2", "alpha", 100, pupil, 31337);
        Verdict asOfItsMonth = audit.examine(known);
        assertThat(ruledOut(asOfItsMonth)).contains("lab0", "lab1").doesNotContain("lab3");
        assertThat(dates(asOfItsMonth))
                .startsWith("No date was given; a model of the suspect's name appeared in 2023-03.");
        Verdict later = audit.withAvailableBefore(YearMonth.of(2023, 4)).examine(known);
        assertThat(ruledOut(later)).isEmpty();
    }

    @Test
    void aSuspectThatIsToldToBeAModelIsExaminedAsThat() {
        Corpus stranger = suspect(100, SyntheticModels.pupil(1, 70));
        assertThat(dates(audit.examine(stranger))).startsWith("No date was given for the suspect.");
        ReferenceModel lab2 = SyntheticModels.lab(2);
        Verdict told = audit.withSuspect(lab2).examine(stranger);
        assertThat(ruledOut(told)).contains("lab0", "lab1").doesNotContain("lab3");
        assertThat(told.candidates()).extracting(CandidateFinding::name).doesNotContain("lab2");
        YearMonth april = YearMonth.of(2023, 4);
        assertThat(ruledOut(audit.withAvailableBefore(april).withSuspect(lab2).examine(stranger)))
                .as("a date that was given stays")
                .isEmpty();
        assertThat(audit.withSuspect(lab2).candidates(SyntheticModels.print(stranger), Optional.empty()))
                .as("studies of many suspects go by given dates alone")
                .noneMatch(c -> c.ruledOut().isPresent());
    }

    private static List<String> ruledOut(Verdict verdict) {
        return verdict.candidates().stream()
                .filter(c -> c.ruledOut().isPresent())
                .map(CandidateFinding::name)
                .toList();
    }

    private static String dates(Verdict verdict) {
        return verdict.caveats().stream()
                .filter(c -> c.kind() == Caveat.Kind.DATES)
                .findFirst()
                .orElseThrow()
                .text();
    }

    @Test
    void whatAKnownSuspectWasNotComparedWithIsSaid() {
        Corpus stranger = suspect(100, SyntheticModels.pupil(1, 70));
        assertThat(audit.examine(stranger).caveats()).extracting(Caveat::kind).doesNotContain(Caveat.Kind.RELATIVES);
        Verdict known =
                audit.examine(SyntheticModels.answers("LAB-2", "alpha", 100, SyntheticModels.pupil(1, 70), 31337));
        assertThat(known.candidates())
                .extracting(CandidateFinding::name)
                .contains("lab1")
                .doesNotContain("lab2");
        assertThat(known.caveats())
                .filteredOn(c -> c.kind() == Caveat.Kind.RELATIVES)
                .singleElement()
                .satisfies(c -> assertThat(c.text()).contains(": lab2."));
    }

    @Test
    void aLibrarySuitsReferencesThatItTellsApart() {
        ReferenceLibrary library =
                Calibrator.calibrate(SyntheticModels.library(100).build("synthetic"));
        assertThat(library.suits(prints(SyntheticModels::teacher))).isTrue();
        assertThat(library.suits(prints(lab -> SyntheticModels.teacher(0)))).isFalse();
        assertThat(library.suits(List.of())).isFalse();
        assertThat(SyntheticModels.library(100).build("synthetic").suits(prints(SyntheticModels::teacher)))
                .as("languages unknown without a calibration")
                .isFalse();
    }

    private static List<Fingerprint> prints(IntFunction<double[]> habits) {
        return IntStream.range(0, 4)
                .mapToObj(lab ->
                        SyntheticModels.print(SyntheticModels.answers("r" + lab, "gamma", 80, habits.apply(lab), lab)))
                .toList();
    }

    @Test
    void bystandersAreShownButNeitherAccusedNorRivals() {
        Corpus suspect = suspect(100, SyntheticModels.pupil(1, 70));
        Verdict verdict = audit.withBystanders(m -> m.name().equals("lab1")).examine(suspect);
        assertThat(verdict.conclusion().candidates()).doesNotContain("lab1");
        assertThat(verdict.candidates()).last().satisfies(c -> {
            assertThat(c.name()).isEqualTo("lab1");
            assertThat(c.ruledOut()).isPresent();
            assertThat(c.log10LikelihoodRatio()).isPresent();
        });
        Verdict without = audit.withCandidates(
                        m -> m.kind() == Kind.PRIMARY && !m.name().equals("lab1"))
                .examine(suspect);
        assertThat(verdict.candidates().get(0).score())
                .isEqualTo(without.candidates().get(0).score());
    }

    @Test
    void aSuspectInTheLibraryIsJudgedWithoutItsRelatives() {
        Corpus lab0 = SyntheticModels.answers("lab0", "alpha", 100, SyntheticModels.teacher(0), 100);
        Verdict verdict = audit.examine(lab0);
        assertThat(verdict.candidates()).extracting(CandidateFinding::name).doesNotContain("lab0");
    }

    @Test
    void sharesSayWhyThereAreNone() {
        assertThat(reason(audit.examine(suspect(100, SyntheticModels.pupil(1, 70)))))
                .contains("No candidate is among the models");
        assertThat(reason(audit.examine(suspect(30, SyntheticModels.pupil(1, 70)))))
                .contains("too little text");
        Corpus stranger = suspect(100, SyntheticModels.habits(987_654, 40));
        LineageAudit shipped = LineageAudit.withDefaults();
        assertThat(reason(shipped.examine(stranger))).contains("Name at most 12 candidates");
        assertThat(reason(shipped.withCandidates(m -> m.lab().equals("openai")).examine(stranger)))
                .contains("not like a mixture of candidates' answers");
        assertThat(reason(audit.examine(SyntheticModels.print(stranger), stranger.summary())))
                .contains("a fingerprint keeps sums");
    }

    private static String reason(Verdict verdict) {
        Shares shares = verdict.exhibits().shares().orElseThrow();
        assertThat(shares.residual()).isEmpty();
        assertThat(shares.candidates()).isEmpty();
        return shares.reason();
    }

    @Test
    void sameInputSameVerdict() {
        Corpus suspect = suspect(60, SyntheticModels.pupil(2, 3));
        assertThat(audit.examine(suspect)).isEqualTo(audit.examine(suspect));
    }

    /** An executor that does nothing must not hold the audit up either, nor one that does everything at once, late. */
    @Test
    void threadsChangeNothing() {
        Corpus suspect = suspect(60, SyntheticModels.pupil(2, 3));
        Verdict alone = audit.examine(suspect);
        assertThat(audit.withExecutor(work -> {}).examine(suspect)).isEqualTo(alone);
        assertThat(audit.withExecutor(ForkJoinPool.commonPool()).examine(suspect))
                .isEqualTo(alone);
    }

    /** Whoever has the fingerprint already need not have it made again. */
    @Test
    void aFingerprintMadeBeforeGivesTheSameVerdict() {
        Corpus suspect = suspect(100, SyntheticModels.pupil(1, 70));
        Fingerprint print = Fingerprinter.withDefaults().fingerprint(suspect);
        assertThat(audit.examine(suspect, print.named("other")))
                .usingRecursiveComparison()
                .isEqualTo(audit.examine(suspect));
        Corpus half = suspect(50, SyntheticModels.pupil(1, 70));
        assertThatThrownBy(() -> audit.examine(half, print)).hasMessageContaining("got one of 100 for 50");
    }

    /**
     * A suspect whose relatives were left out, or whose words are weighed, has bounds of its own: the ratio, the caveat and what would
     * change the verdict speak of the same.
     */
    @Test
    void oneBoundStandsInAllOfAVerdict() throws IOException {
        Fingerprint print = Fingerprint.read(Path.of("fixtures/example/vicuna-7b-v1.3.fp"));
        ReadSummary input = suspect(20, SyntheticModels.habits(1, 1)).summary();
        Verdict verdict = LineageAudit.withDefaults().examine(print, input);
        double highest = verdict.candidates().stream()
                .flatMap(c -> c.log10LikelihoodRatio().stream())
                .mapToDouble(Estimate::high)
                .max()
                .orElseThrow();
        String bound = Decimals.ratio(highest);
        assertThat(verdict.caveats())
                .extracting(Caveat::text)
                .anyMatch(text -> text.contains("none beyond " + bound + " is"));
        assertThat(verdict.exhibits().power().orElseThrow().wouldChange())
                .anyMatch(text -> text.startsWith("A ratio beyond " + bound + " for or "));
    }

    /** Answers that are not kept are heard as well: what they say of the suspect moves its ratios, and style stands beside. */
    @Test
    void wordsOfAnswersThatWereNotKeptAreWeighedWithTheFingerprint() throws IOException {
        Fingerprint print = Fingerprint.read(Path.of("fixtures/example/vicuna-7b-v1.3.fp"));
        ReadSummary input = suspect(20, SyntheticModels.habits(1, 1)).summary();
        IdentityTally tally = IdentityScanner.withDefaults().tally();
        for (int i = 0; i < 200; i++) {
            String said = i % 50 == 0 ? "I was trained by OpenAI." : "Shelf " + i + " is full.";
            tally.add(Response.of("r" + i, "Which shelf is full, on day " + i + "?", said));
        }
        LineageAudit shipped = LineageAudit.withDefaults().withAvailableBefore(YearMonth.of(2023, 6));
        CandidateFinding style = shipped.examine(print, input).candidates().get(0);
        CandidateFinding both =
                shipped.candidates(print, Optional.of(tally.finding())).get(0);
        assertThat(both.lab()).isEqualTo("openai");
        assertThat(both.score()).isGreaterThan(style.score());
        assertThat(both.channel("style alone").orElseThrow().log10LikelihoodRatio())
                .isEqualTo(style.log10LikelihoodRatio());
        assertThat(shipped.candidates(print, Optional.empty()))
                .isEqualTo(shipped.examine(print, input).candidates());
    }

    @Test
    void theShippedLibraryAnswersToo() {
        Verdict verdict = LineageAudit.withDefaults().examine(suspect(60, SyntheticModels.pupil(2, 3)));
        assertThat(verdict.candidates()).isNotEmpty();
        assertThat(verdict.provenance().libraryName()).isEqualTo("default");
    }

    @Test
    void whoWaitsIsToldHowFarItHasCome() {
        Corpus suspect = suspect(40, SyntheticModels.pupil(1, 70));
        LongSummaryStatistics told = new LongSummaryStatistics();
        Verdict watched = audit.withProgress(told).examine(suspect);
        assertThat(told.getMax()).isEqualTo(40);
        assertThat(told.getCount()).isGreaterThanOrEqualTo(40);
        assertThat(watched).isEqualTo(audit.examine(suspect));
    }
}
