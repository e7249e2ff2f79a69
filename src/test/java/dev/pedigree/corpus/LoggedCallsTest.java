package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways, tracers, chats and data sets wrap around an answer, and what is not to be taken for one. */
class LoggedCallsTest {
    private static final String CHAT =
            "{'model': 'm', 'choices': [{'index': 0, 'message': {'role': 'assistant', 'content': 'So.'},"
                    + " 'finish_reason': 'stop'}]}";
    private static final String ASKED =
            "[{'role': 'system', 'content': 'Be brief.'}, {'role': 'user', 'content': 'Why?'}]";

    @TempDir
    Path dir;

    private Corpus read(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        return CorpusReader.detect().read(Files.writeString(file, text, StandardCharsets.UTF_8));
    }

    /** The line with quotes, what is called for put in, and what stands between backticks as JSON in a text. */
    private static String json(String line) {
        String plain = line.replace("CHAT", CHAT).replace("ASKED", ASKED);
        StringBuilder json = new StringBuilder();
        String[] pieces = plain.split("`", -1);
        for (int i = 0; i < pieces.length; i++) {
            String piece = pieces[i].replace('\'', '"');
            json.append(i % 2 == 0 ? piece : '"' + piece.replace("\"", "\\\"") + '"');
        }
        return json.toString();
    }

