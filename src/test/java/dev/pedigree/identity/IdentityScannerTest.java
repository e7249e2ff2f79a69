package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityScannerTest {
    private static List<IdentityClaim> claims(String prompt, String text) {
        return IdentityScanner.withDefaults().scan(Response.of("r", prompt, text));
    }

    @Test
    void aClaimPointsAtTheWordsThatMakeIt() {
        String text = "Happy to help. I am ChatGPT, by the way.";
        IdentityClaim claim = claims("", text).get(0);
        assertThat(claim.vendor()).isEqualTo("openai");
        assertThat(text.substring(claim.start(), claim.end())).isEqualTo("ChatGPT");
        assertThat(claim.quote()).isEqualTo("I am ChatGPT, by the way.");
        assertThat(claim.isStrong()).isTrue();
    }

    @Test
    void whatThePromptImposedIsNotSincere() {
        assertThat(claims("Hello ChatGPT, who made you?", "I was made by OpenAI."))
                .allMatch(c -> !c.sincere());
        assertThat(claims("Who made you?", "I was made by OpenAI.")).allMatch(IdentityClaim::sincere);
        assertThat(claims("谁开发了你？", "我是由OpenAI开发的语言模型。")).hasSize(1).allMatch(IdentityClaim::sincere);
    }
}
