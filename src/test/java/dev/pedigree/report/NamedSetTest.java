package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedSetTest {
    private static NamedSet of(String... labs) {
        List<CandidateFinding> candidates = new ArrayList<>();
        for (int i = 0; i < labs.length; i++) {
            candidates.add(new CandidateFinding(
                    "m" + i,
                    "m",
                    labs[i],
                    i + 1,
                    0,
                    Optional.empty(),
                    Strength.WEAK,
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        }
        Verdict like = Verdicts.relatives();
        return NamedSet.of(new Verdict(
                like.suspect(),
                like.input(),
                new Conclusion(
                        Conclusion.Kind.SEVERAL_CANDIDATES,
                        Strength.WEAK,
                        candidates.stream().map(CandidateFinding::name).toList(),
                        "Said.",
                        List.of()),
                candidates,
                like.exhibits(),
                like.caveats(),
                like.provenance()));
    }

    private static List<String> plain(NamedSet set) {
        return set.groups().stream().map(NamedSet.Group::plain).toList();
    }

    @Test
    void aSingleCandidateIsNoSet() {
        assertThat(of("openai").groups()).isEmpty();
    }

    @Test
    void candidatesStandByLabThatOfTheNearestFirst() {
        NamedSet set = of("zhipu", "openai", "zhipu", "", "openai");
        assertThat(plain(set)).containsExactly("Zhipu AI: m0, m2", "OpenAI: m1, m4", "lab not known: m3");
        assertThat(set.title()).isEqualTo("These candidates cannot be told apart (by lab, the nearest first):");
    }

    @Test
    void whereNoLabIsKnownNoneIsSaid() {
        NamedSet set = of("", "");
        assertThat(plain(set)).containsExactly("m0, m1");
        assertThat(set.title()).isEqualTo("These candidates cannot be told apart (the nearest first):");
    }

    @Test
    void ofManyTheFirstAreListedAndTheRestCounted() {
        NamedSet set = of("a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "a", "b", "b");
        assertThat(plain(set)).containsExactly("a: m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11");
        assertThat(set.title()).contains("2 more are in the JSON report");
    }
}
