package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import dev.pedigree.internal.JsonStrings;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The document that {@code identity --json} writes, field by field. */
class IdentityJsonTest {
    private static final String ANSWER =
            "\ud83e\udd16\ud83d\ude42 Sure! I'm ChatGPT, made by OpenAI. \ud83d\ude80 I am not Claude.";

    private static List<Map<String, String>> claims(Response... responses) throws IOException {
        StringWriter out = new StringWriter();
        try (IdentityJson json = IdentityJson.to(IdentityScanner.withDefaults(), out)) {
            for (Response response : responses) {
                json.add(response);
            }
        }
        List<Map<String, String>> claims = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(out.toString())) {
            while (parser.nextToken() != JsonToken.START_ARRAY) {
                assertThat(parser.currentToken()).isNotNull();
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> claim = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    claim.put(name, parser.getText());
                }
                claims.add(claim);
            }
            assertThat(parser.nextFieldName()).isEqualTo("summary");
        }
        return claims;
    }

    @Test
    void aClaimHasItsFieldsInOrder() throws IOException {
        List<Map<String, String>> claims = claims(Response.of("r1", "Who are you?", ANSWER));
        assertThat(claims).hasSize(3);
        assertThat(claims.get(0).keySet())
                .containsExactly(
                        "id",
                        "vendor",
                        "alias",
                        "type",
                        "polarity",
                        "modality",
                        "voice",
                        "channel",
                        "promptStratum",
                        "sincere",
                        "start",
                        "end",
                        "quote",
                        "confidence");
        assertThat(claims.get(0))
                .containsEntry("id", "r1")
                .containsEntry("vendor", "openai")
                .containsEntry("alias", "ChatGPT")
                .containsEntry("type", "name")
                .containsEntry("polarity", "affirmed")
                .containsEntry("modality", "real")
                .containsEntry("voice", "own")
                .containsEntry("channel", "answer")
                .containsEntry("promptStratum", "identity_question")
                .containsEntry("sincere", "true")
                .containsEntry("quote", "I'm ChatGPT, made by OpenAI.");
        assertThat(claims.get(1)).containsEntry("type", "developer").containsEntry("alias", "OpenAI");
        assertThat(claims.get(2))
                .containsEntry("vendor", "anthropic")
                .containsEntry("polarity", "denied")
                .containsEntry("sincere", "false");
        assertThat(Double.parseDouble(claims.get(0).get("confidence"))).isBetween(0.5, 1.0);
    }

    @Test
    void offsetsPointToTheQuote() throws IOException {
        String thought = "\ud83e\udd14 My parent company is OpenAI, I think.";
        Response response =
                new Response("r", Prompt.of("Hi"), ANSWER, thought, "m", "", 0, FinishReason.UNKNOWN, Source.NONE);
        List<Map<String, String>> claims = claims(response);
        assertThat(claims).extracting(c -> c.get("channel")).contains("reasoning", "answer");
        for (Map<String, String> claim : claims) {
            String text = claim.get("channel").equals("reasoning") ? thought : ANSWER;
            String quote = text.substring(Integer.parseInt(claim.get("start")), Integer.parseInt(claim.get("end")));
            assertThat(quote).isEqualTo(claim.get("quote")).contains(claim.get("alias"));
        }
    }

    @Test
    void anAnswerWithoutAClaimHasNone() throws IOException {
        assertThat(claims(Response.of("r", "Hi", "Hello there."))).isEmpty();
    }

    @Test
    void whatOthersWroteIsBoundedAndShown() throws IOException {
        String id = "\ud83e\udd89".repeat(20_000);
        StringWriter out = new StringWriter();
        try (IdentityJson json = IdentityJson.to(IdentityScanner.withDefaults(), out)) {
            json.add(Response.of(id, "Hi", "I am ChatGPT\u202e, made by OpenAI\ud83e."));
        }
        assertThat(out.toString())
                .hasSizeLessThan(100_000)
                .contains("\\u202e", "\ufffd", "\u2026")
                .doesNotContain("\u202e", "\r");
        List<Map<String, String>> claims = claims(Response.of(id, "Hi", "I am ChatGPT."));
        assertThat(claims.get(0).get("id")).isEqualTo("\ud83e\udd89".repeat(JsonStrings.LONGEST) + "\u2026");
    }
}
