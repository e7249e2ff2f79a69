package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What versions of the tools, and people's own scripts, write differently from the fixtures. */
class LogVariantsTest {
    @TempDir
    Path dir;

    private Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Corpus read(String name, String text) throws IOException {
        return CorpusReader.detect().read(write(name, text));
    }

    private static String pair(Response response) {
        return response.prompt().lastUserText() + " -> " + response.text();
    }

    private static List<String> pairs(Corpus corpus) {
        return corpus.responses().stream().map(LogVariantsTest::pair).toList();
    }

    @Test
    void candidatesOfOtherThingsAreNoReplies() throws Exception {
        assertThatThrownBy(() -> read("votes.jsonl", "{\"id\": 1, \"candidates\": [{\"name\": \"Ann\"}]}\n"))
                .hasMessageContaining("expected the fields of a known format");
        assertThatThrownBy(() -> read("names.jsonl", "{\"id\": 1, \"candidates\": [\"Ann\"]}\n"))
                .hasMessageContaining("expected the fields of a known format");
        Corpus snake = read(
                "g.jsonl",
                "{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"So.\"}]}, \"finish_reason\": \"STOP\"}]}\n"
                        + "{\"prompt_feedback\": {\"block_reason\": \"SAFETY\"}, \"usage_metadata\": {}}\n"
                        + "{\"candidates\": [], \"usageMetadata\": {}}\n");
        assertThat(snake.responses()).extracting(Response::text).containsExactly("So.");
        assertThat(snake.summary().skipped()).isEqualTo(2);
        assertThat(snake.summary().skipReasons().get(0)).contains("SAFETY");
    }

    @Test
    void answersInAListSayEachWhyTheyEnd() throws Exception {
        Corpus corpus = read(
                "r.jsonl",
                "{\"prompt\": \"Why?\", \"outputs\": [{\"text\": \"So.\", \"finish_reason\": \"stop\"},"
                        + " {\"text\": \"And\", \"finish_reason\": \"length\"}]}\n");
        assertThat(corpus.responses())
                .extracting(Response::finish)
                .containsExactly(FinishReason.STOP, FinishReason.LENGTH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "sharegpt    | {'conversation': [{'from': 'human', 'value': 'Why?'}, {'from': 'gpt', 'value': 'So.'}]}",
                "sharegpt    | {'messages': [{'from': 'user', 'value': 'Why?'}, {'from': 'chatgpt', 'value': 'So.'}]}",
                "sharegpt    | {'conversation_id': 1, 'conversation': [{'human': 'Why?', 'assistant': 'So.'}]}",
                "openai-chat | {'conversation': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': 'So.'}]}",
                "openai-chat | {'dialog': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': 'So.'}]}",
                "openai-chat | {'contents': [{'role': 'user', 'parts': [{'text': 'Why?'}]}, {'role': 'model', 'parts': [{'text': 'So.'}]}]}",
                "openai-chat | {'messages': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': 'So.'}], 'answer': 'No.'}",
                "fields      | {'messages': [{'role': 'user', 'content': 'Why?'}], 'response': 'So.'}",
                "fields      | {'messages': [{'role': 'user', 'content': 'Why?'}], 'completion': 'So.'}",
                "fields      | {'messages': [{'role': 'user', 'content': 'Why?'}], 'output': {'role': 'assistant', 'content': 'So.'}}",
                "fields      | {'input': [{'role': 'user', 'content': 'Why?'}], 'output': {'role': 'assistant', 'content': 'So.'}}",
                "fields      | {'Prompt': 'Why?', 'Model Response': 'So.'}",
                "fields      | {'userPrompt': 'Why?', 'generatedText': 'So.'}",
                "fields      | {'question': 'Why?', 'answer': '42', 'prediction': 'So.'}",
                "fields      | {'data': [{'question': 'Why?', 'answer': 'So.'}], 'version': 1}",
                "ollama-replies | {'request': {'prompt': 'Why?'}, 'response': {'model': 'm', 'created_at': '', 'response': 'So.', 'done': true}}",
                "openai-evals | {'spec': {'model_name': 'm', 'eval_name': 'e'}}%{'run_id': 'r', 'event_id': 0, 'type': 'sampling', 'data': {'prompt': 'Why?', 'sampled': 'So.'}}",
                "openai-evals | {'spec': {'model_specs': {'completions_': [{'model': 'm'}]}}}%{'run_id': 'r', 'event_id': 0, 'type': 'sampling', 'data': {'prompt': 'Why?', 'sampled': 'So.'}}",
                "promptfoo   | {'version': 3, 'results': [{'provider': {'id': 'p'}, 'prompt': {'raw': 'Why?'}, 'response': {'output': 'So.'}, 'success': true}]}",
            })
    void variants(String format, String line) throws IOException {
        Corpus corpus = read("log.jsonl", line.replace('\'', '"').replace('%', '\n'));
        assertThat(corpus.summary().formats()).containsExactly(format);
        assertThat(pairs(corpus)).containsExactly("Why? -> So.");
    }

