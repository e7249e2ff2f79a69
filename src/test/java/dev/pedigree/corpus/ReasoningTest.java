package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasoningTest {
    private static void splits(String text, String thought, String answer) {
        assertThat(Reasoning.split(text)).isEqualTo(new Reasoning(thought, answer));
    }

    @Test
    void aBlockAtTheBeginning() {
        splits("<think>\nCapital, Italy.\n</think>\n\nIt is Rome.", "Capital, Italy.", "It is Rome.");
        splits("\n <thinking>Hm.</thinking>It is Rome.", "Hm.", "It is Rome.");
        splits("[THINK]Hm.[/THINK]It is Rome.", "Hm.", "It is Rome.");
        splits("◁think▷Hm.◁/think▷It is Rome.", "Hm.", "It is Rome.");
    }

    @Test
    void anEmptyBlockIsNoReasoning() {
        splits("<think>\n\n</think>\n\nIt is Rome.", "", "It is Rome.");
    }

    @Test
    void severalBlocks() {
        splits("<think>One.</think>\n<think>Two.</think>\nIt is Rome.", "One.\n\nTwo.", "It is Rome.");
    }

    @Test
    void aBlockThatIsNeverClosed() {
        splits("<think>\nCapital, Italy, let me", "Capital, Italy, let me", "");
    }

    @Test
    void anEndWhoseBeginningStoodInThePrompt() {
        splits("Capital, Italy.\n</think>\n\nIt is Rome.", "Capital, Italy.", "It is Rome.");
        splits("Hm.</think>\nIt is Rome.", "Hm.", "It is Rome.");
        splits("</think>\n\nIt is Rome.", "", "It is Rome.");
    }

    @Test
    void framesAroundTheAnswer() {
        splits(
                "<|begin_of_thought|>\n\nHm.\n\n<|end_of_thought|>\n\n<|begin_of_solution|>\n\nIt is Rome.\n\n<|end_of_solution|>",
                "Hm.",
                "It is Rome.\n\n");
        splits(
                "<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>It is Rome.",
                "Hm.",
                "It is Rome.");
        splits(
                "<|START_THINKING|>Hm.<|END_THINKING|><|START_RESPONSE|>It is Rome.<|END_RESPONSE|>",
                "Hm.",
                "It is Rome.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is Rome.",
                "The `</think>` tag ends the reasoning.",
                "Models write <think> and </think> around their reasoning.",
                "Write:\n```\n<think>\nhm\n</think>\n```\nand go on.",
                "First I thought of Rome. <think>Hm.</think> Then of Paris.",
            })
    void anAnswerThatSpeaksOfIt(String text) {
        assertThat(Reasoning.split(text)).isNull();
    }
}
