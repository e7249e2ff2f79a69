package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlapIndexTest {
    @TempDir
    private Path folder;

    private static Corpus corpus(String name, int seed, int answers) {
        List<Response> responses = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            responses.add(Response.of("q" + i, "Question " + i + "?", Texts.prose(seed * 1000L + i, 60 + i % 90)));
        }
        return Corpus.of(name, responses);
    }

    private Path write(String name, List<Corpus> corpora) throws IOException {
        Path file = folder.resolve(name);
        try (OverlapIndexWriter writer = OverlapIndexWriter.create(file)) {
            for (Corpus corpus : corpora) {
                writer.add(corpus);
            }
        }
        return file;
    }

    @Test
    void givesBackWhatWasPutIn() throws IOException {
        List<Corpus> corpora = List.of(corpus("one", 1, 40), corpus("two", 2, 40));
        try (OverlapIndex index = OverlapIndex.open(write("two.overlap", corpora))) {
            assertThat(index.models()).containsExactly("one", "two");
            assertThat(index.answers()).isEqualTo(80);
            Segment segment = index.segments().get(0);
            List<String> seen = new ArrayList<>();
            for (int a = 0; a < segment.answers(); a++) {
                seen.add(segment.models()[segment.model(a)] + "|" + segment.id(a) + "|" + segment.prompt(a) + "|"
                        + segment.text(a));
            }
            List<String> expected = new ArrayList<>();
            for (Corpus corpus : corpora) {
                for (Response r : corpus.responses()) {
                    expected.add(corpus.name() + "|" + r.id() + "|" + r.prompt().lastUserText() + "|" + r.text());
                }
            }
            assertThat(seen).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void threadsDoNotChangeTheBytes() throws Exception {
        List<Corpus> corpora = List.of(corpus("one", 1, 30), corpus("two", 2, 30));
        byte[] alone = Files.readAllBytes(write("alone", corpora));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Path file = folder.resolve("pool");
            try (OverlapIndexWriter writer = OverlapIndexWriter.create(file, pool)) {
                writer.add(corpora.get(0));
                writer.add(corpora.get(1));
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(alone);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void appendingAndJoiningGiveTheSame() throws IOException {
        Path one = write("one", List.of(corpus("one", 1, 20)));
        Path two = write("two", List.of(corpus("two", 2, 20)));
        Path joined = folder.resolve("joined");
        try (OverlapIndexWriter writer = OverlapIndexWriter.create(joined)) {
            writer.addAll(one);
            writer.addAll(two);
        }
        try (OverlapIndexWriter writer = OverlapIndexWriter.append(one, Runnable::run)) {
            writer.add(corpus("two", 2, 20));
        }
        assertThat(Files.readAllBytes(joined)).isEqualTo(Files.readAllBytes(one));
        try (OverlapIndex index = OverlapIndex.open(joined)) {
            assertThat(index.models()).containsExactly("one", "two");
            assertThat(index.answers()).isEqualTo(40);
        }
    }

    @Test
    void whatCannotBeWrittenLeavesTheFileAsItWas() throws IOException {
        Path file = write("kept", List.of(corpus("one", 1, 20)));
        byte[] before = Files.readAllBytes(file);
        Path noIndex = Files.writeString(folder.resolve("no-index"), "not an index");
        try (OverlapIndexWriter writer = OverlapIndexWriter.create(file)) {
            writer.add(corpus("two", 2, 20));
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThatThrownBy(() -> writer.addAll(noIndex)).isInstanceOf(IndexFormatException.class);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (OverlapIndexWriter writer = OverlapIndexWriter.append(file, Runnable::run)) {
            writer.addAll(write("two", List.of(corpus("two", 2, 20))));
            assertThatThrownBy(() -> writer.addAll(noIndex)).isInstanceOf(IndexFormatException.class);
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("kept", "two", "no-index");
        }
        assertThatThrownBy(() ->
                        OverlapIndexWriter.create(folder.resolve("nowhere").resolve("x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void emptyIndexIsAnIndex() throws IOException {
        try (OverlapIndex index = OverlapIndex.open(write("none", List.of()))) {
            assertThat(index.answers()).isZero();
        }
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "These are notes, and no index at all.");
        assertThatThrownBy(() -> OverlapIndex.open(text))
                .isInstanceOf(IndexFormatException.class)
                .hasMessage("notes.txt: at byte 0: not an overlap index");
        byte[] newer = Files.readAllBytes(write("newer", List.of(corpus("one", 1, 2))));
        newer[7] = 9;
        assertThatThrownBy(() -> OverlapIndex.of(newer))
                .isInstanceOf(IndexFormatException.class)
                .hasMessageContaining("version 9");
    }
}