    /** The first record says nothing of the format; the next one does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'conversations': []} | {'conversations': [{'from': 'human', 'value': 'Why?'}, {'from': 'gpt', 'value': 'So.'}]}",
                "{'messages': []} | {'messages': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': 'So.'}]}",
                "{'error': 'no such model'} | {'model': 'm', 'created_at': '', 'prompt': 'Why?', 'response': 'So.', 'done': true}",
                "{'key': 'a', 'error': {'message': 'no'}} | {'key': 'b', 'request': {'contents': [{'parts': [{'text': 'Why?'}]}]}, 'response': {'candidates': [{'content': {'parts': [{'text': 'So.'}]}}]}}",
                "{'status': 'Bad Request', 'response': {}} | {'request': {'contents': [{'parts': [{'text': 'Why?'}]}]}, 'response': {'candidates': [{'content': {'parts': [{'text': 'So.'}]}}]}}",
                "{'id': 'a', 'provider': {'id': 'p'}, 'prompt': {'raw': 'Why?'}, 'response': null, 'success': false} | {'provider': {'id': 'p'}, 'prompt': {'raw': 'Why?'}, 'response': {'output': 'So.'}, 'success': true}",
            })
    void aFirstRecordWithoutAnswer(String first, String second) throws IOException {
        String lines = (first + "\n" + second).replace('\'', '"');
        Corpus corpus = read("log.jsonl", lines);
        assertThat(pairs(corpus)).containsExactly("Why? -> So.");
        assertThat(corpus.summary().skipped()).isOne();
        Corpus list = read("log.json", "[" + lines.replace("\n", ",\n") + "]");
        assertThat(pairs(list)).containsExactly("Why? -> So.");
        assertThat(list.summary().skipped()).isOne();
    }

    @Test
    void aFirstRecordThatIsNoneOfTheFormatIsToldWithItsLine() throws IOException {
        Path log = write("log.jsonl", """
                {"about": "my log"}
                {"id": "1", "prompt": "Why?", "response": "So."}
                """);
        assertThatThrownBy(() -> CorpusReader.detect().read(log))
                .hasMessageContaining("log.jsonl:1: field \"response\"");
        assertThat(pairs(CorpusReader.detect().skippingBadRecords().read(log))).containsExactly("Why? -> So.");
    }

    @Test
    void aListInsideARecordIsNoDocument() throws IOException {
        Path seed = write("seed.jsonl", """
                {"instruction": "Name a river.", "instances": [{"input": "in Asia", "output": "The Ob."}]}
                """);
        assertThatThrownBy(() -> CorpusReader.detect().read(seed))
                .hasMessageContaining("expected the fields of a known format");
    }

    private static final String INPUT = """
            {"custom_id": "%1$s", "method": "POST", "url": "/v1/chat/completions", "body": {"messages": [{"role": "user", "content": "%2$s"}]}}
            """;
    private static final String OUTPUT = """
            {"custom_id": "%1$s", "response": {"status_code": 200, "body": {"model": "m", "choices": [{"message": {"role": "assistant", "content": "%2$s"}}]}}, "error": null}
            """;

    @Test
    void aBatchInSeveralFilesIsJoinedWithAllOfItsInputs() throws IOException {
        write("in1.jsonl", INPUT.formatted("a", "Why?"));
        write("in2.jsonl", INPUT.formatted("b", "Where?"));
        Corpus corpus = read("out2.jsonl", OUTPUT.formatted("b", "There.") + OUTPUT.formatted("a", "So."));
        assertThat(pairs(corpus)).containsExactly("Where? -> There.", "Why? -> So.");
    }

    @Test
    void anIdThatStandsForTwoPromptsIsNotGuessed() throws IOException {
        Path first = write("in1.jsonl", INPUT.formatted("a", "Why?"));
        write("in2.jsonl", INPUT.formatted("a", "Where?"));
        Path output = write("out.jsonl", OUTPUT.formatted("a", "So."));
        assertThatThrownBy(() -> CorpusReader.detect().read(output))
                .hasMessageContaining("out.jsonl:1: \"a\" stands for different prompts");
        assertThat(pairs(CorpusReader.detect().withPrompts(first).read(output))).containsExactly("Why? -> So.");
    }

    private static String piece(String text, String more) {
        return "{\"candidates\": [{\"content\": {\"parts\": [{\"text\": \"" + text
                + "\"}], \"role\": \"model\"}, \"index\": 0" + more + "}], \"modelVersion\": \"kestrel-3\"}";
    }

    private static final String STOP = ", \"finishReason\": \"STOP\"";

    /** One reply or two as pieces: a list, a list per line, lines, and beside the request. */
    @Test
    void piecesOfGeminisStreamsAreJoined() throws IOException {
        String one = piece("Hel", "") + ",\n" + piece("lo ", "") + ",\n" + piece("there.", STOP);
        String two = piece("So", "") + ",\n" + piece(".", STOP);
        String first = one.replace("\n", "");
        String second = two.replace("\n", "");
        for (String log : List.of(
                "[" + one + "\n,\n" + two + "]",
                "[" + first + "]\n[" + second + "]\n",
                (one + "\n" + two).replace("},\n", "}\n"),
                "{\"request\": {\"contents\": []}, \"response\": [" + first + "]}\n{\"response\": [" + second + "]}\n",
                "{\"request\": {}, \"response\": [" + first.replace(STOP, "") + "]}\n{\"response\": [" + second
                        + "]}\n")) {
            Corpus corpus = read("stream.json", log);
            assertThat(corpus.summary().formats()).as(log).containsExactly("gemini-replies");
            assertThat(corpus.responses()).as(log).extracting(Response::text).containsExactly("Hello there.", "So.");
            assertThat(corpus.responses()).extracting(Response::model).containsOnly("kestrel-3");
            assertThat(corpus.responses().get(1).finish()).isEqualTo(FinishReason.STOP);
        }
    }

