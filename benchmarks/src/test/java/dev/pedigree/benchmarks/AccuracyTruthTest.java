package dev.pedigree.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.reference.ModelTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccuracyTruthTest {
    private static final AccuracyTruth TRUTH = AccuracyTruth.of(
            List.of(
                    // of November 2023, as Yi-34B-Chat
                    suspect("gpt4_1106_preview", "chatgpt|yi"),
                    // of May 2023
                    suspect("falcon-7b-instruct", "yi"),
                    suspect("nobody-knows", "chatgpt|yi")),
            List.of(
                    Map.of("reference", "gpt-3.5-turbo-0301", "family", "chatgpt", "lab", "openai"),
                    Map.of("reference", "Yi-34B-Chat", "family", "yi", "lab", "01ai")));

    private static Map<String, String> suspect(String name, String admissible) {
        return Map.of("suspect", name, "truth", "none", "admissible", admissible);
    }

    @Test
    void aTeacherMustHaveBeenThereBeforeTheSuspectsMonth() {
        AccuracyTruth dated = TRUTH.dated(ModelTable.builtIn());
        assertThat(dated.cases())
                .extracting(AccuracyTruth.Case::suspect)
                .containsExactly("gpt4_1106_preview", "nobody-knows");
        assertThat(dated.cases().get(0).admits("gpt-3.5-turbo-0301", "chatgpt")).isTrue();
        assertThat(dated.cases().get(0).admits("Yi-34B-Chat", "yi")).isFalse();
        assertThat(dated.cases().get(1).admits("Yi-34B-Chat", "yi"))
                .as("no date is known")
                .isTrue();
    }
}
