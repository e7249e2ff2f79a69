package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectCommandTest {
    @TempDir
    Path folder;

    private Path good;

    @BeforeEach
    void write() throws IOException {
        good = folder.resolve("good.jsonl");
        Files.writeString(good, """
                {"id": "1", "prompt": "Name a tree.", "response": "The larch.", "model": "m"}
                {"id": "2", "prompt": "Name a bird.", "response": "The wren.", "model": "m"}
                """);
    }

    @Test
    void writesALineForEachModelOfAFolder() throws IOException {
        Files.copy(good, folder.resolve("other.jsonl"));
        Run run = Run.of("inspect", folder.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(l -> l.split("\t", -1).length))
                .containsOnly(8)
                .hasSize(3);
        assertThat(run.out())
                .startsWith("path\tformat\tresponses\twith_prompt\twith_reasoning\tduplicates\tskipped\tmodels\n")
                .contains("good.jsonl\tpedigree\t2\t2\t0\t0\t0\tm\n");
    }

    @Test
    void badDataNameFileLineAndWhatToDo() throws IOException {
        Path bad = folder.resolve("bad.jsonl");
        Files.writeString(bad, Files.readString(good) + "{\"id\": \"3\", \"prompt\": 7}\n");
        Run run = Run.of("inspect", bad.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("bad.jsonl:3", "--skip-bad-records").doesNotContain("\tat ");
        Run skipping = Run.of("inspect", "--skip-bad-records", bad.toString());
        assertThat(skipping.code()).isZero();
        assertThat(skipping.out()).contains("\t2\t2\t0\t0\t1\tm\n");
        assertThat(skipping.err()).contains("skipped", "bad.jsonl:3");
        assertThat(Run.of("inspect", "-q", "--skip-bad-records", bad.toString()).err())
                .isEmpty();
    }

    /** What is said of no answer at all would look like a result. */
    @Test
    void filesWithoutAnAnswerAreBadData() throws IOException {
        Path none = folder.resolve("none.jsonl");
        Files.writeString(
                none, "{\"id\": \"x\", \"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": null}}]}\n");
        for (String command : new String[] {"inspect", "audit", "identity"}) {
            Run run = Run.of(command, none.toString());
            assertThat(run.code()).as(command).isEqualTo(3);
            assertThat(run.err()).as(command).contains("none.jsonl: there is no answer in it: 1 record was skipped");
            assertThat(run.out()).as(command).doesNotContain("Verdict");
        }
        Run both = Run.of("inspect", none.toString(), good.toString());
        assertThat(both.code()).isEqualTo(3);
        assertThat(both.out()).contains("none.jsonl\topenai-replies\t0", "good.jsonl\tpedigree\t2");
    }

    @Test
    void anUnknownFormatListsTheKnownOnes() {
        Run run = Run.of("inspect", "--format", "scroll", good.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'scroll'", "pedigree");
    }

    @Test
    void aMissingFileIsBadData() {
        Run run = Run.of("inspect", folder.resolve("none").toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no such file").doesNotContain("Exception");
    }

    @Test
    void whatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Files.writeString(folder.resolve("a.jsonl"), "{\"nothing\": 1}\n");
        Files.writeString(folder.resolve("b.parquet"), "PAR1 and so on");
        Run run = Run.of("inspect", folder.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("good.jsonl\tpedigree\t2");
        assertThat(run.err()).contains("a.jsonl: expected the fields of a known format", "b.parquet: a Parquet file");
    }

    @Test
    void aPathThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Path none = folder.resolve("none.jsonl");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path print = folder.resolve("m.pedprint");
        assertThat(Run.of("fingerprint", good.toString(), "--out", print.toString())
                        .code())
                .isZero();
        Run run = Run.of("inspect", none.toString(), empty.toString(), print.toString(), good.toString());
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("good.jsonl\tpedigree\t2");
        assertThat(run.err())
                .contains(
                        "none.jsonl: no such file or folder",
                        "empty: expected a file or a folder for each model",
                        "m.pedprint: this is a fingerprint");
    }

    @Test
    void fieldsAndQuestionsCanBeNamed() throws IOException {
        Path pairs = Files.writeString(
                folder.resolve("pairs.jsonl"), "{\"q\": \"Why?\", \"chosen\": \"So.\", \"rejected\": \"No.\"}\n");
        assertThat(Run.of("inspect", pairs.toString()).err()).contains("--columns response=NAME");
        Run run = Run.of("inspect", "--columns", "response=chosen,prompt=q", pairs.toString());
        assertThat(run.out()).contains("pairs.jsonl\tfields\t1\t1\t");
        assertThat(Run.of("inspect", "--columns", "reply=chosen", pairs.toString())
                        .code())
                .isEqualTo(2);
        Path answers = Files.createDirectory(folder.resolve("a")).resolve("answers.jsonl");
        Files.writeString(
                answers,
                "{\"question_id\": 1, \"model_id\": \"m\", \"choices\": [{\"index\": 0, \"turns\": [\"So.\"]}]}\n");
        Path questions = Files.createDirectory(folder.resolve("q")).resolve("asked.jsonl");
        Files.writeString(questions, "{\"question_id\": 1, \"category\": \"c\", \"turns\": [\"Why?\"]}\n");
        assertThat(Run.of("inspect", answers.toString()).out()).contains("mt-bench\t1\t0\t");
        assertThat(Run.of("inspect", "--prompts", questions.toString(), answers.toString())
                        .out())
                .contains("mt-bench\t1\t1\t");
    }
}
