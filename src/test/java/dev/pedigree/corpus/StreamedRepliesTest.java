package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams of replies, as events and as lines, whole and cut off. */
class StreamedRepliesTest {
    @TempDir
    Path dir;

    private Corpus read(String name, String text) throws IOException {
        return CorpusReader.detect().read(Files.writeString(dir.resolve(name), text.replace('\'', '"')));
    }

    private static String chunk(String id, String delta, String finish) {
        return "{'id': '" + id
                + "', 'object': 'chat.completion.chunk', 'model': 'm', 'choices': [{'index': 0, 'delta': {" + delta
                + "}, 'finish_reason': " + finish + "}]}";
    }

    @Test
    void eventsWithCommentsAndAnEnd() throws IOException {
        String stream = ": waiting\r\n\r\nretry: 3000\r\n\r\n"
                + "data: {'choices': [], 'id': '', 'object': '', 'prompt_filter_results': []}\r\n\r\n"
                + "data: " + chunk("a", "'role': 'assistant', 'content': ''", "null") + "\r\n\r\n"
                + "data: " + chunk("a", "'reasoning': 'Hm.'", "null") + "\r\n\r\n"
                + "data: " + chunk("a", "'content': 'So.'", "null") + "\r\n\r\n"
                + "data: " + chunk("a", "", "'stop'") + "\r\n\r\n"
                + "data: [DONE]\r\n\r\n";
        for (String name : new String[] {"s.txt", "s.sse", "s.jsonl", "s.log"}) {
            Corpus corpus = read(name, stream + stream);
            assertThat(corpus.summary().formats()).containsExactly("reply-streams");
            assertThat(corpus.responses()).extracting(Response::text).containsExactly("So.", "So.");
            assertThat(corpus.responses()).extracting(Response::reasoning).containsOnly("Hm.");
            assertThat(corpus.responses()).extracting(Response::finish).containsOnly(FinishReason.STOP);
            assertThat(corpus.summary().skipped()).isZero();
        }
    }

    @Test
    void plainCompletionsAreOneText() throws IOException {
        String piece =
                "data: {'id': 'c', 'object': 'text_completion', 'model': 'm', 'choices': [{'index': 0, 'text': '%s', 'finish_reason': %s}]}\n\n";
        Corpus corpus = read(
                "s.txt", piece.formatted("So ", "null") + piece.formatted("it is.", "'length'") + "data: [DONE]\n");
        assertThat(corpus.responses()).extracting(Response::text).containsExactly("So it is.");
        assertThat(corpus.responses()).extracting(Response::finish).containsExactly(FinishReason.LENGTH);
    }

    @Test
    void aReplyWithoutItsEndIsNoAnswer() throws IOException {
        Corpus corpus = read(
                "s.jsonl",
                chunk("a", "'role': 'assistant', 'content': 'So'", "null") + "\n"
                        + chunk("b", "'role': 'assistant', 'content': 'Thus.'", "'stop'") + "\n"
                        + chunk("c", "'role': 'assistant', 'content': 'And'", "null") + "\n");
        assertThat(corpus.responses()).extracting(Response::text).containsExactly("Thus.");
        assertThat(corpus.summary().skipped()).isEqualTo(2);
        assertThat(corpus.summary().skipReasons().get(1)).contains("ends before a piece that says why");
    }

    @Test
    void theResponsesApiAndConverse() throws IOException {
        Corpus responses = read(
                "r.txt",
                "event: response.created\ndata: {'type': 'response.created', 'response': {'id': 'r', 'object': 'response', 'model': 'm', 'output': []}}\n\n"
                        + "event: response.output_text.delta\ndata: {'type': 'response.output_text.delta', 'delta': 'So.'}\n\n"
                        + "event: response.completed\ndata: {'type': 'response.completed', 'response': {'id': 'r', 'object': 'response', 'status': 'completed',"
                        + " 'model': 'm', 'output': [{'type': 'message', 'role': 'assistant', 'content': [{'type': 'output_text', 'text': 'So.'}]}]}}\n\n");
        assertThat(responses.responses()).extracting(Response::text).containsExactly("So.");
        assertThat(responses.summary().models()).containsExactly("m");
        Corpus converse = read("c.jsonl", """
                {'messageStart': {'role': 'assistant'}}
                {'contentBlockDelta': {'delta': {'reasoningContent': {'text': 'Hm.'}}, 'contentBlockIndex': 0}}
                {'contentBlockDelta': {'delta': {'text': 'So.'}, 'contentBlockIndex': 1}}
                {'messageStop': {'stopReason': 'end_turn'}}
                {'metadata': {'usage': {}}}
                """);
        assertThat(converse.responses()).extracting(Response::text).containsExactly("So.");
        assertThat(converse.responses()).extracting(Response::reasoning).containsExactly("Hm.");
    }

    @Test
    void aTextThatBeginsLikeAnEventIsAText() throws IOException {
        assertThat(read("notes.txt", "data: what I know of bread\n\nIt rises.\n")
                        .summary()
                        .formats())
                .containsExactly("text");
    }
}
