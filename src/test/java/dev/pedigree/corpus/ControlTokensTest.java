package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides: what leaked ends the answer, what the answer speaks of stays. In the leaks, ¦ stands where the answer ends. */
class ControlTokensTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is Rome.¦<|im_end|>",
                "It is Rome.¦<|im_end|>\n<|im_start|>user\nAnd of France?",
                "It is Rome¦\n<|im_start|>user\nAnd of France?<|im_end|>",
                "It is Rome.¦<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\nAlso,",
                "It is Rome.¦assistant<|end_header_id|>\n\nIt is Rome.",
                "It is Rome.¦</s>",
                "It is Rome.¦ </s>",
                "It is Rome.¦</s> \nWhat is the capital of Spain?</s> \nMadrid",
                "It is Rome.¦</s><s>[INST] And of France? [/INST] Paris",
                "It is Rome.¦ [/INST]\nIt is also old.",
                "It is Rome.¦[INST] And of France? [/INST]",
                "It is Rome.¦<end_of_turn>\n<start_of_turn>user\nMore",
                "It is Rome.¦<|endoftext|>Human: And of France?",
                "It is Rome.¦<|end|><|user|>\nMore",
                "It is Rome.¦\n<|user|>\nMore",
                "It is Rome.¦<｜end▁of▁sentence｜>",
                "It is Rome.¦<|reserved_special_token_12|>",
                "It is Rome.¦\n### Human: And of France?",
                "It is Rome.¦\n\n### Human: And of France?\n### Assistant: Paris.",
                "It is Rome.¦### Human: And of France?### Assistant: Paris.",
                "It is Rome.¦\n\n### Instruction:\nName a river.\n\n### Response:\nTiber",
                "```java\nint x = 1;\n```¦<|eot_id|>",
                "He said: \"Rome.\"¦<|im_end|>\n",
                "Paris ¦<|im_end|>\n<|im_start|>assistant\nParis",
                "```java\nint x = 1;¦<|im_end|>",
                "A table:\n\n| a | b |\n|---|---|\n| 1 | 2 |¦<|eot_id|>",
                "Rome ¦<|im_end|>",
                "ローマです。¦<|im_end|>",
                "¦<|im_end|>\n<|im_start|>user\n<|im_end|>",
            })
    void whatLeakedIsCut(String marked) {
        cuts(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So it goes.¦<|eot|><|header_start|>user<|header_end|>\n\nMore?",
                "So it goes.¦<|eot|>",
                "So it goes.¦[|endofturn|]",
                "So it goes.¦[|endofturn|]\n[|user|]More?",
                "So it goes.¦<seed:eos>",
                "So it goes.¦<|assistant_end|>",
                "So it goes.¦<|assistant_end|><|user_start|>More?<|user_end|>",
                "So it goes.¦[e~[\n]~b]user\nMore?",
                "So it goes.¦[e~[",
                "So it goes.¦<eoa>",
                "So it goes.¦<|separator|>\n\nHuman: More?",
                "So it goes.¦<turn|>\n<|turn>user\nMore?",
                "So it goes.¦<|im_end|><|im_user|>user<|im_middle|>More?",
                "So it goes.¦<|im_user|>user<|im_middle|>More?",
                "So it goes.¦<|end_of_sentence|>",
                "So it goes.¦<|endofresponse|>",
                "So it goes.¦</s><pad><pad><pad>",
                "So it goes.¦<pad><pad>",
                "So it goes.¦<|pad|><|pad|>",
                "So it goes.¦<extra_id_1>User\nMore?",
                "So it goes.¦<|end|><|begin|>user<|content|>More?",
                "So it goes.¦<EOS_TOKEN>",
                "So it goes.¦<|endofturn|>",
                "So it goes.¦<|prompter|>More?<|endoftext|>",
                "So it goes.¦<|eos|>",
                "So it goes.¦<|role_end|><role>HUMAN</role>More?",
                "So it goes.¦<|observation|>",
                "So it goes.¦<|user|>",
                "So it goes.¦ <|user|>\nMore?",
                "So it goes.¦<|EOT|>",
                "So it goes.¦<EOT>",
                "So it goes.¦[EOS]",
                "So it goes.¦[UNUSED_TOKEN_145]",
                "So it goes.¦[TOOL_CALLS]",
                "So it goes.¦<|im_e",
                "So it goes.¦<|eot_",
                "So it goes.¦<|end_of_te",
                "So it goes.¦</s>USER: More?",
                "So it goes.¦<|call|>",
                "So it goes.¦<|fim_middle|>",
                "So it goes.¦<|endofassistant|>",
                "So it goes.¦<|end_of_turn|>GPT4 Correct User: More?",
                "So it goes.¦<｜User｜>More?",
                "So it goes.¦<|vision_start|>",
                "So it goes.¦<|start_of_role|>user<|end_of_role|>More",
                "Es geht so.¦<end_of_turn>",
            })
    void whatLeakedOfOtherTemplatesIsCut(String marked) {
        cuts(marked);
    }

    private static void cuts(String marked) {
        int end = marked.indexOf('¦');
        String answer = marked.substring(0, end).stripTrailing();
        assertThat(ControlTokens.cut(marked.replace("¦", ""))).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It is Rome.",
                "The `<|im_end|>` token ends a turn.",
                "The <|im_end|> token ends a turn.",
                "The token that ends a turn is <|im_end|>.",
                "The token that ends a turn is <|im_end|>",
                "Its vocabulary has \"<|endoftext|>\", '</s>' and “<eos>”.",
                "Templates look like this:\n\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n",
                "```\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n```\nThat is ChatML.",
                "Special tokens:\n- <|im_start|>\n- <|im_end|>\n- </s>\nThat is all.",
                "1. <s>\n2. </s>\n",
                "Use <s>old price</s> for text that no longer holds.\nIt is drawn struck through.",
                "The price is <s>10 €</s>\nnow 8 €.",
                "Use <s> and </s> around the sentence.",
                "if (token.equals(\"</s>\")) {\n    break;\n}",
                "Mistral puts the question between [INST] and [/INST].",
                "The format is `[INST] question [/INST] answer`.",
                "prompt = f\"[INST] {question} [/INST]\"\nprint(prompt)",
                "### Human: the animal\n\nBipedal.\n\n### Machine: the tool\n\nObedient.",
                "### User: a definition\n\nA person.\n\n### Role\n\nA task.",
                "Use this template:\n\n### Instruction:\n{instruction}\n\n### Response:\n",
                "The marker \"### Instruction\" is yours.\n\n### Instruction: change it.",
                "## Notes\n\n### Input: the file\n\n### Output: the table",
                "The condition a <|b| is odd; so is x|> y.",
                "In BERT, [SEP] and [CLS] stand around it.",
                "| Token | Meaning |\n|---|---|\n| <|im_end|> | end of turn |\n",
                "<|im_end|> is the token that ends a turn.",
                "</s> and <s> are tokens of Llama 2.",
                "The <|eot|> token closes a turn in Llama 4.",
                "EXAONE writes [|endofturn|] behind each turn.",
                "Dear <|name|>,\nthank you for <|gift|>.\nYours",
                "Template:\n<|title|>\n<|body|>\n<|footer|>",
                "```\n<|eot|><|header_start|>user<|header_end|>\n```",
                "In F# one writes `x |> f` or `f <| x`.",
                "Use the pad token `<pad>` for padding.",
                "The vocabulary holds <pad>, <unk>, <s> and </s>.",
                "let y = f <| g <| x",
                "The sets are A<|B|>C in bra-ket: <0|1>.",
                "The expectation is <ψ|H|ψ>, and also <|x|> for the mean modulus.",
                "The mean modulus is written <|x|>",
                "Here is a dialogue:\n\nHuman: Hi.\n\nAssistant: Hello.",
                "Human: Hi.\n\nAssistant: Hello.\n\nHuman: Bye.",
                "[EOS] marks the end of a sequence in some models.",
                "Add [EOS] at the end.",
                "Labels:\n[USER]\n[BOT]",
                "Her role: USER: the person who clicks. ASSISTANT: the one who helps.",
                "A script in two voices.\n\nROMEO: But soft!\n\nJULIET: O Romeo.",
                "| Token | Use |\n|---|---|\n| <|eot|> | end |",
                "1. <|im_start|>\n2. <|eot|>\n3. <|end|>",
                "She typed </s and stopped.",
                "### Ending\nIt ended well.",
                "def prompt(q):\n    turns = [f\"<s>[INST] {q} [/INST]\"]\n    return turns",
            })
    void whatIsSpokenOfStays(String answer) {
        assertThat(ControlTokens.cut(answer)).isNull();
    }

    @Test
    void leadingOnesAreDropped() {
        assertThat(ControlTokens.cut("<s> It is Rome.")).isEqualTo("It is Rome.");
        assertThat(ControlTokens.cut("<|im_start|>assistant\nIt is Rome.<|im_end|>"))
                .isEqualTo("It is Rome.");
        assertThat(ControlTokens.cut("<|start_header_id|>assistant<|end_header_id|>\n\nIt is Rome."))
                .isEqualTo("It is Rome.");
        assertThat(ControlTokens.cut("[/INST] It is Rome.")).isEqualTo("It is Rome.");
        assertThat(ControlTokens.cut("### Assistant: It is Rome.")).isEqualTo("It is Rome.");
        assertThat(ControlTokens.cut("<s>It is Rome.</s>")).isEqualTo("It is Rome.");
        assertThat(ControlTokens.cut("<s>Ten</s> Eight euros.")).isNull();
    }

    @Test
    void manyTokensTakeLinearTime() {
        String text = "say `</s>` and <|im_end|> now ".repeat(200_000);
        assertThat(ControlTokens.cut(text)).isNull();
    }
}
