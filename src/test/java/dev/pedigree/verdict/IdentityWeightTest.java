package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentityWeightTest {
    private static IdentityFinding finding(int leaks) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String text = i < leaks ? "As an AI made by Anthropic, I cannot say." : "Item " + i + " is ready.";
            responses.add(Response.of("r" + i, "Prepare item number " + i + ".", text));
        }
        return IdentityScanner.withDefaults().examine(Corpus.of("made up", responses));
    }

    private static CandidateFinding candidate(String name, String lab, int rank, double ratio, String ruledOut) {
        return new CandidateFinding(
                name,
                name,
                lab,
                rank,
                1,
                Optional.of(new Estimate(ratio, ratio - 0.5, ratio + 0.5, 0.95)),
                Strength.of(ratio),
                Optional.empty(),
                List.of(new ChannelFinding("words", 1, Optional.empty())),
                ruledOut.isEmpty() ? Optional.empty() : Optional.of(ruledOut));
    }

    private static Conclusion names(String... candidates) {
        Conclusion.Kind kind =
                candidates.length == 0 ? Conclusion.Kind.NONE_OF_THE_CANDIDATES : Conclusion.Kind.ONE_CANDIDATE;
        return new Conclusion(kind, Strength.MODERATE, List.of(candidates), "Said.", List.of("first reason"));
    }

    private static double ratio(IdentityFinding finding) {
        return finding.vendors().stream()
                .filter(v -> v.vendor().equals("anthropic"))
                .findFirst()
                .flatMap(IdentityFinding.VendorEvidence::log10LikelihoodRatio)
                .orElseThrow()
                .value();
    }

    @Test
    void theRatioStandsBesideTheCandidatesOfThatMakerOnly() {
        IdentityFinding finding = finding(5);
        List<CandidateFinding> beside = new IdentityWeight(finding)
                .beside(List.of(
                        candidate("claude-x", "anthropic", 1, 1.2, ""),
                        candidate("other-x", "mistral", 2, 0.1, ""),
                        candidate("claude-y", "anthropic", 3, 0.4, "too late")));
        assertThat(beside.get(0).channels()).hasSize(2);
        assertThat(beside.get(0)
                        .channels()
                        .get(1)
                        .log10LikelihoodRatio()
                        .orElseThrow()
                        .value())
                .isEqualTo(ratio(finding));
        assertThat(beside.get(0).log10LikelihoodRatio().orElseThrow().value()).isEqualTo(1.2);
        assertThat(beside.get(1).channels()).hasSize(1);
        assertThat(beside.get(2).channels()).hasSize(1);
        assertThat(new IdentityWeight(finding).beside(beside)).isEqualTo(beside);
    }

    @Test
    void theLargerIsNamedAndTheStrengthStays() {
        IdentityFinding finding = finding(5);
        double words = ratio(finding);
        assertThat(words).isBetween(0.5, 1.0);
        IdentityWeight weight = new IdentityWeight(finding);
        Conclusion style = weight.on(names("claude-x"), List.of(candidate("claude-x", "anthropic", 1, words + 1, "")));
        assertThat(style.reasons()).hasSize(2);
        assertThat(style.reasons().get(1)).contains("not multiplied").contains("from its style");
        assertThat(style.strength()).isEqualTo(Strength.MODERATE);
        Conclusion said = weight.on(names("claude-x"), List.of(candidate("claude-x", "anthropic", 1, 0.35, "")));
        assertThat(said.reasons().get(1)).contains("from its words").contains("2.2");
        assertThat(said.strength()).isEqualTo(Strength.MODERATE);
    }

    @Test
    void anotherMakerThanTheStylesIsNoted() {
        Conclusion conclusion =
                new IdentityWeight(finding(5)).on(names("gpt-x"), List.of(candidate("gpt-x", "openai", 1, 0.9, "")));
        assertThat(conclusion.reasons().get(1)).contains("OpenAI");
        Conclusion none = new IdentityWeight(finding(5)).on(names(), List.of());
        assertThat(none.reasons().get(1)).contains("Anthropic").contains("not multiplied");
        assertThat(none.kind()).isEqualTo(Conclusion.Kind.NONE_OF_THE_CANDIDATES);
    }

    @Test
    void silenceAddsNothing() {
        Conclusion before = names();
        assertThat(new IdentityWeight(finding(0)).on(before, List.of())).isSameAs(before);
    }
}
