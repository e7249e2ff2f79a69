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
                "<reasoning>Hm.</reasoning>It is Rome.",
                "<Think>Hm.</Think>It is Rome.",
                "<thoughts>Hm.</thoughts>\nIt is Rome.",
                "<scratchpad>Hm.</scratchpad>It is Rome.",
                "<|think|>Hm.<|/think|>It is Rome.",
                "<|channel>thought\nHm.<channel|>It is Rome.",
                "<unused94>thought\nHm.<unused95>It is Rome.",
                "<|inner_prefix|>Hm.<|inner_suffix|>It is Rome.",
                ":::thinking\nHm.\n:::\nIt is Rome.",
                "<think>Hm.</think><answer>It is Rome.</answer>",
                "<thinking>Hm.</thinking>\n<output>\nIt is Rome.</output>\n",
                "<|start|>assistant<|channel|>analysis<|message|>Hm.<|end|><|start|>assistant<|channel|>final<|message|>It is Rome.<|return|>",
                "analysisHm.assistantfinalIt is Rome.",
                "Hm.◁/think▷It is Rome.",
                "Hm.</think>It is Rome.",
            })
    void marksOfManyModels(String text) {
        splits(text, "Hm.", "It is Rome.");
    }

    @Test
    void aFrameWithoutReasoningIsTakenOff() {
        splits("<|channel|>final<|message|>It is Rome.", "", "It is Rome.");
        splits("<|start|>assistant<|channel|>final<|message|>It is Rome.<|return|>", "", "It is Rome.");
        assertThat(Reasoning.split("<answer>It is Rome.</answer>")).isNull();
    }

    @Test
    void blocksMayStandInOneAnother() {
        splits("<think>a<think>b</think>c</think>It is Rome.", "a<think>b</think>c", "It is Rome.");
        splits("<think>a<think>b</think>It is Rome.", "a<think>b", "It is Rome.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "analysis of variance compares the means of groups.",
                "<scratchpad> is a tag that some prompts ask for.",
                "Some write </think>It is Rome.",
            })
    void beginningsAndEndsOfOrdinaryAnswers(String text) {
        assertThat(Reasoning.split(text)).isNull();
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
