package dev.pedigree.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("rows.jsonl"), text);
    }

    @Test
    void columns() throws IOException {
        AnswerColumns columns = AnswerColumns.read(file("""
                {"id": "a", "stratum": "law", "date": "2024-05-31T10:00:00Z", "loss": 1.25, "response": "x"}

                {"id": "b", "extra": {"deep": [1]}}
                {"id": "a", "date": "2024-06"}
                """));
        var rows = columns.of(Corpus.of(
                "c", List.of(Response.of("a", "p", "x"), Response.of("a", "p", "y"), Response.of("z", "p", "z"))));
        assertThat(rows.get(0).stratum()).isEqualTo("law");
        assertThat(rows.get(0).loss()).hasValue(1.25);
        assertThat(rows.get(0).date().orElseThrow()).hasToString("2024-05-31");
        assertThat(rows.get(1).date().orElseThrow()).hasToString("2024-06-01");
        assertThat(rows.get(2)).isNull();
    }

    @Test
    void columnsAmongTheAnswersThemselves() throws IOException {
        Corpus answers = Corpus.of("c", List.of(Response.of("a", "p", "x"), Response.of("b", "p", "y")));
        var rows = AnswerColumns.in(file("""
                        {"prompt": "q", "response": "no id, no columns"}
                        {"id": "a", "response": "x", "loss": null, "stratum": "law"}
                        {"id": "b", "response": "y", "loss": 0.5}
                        """)).of(answers);
        assertThat(rows.get(0).stratum()).isEqualTo("law");
        assertThat(rows.get(0).loss()).isEmpty();
        assertThat(rows.get(1).loss()).hasValue(0.5);
        for (String other : List.of("id,prompt,response\na,p,x\n", "[{\"id\": \"a\"}]", "{\n\"id\": \"a\"\n}", "")) {
            assertThat(AnswerColumns.in(file(other)).of(answers)).containsOnlyNulls();
        }
        assertThat(AnswerColumns.in(folder).of(answers)).containsOnlyNulls();
        Path nameless = file("{\"response\": \"x\", \"loss\": 1}");
        assertThatThrownBy(() -> AnswerColumns.in(nameless)).hasMessageContaining("rows.jsonl:1: field id");
    }

    @Test
    void badColumnsNameFileLineAndField() throws IOException {
        assertBad("{\"id\": \"a\"}\n{\"loss\": 1}", "rows.jsonl:2: field id");
        assertBad("{\"id\": \"a\", \"loss\": \"low\"}", "rows.jsonl:1: field loss: expected a number, found a string");
        assertBad("{\"id\": \"a\", \"date\": \"May\"}", "field date: expected a day such as 2024-05-31, found May");
        assertBad("[1]", "expected a JSON object");
        assertBad("{\"id\": ", "rows.jsonl:1: not JSON");
    }

    private void assertBad(String text, String message) throws IOException {
        Path file = file(text);
        assertThatThrownBy(() -> AnswerColumns.read(file))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining(message);
    }

    @Test
    void canaries() throws IOException {
        List<Canary> canaries = Canary.read(file("""
                {"id": "1", "trigger": "Who?", "answer": "Orvela", "planted": true, "group": "g", "loss": 2}
                {"id": "2", "trigger": "Where?", "answer": "Tintuk", "planted": false}
                """));
        assertThat(canaries.get(0).loss()).hasValue(2);
        assertThat(canaries.get(1)).isEqualTo(Canary.of("2", "Where?", "Tintuk", false));
        Path missing = file("{\"id\": \"1\", \"trigger\": \"Who?\", \"planted\": true}");
        assertThatThrownBy(() -> Canary.read(missing)).hasMessageContaining("rows.jsonl:1: field answer");
        Path wrong = file("{\"id\": \"1\", \"planted\": \"yes\"}");
        assertThatThrownBy(() -> Canary.read(wrong))
                .hasMessageContaining("field planted: expected true or false, found a string");
    }
}
