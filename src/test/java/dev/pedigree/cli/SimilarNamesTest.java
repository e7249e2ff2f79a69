package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarNamesTest {
    private static final List<String> KNOWN =
            List.of("claude-2", "claude-2.1", "gpt-3.5-turbo", "gpt-3.5-turbo-0301", "gpt4", "Mixtral-8x7B", "yi");

    @Test
    void slipsOfThePenAndPartsAreNear() {
        assertThat(SimilarNames.of("gpt-3.5-trubo", KNOWN)).startsWith("gpt-3.5-turbo");
        assertThat(SimilarNames.of("gpt-4", KNOWN)).containsExactly("gpt4");
        assertThat(SimilarNames.of("mixtral8x7b", KNOWN)).containsExactly("Mixtral-8x7B");
        assertThat(SimilarNames.of("claude", KNOWN)).containsExactly("claude-2", "claude-2.1");
        assertThat(SimilarNames.of("maple", KNOWN)).isEmpty();
    }

    @Test
    void swappedLettersAreOneSlip() {
        assertThat(SimilarNames.slips("trubo", "turbo")).isEqualTo(1);
        assertThat(SimilarNames.slips("", "abc")).isEqualTo(3);
        assertThat(SimilarNames.slips("kitten", "sitting")).isEqualTo(3);
        assertThat(SimilarNames.slips("same", "same")).isZero();
    }
}
