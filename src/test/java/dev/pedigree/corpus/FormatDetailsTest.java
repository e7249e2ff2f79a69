package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traps of the formats, one by one. */
class FormatDetailsTest {
    @TempDir
    Path dir;

    private static List<Response> fixture(String name) throws CorpusException {
        return CorpusReader.detect().read(FixturesTest.ROOT.resolve(name)).responses();
    }

    private List<Response> read(String name, String text) throws IOException {
        return CorpusReader.detect()
                .read(Files.writeString(dir.resolve(name), text))
                .responses();
    }

    @Test
    void batchAnswersFindTheirPrompts() throws Exception {
        List<Response> responses = fixture("openai-batch/batch_output.jsonl");
        assertThat(responses)
                .extracting(Response::id)
                .containsExactly("request-2", "request-2", "request-0", "request-3");
        assertThat(responses).extracting(Response::sample).containsExactly(0, 1, 0, 0);
        assertThat(responses.get(0).prompt().systemText()).isEqualTo("Answer plainly.");
        assertThat(responses.get(0).prompt().lastUserText()).isEqualTo("Name three uses for an old jam jar.");
        assertThat(responses.get(1).finish()).isEqualTo(FinishReason.LENGTH);
        assertThat(responses.get(3).reasoning()).isEqualTo("A child asks; use small words.");
    }

    @Test
    void batchInputMayBeCompressedOrNamed() throws Exception {
        Path output =
                Files.copy(FixturesTest.ROOT.resolve("openai-batch/batch_output.jsonl"), dir.resolve("out.jsonl"));
        Path input = FixturesTest.ROOT.resolve("openai-batch/batch_input.jsonl");
        assertThat(CorpusReader.detect().read(output).summary().withPrompt()).isZero();
        assertThat(CorpusReader.detect()
                        .withPrompts(input)
                        .read(output)
                        .summary()
                        .withPrompt())
                .isEqualTo(4);
        try (GZIPOutputStream zip = new GZIPOutputStream(Files.newOutputStream(dir.resolve("in.jsonl.gz")))) {
            Files.copy(input, zip);
        }
        assertThat(CorpusReader.detect().read(output).summary().withPrompt()).isEqualTo(4);
        assertThat(CorpusReader.models(dir)).extracting(ModelSource::name).containsExactly("out");
        assertThatThrownBy(() -> CorpusReader.detect().read(input)).hasMessageContaining("the input of a batch");
    }

    @Test
    void aConversationGivesAResponseForEachTurn() throws Exception {
        List<Response> responses = fixture("openai-chat/train.jsonl");
        assertThat(responses.get(2).prompt().messages()).hasSize(3);
        assertThat(responses.get(2).prompt().lastUserText()).isEqualTo("And in a bag?");
        // weight 0 marks a turn that is context
        assertThat(responses.get(3).text()).startsWith("1. A vase");
        assertThat(fixture("sharegpt/dump.json")).extracting(Response::id).containsExactly("sg_1", "sg_1#2", "sg_2_0");
        assertThat(fixture("mt-bench/model_answer/gull-13b.jsonl")
                        .get(1)
                        .prompt()
                        .lastUserText())
                .isEqualTo("Now say it in one sentence.");
    }

    @Test
    void judgedAnswersWithoutTheirQuestions() throws Exception {
        Path alone = Files.copy(
                FixturesTest.ROOT.resolve("mt-bench/model_answer/gull-13b.jsonl"), dir.resolve("gull-13b.jsonl"));
        List<Response> responses = CorpusReader.detect().read(alone).responses();
        assertThat(responses).allMatch(response -> !response.prompt().isKnown());
        assertThat(responses).extracting(Response::id).containsExactly("81", "81#2", "82", "82#2");
        assertThat(responses.stream().map(Response::promptKey).distinct()).hasSize(4);
    }

    @Test
    void anOldDumpLosesItsHtml() throws Exception {
        assertThat(fixture("sharegpt/dump.json").get(2).text())
                .isEqualTo(
                        "Give it **light** first.\n\n1. Use a south window.\n2. Pinch the tips & wait.\n\n```\nwater(when_dry)\n```");
        String code = "<p> is a paragraph in HTML.";
        assertThat(read(
                                "a.json",
                                "[{\"id\": \"x\", \"conversations\": [{\"from\": \"human\", \"value\": \"q\"},"
                                        + " {\"from\": \"gpt\", \"value\": \"The tag " + code + "\"}]}]")
                        .get(0)
                        .text())
                .isEqualTo("The tag " + code);
    }