    @Test
    void aStreamOfGeminiThatIsCutOffIsNoAnswer() throws IOException {
        String cut = piece("Hel", "").replaceFirst("}$", ", \"responseId\": \"r1\"}");
        String whole = piece("So.", STOP).replaceFirst("}$", ", \"responseId\": \"r2\"}");
        for (String log : List.of(cut + "\n" + cut + "\n" + whole, whole + "\n" + cut)) {
            Corpus corpus = read("cut.jsonl", log);
            assertThat(corpus.responses()).extracting(Response::text).containsExactly("So.");
            assertThat(corpus.summary().skipReasons().get(0)).contains("the streamed reply ends before");
        }
    }

    @Test
    void repliesOfGeminiWithoutReasonsForTheirEndsAreWhole() throws IOException {
        Corpus corpus = read("stripped.jsonl", piece("So.", "") + "\n" + piece("No.", "") + "\n");
        assertThat(corpus.responses()).extracting(Response::text).containsExactly("So.", "No.");
        assertThat(corpus.responses()).extracting(Response::id).containsExactly("stripped.jsonl:1", "stripped.jsonl:2");
        String many = (piece("So.", "") + "\n").repeat(5000);
        assertThat(read("many.jsonl", many).responses()).hasSize(5000);
    }

    @Test
    void aBatchOfGeminiIsJoinedOnItsKey() throws IOException {
        write("in.jsonl", """
                {"key": "k1", "request": {"contents": [{"parts": [{"text": "Why?"}]}]}}
                {"key": "k2", "request": {"contents": [{"parts": [{"text": "Where?"}]}]}}
                """);
        Corpus corpus = read("out.jsonl", """
                {"key": "k2", "response": {"candidates": [{"content": {"parts": [{"text": "There."}]}}]}}
                {"key": "k1", "response": {"candidates": [{"content": {"parts": [{"text": "So."}]}}]}}
                """);
        assertThat(pairs(corpus)).containsExactly("Where? -> There.", "Why? -> So.");
        assertThat(CorpusReader.models(dir)).extracting(ModelSource::name).containsExactly("out");
    }

