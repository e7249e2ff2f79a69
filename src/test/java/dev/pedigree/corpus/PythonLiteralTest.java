package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists and dicts as Python prints them. */
class PythonLiteralTest {
    @TempDir
    Path dir;

    @Test
    void literals() {
        assertThat(PythonLiteral.parse("[{'a': \"it's\", 'b': None, 'c': True, 'd': (1, -2.5e3)}]"))
                .isEqualTo(List.of(fields("it's")));
        assertThat(PythonLiteral.parse("['a\\n\\t\\'\\\\', '\\xe9\\u732b\\U0001f600']"))
                .isEqualTo(List.of("a\n\t'\\", "é猫😀"));
        assertThat(PythonLiteral.parse("['a' 'b'\n 'c']")).isEqualTo(List.of("a", "b", "c"));
        assertThat(PythonLiteral.parse("array([{'x': 'y'}\n {'x': 'z'}], dtype=object)"))
                .isEqualTo(List.of(Map.of("x", "y"), Map.of("x", "z")));
        assertThat(PythonLiteral.parse("[datetime.datetime(2026, 3, 1, tzinfo=None), nan]"))
                .isEqualTo(Arrays.asList(null, null));
        assertThat(PythonLiteral.parse("[]")).isEqualTo(List.of());
    }

    private static Map<String, Object> fields(String a) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        fields.put("a", a);
        fields.put("b", null);
        fields.put("c", true);
        fields.put("d", List.of(new Json.Num("1"), new Json.Num("-2.5e3")));
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "['a'",
                "['a' , , 'b']",
                "{'a'}",
                "{1: 2}",
                "['a\\q']",
                "[x]",
                "['a'] b",
                "['\\U00200000']",
                "[...]",
                "('a' 'b')"
            })
    void whatIsNoneIsRefused(String text) {
        assertThat(PythonLiteral.parse(text)).isNull();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(PythonLiteral.parse("[".repeat(100_000) + "]".repeat(100_000)))
                .isNull();
    }

    @Test
    void conversationsInCells() throws Exception {
        Path file = Files.writeString(
                dir.resolve("t.csv"),
                "conversation_id,model,conversation\nc1,gull-13b,\"[{'role': 'user', 'content': 'Why?'}\n"
                        + " {'role': 'assistant', 'content': \"\"It's so.\"\"}]\"\n");
        Corpus corpus = CorpusReader.detect().read(file);
        assertThat(corpus.responses()).extracting(Response::text).containsExactly("It's so.");
        assertThat(corpus.responses().get(0).prompt().lastUserText()).isEqualTo("Why?");
        assertThat(corpus.summary().models()).containsExactly("gull-13b");
    }

    @Test
    void severalAnswersInACell() throws Exception {
        Path file = Files.writeString(
                dir.resolve("t.csv"),
                "prompt,responses\nWhy?,\"['So.', 'Thus.']\"\nHow?,\"[\"\"Well.\"\"]\"\nWho?,[me\n");
        List<Response> responses = CorpusReader.detect().read(file).responses();
        assertThat(responses).extracting(Response::text).containsExactly("So.", "Thus.", "Well.", "[me");
        assertThat(responses).extracting(Response::sample).containsExactly(0, 1, 0, 0);
    }

    /** A list may be what was asked for, where the column is that of one answer. */
    @Test
    void aListThatIsTheAnswerStays() throws Exception {
        Path file = Files.writeString(dir.resolve("t.csv"), "prompt,response\nList two.,\"['a', 'b']\"\n");
        assertThat(CorpusReader.detect().read(file).responses())
                .extracting(Response::text)
                .containsExactly("['a', 'b']");
    }
}