    @Test
    void theHarnessPromptIsTakenOutOfItsTemplate() throws Exception {
        Response response = fixture("lm-eval/example__plover-8b/samples_pantry_2026-02-03T10-11-12.131415.jsonl")
                .get(1);
        assertThat(response.prompt().messages())
                .containsExactly(
                        new Message(Role.SYSTEM, "You are terse."), new Message(Role.USER, "Why does bread go stale?"));
    }

    @Test
    void chatTemplates() throws Exception {
        Message question = new Message(Role.USER, "Why?");
        for (String prompt : List.of(
                "Why?",
                "<|im_start|>user\nWhy?<|im_end|>\n<|im_start|>assistant\n",
                "<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nWhy?<|eot_id|><|start_header_id|>assistant"
                        + "<|end_header_id|>\n\n",
                "<s>[INST] Why? [/INST]",
                "<bos><start_of_turn>user\nWhy?<end_of_turn>\n<start_of_turn>model\n",
                "<|user|>\nWhy?<|end|>\n<|assistant|>\n",
                "<｜begin▁of▁sentence｜><｜User｜>Why?<｜Assistant｜>",
                "[{\"role\": \"user\", \"content\": \"Why?\"}]")) {
            assertThat(ChatTemplate.messages(prompt)).as(prompt).containsExactly(question);
        }
        assertThat(ChatTemplate.messages(
                        "<s>[INST] <<SYS>>\nBe brief.\n<</SYS>>\n\nA? [/INST] B. </s><s>[INST] Why? [/INST]"))
                .containsExactly(
                        new Message(Role.SYSTEM, "Be brief."),
                        new Message(Role.USER, "A?"),
                        new Message(Role.ASSISTANT, "B."),
                        question);
        assertThat(ChatTemplate.messages("[{ is no JSON")).containsExactly(new Message(Role.USER, "[{ is no JSON"));
    }

    @Test
    void samplesOfAnInspectLog() throws Exception {
        List<Response> responses = fixture("inspect/2026-05-01T10-00-00+00-00_pantry_t1.json");
        assertThat(responses).extracting(Response::sample).containsExactly(0, 1, 0, 0);
        assertThat(responses.get(2).prompt().lastUserText()).isEqualTo("Why does bread go stale?"); // an attachment
        assertThat(responses.get(2).reasoning()).isEqualTo("Starch, water, oven.");
        assertThat(responses.get(3).prompt().messages()).hasSize(4); // an example in the prompt is no answer
        assertThat(texts("inspect/2026-05-01T10-00-00+00-00_pantry_zstd.eval")).isEqualTo(texts(responses));
        assertThat(texts("inspect/2026-05-01T10-00-00+00-00_pantry_deflate.eval"))
                .isEqualTo(texts(responses));
    }

    private static List<String> texts(String fixture) throws CorpusException {
        return texts(fixture(fixture));
    }

    private static List<String> texts(List<Response> responses) {
        return responses.stream()
                .map(r -> r.text() + r.reasoning() + r.prompt())
                .toList();
    }

