package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LabWordsTest {
    private static List<CandidateFinding> of(String... labs) {
        List<CandidateFinding> candidates = new ArrayList<>();
        for (String lab : labs) {
            candidates.add(new CandidateFinding(
                    "model-" + (candidates.size() + 1),
                    "family",
                    lab,
                    candidates.size() + 1,
                    0,
                    Optional.empty(),
                    Strength.WEAK,
                    Optional.empty(),
                    List.of(),
                    Optional.empty()));
        }
        return candidates;
    }

    @Test
    void aCandidateIsNamedWithItsLab() {
        assertThat(LabWords.named(of("openai").get(0))).isEqualTo("model-1 (OpenAI)");
        assertThat(LabWords.named(of("").get(0))).isEqualTo("model-1");
        assertThat(LabWords.named(of("Our own").get(0))).isEqualTo("model-1 (Our own)");
    }

    @Test
    void candidatesAreCountedByLabTheMostFirst() {
        assertThat(LabWords.whose(of("zhipu", "openai", "openai"))).isEqualTo(", 2 of OpenAI and 1 of Zhipu AI");
        assertThat(LabWords.whose(of("openai", "openai"))).isEqualTo(", both of OpenAI");
        assertThat(LabWords.whose(of("openai", "openai", "openai"))).isEqualTo(", all of OpenAI");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        assertThat(LabWords.whose(of("", ""))).isEmpty();
        assertThat(LabWords.whose(of("", "openai"))).isEqualTo(", 1 of OpenAI and 1 whose lab is not known");
    }

    @Test
    void manyLabsAreCountedTogether() {
        assertThat(LabWords.whose(of("a", "b", "c", "d", "e", "e")))
                .isEqualTo(", 2 of e, 1 of a, 1 of b and 2 of other labs");
        assertThat(LabWords.whose(of("a", "b", "c", "d"))).isEqualTo(", 1 of a, 1 of b, 1 of c and 1 of d");
    }
}
