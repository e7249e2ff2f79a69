package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.stats.Estimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StyleAndWordsTest {
    private static final ReferenceLibrary LIBRARY = ReferenceLibrary.builtIn();

    /* a student of ChatGPT whose family is in the library: its relatives must not judge it */
    private static Verdict verdict(Optional<IdentityFinding> words) throws IOException {
        Fingerprint print = Fingerprint.read(Path.of("fixtures/example/vicuna-7b-v1.3.fp"));
        Cohort cohort = LIBRARY.cohort(m -> m.family().equals("vicuna"));
        Comparison comparison =
                Comparer.of(cohort, m -> m.independent(), m -> true).compare(print);
        Evidence evidence = new Evidence(print, comparison, List.of(), Optional.empty(), List.of(), List.of(), words);
        Provenance provenance = new Provenance("test", List.of(), "", LIBRARY.name(), LIBRARY.digest(), 1);
        return Judge.of(LIBRARY, Eligibility.ofAll())
                .judge(
                        evidence,
                        new ReadSummary(List.of(), 160, 160, 0, 0, 0, 0, List.of(), List.of(), ""),
                        provenance);
    }

    private static Optional<IdentityFinding> words(int claims) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = i < claims ? "As an AI made by OpenAI, I cannot say." : "Item " + i + " is ready.";
            responses.add(Response.of("r" + i, "Prepare item number " + i + ".", text));
        }
        return Optional.of(IdentityScanner.withDefaults().examine(Corpus.of("made up", responses)));
    }

    private static ChannelFinding style(CandidateFinding candidate) {
        return candidate.channel(Together.STYLE).orElseThrow();
    }

    @Test
    void whatIsAsGoodAsSilenceMovesNothing() {
        for (double words : new double[] {-0.1, -0.05, 0, 0.1, 0.2}) {
            assertThat(StyleAndWords.score(-0.7, words)).isEqualTo(-0.7);
            assertThat(StyleAndWords.count(words)).isFalse();
        }
        assertThat(StyleAndWords.count(0.21)).isTrue();
        assertThat(StyleAndWords.count(-0.11)).isTrue();
    }

    @Test
    void wordsMoveTheLogarithmAlike() {
        double moved = StrictMath.log(0.1 + 0.7) - StrictMath.log(0.1 - StyleAndWords.score(-0.7, 0.7));
        assertThat(moved).isCloseTo(0.3, within(1e-12));
        assertThat(StrictMath.log(0.1 + 1.4) - StrictMath.log(0.1 - StyleAndWords.score(-1.4, 0.7)))
                .isCloseTo(moved, within(1e-12));
        assertThat(StyleAndWords.score(-0.7, -0.3)).isLessThan(-0.7);
        // nearer than any distance tells: left as it is
        assertThat(StyleAndWords.score(0.2, 0.9)).isEqualTo(0.2);
    }

    @Test
    void noWordsBringWhoIsFarAsNearAsAStudent() {
        Calibration style = LIBRARY.calibration(PromptRegime.KNOWN).orElseThrow();
        Calibration both =
                StyleAndWords.builtIn().calibration(style, PromptRegime.KNOWN).orElseThrow();
        double most = 1;
        assertThat(both.supports(StyleAndWords.score(-Math.sqrt(2), most))).isFalse();
    }

    @Test
    void theTableThatShipsBelongsToTheLibraryThatShips() {
        List<LearnedTable.Line> lines = LearnedTable.parse("table", LearnedTable.resource("style-and-words.tsv"));
        for (PromptRegime regime : PromptRegime.values()) {
            Calibration style = LIBRARY.calibration(regime).orElseThrow();
            Calibration both =
                    StyleAndWords.builtIn().calibration(style, regime).orElseThrow();
            assertThat(both.points()).hasSameSizeAs(style.points());
            long moved = IntStream.range(0, style.points().size())
                    .filter(i -> !both.points().get(i).equals(style.points().get(i)))
                    .count();
            long listed = lines.stream()
                    .filter(l -> l.fields().get(0).equalsIgnoreCase(regime.name()))
                    .count();
            assertThat(moved).isEqualTo(listed).isPositive();
        }
    }

    @Test
    void aTableOfAnotherLibraryOrOfOtherScoresIsNotUsed() {
        Calibration style = LIBRARY.calibration(PromptRegime.KNOWN).orElseThrow();
        Calibration.Point point = style.points().get(0);
        Calibration.Point moved = new Calibration.Point(
                point.name(), point.family(), point.promptSet(), point.score() + 0.1, point.lead(), point.trained());
        StyleAndWords.Known known = new StyleAndWords.Known(PromptRegime.KNOWN, point, moved);
        String table = StyleAndWords.table(style.learnedOn(), List.of(known));
        Calibration both =
                StyleAndWords.of(table).calibration(style, PromptRegime.KNOWN).orElseThrow();
        assertThat(both.points().get(0).score()).isCloseTo(moved.score(), within(1e-6));
        assertThat(both.points().subList(1, both.points().size()))
                .isEqualTo(style.points().subList(1, style.points().size()));
        assertThat(StyleAndWords.of(StyleAndWords.table("another", List.of(known)))
                        .calibration(style, PromptRegime.KNOWN))
                .isEmpty();
        String stale = StyleAndWords.table(
                style.learnedOn(), List.of(new StyleAndWords.Known(PromptRegime.KNOWN, moved, point)));
        assertThat(StyleAndWords.of(stale).calibration(style, PromptRegime.KNOWN))
                .isEmpty();
        assertThat(StyleAndWords.of(StyleAndWords.table(style.learnedOn(), List.of()))
                        .calibration(style, PromptRegime.KNOWN))
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StyleAndWords.of("known\tset\tmodel\t1"))
                .withMessageContaining("table:1");
    }

    @Test
    void silenceLeavesTheVerdictAsItIs() throws IOException {
        assertThat(verdict(words(0))).isEqualTo(verdict(Optional.empty()));
    }

    @Test
    void claimsRaiseTheirMakersCandidatesAndStyleStandsBeside() throws IOException {
        Verdict silent = verdict(Optional.empty());
        Verdict said = verdict(words(5));
        CandidateFinding style = silent.candidates().get(0);
        CandidateFinding both = said.candidates().get(0);
        assertThat(style.lab()).isEqualTo("openai");
        assertThat(both.name()).isEqualTo(style.name());
        assertThat(style(both).log10LikelihoodRatio()).isEqualTo(style.log10LikelihoodRatio());
        assertThat(style(both).score()).isEqualTo(style.score());
        assertThat(both.score()).isGreaterThan(style.score());
        assertThat(both.pValue().orElseThrow())
                .isLessThanOrEqualTo(style.pValue().orElseThrow());
        Estimate ratio = both.log10LikelihoodRatio().orElseThrow();
        assertThat(ratio.value())
                .isGreaterThanOrEqualTo(
                        style.log10LikelihoodRatio().orElseThrow().value());
        assertThat(both.strength()).isEqualTo(Strength.of(ratio.value()));
        assertThat(said.candidates().stream()
                        .filter(c -> c.lab().equals("anthropic"))
                        .map(c -> style(c).score() - c.score()))
                .isNotEmpty()
                .containsOnly(0.0);
        assertThat(said.exhibits().controls().get(0).suspectScore()).isEqualTo(both.score());
        Verdict shown = said.withIdentity(words(5).orElseThrow());
        assertThat(shown.conclusion().reasons()).anyMatch(r -> r.contains("together they are worth"));
        assertThat(shown.candidates().get(0).channels())
                .extracting(ChannelFinding::channel)
                .endsWith(Together.STYLE, IdentityWeight.CHANNEL);
    }

    @Test
    void candidatesAreInTheOrderOfBothTogether() throws IOException {
        Verdict said = verdict(words(60));
        List<CandidateFinding> candidates = said.candidates();
        for (int i = 0; i < candidates.size(); i++) {
            assertThat(candidates.get(i).rank()).isEqualTo(i + 1);
            assertThat(i == 0
                            || candidates.get(i).score()
                                    <= candidates.get(i - 1).score())
                    .isTrue();
        }
        assertThat(candidates)
                .extracting(CandidateFinding::name)
                .isNotEqualTo(verdict(Optional.empty()).candidates().stream()
                        .map(CandidateFinding::name)
                        .toList());
    }

    @Test
    void whatIsLeftWithoutTheWordsIsTheStyle() throws IOException {
        List<DroppedChannel> table = verdict(words(5)).exhibits().withoutChannel();
        CandidateFinding style = verdict(Optional.empty()).candidates().get(0);
        assertThat(table.get(0))
                .isEqualTo(new DroppedChannel(
                        style.name(),
                        IdentityWeight.CHANNEL,
                        style.log10LikelihoodRatio().orElseThrow()));
        assertThat(table)
                .extracting(DroppedChannel::channel)
                .contains("how answers open and who it says it is")
                .doesNotContain("how answers open");
        assertThat(verdict(Optional.empty()).exhibits().withoutChannel())
                .extracting(DroppedChannel::channel)
                .contains("how answers open");
    }

    @Test
    void relativesHaveNoPartInWhatARatioIsWorth() {
        Cohort cohort = LIBRARY.cohort(m -> m.family().equals("vicuna"));
        Calibration all = LIBRARY.cohort(m -> false).calibration(1).orElseThrow();
        Calibration without = cohort.calibration(1).orElseThrow();
        assertThat(all).isEqualTo(LIBRARY.calibration(PromptRegime.KNOWN).orElseThrow());
        assertThat(all.points()).anyMatch(p -> p.family().equals("vicuna"));
        assertThat(without.points())
                .isEqualTo(all.points().stream()
                        .filter(p -> !p.family().equals("vicuna"))
                        .toList());
        assertThat(cohort.details(1).orElseThrow().parts())
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.calibration().points())
                        .noneMatch(p -> p.family().equals("vicuna")));
    }
}