    @Test
    void repeatedSamplesStayButRepeatedRowsDoNot() throws Exception {
        String row = "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"}\n";
        assertThat(read("same.jsonl", row + row)).hasSize(2);
        String eval =
                "{\"doc_id\": 0, \"doc\": {}, \"arguments\": [[\"Why?\", {\"until\": [\"Q:\"]}]], \"resps\": [[\"So.\", \"So.\"]]}\n";
        assertThat(read("samples_x.jsonl", eval + eval))
                .extracting(Response::sample)
                .containsExactly(0, 1);
    }

    @Test
    void namedColumns() throws Exception {
        Path table = Files.writeString(dir.resolve("t.csv"), "frage;antwort;wer\nWarum?;Darum.;m\n");
        assertThatThrownBy(() -> CorpusReader.detect().read(table))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("expected a column for the answers")
                .hasMessageContaining("frage, antwort, wer");
        TreeMap<String, String> columns = new TreeMap<>();
        columns.put("response", "antwort");
        columns.put("prompt", "frage");
        columns.put("model", "wer");
        Response response = CorpusReader.detect()
                .withColumns(columns)
                .read(table)
                .responses()
                .get(0);
        assertThat(List.of(response.prompt().lastUserText(), response.text(), response.model()))
                .containsExactly("Warum?", "Darum.", "m");
        columns.put("prompt", "question");
        assertThatThrownBy(() -> CorpusReader.detect().withColumns(columns).read(table))
                .hasMessageContaining("\"question\" for prompt");
        columns.put("colour", "x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorpusReader.detect().withColumns(columns));
    }

    @Test
    void namedFields() throws Exception {
        Path records = Files.writeString(
                dir.resolve("r.jsonl"), "{\"in\": {\"q\": \"Why?\"}, \"out\": [{\"t\": \"So.\"}], \"who\": \"m\"}\n");
        TreeMap<String, String> fields = new TreeMap<>();
        fields.put("response", "out.0.t");
        fields.put("prompt", "in.q");
        Response response = CorpusReader.detect()
                .withColumns(fields)
                .read(records)
                .responses()
                .get(0);
        assertThat(response.prompt().lastUserText() + response.text()).isEqualTo("Why?So.");
    }

    @Test
    void fieldsUnderCommonNames() throws Exception {
        for (String record : List.of(
                "{\"instruction\": \"Why?\", \"context\": \"\", \"response\": \"So.\", \"category\": \"qa\"}",
                "{\"question\": \"Why?\", \"answer\": \"So.\"}",
                "{\"query\": \"Why?\", \"reply\": \"So.\", \"n\": 1}",
                "{\"input\": \"Why?\", \"output\": \"So.\"}",
                "{\"prompt\": [{\"role\": \"user\", \"content\": \"Why?\"}], \"completion\": [{\"role\": \"assistant\","
                        + " \"content\": \"So.\"}]}")) {
            Response response = read("r.jsonl", record).get(0);
            assertThat(response.prompt().lastUserText() + response.text()).isEqualTo("Why?So.");
        }
        assertThat(read("r.jsonl", "{\"instruction\": \"Shorten:\", \"context\": \"A b.\", \"response\": \"A.\"}")
                        .get(0)
                        .prompt()
                        .lastUserText())
                .isEqualTo("Shorten:\nA b.");
    }

    @Test
    void recordsInAFileThatIsCalledText() throws Exception {
        String row = "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"}\n";
        assertThat(read("answers.txt", row + row)).hasSize(2);
        assertThat(read("answer.txt", "{\"colour\": \"blue\"}\n").get(0).text()).isEqualTo("{\"colour\": \"blue\"}");
    }

    @Test
    void badRowsOfATable() throws Exception {
        Path table = Files.writeString(
                dir.resolve("t.csv"), "id,response\n1,\"a\nb\"\n2,b,c\n3,\"d\"e\n4,f\n5,\"never closed\n6,g\n");
        assertThatThrownBy(() -> CorpusReader.detect().read(table))
                .hasMessage(table + ":4: expected 2 cells as in the header, found 3");
        Corpus rest = CorpusReader.detect().skippingBadRecords().read(table);
        assertThat(rest.responses()).extracting(Response::id).containsExactly("1", "4");
        assertThat(rest.summary().skipped()).isEqualTo(3);
        assertThat(rest.summary().skipReasons().get(2)).contains("t.csv:7:", "never closed");
    }

    @Test
    void severalModelsInAFile() throws Exception {
        Path battles = FixturesTest.ROOT.resolve("arena-battles/battles.jsonl");
        List<Corpus> parts = CorpusReader.detect().read(battles).byModel();
        assertThat(parts).extracting(Corpus::name).containsExactly("finch-7b", "gull-13b");
        assertThat(parts).extracting(part -> part.responses().size()).containsExactly(1, 1);
        Corpus one = CorpusReader.detect().withModel("gull-13b").read(battles);
        assertThat(one.responses()).extracting(Response::model).containsExactly("gull-13b");
        assertThat(one.summary().models()).containsExactly("finch-7b", "gull-13b");
    }

    @Test
    void foldersOfModels() throws Exception {
        Path root = FixturesTest.ROOT;
        assertThat(names(root.resolve("mt-bench/model_answer"))).containsExactly("gull-13b");
        assertThat(names(root.resolve("lm-eval"))).containsExactly("example__plover-8b");
        assertThat(names(root.resolve("lm-eval/example__plover-8b"))).containsExactly("example__plover-8b");
        assertThat(names(root.resolve("helm"))).containsExactly("pantry");
        assertThat(names(root.resolve("helm/pantry"))).containsExactly("pantry");
        assertThat(names(root.resolve("text"))).containsExactly("text");
        assertThat(CorpusReader.detect().read(root.resolve("helm/pantry")).responses())
                .hasSize(4);
        Corpus harness = CorpusReader.detect().read(root.resolve("lm-eval/example__plover-8b"));
        assertThat(harness.summary().responses()).isEqualTo(3);
        assertThat(harness.summary().skipped()).isEqualTo(2);
    }

    private static List<String> names(Path folder) throws CorpusException {
        List<String> names = new ArrayList<>();
        CorpusReader.models(folder).forEach(model -> names.add(model.name()));
        return names;
    }

    @Test
    void theSamePromptPairsUpAcrossTools() throws Exception {
        long key = fixture("alpaca-eval/model_outputs.json").get(0).promptKey();
        assertThat(fixture("pedigree/answers.jsonl").get(0).promptKey()).isEqualTo(key);
        assertThat(fixture("table/answers.csv").get(0).promptKey()).isEqualTo(key);
        assertThat(fixture("promptfoo/results.json").get(0).promptKey()).isEqualTo(key);
        assertThat(fixture("garak/garak.run1.report.jsonl").get(0).promptKey()).isEqualTo(key);
    }

    @Test
    void whatLeakedIsCountedAndReasoningSplitOff() throws Exception {
        Path path = Files.writeString(
                dir.resolve("m.jsonl"),
                "{\"id\": \"a\", \"prompt\": \"Why?\", \"finish\": \"length\", \"response\":"
                        + " \"<think>\\nHm.\\n</think>\\n\\nSo.<|im_end|>\\n<|im_start|>user\\nMore\"}\n");
        Corpus corpus = CorpusReader.detect().read(path);
        Response response = corpus.responses().get(0);
        assertThat(response.text()).isEqualTo("So.");
        assertThat(response.reasoning()).isEqualTo("Hm.");
        assertThat(response.finish()).isEqualTo(FinishReason.STOP);
        assertThat(corpus.summary().cut()).isEqualTo(1);
        assertThat(corpus.summary().withReasoning()).isEqualTo(1);
    }

    @Test
    void everyFormatIsDescribed() throws IOException {
        String page = Files.readString(Path.of("src", "site", "markdown", "formats.md"));
        for (CorpusFormat format : CorpusFormat.values()) {
            assertThat(page).contains("`" + format.id() + "`");
        }
    }

    @Test
    void formatsHaveNamesOfTheirOwn() {
        List<String> ids = new ArrayList<>();
        for (CorpusFormat format : CorpusFormat.values()) {
            ids.add(format.id());
            assertThat(CorpusFormat.of(format.id())).isEqualTo(format);
            assertThat(format.title()).isNotBlank();
            assertThat(format.description()).isNotBlank().doesNotContain("\n", "\t");
        }
        assertThat(ids).doesNotHaveDuplicates();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CorpusFormat.of("word"))
                .withMessageContaining("pedigree, openai-chat");
    }

    /** What a record says under a name that is not Pedigree's own is not lost, wherever in the file it stands. */
    @Test
    void commonNamesAreReadBesidePedigreesOwn() throws Exception {
        List<Response> responses = read("mixed.jsonl", """
                {"id": "1", "prompt": "Why?", "response": "So."}
                {"id": "2", "prompt": "Why?", "response": "So.", "reasoning_content": "Hm."}
                {"id": "3", "system_prompt": "Be short.", "question": "Why?", "response": "So."}
                """);
        assertThat(responses).extracting(Response::reasoning).containsExactly("", "Hm.", "");
        assertThat(responses)
                .allSatisfy(r -> assertThat(r.prompt().lastUserText()).isEqualTo("Why?"));
        assertThat(responses.get(2).prompt().systemText()).isEqualTo("Be short.");
        Corpus asked = CorpusReader.detect()
                .read(Files.writeString(
                        dir.resolve("asked.jsonl"),
                        "{\"id\": \"1\", \"system_prompt\": \"\", \"question\": \"Why?\", \"response\": \"So.\"}\n"));
        assertThat(asked.summary().formats()).containsExactly("fields");
        assertThat(asked.summary().withPrompt()).isOne();
    }

    @Test
    void severalAnswersToAQuestionAreSamples() throws Exception {
        List<Response> responses = read(
                "several.jsonl",
                "{\"prompt\": \"Why?\", \"model\": \"m\", \"responses\": [\"So.\", null, \"Thus.\"]}\n");
        assertThat(responses).extracting(Response::text).containsExactly("So.", "Thus.");
        assertThat(responses).extracting(Response::sample).containsExactly(0, 2);
        assertThat(read("generations.jsonl", "{\"prompt\": \"Why?\", \"generations\": [\"So.\"]}\n"))
                .hasSize(1);
        assertThatThrownBy(() -> read("uneven.json", "{\"prompt\": [\"a\", \"b\"], \"response\": [\"c\"]}"))
                .isInstanceOf(CorpusException.class);
    }

    @Test
    void deepEvalConversationsAreReadBesideItsCases() throws Exception {
        List<Response> responses = read("run.json", """
                {"testCases": [{"name": "a", "input": "Why?", "actualOutput": "So."}],
                 "conversationalTestCases": [{"name": "b", "turns": [
                   {"role": "user", "content": "Why?", "order": 0}, {"role": "assistant", "content": "Thus.", "order": 1}]}]}
                """);
        assertThat(responses).extracting(Response::id).containsExactly("a", "b");
        assertThat(responses.get(1).prompt().lastUserText()).isEqualTo("Why?");
    }

    @Test
    void theFirstFormOfFastChatsAnswersIsJoinedToo() throws Exception {
        Files.writeString(
                dir.resolve("question.jsonl"),
                "{\"question_id\": 1, \"category\": \"x\", \"text\": \"Why?\", \"turns\": [\"Why?\"]}\n");
        List<Response> responses = read(
                "m.jsonl",
                "{\"question_id\": 1, \"text\": \"So.\", \"answer_id\": \"a\", \"model_id\": \"m\", \"metadata\": {}}\n");
        assertThat(responses).extracting(Response::text).containsExactly("So.");
        assertThat(responses.get(0).prompt().lastUserText()).isEqualTo("Why?");
        assertThat(responses.get(0).model()).isEqualTo("m");
    }

    @Test
    void shareGptItemsAreConversations() throws Exception {
        assertThat(
                        read(
                                "items.json",
                                "[{\"id\": \"a\", \"items\": [{\"from\": \"human\", \"value\": \"Why?\"}, {\"from\": \"gpt\", \"value\": \"So.\"}]}]"))
                .extracting(Response::text)
                .containsExactly("So.");
        assertThatThrownBy(() -> read(
                        "none.json",
                        "[{\"conversations\": [{\"from\": \"human\", \"value\": \"Why?\"}]}, {\"id\": \"b\"}]"))
                .hasMessageContaining("under messages, conversations or conversation");
    }

    /** Spreadsheets write, and heed, a first line that names the separator. */
    @Test
    void aTableMayNameItsSeparator() throws Exception {
        assertThat(read("named.csv", "sep=;\r\nprompt;response\r\n\"Why; then?\";So, yes.\r\n"))
                .extracting(Response::text)
                .containsExactly("So, yes.");
        assertThat(read("pipe.csv", "sep=|\nprompt|response\nWhy?|So.\n")).hasSize(1);
    }

    @Test
    void anAttachmentIsPutBackWhateverItsNameLooksLike() throws Exception {
        List<Response> responses = read("log.json", """
                {"version": 2, "status": "success", "eval": {"model": "m"}, "samples": [
                  {"id": 1, "epoch": 1, "input": "attachment://Q-1", "target": "",
                   "messages": [{"role": "user", "content": "attachment://Q-1", "source": "input"},
                                {"role": "assistant", "content": "attachment://a_2", "source": "generate"}],
                   "output": {"model": "m", "choices": [], "completion": ""},
                   "attachments": {"Q-1": "Why?", "a_2": "So."}}]}
                """);
        assertThat(responses).extracting(Response::text).containsExactly("So.");
        assertThat(responses.get(0).prompt().lastUserText()).isEqualTo("Why?");
    }
}