    private static String told(Response response) {
        return response.prompt().systemText() + "|" + response.prompt().lastUserText() + "|" + response.reasoning()
                + "|" + response.text() + "|" + response.model();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "openai-replies    ^ {'call_type': 'x', 'model': 'm', 'messages': ASKED, 'response': CHAT}",
                "openai-replies    ^ {'request_body': {'messages': ASKED}, 'response_body': CHAT, 'request_model': 'm'}",
                "openai-replies    ^ {'req': {'messages': ASKED}, 'res': CHAT}",
                "openai-replies    ^ {'request': {'url': '/', 'body': {'messages': ASKED}}, 'response': {'status': 200, 'body': CHAT}}",
                "openai-replies    ^ {'client_request_id': '1', 'request': `{'messages': ASKED}`, 'response': `CHAT`}",
                "openai-replies    ^ {'backendRequestBody': `{'messages': ASKED}`, 'backendResponseBody': `CHAT`}",
                "openai-replies    ^ {'run_type': 'llm', 'inputs': {'messages': ASKED}, 'outputs': CHAT, 'error': null}",
                "openai-replies    ^ {'log': {'version': '1.2', 'entries': [{'request': {'postData': {'text': `{'messages': ASKED}`}}, 'response': {'content': {'text': `CHAT`}}}]}}",
                "openai-replies    ^ {'_index': 'i', '_source': {'request': {'messages': ASKED}, 'response': CHAT}}",
                "openai-replies    ^ {'system': 'Be brief.', 'messages': [{'role': 'user', 'content': 'Why?'}], 'completion': CHAT}",
                "converse-replies  ^ {'modelId': 'm', 'input': {'inputBodyJson': {'system': [{'text': 'Be brief.'}], 'messages': [{'role': 'user', 'content': [{'text': 'Why?'}]}]}}, 'output': {'outputBodyJson': {'output': {'message': {'role': 'assistant', 'content': [{'text': 'So.'}]}}, 'stopReason': 'end_turn'}}}",
                "fields            ^ {'type': 'GENERATION', 'model': 'm', 'input': {'messages': ASKED}, 'output': {'role': 'assistant', 'content': 'So.'}}",
                "fields            ^ {'type': 'GENERATION', 'model': 'm', 'input': `ASKED`, 'output': `{'role': 'assistant', 'content': 'So.'}`}",
                "fields            ^ {'model': 'm', 'input': ASKED, 'output': [{'index': 0, 'finish_reason': 'stop', 'message': {'role': 'assistant', 'content': 'So.'}}]}",
                "fields            ^ {'inputs': {'messages': [[{'lc': 1, 'kwargs': {'type': 'system', 'content': 'Be brief.'}}, {'lc': 1, 'kwargs': {'type': 'human', 'content': 'Why?'}}]]}, 'outputs': {'generations': [[{'text': 'So.'}]], 'llm_output': {'model_name': 'm'}}}",
                "fields            ^ {'prompt': 'Why?', 'completions': [{'model': 'm', 'response': 'So.', 'custom_system_prompt': 'Be brief.'}]}",
                "fields            ^ {'system': 'Be brief.', 'model': 'm', 'prompt': 'Why?', 'outputs': [{'index': 0, 'text': 'So.', 'finish_reason': 'stop'}]}",
                "fields            ^ {'system': 'Be brief.', 'model': 'm', 'prompt': 'Why?', 'text': 'So.', 'meta_info': {'finish_reason': {'type': 'stop'}}}",
                "fields            ^ {'system': 'Be brief.', 'model': 'm', 'inputs': 'Why?', 'generated_text': 'Why?So.'}",
                "fields            ^ {'generator': 'm', 'system_prompt': 'Be brief.', 'input': [{'role': 'user', 'content': 'Why?'}], 'output': 'So.', 'reasoning': 'on'}",
                "fields            ^ {'rows': [{'row_idx': 0, 'row': {'system': 'Be brief.', 'question': 'Why?', 'response': 'So.', 'model': 'm'}, 'truncated_cells': []}], 'num_rows_total': 1}",
                "openai-chat       ^ {'id': 'c', 'chat': {'messages': [{'role': 'system', 'content': 'Be brief.'}, {'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': 'So.', 'model': 'm'}]}}",
                "openai-chat       ^ {'data': {'chats': [{'model': 'm', 'messages': [{'role': 'system', 'content': 'Be brief.'}, {'role': 'user', 'content': 'Why?'}, {'role': 'assistant', 'content': 'So.'}]}]}}",
                "pedigree          ^ {'model': 'm', 'results': [{'id': 1, 'prompt': [{'role': 'system', 'content': 'Be brief.'}, {'role': 'user', 'content': 'Why?'}], 'response': 'So.'}]}",
                "sharegpt          ^ {'conversations': [{'from': 'human', 'value': 'Why?'}, {'from': 'gpt', 'value': 'So.'}], 'system_prompt': 'Be brief.', 'model': 'm'}",
                "spans             ^ {'attributes': {'openinference.span.kind': 'LLM', 'llm.model_name': 'm', 'input.value': `ASKED`, 'output.value': 'So.'}}",
                "templates         ^ {'model': 'm', 'text': '<|im_start|>system\\nBe brief.<|im_end|>\\n<|im_start|>user\\nWhy?<|im_end|>\\n<|im_start|>assistant\\nSo.<|im_end|>'}",
                "templates         ^ {'model': 'm', 'text': 'Be brief. ### Human: Why? ### Assistant: So.'}",
                "templates         ^ {'model': 'm', 'text': '<s>[INST] <<SYS>>Be brief.<</SYS>> Why? [/INST] So. </s>'}",
            })
    void wrappings(String format, String line) throws IOException {
        Corpus corpus = read("log.jsonl", json(line));
        assertThat(corpus.summary().formats()).containsExactly(format);
        assertThat(corpus.responses()).extracting(LoggedCallsTest::told).containsExactly("Be brief.|Why?||So.|m");
        if (!line.contains("'log'")
                && !line.contains("'rows'")
                && !line.contains("'chats'")
                && !line.contains("'results'")) { // those are documents
            Corpus twice = read("log.jsonl", json(line) + "\n\n" + json(line) + ",\n");
            assertThat(twice.responses()).extracting(LoggedCallsTest::told).containsOnly("Be brief.|Why?||So.|m");
            assertThat(twice.responses()).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id': 1, 'question': 'Why?', 'answers': {'text': ['So.'], 'answer_start': [0]}}",
                "{'question': 'Why?', 'answers': [{'text': 'So.', 'score': 3}]}",
                "{'question': 'Why?', 'answer_a': 'So.', 'answer_b': 'Thus.', 'correct': 'a'}",
                "{'gold': [{'question': 'Why?', 'answer': 'So.'}], 'pred': [{'question': 'Why?', 'answer': 'Thus.'}]}",
                "{'id': 1, 'original': {'instruction': 'Why?', 'output': 'So.'}, 'new': {'instruction': 'Why?', 'output': 'Thus.'}}",
                "{'id': 1, 'params': {'messages': [{'role': 'user', 'content': 'Why?'}]}}",
                "{'prompt': 'Why?', 'chosen': [{'role': 'assistant', 'content': 'So.'}], 'rejected': [{'role': 'assistant', 'content': 'Thus.'}]}",
                "{'input': {'messages': [{'role': 'user', 'content': 'Why?'}]}, 'preferred_output': [{'role': 'assistant', 'content': 'So.'}], 'non_preferred_output': [{'role': 'assistant', 'content': 'No.'}]}",
                "[{'type': 'message', 'user': 'U1', 'text': 'So.'}]",
                "{'messages': [{'author': {'name': 'ada'}, 'content': 'So.'}]}",
                "{'from': 'ada@example.org', 'subject': 'Why?', 'text': 'So.'}",
                "{'id': 7, 'text': 'Use ### Human: for a heading.'}",
            })
    void whatIsNoAnswerOfAModelIsNotTakenForOne(String line) {
        assertThatThrownBy(() -> read("data.json", json(line))).isInstanceOf(CorpusException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"answer\": \"So.\"}",
                "[\"So.\", \"Thus.\"]",
                "\"So.\"",
                "[{\"role\": \"user\", \"content\": \"Why?\"}]",
                "{\"messages\": []}",
                "high",
            })
    void whatAModelWritesAsJsonStaysAsItIs(String answer) throws IOException {
        String quoted = answer.replace("\"", "\\\"");
        assertThat(read("a.jsonl", "{\"prompt\": \"Why?\", \"response\": \"" + quoted + "\"}")
                        .responses())
                .extracting(Response::text)
                .containsExactly(answer);
        String cell = answer.replace("\"", "\"\"");
        assertThat(read("a.csv", "prompt,response\nWhy?,\"" + cell + "\"\n").responses())
                .extracting(Response::text)
                .containsExactly(answer);
    }

    @Test
    void recordsByName() throws IOException {
        Corpus corpus = read("map.json", """
                {
                  "first": {"prompt": "Why?", "response": "So."},
                  "second": {"id": "own", "prompt": "How?", "response": "Thus."}
                }
                """);
        assertThat(corpus.responses()).extracting(Response::id).containsExactly("first", "own");
        Corpus splits = read(
                "splits.json",
                "{\"train\": [{\"prompt\": \"Why?\", \"output\": \"So.\"}],\n"
                        + "\"test\": [{\"prompt\": \"How?\", \"output\": \"Thus.\"}]}\n");
        assertThat(splits.responses()).extracting(Response::text).containsExactly("So.", "Thus.");
    }

    @Test
    void commasBehindTheLastAndRecordsWithinTexts() throws IOException {
        String record = "{\"prompt\": \"Why?\", \"response\": \"So.\"}";
        assertThat(read("a.json", "[\n" + record + ",\n" + record + ",\n]\n").responses())
                .hasSize(2);
        assertThat(read("b.jsonl", record + ",\r\n" + record + ",\r\n").responses())
                .hasSize(2);
        String text = '"' + record.replace("\"", "\\\"") + "\"\n";
        assertThat(read("c.jsonl", text + text).responses())
                .extracting(Response::text)
                .containsExactly("So.", "So.");
    }

    @Test
    void conversationsOfMessageRowsStandTogether() throws IOException {
        String row = "{\"conversation_id\": \"%s\", \"role\": \"%s\", \"content\": \"%s\"}\n";
        String two = row.formatted("a", "user", "Why?")
                + row.formatted("a", "assistant", "So.")
                + row.formatted("b", "user", "How?")
                + row.formatted("b", "assistant", "Thus.")
                + row.formatted("b", "user", "And?")
                + row.formatted("b", "assistant", "No more.");
        List<Response> responses = read("rows.jsonl", two).responses();
        assertThat(responses).extracting(Response::id).containsExactly("a", "b", "b#2");
        assertThat(responses.get(2).prompt().messages()).hasSize(3);
        assertThatThrownBy(() -> read("rows.jsonl", two + row.formatted("a", "user", "Still?")))
                .hasMessageContaining(
                        "rows.jsonl:7: field \"conversation_id\": expected the messages of a conversation to stand together");
    }

    @Test
    void theThreadsOfAssistantsAreReadFromTheirEnd() throws IOException {
        String message =
                "{\"object\": \"thread.message\", \"created_at\": %d, \"role\": \"%s\", \"content\": [{\"type\": \"text\","
                        + " \"text\": {\"value\": \"%s\", \"annotations\": []}}]}";
        Corpus corpus = read(
                "thread.json",
                "{\"object\": \"list\", \"data\": [" + message.formatted(9, "assistant", "So.") + ", "
                        + message.formatted(5, "user", "Why?") + "]}");
        assertThat(corpus.responses()).extracting(LoggedCallsTest::told).containsExactly("|Why?||So.|");
    }

    @Test
    void modelsInAListNameTheAnswersInAnother() throws IOException {
        Corpus corpus = read(
                "d.jsonl",
                "{\"instruction\": \"Why?\", \"generations\": [\"So.\", \"Thus.\"], \"generation_models\": [\"m\", \"n\"]}\n");
        assertThat(corpus.responses())
                .extracting(LoggedCallsTest::told)
                .containsExactly("|Why?||So.|m", "|Why?||Thus.|n");
    }

    @Test
    void tracesOverManyLines() throws IOException {
        Corpus corpus = read(
                "traces.json",
                json("{\n 'resourceSpans': [\n {'scopeSpans': [{'spans': [{'spanId': 's', 'attributes': ["
                        + "{'key': 'gen_ai.request.model', 'value': {'stringValue': 'm'}},"
                        + "{'key': 'gen_ai.prompt.0.role', 'value': {'stringValue': 'user'}},"
                        + "{'key': 'gen_ai.prompt.0.content', 'value': {'stringValue': 'Why?'}},"
                        + "{'key': 'gen_ai.completion.0.role', 'value': {'stringValue': 'assistant'}},"
                        + "{'key': 'gen_ai.completion.0.content', 'value': {'stringValue': 'So.'}}]}]}]}]\n}\n"));
        assertThat(corpus.responses()).extracting(LoggedCallsTest::told).containsExactly("|Why?||So.|m");
    }
}
