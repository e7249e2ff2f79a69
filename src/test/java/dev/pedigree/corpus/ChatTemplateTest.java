package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prompt pairs up with the same prompt in other logs only where the template around it is taken off again. */
class ChatTemplateTest {
    private static final Message SYSTEM = new Message(Role.SYSTEM, "Be brief.");
    private static final Message QUESTION = new Message(Role.USER, "Why?");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\nBe brief.<|eot_id|><|start_header_id|>user<|end_header_id|>\n\nWhy?<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
                "<|begin_of_text|><|header_start|>system<|header_end|>\n\nBe brief.<|eot|><|header_start|>user<|header_end|>\n\nWhy?<|eot|><|header_start|>assistant<|header_end|>\n\n",
                "<|start|>system<|message|>Be brief.<|end|><|start|>user<|message|>Why?<|end|><|start|>assistant",
                "[gMASK]<sop><|system|>\nBe brief.<|user|>\nWhy?<|assistant|>\n",
                "<s>[SYSTEM_PROMPT]Be brief.[/SYSTEM_PROMPT][INST]Why?[/INST]",
                "<|im_system|>system<|im_middle|>Be brief.<|im_end|><|im_user|>user<|im_middle|>Why?<|im_end|><|im_assistant|>assistant<|im_middle|>",
                "<|im_start|>system<|im_sep|>Be brief.<|im_end|><|im_start|>user<|im_sep|>Why?<|im_end|><|im_start|>assistant<|im_sep|>",
                "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nWhy?<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n",
                "[|system|]Be brief.[|endofturn|]\n[|user|]Why?\n[|assistant|]",
                "<｜begin▁of▁sentence｜>Be brief.<｜User｜>Why?<｜Assistant｜><think>\n",
                "<|turn>system\nBe brief.<turn|>\n<|turn>user\nWhy?<turn|>\n<|turn>model\n<|channel>thought\n<channel|>",
                "<BOS_TOKEN><|START_OF_TURN_TOKEN|><|SYSTEM_TOKEN|>Be brief.<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|USER_TOKEN|>Why?<|END_OF_TURN_TOKEN|><|START_OF_TURN_TOKEN|><|CHATBOT_TOKEN|>",
                "<seed:bos>system\nBe brief.<seed:eos><seed:bos>user\nWhy?<seed:eos><seed:bos>assistant\n",
                "<|start_of_role|>system<|end_of_role|>Be brief.<|end_of_text|>\n<|start_of_role|>user<|end_of_role|>Why?<|end_of_text|>\n<|start_of_role|>assistant<|end_of_role|>",
                "]~!b[]~b]system\nBe brief.[e~[\n]~b]user\nWhy?[e~[\n]~b]ai\n",
                "<s><|system_start|>Be brief.<|system_end|><|user_start|>Why?<|user_end|><|assistant_start|>",
                "<|begin|>system<|content|>Be brief.<|end|><|begin|>user<|content|>Why?<|end|><|begin|>assistant<|content|>",
                "<role>SYSTEM</role>Be brief.<|role_end|><role>HUMAN</role>Why?<|role_end|><role>ASSISTANT</role>",
            })
    void templatesOfManyModels(String prompt) throws BadRecord {
        assertThat(ChatTemplate.messages(prompt)).containsExactly(SYSTEM, QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GPT4 Correct User: Why?<|end_of_turn|>GPT4 Correct Assistant:",
                "<s><|User|>:Why?<eoh>\n<|Bot|>:",
                "<|startoftext|><|im_start|>user\nWhy?<|im_end|>\n<|im_start|>assistant\n",
            })
    void templatesWithoutSystemMessage(String prompt) throws BadRecord {
        assertThat(ChatTemplate.messages(prompt)).containsExactly(QUESTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does <|im_end|> mean?",
                "Which role is \"user\": a <role> or a name?",
                "User: Why?\nAssistant:",
            })
    void aPromptInNoTemplateIsTheUsers(String prompt) throws BadRecord {
        assertThat(ChatTemplate.messages(prompt)).containsExactly(new Message(Role.USER, prompt));
    }
}
