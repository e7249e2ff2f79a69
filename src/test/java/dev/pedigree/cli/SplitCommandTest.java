package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitCommandTest {
    private static final String ANSWER =
            "{\"id\": \"%s\", \"prompt\": \"Why %s?\", \"response\": \"Because %s.\", \"model\": \"%s\"}\n";

    @TempDir
    private Path folder;

    private Path log;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        log = folder.resolve("gateway.jsonl");
        out = folder.resolve("models");
        Files.writeString(
                log,
                ANSWER.formatted("a", "a", "a", "oak/1")
                        + ANSWER.formatted("b", "b", "b", "elm")
                        + ANSWER.formatted("c", "c", "c", "oak/1")
                        + ANSWER.formatted("d", "d", "d", ""));
    }

    @Test
    void everyModelGetsItsAnswersInOrder() throws IOException {
        Run run = Run.of("split", log.toString(), "--out", out.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(files()).containsExactly("elm.jsonl", "gateway.jsonl", "oak_1.jsonl");
        assertThat(CorpusReader.detect().read(out.resolve("oak_1.jsonl")).responses())
                .extracting(Response::id, Response::text, Response::model)
                .containsExactly(tuple("a", "Because a.", "oak/1"), tuple("c", "Because c.", "oak/1"));
        assertThat(run.err()).contains("2 answers of oak/1").contains("1 answers of gateway");
    }

    @Test
    void nothingIsLeftBehindByBadInput() throws IOException {
        Files.writeString(log, Files.readString(log) + "{\"id\": \"e\", \"prompt\": 7\n");
        Run run = Run.of("split", log.toString(), "--out", out.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("gateway.jsonl:5");
        assertThat(files()).isEmpty();
        assertThat(Run.of("split", "--skip-bad-records", log.toString(), "--out", out.toString())
                        .code())
                .isZero();
        assertThat(files()).hasSize(3);
    }

    @Test
    void modelsWhoseFilesWouldHaveOneNameAreKeptApart() throws IOException {
        Files.writeString(
                log,
                ANSWER.formatted("a", "a", "a", "oak/1")
                        + ANSWER.formatted("b", "b", "b", "oak:1")
                        + ANSWER.formatted("c", "c", "c", "橡树"));
        assertThat(Run.of("split", log.toString(), "--out", out.toString()).code())
                .isZero();
        assertThat(files()).containsExactly("oak_1-2.jsonl", "oak_1.jsonl", "橡树.jsonl");
        assertThat(Files.readString(out.resolve("oak_1.jsonl")))
                .contains("\"a\"")
                .doesNotContain("\"b\"");
        assertThat(Files.readString(out.resolve("oak_1-2.jsonl"))).contains("\"b\"");
    }

    @Test
    void severalModelsInOneSuspectAreTold() {
        assertThat(Run.of("inspect", log.toString()).err())
                .contains("names 2 models")
                .contains("pedigree split");
        assertThat(Run.of("audit", log.toString(), "--markdown", "-").out())
                .contains("The answers name 2 models (elm, oak/1)");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
