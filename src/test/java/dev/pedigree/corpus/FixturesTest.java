package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every format, read from a file that looks like what its tool writes; the expected counts are taken from the files by hand. */
class FixturesTest {
    static final Path ROOT = Path.of("fixtures", "corpora");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    # file | format | responses | with prompt | with reasoning | duplicates | cut | skipped | models
                    agent-histories/autogen_result.json | agent-histories | 2 | 2 | 1 | 0 | 0 | 0 | -
                    agent-histories/autogen_state.json | agent-histories | 1 | 1 | 1 | 0 | 0 | 0 | -
                    agent-histories/autogen_v02.json | agent-histories | 2 | 2 | 0 | 0 | 0 | 0 | -
                    agent-histories/pydantic_ai.json | agent-histories | 2 | 2 | 1 | 0 | 0 | 0 | finch-7b
                    alpaca-eval/annotations.json | alpaca-eval | 4 | 4 | 0 | 0 | 0 | 0 | finch-7b,gull-13b
                    alpaca-eval/model_outputs.json | alpaca-eval | 3 | 3 | 0 | 0 | 0 | 0 | finch-7b
                    alpaca/data.json | alpaca | 3 | 3 | 0 | 0 | 0 | 0 | -
                    answer-pairs/pairs.jsonl | answer-pairs | 3 | 3 | 0 | 0 | 0 | 1 | finch-7b,gull-13b
                    answer-pairs/train.csv | table | 5 | 5 | 0 | 0 | 0 | 1 | finch-7b,gull-13b
                    anthropic-batch/results.jsonl | openai-batch | 1 | 1 | 0 | 0 | 0 | 1 | heron-2
                    anthropic-replies/messages.jsonl | anthropic-replies | 2 | 1 | 1 | 0 | 0 | 1 | heron-2
                    arena-battles/battles.jsonl | arena-battles | 2 | 2 | 0 | 0 | 0 | 0 | finch-7b,gull-13b
                    arena-hard/finch-7b.jsonl | arena-hard | 2 | 2 | 1 | 0 | 0 | 0 | finch-7b
                    chat-exports/chatgpt/conversations.json | chat-exports | 3 | 3 | 1 | 0 | 0 | 0 | wren-5,wren-5-thinking
                    chat-exports/claude/conversations.json | chat-exports | 1 | 1 | 1 | 0 | 0 | 0 | -
                    chat-exports/deepseek/conversations.json | chat-exports | 1 | 1 | 1 | 0 | 0 | 0 | heron-chat
                    chat-exports/local/1772359200000.conversation.json | chat-exports | 2 | 2 | 1 | 0 | 0 | 0 | example/gull-13b
                    chat-exports/local/20260301-10-00-00.json | chat-exports | 1 | 1 | 1 | 0 | 0 | 0 | finch-7b
                    columns/frame.json | columns | 2 | 2 | 0 | 0 | 0 | 0 | finch-7b
                    columns/split.json | columns | 1 | 1 | 0 | 0 | 0 | 1 | -
                    compressed/answers.jsonl.gz | pedigree | 4 | 3 | 1 | 0 | 0 | 0 | finch-7b
                    compressed/blocks.jsonl.zst | pedigree | 420 | 420 | 0 | 0 | 0 | 0 | -
                    compressed/frames.jsonl.zst | pedigree | 4 | 3 | 1 | 0 | 0 | 0 | finch-7b
                    converse-replies/invocations.jsonl | converse-replies | 2 | 2 | 1 | 0 | 0 | 1 | lark.large-v1
                    deepeval/cases.json | deepeval | 1 | 1 | 0 | 0 | 0 | 0 | -
                    deepeval/test_run.json | deepeval | 1 | 1 | 0 | 0 | 0 | 1 | -
                    fields/completions.jsonl | fields | 2 | 2 | 0 | 0 | 0 | 0 | -
                    fields/rows.json | fields | 1 | 1 | 0 | 0 | 0 | 0 | -
                    garak/garak.old.report.jsonl | garak | 1 | 1 | 0 | 0 | 0 | 1 | example/oldfinch
                    garak/garak.run2.hitlog.jsonl | garak | 1 | 1 | 0 | 1 | 0 | 0 | openai wren-large
                    garak/garak.run1.report.jsonl | garak | 3 | 3 | 0 | 2 | 0 | 2 | wren-large
                    gemini-replies/generations.jsonl | gemini-replies | 2 | 1 | 1 | 0 | 0 | 1 | kestrel-3-pro
                    helm/pantry/scenario_state.json | helm | 4 | 4 | 1 | 0 | 0 | 2 | example/plover-8b
                    ice/gull-13b.jsonl | ice | 2 | 2 | 1 | 0 | 0 | 0 | -
                    inspect/2026-05-01T10-00-00+00-00_pantry_deflate.eval | inspect | 4 | 4 | 1 | 0 | 0 | 1 | wren-large-2026-02-01
                    inspect/2026-05-01T10-00-00+00-00_pantry_t1.json | inspect | 4 | 4 | 1 | 0 | 0 | 1 | wren-large-2026-02-01
                    inspect/2026-05-01T10-00-00+00-00_pantry_zstd.eval | inspect | 4 | 4 | 1 | 0 | 0 | 1 | wren-large-2026-02-01
                    llm-idiosyncrasies/gull.json | llm-idiosyncrasies | 3 | 3 | 0 | 0 | 0 | 0 | -
                    llmmap/traces.jsonl | llmmap | 2 | 2 | 0 | 0 | 0 | 0 | example/gull-13b
                    lm-eval/example__plover-8b/samples_choices_2026-02-03T10-11-12.131415.jsonl | lm-eval | 0 | 0 | 0 | 0 | 0 | 2 | -
                    lm-eval/example__plover-8b/samples_pantry_2026-02-03T10-11-12.131415.jsonl | lm-eval | 3 | 3 | 0 | 3 | 0 | 0 | example/plover-8b
                    lmsys-chat/train.jsonl | lmsys-chat | 3 | 3 | 0 | 0 | 0 | 0 | finch-7b,gull-13b
                    message-rows/bare.jsonl | message-rows | 2 | 2 | 0 | 0 | 0 | 0 | -
                    message-rows/session.jsonl | message-rows | 2 | 2 | 1 | 0 | 0 | 0 | heron-2
                    mt-bench/arena-hard-v0.1/model_answer/gull-13b.jsonl | mt-bench | 1 | 1 | 0 | 0 | 0 | 0 | gull-13b
                    mt-bench/model_answer/gull-13b.jsonl | mt-bench | 4 | 4 | 0 | 0 | 0 | 0 | gull-13b
                    oasst/trees.jsonl | oasst | 3 | 3 | 0 | 0 | 0 | 0 | -
                    ollama-replies/stream.jsonl | ollama-replies | 2 | 0 | 1 | 0 | 0 | 0 | sparrow:3b
                    openai-batch/batch_output.jsonl | openai-batch | 4 | 4 | 1 | 0 | 0 | 2 | wren-large-2026-02-01
                    openai-chat/train.jsonl | openai-chat | 5 | 5 | 0 | 0 | 0 | 1 | -
                    openai-evals/230101_run.jsonl | openai-evals | 2 | 2 | 0 | 0 | 0 | 0 | wren-large,wren-large-2026-02-01
                    openai-replies/completions.jsonl | openai-replies | 5 | 1 | 1 | 0 | 0 | 1 | deepfinch-r1,oldwren-base,wren-large-2026-02-01
                    openai-responses/reply.json | openai-responses | 1 | 0 | 1 | 0 | 0 | 0 | wren-large-2026-02-01
                    opencompass/pantry.json | opencompass | 2 | 2 | 1 | 0 | 0 | 0 | -
                    other-replies/bodies.jsonl | other-replies | 5 | 3 | 1 | 0 | 0 | 0 | example/gull-13b,example/plover-8b,sparrow-3b.gguf
                    pedigree/answers.jsonl | pedigree | 4 | 3 | 1 | 0 | 0 | 0 | finch-7b
                    promptfoo/results-v2.json | promptfoo | 2 | 2 | 0 | 1 | 0 | 0 | openai:wren-large
                    promptfoo/results.json | promptfoo | 3 | 3 | 0 | 1 | 0 | 1 | openai:wren-large
                    promptfoo/rows.jsonl | promptfoo | 3 | 3 | 0 | 1 | 0 | 1 | openai:wren-large
                    reply-streams/chunks.jsonl | reply-streams | 3 | 0 | 1 | 0 | 0 | 1 | finch-7b
                    reply-streams/events.txt | reply-streams | 1 | 0 | 1 | 0 | 0 | 0 | heron-2
                    sharegpt/dump.json | sharegpt | 3 | 3 | 0 | 0 | 0 | 0 | -
                    slop-forensics/generated_gull-13b.jsonl | slop-forensics | 2 | 2 | 0 | 0 | 0 | 0 | example/gull-13b
                    spans/traces.jsonl | spans | 4 | 4 | 1 | 0 | 0 | 1 | finch-7b,gull-13b
                    table/answers.csv | table | 2 | 2 | 0 | 0 | 0 | 1 | finch-7b
                    table/answers.tsv | table | 2 | 2 | 0 | 0 | 0 | 0 | -
                    table/conversations.csv | table | 1 | 1 | 0 | 0 | 0 | 0 | -
                    templates/texts.jsonl | templates | 3 | 3 | 1 | 0 | 0 | 0 | -
                    text | text | 2 | 0 | 0 | 0 | 0 | 0 | -
                    ultrachat/dialogues.jsonl | ultrachat | 3 | 3 | 0 | 0 | 0 | 0 | -
                    wildchat/part.jsonl | wildchat | 1 | 1 | 0 | 0 | 0 | 1 | gull-13b-0301
                    """)
    void eachFormatIsDetectedAndRead(
            String file,
            String format,
            long responses,
            long withPrompt,
            long withReasoning,
            long duplicates,
            long cut,
            long skipped,
            String models)
            throws Exception {
        Corpus corpus = CorpusReader.detect().read(ROOT.resolve(file));
        ReadSummary summary = corpus.summary();
        assertThat(summary.formats()).containsExactly(format);
        assertThat(List.of(
                        summary.responses(),
                        summary.withPrompt(),
                        summary.withReasoning(),
                        summary.duplicates(),
                        summary.cut(),
                        summary.skipped()))
                .containsExactly(responses, withPrompt, withReasoning, duplicates, cut, skipped);
        assertThat(summary.skipReasons()).hasSize((int) skipped);
        assertThat(summary.models()).isEqualTo(models == null ? List.of() : Arrays.asList(models.split(",")));
        assertThat(corpus.responses()).hasSize((int) responses);
        assertThat(corpus.responses())
                .allSatisfy(response -> assertThat(response.text()).isNotEmpty());
    }

    @Test
    void noRecordIsTakenForTwoFormats() throws Exception {
        EnumSet<CorpusFormat> met = EnumSet.noneOf(CorpusFormat.class);
        for (Path file : jsonFixtures()) {
            try (InputFile in = InputFile.open(file, CorpusReader.sha256())) {
                Json first = Detection.of(new Bytes(in, 1 << 20), null).first();
                List<CorpusFormat> accepting = new ArrayList<>();
                for (CorpusFormat format : CorpusFormat.values()) {
                    if (format.accepts(first)) {
                        accepting.add(format);
                    }
                }
                boolean companion = Companions.isCompanion(file);
                assertThat(accepting).as(file.toString()).hasSize(companion ? 0 : 1);
                met.addAll(accepting);
            }
        }
        EnumSet<CorpusFormat> missing = EnumSet.complementOf(met);
        assertThat(missing).containsExactlyInAnyOrder(CorpusFormat.TABLE, CorpusFormat.TEXT);
    }

    /** Detection looks at the first record, but the records behind it are of the same format too. */
    @Test
    void everyFormatReadsItsFixtureWhenNamed() throws Exception {
        for (CorpusFormat format : CorpusFormat.values()) {
            for (Path file : files(ROOT)) {
                ReadSummary detected;
                try {
                    detected = CorpusReader.detect().forEach(file, response -> {});
                } catch (CorpusException e) {
                    continue; // a companion
                }
                if (detected.formats().contains(format.id())) {
                    ReadSummary named = CorpusReader.detect().withFormat(format).forEach(file, response -> {});
                    assertThat(named).isEqualTo(detected);
                }
            }
        }
    }

    private static List<Path> jsonFixtures() throws IOException {
        List<Path> files = files(ROOT);
        files.removeIf(file -> !Folders.isData(file)
                || Folders.isTable(file)
                || file.toString().endsWith(".eval"));
        return files;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
