package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoundTripProperties {
    /** Any UTF-16, also half surrogate pairs and control characters, but nothing that a reader would cut. */
    private static Arbitrary<String> anyText() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\uffff')
                .ofMaxLength(60)
                .map(text ->
                        text.replace("<", "").replace("[", "").replace("◁", "").replace("#", ""));
    }

    @Provide
    Arbitrary<List<Response>> responses() {
        Arbitrary<Message> message =
                Combinators.combine(Arbitraries.of(Role.class), anyText()).as(Message::new);
        Arbitrary<Prompt> prompt = message.list().ofMaxSize(3).map(Prompt::new);
        Arbitrary<String> label = anyText().filter(text -> !text.isEmpty());
        return Combinators.combine(
                        label,
                        prompt,
                        anyText(),
                        anyText(),
                        anyText(),
                        anyText(),
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.of(FinishReason.class))
                .as((id, asked, text, reasoning, model, lang, sample, finish) ->
                        new Response(id, asked, text, reasoning, model, lang, sample, finish, Source.NONE))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Property(tries = 300, seed = "20261123")
    void whatIsWrittenReadsBack(@ForAll("responses") List<Response> responses) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CorpusWriter writer = CorpusWriter.to(bytes)) {
            for (Response response : responses) {
                writer.write(response);
            }
        }
        Path file = Files.createTempFile("roundtrip", ".jsonl");
        try {
            Files.write(file, bytes.toByteArray());
            List<Response> read = CorpusReader.detect().read(file).responses();
            assertThat(read).hasSameSizeAs(responses);
            for (int i = 0; i < read.size(); i++) {
                Response r = read.get(i);
                assertThat(new Response(
                                r.id(),
                                r.prompt(),
                                r.text(),
                                r.reasoning(),
                                r.model(),
                                r.language(),
                                r.sample(),
                                r.finish(),
                                Source.NONE))
                        .isEqualTo(responses.get(i));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> cell = Arbitraries.strings()
                .withChars('a', 'ß', '"', ',', '\n', '\r', ';', '\t', ' ')
                .ofMaxLength(12);
        return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 500, seed = "20261123")
    void quotedCellsReadBack(@ForAll("tables") List<List<String>> table) throws Exception {
        StringBuilder csv = new StringBuilder();
        for (List<String> row : table) {
            for (int i = 0; i < row.size(); i++) {
                csv.append(i == 0 ? "" : ",")
                        .append('"')
                        .append(row.get(i).replace("\"", "\"\""))
                        .append('"');
            }
            csv.append("\r\n");
        }
        TableRows rows = new TableRows(
                new Bytes(new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)), 1 << 20),
                ',',
                '\n',
                1 << 20);
        for (List<String> row : table) {
            assertThat(rows.next()).isEqualTo(row);
        }
        assertThat(rows.next()).isNull();
        assertThat(rows.line()).isEqualTo(1 + csv.chars().filter(c -> c == '\n').count());
    }

    /** However the bytes come in, the lines are the same. */
    @Property(tries = 300, seed = "20261123")
    void linesDoNotDependOnChunks(@ForAll("linesOfText") List<String> lines, @ForAll("chunkSizes") int chunk)
            throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        List<String> read = new ArrayList<>();
        Bytes input = new Bytes(inChunks(bytes, chunk), 1 << 20);
        while (input.nextLine()) {
            read.add(new String(input.array(), input.from(), input.to() - input.from(), StandardCharsets.UTF_8));
            assertThat(input.isPlain() && read.get(read.size() - 1).chars().anyMatch(c -> c > 127 || c == 0))
                    .isFalse();
            input.consumeLine();
        }
        assertThat(read).isEqualTo(lines);
    }

    @Provide
    Arbitrary<List<String>> linesOfText() {
        return Arbitraries.strings()
                .withChars('a', 'é', '日', ' ', '\u0000')
                .ofMaxLength(30)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    @Provide
    Arbitrary<Integer> chunkSizes() {
        return Arbitraries.integers().between(1, 17);
    }

    /** Strictness against the JDK's own decoder. */
    @Property(tries = 2000, seed = "20261123")
    void utf8IsWhatTheJdkTakesForIt(@ForAll byte[] bytes) {
        boolean wellFormed = true;
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes));
        } catch (java.nio.charset.CharacterCodingException e) {
            wellFormed = false;
        }
        assertThat(Utf8.firstBad(bytes, 0, bytes.length) < 0).isEqualTo(wellFormed);
    }

    private static InputStream inChunks(byte[] bytes, int chunk) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int from, int length) {
                return super.read(target, from, Math.min(length, chunk));
            }
        };
    }
}