    @Test
    void preferencePairsAreReadOnceTheCallerChooses() throws IOException {
        Path pairs = write("dpo.jsonl", """
                {"prompt": "Why?", "chosen": "So.", "rejected": "No."}
                """);
        assertThatThrownBy(() -> CorpusReader.detect().read(pairs)).hasMessageContaining("preference pairs");
        assertThat(pairs(named("chosen", pairs))).containsExactly("Why? -> So.");
        Path turns = write("turns.jsonl", """
                {"chosen": [{"role": "user", "content": "Why?"}, {"role": "assistant", "content": "So."}], "rejected": []}
                """);
        assertThat(pairs(named("chosen", turns))).containsExactly("Why? -> So.");
    }

    private static Corpus named(String response, Path file) throws IOException {
        TreeMap<String, String> columns = new TreeMap<>();
        columns.put("response", response);
        return CorpusReader.detect().withColumns(columns).read(file);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Prompt,Response\nWhy?,So.\n",
                " prompt , Model Response \nWhy?,So.\n",
                "user_prompt,model_response\nWhy?,So.\n",
                "prompt,response\rWhy?,So.\r",
                "prompt;answer;output\nWhy?;no;So.\n",
            })
    void tables(String text) throws IOException {
        assertThat(pairs(read("t.csv", text))).containsExactly("Why? -> So.");
    }

    @Test
    void twoColumnsOfOneNameAreNotGuessed() throws IOException {
        Path table = write("t.csv", "response,response\na,b\n");
        assertThatThrownBy(() -> CorpusReader.detect().read(table))
                .hasMessageContaining("two columns are called \"response\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'id': '1', 'prompt': 'Why?', 'response': 5} | field \"response\": expected text, found a number",
                "{'type': 'error', 'error': {'message': 'Overloaded'}} | nothing but an error of the provider: Overloaded",
                "{'question_id': 1, 'judge': ['g', 's'], 'judgment': 'x'} | a file of a judge's verdicts",
                "{'prompt': 'Why?', 'text': 'So.'} | the field of the answers can be named",
            })
    void errorsSayWhatTheFileIs(String line, String message) throws IOException {
        Path log = write("log.jsonl", line.replace('\'', '"'));
        assertThatThrownBy(() -> CorpusReader.detect().read(log)).hasMessageContaining(message);
    }

    private static CorpusException.Kind kind(Path path) {
        return catchThrowableOfType(
                        CorpusException.class, () -> CorpusReader.detect().read(path))
                .kind();
    }

    @Test
    void errorsAreOfAKindByWhatCanBeDone() throws IOException {
        Path folder = Files.createDirectories(dir.resolve("empty"));
        assertThat(kind(dir.resolve("none"))).isEqualTo(CorpusException.Kind.MISSING);
        assertThat(kind(folder)).isEqualTo(CorpusException.Kind.NOTHING_TO_READ);
        assertThat(catchThrowableOfType(CorpusException.class, () -> CorpusReader.models(folder))
                        .kind())
                .isEqualTo(CorpusException.Kind.NOTHING_TO_READ);
        assertThat(kind(write("a.jsonl", "PAR1...."))).isEqualTo(CorpusException.Kind.OTHER_FILE);
        assertThat(kind(write("b.jsonl", "%PDF-1.7"))).isEqualTo(CorpusException.Kind.OTHER_FILE);
        assertThat(kind(write("c.jsonl", "{\"prompt\": \"Why?\", \"text\": \"So.\"}")))
                .isEqualTo(CorpusException.Kind.UNNAMED_FIELDS);
        assertThat(kind(write("d.csv", "one,two\n1,2\n"))).isEqualTo(CorpusException.Kind.UNNAMED_FIELDS);
        assertThat(kind(write("e.jsonl", "{\"id\": \"1\", \"prompt\": \"Why?\", \"response\": 5}")))
                .isEqualTo(CorpusException.Kind.BAD_DATA);
        String input =
                "{\"custom_id\": \"r\", \"method\": \"POST\", \"url\": \"/v1/chat/completions\", \"body\": {\"model\": \"m\","
                        + " \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}}\n";
        write("batch/in1.jsonl", input.formatted("Why?"));
        write("batch/in2.jsonl", input.formatted("How?"));
        Path output = write(
                "batch/out.jsonl",
                "{\"id\": \"b\", \"custom_id\": \"r\", \"response\": {\"status_code\": 200, \"body\": {\"choices\": [{\"index\": 0,"
                        + " \"message\": {\"role\": \"assistant\", \"content\": \"So.\"}}]}}, \"error\": null}\n");
        assertThat(kind(output)).isEqualTo(CorpusException.Kind.UNNAMED_QUESTIONS);
    }

    @Test
    void aReplyWithoutChoicesIsNoAnswer() throws IOException {
        Corpus corpus = read("r.json", "{\"object\": \"chat.completion\", \"model\": \"m\", \"choices\": []}");
        assertThat(corpus.responses()).isEmpty();
        assertThat(corpus.summary().skipReasons())
                .containsExactly(dir.resolve("r.json") + ":1: the reply has no choices");
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private Path gzip(byte[]... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.write(part);
        }
        return Files.write(dir.resolve("log.jsonl.gz"), bytes.toByteArray());
    }

    @Test
    void nothingBehindAGzipMemberIsLostInSilence() throws IOException {
        byte[] one = packed("{\"id\": \"1\", \"prompt\": \"Why?\", \"response\": \"So.\"}\n");
        byte[] other = packed("{\"id\": \"2\", \"prompt\": \"Where?\", \"response\": \"There.\"}\n");
        assertThat(pairs(CorpusReader.detect().read(gzip(one, other))))
                .containsExactly("Why? -> So.", "Where? -> There.");
        assertThat(pairs(CorpusReader.detect().read(gzip(one, new byte[600], other))))
                .hasSize(2);
        assertThat(pairs(CorpusReader.detect().read(gzip(one, new byte[600])))).hasSize(1);
        for (int cut = 1; cut < other.length; cut++) {
            Path file = gzip(one, Arrays.copyOf(other, cut));
            assertThatThrownBy(() -> CorpusReader.detect().read(file))
                    .hasMessageContaining("the compressed data are cut off");
        }
        Path glued = gzip(one, "more".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> CorpusReader.detect().read(glued)).hasMessageContaining("no gzip");
        byte[] wrong = one.clone();
        wrong[wrong.length - 6] ^= 1;
        Path damaged = gzip(wrong);
        assertThatThrownBy(() -> CorpusReader.detect().read(damaged)).hasMessageContaining("checksum");
        Path twice = Files.write(dir.resolve("twice.gz"), packedBytes(one));
        assertThatThrownBy(() -> CorpusReader.detect().read(twice)).hasMessageContaining("compressed twice");
    }

    private static byte[] packedBytes(byte[] data) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(data);
        }
        return bytes.toByteArray();
    }

    @Test
    void aFolderDoesNotPassOverDataThatItCannotRead() throws IOException {
        write("folder/good.jsonl", "{\"id\": \"1\", \"prompt\": \"Why?\", \"response\": \"So.\"}\n");
        write("folder/other.parquet", "PAR1 and so on");
        assertThat(CorpusReader.models(dir.resolve("folder"))).hasSize(2);
        assertThatThrownBy(() -> CorpusReader.detect().read(dir.resolve("folder")))
                .hasMessageContaining("a Parquet file");
    }

    @Test
    void helmsOtherFilesAreNoModels() throws IOException {
        write("run/scenario_state.json", """
                {"adapter_spec": {"model": "m"}, "request_states": [{"instance": {"id": "i"}, "request": {"prompt": "Why?"}, "result": {"success": true, "completions": [{"text": "So."}]}}]}
                """);
        write("run/costs.json", "{}");
        write("run/adapter_spec.json", "{\"model\": \"m\"}");
        assertThat(pairs(CorpusReader.detect().read(dir.resolve("run")))).containsExactly("Why? -> So.");
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    /** What the judge of AlpacaEval wrote repeats the answers, and holds the reference's. */
    @Test
    void annotationsBelowOutputsAreNoAnswers() throws IOException {
        write("gull/model_outputs.json", json("[{'instruction': 'Why?', 'output': 'So.', 'generator': 'gull'}]"));
        String judged = json("[{'instruction': 'Why?', 'output_1': 'No.', 'generator_1': 'base', 'output_2': 'So.',"
                + " 'generator_2': 'gull', 'preference': 2}]");
        write("gull/weighted/annotations.json", judged);
        write("tern/annotations.json", judged);
        assertThat(pairs(CorpusReader.detect().read(dir.resolve("gull")))).containsExactly("Why? -> So.");
        assertThat(CorpusReader.detect().read(dir.resolve("tern")).summary().models())
                .containsExactly("base", "gull");
    }

    @Test
    void hitsOfGarakBesideTheirReportAreNoFurtherAnswers() throws IOException {
        String hit = json("{'attempt_id': 'a', 'attempt_idx': 0, 'probe': 'p', 'prompt': 'Why?', 'output': 'So.',"
                + " 'generator': 'g'}");
        write(
                "garak.1.report.jsonl",
                json("{'entry_type': 'attempt', 'uuid': 'a', 'status': 2, 'prompt': 'Why?',"
                        + " 'outputs': ['So.', 'Thus.']}"));
        write("garak.1.hitlog.jsonl", hit);
        write("garak.2.hitlog.jsonl", hit);
        assertThat(CorpusReader.models(dir))
                .extracting(ModelSource::name)
                .containsExactly("garak.1.report", "garak.2.hitlog");
    }

    @Test
    void aRunOfInspectThatFailedBeforeItsFirstSampleIsNoError() throws IOException {
        Corpus failed = read(
                "log.json",
                json("{'version': 2, 'status': 'error', 'eval': {'model': 'm'}, 'error': {'message': 'no key'},"
                        + " 'samples': null}"));
        assertThat(failed.responses()).isEmpty();
        assertThat(failed.summary().skipReasons())
                .singleElement()
                .asString()
                .endsWith("log.json: the run ended before its first sample (status error): no key");
        assertThatThrownBy(() -> read("bare.json", json("{'version': 2, 'status': 'success', 'eval': {'model': 'm'}}")))
                .hasMessageContaining("expected a list \"samples\", found none");
    }

    @Test
    void listsOfInspectsLogsAreNoLogs() throws IOException {
        write("logs.json", json("{'a.eval': {'status': 'success'}}"));
        write("eval-set.json", "{}");
        Path log = dir.resolve("a.eval");
        Files.copy(Path.of("fixtures/corpora/inspect/2026-05-01T10-00-00+00-00_pantry_deflate.eval"), log);
        assertThat(CorpusReader.models(dir)).extracting(ModelSource::path).containsExactly(log);
    }

    /** Its field holds what the provider encrypted, and beside it stands a summary, or nothing. */
    @ParameterizedTest
    @CsvSource({", ''", "I weighed it., I weighed it."})
    void redactedReasoningIsNotRead(String summary, String expected) throws IOException {
        String part = summary == null ? "" : "'summary': '" + summary + "', ";
        Corpus corpus = read(
                "log.jsonl",
                json("{'messages': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': [{'type':"
                        + " 'reasoning', " + part + "'reasoning': 'gAAAAB', 'redacted': true}, {'type': 'text',"
                        + " 'text': 'So.'}]}]}"));
        assertThat(corpus.responses()).singleElement().satisfies(response -> {
            assertThat(response.text()).isEqualTo("So.");
            assertThat(response.reasoning()).isEqualTo(expected);
        });
    }

    /** gpt-oss writes what it thinks as a message of its own. */
    @Test
    void aMessageThatOnlyThinksBelongsToTheAnswerBehindIt() throws IOException {
        Corpus corpus = read(
                "log.jsonl",
                json("{'messages': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'channel': 'analysis',"
                        + " 'content': 'Hm.'}, {'role': 'assistant', 'channel': 'final', 'content': 'So.'}]}"));
        assertThat(pairs(corpus)).containsExactly("Why? -> So.");
        assertThat(corpus.responses().get(0).reasoning()).isEqualTo("Hm.");
    }

    /** Parts that follow one another are one text; what a search or a tool stands between is not. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'role': 'assistant', 'stop_reason': 'end_turn', 'content': [{'type': 'text', 'text': 'So '}, {'type': 'text', 'text': 'it is.'}]} | So it is.",
                "{'role': 'assistant', 'stop_reason': 'end_turn', 'content': [{'type': 'text', 'text': 'Let me see.'}, {'type': 'server_tool_use', 'name': 's'}, {'type': 'text', 'text': 'So.'}]} | Let me see.%%So.",
                "{'role': 'assistant', 'stop_reason': 'end_turn', 'content': [{'type': 'text', 'text': 'See:%'}, {'type': 'tool_use', 'name': 's'}, {'type': 'text', 'text': 'So.'}]} | See:%So.",
                "{'object': 'response', 'output': [{'type': 'message', 'content': [{'type': 'output_text', 'text': 'I look.'}]}, {'type': 'message', 'content': [{'type': 'output_text', 'text': 'So.'}]}]} | I look.%%So.",
            })
    void textsWithSomethingBetweenThemAreParagraphs(String body, String text) throws IOException {
        Corpus corpus = read("log.jsonl", json(body).replace("%", "\\n"));
        assertThat(corpus.responses()).extracting(Response::text).containsExactly(text.replace('%', '\n'));
    }

    @Test
    void theRequestsOfABatchOfBedrockStandBesideTheReplies() throws IOException {
        Corpus corpus = read(
                "out.jsonl",
                json("{'modelInput': {'messages': [{'role': 'user', 'content': 'Why?'}]}, 'modelOutput': {'role':"
                        + " 'assistant', 'model': 'm', 'content': [{'type': 'text', 'text': 'So.'}], 'stop_reason':"
                        + " 'end_turn'}, 'recordId': 'r1'}\n{'modelInput': {'messages': []}, 'recordId': 'r2',"
                        + " 'error': {'errorCode': 400}}\n"));
        assertThat(pairs(corpus)).containsExactly("Why? -> So.");
        assertThat(corpus.responses().get(0).id()).isEqualTo("r1");
        assertThat(corpus.summary().skipped()).isEqualTo(1);
    }

    @Test
    void laterTurnsWithoutAnIdAreNumberedToo() throws IOException {
        Corpus corpus = read(
                "log.jsonl",
                json("{'messages': [{'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': 'So.'},"
                        + " {'role': 'user', 'content': 'And?'}, {'role': 'assistant', 'content': 'Thus.'}]}"));
        assertThat(corpus.responses()).extracting(Response::id).containsExactly("log.jsonl:1", "log.jsonl:1#2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{'type': 'tool_use', 'name': 'f'}]"})
    void aListWithoutTextIsNoAnswer(String completion) throws IOException {
        Corpus corpus = read(
                "log.jsonl",
                json("{'question': 'Why?', 'completion': 'So.'}\n{'question': 'And?', 'completion': " + completion
                        + "}"));
        assertThat(pairs(corpus)).containsExactly("Why? -> So.");
        assertThat(corpus.summary().skipReasons()).singleElement().asString().endsWith("\"completion\" holds no text");
    }

    /** A record without an answer is counted and told, whatever its tool leaves empty. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'adapter_spec': {'model': 'm'}, 'request_states': [{'instance': {'id': 'i'}, 'request': {'prompt': 'Why?'}, 'result': {'success': true, 'completions': []}}]}",
                "{'entry_type': 'attempt', 'uuid': 'a', 'status': 2, 'prompt': 'Why?', 'outputs': []}",
                "{'question_id': 1, 'model_id': 'm', 'choices': []}",
                "{'question_id': 1, 'model_id': 'm', 'choices': [{'index': 0, 'turns': []}]}",
                "{'jailbreak_prompt': '{query}', 'query': 'Why?', 'target_responses': []}",
                "{'llm': 'm', 'traces': []}",
                "{'run_id': 'r', 'event_id': 0, 'type': 'sampling', 'data': {'prompt': 'Why?', 'sampled': []}}",
                "{'doc_id': 0, 'doc': {}, 'arguments': {'gen_args_0': {'arg_0': 'Why?', 'arg_1': {}}}, 'resps': [[]], 'filter': 'none', 'doc_hash': 'h'}",
                "{'model_a': 'a', 'model_b': 'b', 'conversation_a': null, 'conversation_b': [{'role': 'user', 'content': 'Why?'}]}",
                "{'object': 'response', 'id': 'r', 'model': 'm', 'status': 'completed', 'output': []}",
                "{'results': {'version': 3, 'results': [{'provider': {'id': 'p'}, 'prompt': {'raw': 'Why?'}, 'response': null}]}}",
            })
    void aRecordWithoutAnAnswerIsNeverPassedOverInSilence(String record) throws IOException {
        Corpus corpus = read("log.jsonl", json(record));
        assertThat(corpus.responses()).isEmpty();
        assertThat(corpus.summary().skipped()).isPositive();
        assertThat(corpus.summary().skipReasons()).isNotEmpty();
    }
}
