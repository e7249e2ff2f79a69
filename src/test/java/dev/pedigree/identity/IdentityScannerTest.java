package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Message;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Role;
import dev.pedigree.corpus.Source;
import dev.pedigree.identity.IdentityClaim.Channel;
import dev.pedigree.identity.IdentityClaim.Modality;
import dev.pedigree.identity.IdentityClaim.Polarity;
import dev.pedigree.identity.IdentityClaim.Type;
import dev.pedigree.identity.IdentityClaim.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityScannerTest {
    private static List<IdentityClaim> claims(String prompt, String text) {
        return IdentityScanner.withDefaults().scan(Response.of("r", prompt, text));
    }

    private static IdentityClaim only(String prompt, String text) {
        List<IdentityClaim> claims = claims(prompt, text);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    @Test
    void aLanguageWithoutCuesIsNoError() {
        for (String language : List.of("multi", "it", "pt-BR", "DE", "-")) {
            Response response = new Response(
                    "r", Prompt.of("?"), "OpenAI -> ChatGPT", "", "m", language, 0, FinishReason.UNKNOWN, Source.NONE);
            assertThat(IdentityScanner.withDefaults().scan(response))
                    .as(language)
                    .isEmpty();
        }
    }

    @Test
    void aClaimPointsAtTheSentenceThatMakesIt() {
        String text = "Happy to help \ud83d\ude42. I am ChatGPT, by the way.";
        IdentityClaim claim = only("", text);
        assertThat(claim.vendor()).isEqualTo("openai");
        assertThat(claim.alias()).isEqualTo("ChatGPT");
        assertThat(claim.quote()).isEqualTo("I am ChatGPT, by the way.");
        assertThat(text.substring(claim.start(), claim.end())).isEqualTo(claim.quote());
        assertThat(claim.isStrong()).isTrue();
    }

    @Test
    void aLongQuoteCutsNoCharacterInTwo() {
        String pair = "\ud83d\ude42";
        for (int before = 140; before < 160; before++) {
            String text = "x".repeat(before % 2) + pair.repeat(before) + " I am ChatGPT " + pair.repeat(700);
            IdentityClaim claim = only("", text);
            assertThat(claim.quote()).contains("I am ChatGPT").hasSizeLessThanOrEqualTo(300);
            assertThat(text.substring(claim.start(), claim.end())).isEqualTo(claim.quote());
            assertThat(Character.isLowSurrogate(claim.quote().charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(
                            claim.quote().charAt(claim.quote().length() - 1)))
                    .isFalse();
        }
    }

    @Test
    void whatThePromptImposedIsNotSincere() {
        assertThat(only("Hello ChatGPT, who made you?", "I was made by OpenAI.").sincere())
                .isFalse();
        assertThat(only("Who made you?", "I was made by OpenAI.").sincere()).isTrue();
        assertThat(only("谁开发了你？", "我是由OpenAI开发的语言模型。").sincere()).isTrue();
        assertThat(only("What do you think of ChatGPT?", "I was made by OpenAI.")
                        .promptStratum())
                .isEqualTo(PromptStratum.ENTITY_MENTIONED);
        assertThat(only("Plan my week.", "As an AI made by OpenAI, I cannot.").promptStratum())
                .isEqualTo(PromptStratum.UNRELATED);
        assertThat(only("Pretend to be a pirate.", "Arr, I was made by OpenAI.").promptStratum())
                .isEqualTo(PromptStratum.PERSONA);
    }

    /** Whether one is X is an identity question, and gives no name; the same words without a question may give one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Are you Claude?",
                "You are Claude, right?",
                "你是Claude吗",
                "¿Eres Claude?",
                "Es-tu Claude ?",
                "Bist du Claude?",
                "Você é o Claude?",
                "Ты Claude?",
                "あなたはClaudeですか。",
                "너는 Claude야?"
            })
    void askingForANameGivesNone(String prompt) {
        assertThat(only(prompt, "I was made by OpenAI.").promptStratum()).isEqualTo(PromptStratum.IDENTITY_QUESTION);
        assertThat(only(prompt, "I was made by Anthropic.").promptStratum()).isEqualTo(PromptStratum.ENTITY_MENTIONED);
    }

    @Test
    void tellingANameGivesIt() {
        assertThat(only("You are Claude. Greet me.", "I was made by Anthropic.").promptStratum())
                .isEqualTo(PromptStratum.ROLE_ASSIGNED);
        assertThat(only("你是Claude。请问好。", "I was made by Anthropic.").promptStratum())
                .isEqualTo(PromptStratum.ROLE_ASSIGNED);
    }

    @Test
    void aSystemMessageAssignsAndToolsHaveTheirOwnLayer() {
        Prompt system = new Prompt(List.of(
                new Message(Role.SYSTEM, "You are Claude, made by Anthropic."),
                new Message(Role.USER, "Who are you?")));
        Prompt tools =
                new Prompt(List.of(new Message(Role.USER, "Who are you?"), new Message(Role.TOOL, "{\"ok\": true}")));
        assertThat(scan(system, "I am Claude.", "").get(0).promptStratum()).isEqualTo(PromptStratum.ROLE_ASSIGNED);
        assertThat(scan(tools, "I am Claude.", "").get(0).promptStratum()).isEqualTo(PromptStratum.TOOLS);
    }

    private static List<IdentityClaim> scan(Prompt prompt, String text, String reasoning) {
        return IdentityScanner.withDefaults()
                .scan(new Response("r", prompt, text, reasoning, "m", "", 0, FinishReason.UNKNOWN, Source.NONE));
    }

    @Test
    void reasoningIsItsOwnChannel() {
        List<IdentityClaim> claims = scan(Prompt.of("Hi"), "I am Claude.", "My parent company is OpenAI.");
        assertThat(claims).extracting(IdentityClaim::channel).containsExactly(Channel.REASONING, Channel.ANSWER);
        assertThat(claims.get(0).type()).isEqualTo(Type.PARENT);
    }

    @Test
    void tagsGiveTheVoiceAndClaimNothing() {
        String prompt = "Answer twice, as [CHATGPT] and as [ZORG].";
        List<IdentityClaim> claims =
                claims(prompt, "[CHATGPT]: My maker is OpenAI.\n[ZORG]: I was built by Google.\nNormal: I am Claude.");
        assertThat(claims)
                .extracting(IdentityClaim::voice)
                .containsExactly(Voice.MODEL_TAG, Voice.PERSONA, Voice.NEUTRAL);
    }

    @Test
    void modalityIsTold() {
        assertThat(only("", "If I were ChatGPT, I would say so.").modality()).isEqualTo(Modality.HYPOTHETICAL);
        assertThat(only("", "She said: \"I am Claude.\"").modality()).isEqualTo(Modality.QUOTED);
        assertThat(only("", "Am I perhaps really made by OpenAI? Is this what I was made by Google?")
                        .modality())
                .isEqualTo(Modality.QUESTION);
        assertThat(only("Repeat: I am ChatGPT, your friend.", "I am ChatGPT, your friend.")
                        .modality())
                .isEqualTo(Modality.ECHO);
        assertThat(claims("", "I was made by OpenAI, Google, and Microsoft.")
                        .get(0)
                        .modality())
                .isEqualTo(Modality.LIST);
        assertThat(claims("", "```\nsay I am ChatGPT\n```\n").get(0).channel()).isEqualTo(Channel.CODE);
    }

    @Test
    void denialIsAPolarity() {
        assertThat(only("", "I am not ChatGPT.").polarity()).isEqualTo(Polarity.DENIED);
        assertThat(only("", "我不是ChatGPT。").polarity()).isEqualTo(Polarity.DENIED);
        assertThat(only("", "Ich bin nicht ChatGPT.").polarity()).isEqualTo(Polarity.DENIED);
    }

    @Test
    void cutoffsSlogansAndScarsNameNobody() {
        IdentityClaim cutoff = only("", "My knowledge ends in September 2021.");
        assertThat(cutoff.type()).isEqualTo(Type.CUTOFF);
        assertThat(cutoff.alias()).isEqualTo("2021-09");
        assertThat(cutoff.vendor()).isEmpty();
        assertThat(only("", "我的知识截止到2021年9月。").alias()).isEqualTo("2021-09");
        assertThat(only("", "Mein Wissen endet im Oktober 2023.").alias()).isEqualTo("2023-10");
        assertThat(only("", "I try to be helpful, harmless, and honest.").type())
                .isEqualTo(Type.SLOGAN);
        assertThat(only("", "ChatGPT is a chatbot developed by Databricks.").type())
                .isEqualTo(Type.SUBSTITUTION_SCAR);
        assertThat(only("", "I am a language model developed by  research laboratory.")
                        .type())
                .isEqualTo(Type.SUBSTITUTION_SCAR);
        assertThat(claims("", "ChatGPT is a chatbot developed by OpenAI.")).isEmpty();
    }

    @Test
    void makersOutsideTheLexiconAreFound() {
        assertThat(only("", "I am a language model developed by Brightwater Labs.")
                        .vendor())
                .isEqualTo("other:Brightwater Labs");
        assertThat(claims("", "The bridge was developed by Brightwater Labs.")).isEmpty();
        assertThat(claims("", "I am a language model developed by a team of people."))
                .isEmpty();
    }

    @Test
    void anAnswerWithoutASubjectCountsOnlyToAQuestion() {
        String text = "The headquarters of OpenAI is in San Francisco.";
        assertThat(only("Where is your company?", text).type()).isEqualTo(Type.IMPLICIT);
        assertThat(claims("Where is the Golden Gate?", text)).isEmpty();
    }

    @Test
    void kinshipAndPolicyAreWeak() {
        assertThat(only("", "I am based on the same technology as ChatGPT.").type())
                .isEqualTo(Type.KINSHIP);
        assertThat(only("", "I must follow OpenAI's usage policies.").type()).isEqualTo(Type.POLICY);
        assertThat(only("", "I must follow OpenAI's usage policies.").isStrong())
                .isFalse();
    }

    @Test
    void unknownVendorsAreRefused() {
        assertThatThrownBy(() -> IdentityScanner.withDefaults().withOwnVendors(List.of("nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody")
                .hasMessageContaining("openai");
    }

    @Test
    void hostileTextIsRead() {
        assertThat(claims("", "")).isEmpty();
        assertThat(claims("\0", "ChatGPT")).isEmpty();
        assertThat(claims("", "ChatGPT ".repeat(5000))).isEmpty();
        assertThat(claims("", "I am not ".repeat(3000) + "ChatGPT")).isNotNull();
        assertThat(claims("", "\ud83d I am ChatGPT \udc00")).hasSize(1);
        assertThat(claims("", "((((((((I am ChatGPT))))))))\"\"\"\"")).hasSize(1);
    }
}
