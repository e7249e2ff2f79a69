package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PedigreeJsonlTest {
    @TempDir
    Path dir;

    private Path file(String name, String... lines) throws IOException {
        return Files.write(dir.resolve(name), List.of(lines));
    }

    @Test
    void readsAllFields() throws Exception {
        Path path = file(
                "m.jsonl",
                "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"Därum \\ud83d\\ude00.\", \"reasoning\": \"hm\", \"model\": \"m\","
                        + " \"lang\": \"de\", \"sample\": 2, \"finish\": \"length\", \"other\": [1]}");
        Corpus corpus = CorpusReader.detect().read(path);
        assertThat(corpus.name()).isEqualTo("m");
        assertThat(corpus.responses())
                .containsExactly(new Response(
                        "a",
                        Prompt.of("Why?"),
                        "Därum 😀.",
                        "hm",
                        "m",
                        "de",
                        2,
                        FinishReason.LENGTH,
                        new Source("m.jsonl", 1)));
        assertThat(corpus.summary().formats()).containsExactly("pedigree");
        assertThat(corpus.summary().models()).containsExactly("m");
        assertThat(corpus.summary().withReasoning()).isEqualTo(1);
    }

    @Test
    void aBadRecordIsAnErrorWithItsLineAndField() throws Exception {
        Path path = file(
                "m.jsonl",
                "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"}",
                "",
                "{\"id\": \"b\", \"prompt\": \"Why?\", \"response\": 7}");
        assertThatThrownBy(() -> CorpusReader.detect().read(path))
                .isInstanceOf(CorpusException.class)
                .hasMessage(path + ":3: field \"response\": expected text, found a number");
    }

    @Test
    void aBadRecordIsLeftOutAndCountedOnRequest() throws Exception {
        Path path = file(
                "m.jsonl",
                "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"}",
                "{\"id\": \"b\", ",
                "{\"id\": \"c\", \"prompt\": \"Why?\", \"response\": \"So so.\"}");
        Corpus corpus = CorpusReader.detect().skippingBadRecords().read(path);
        assertThat(corpus.responses()).extracting(Response::id).containsExactly("a", "c");
        assertThat(corpus.summary().skipped()).isEqualTo(1);
        assertThat(corpus.summary().skipReasons().get(0)).startsWith(path + ":2: not JSON");
    }

    @Test
    void aFolderHasAFileOrFolderPerModel() throws Exception {
        file("b.jsonl", "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"}");
        Files.createDirectories(dir.resolve("gpt-3.5"));
        file("gpt-3.5/x.jsonl", "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"}");
        file("README", "not data");
        assertThat(CorpusReader.models(dir)).extracting(ModelSource::name).containsExactly("b", "gpt-3.5");
        assertThat(CorpusReader.detect().read(dir.resolve("gpt-3.5")).name()).isEqualTo("gpt-3.5");
    }
}
