package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ZIP archives of logs: read as the folders that were packed into them. */
class ArchivesTest {
    private static final String ONE = "{\"id\": \"1\", \"prompt\": \"Why?\", \"response\": \"So.\"}\n";
    private static final String TWO = "{\"id\": \"2\", \"prompt\": \"How?\", \"response\": \"Thus.\"}\n";

    @TempDir
    Path dir;

    /** @param entries name and content in turn */
    private Path zip(String name, int method, String... entries) throws IOException {
        Path file = dir.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(method == ZipEntry.STORED ? 0 : 6);
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(java.nio.charset.StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    private static Corpus read(Path file) throws CorpusException {
        return CorpusReader.detect().read(file);
    }

    @Test
    void theFilesOfAnArchiveAreOneCorpus() throws Exception {
        Path file = zip(
                "gull-13b.zip", 8, "data/b.jsonl", TWO, "data/a.jsonl", ONE, "__MACOSX/data/._a.jsonl", "\0\5\26\7");
        Corpus corpus = read(file);
        assertThat(corpus.name()).isEqualTo("gull-13b");
        assertThat(corpus.responses()).extracting(Response::text).containsExactly("So.", "Thus.");
        byte[] digest = CorpusReader.sha256().digest(Files.readAllBytes(file));
        assertThat(corpus.summary().digest()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThat(CorpusReader.models(dir)).extracting(ModelSource::name).containsExactly("gull-13b");
    }

    @Test
    void answersFindTheirQuestionsInTheArchive() throws Exception {
        String input =
                "{\"custom_id\": \"r\", \"body\": {\"messages\": [{\"role\": \"user\", \"content\": \"Why?\"}]}}\n";
        String output =
                "{\"custom_id\": \"r\", \"response\": {\"status_code\": 200, \"body\": {\"choices\": [{\"message\":"
                        + " {\"role\": \"assistant\", \"content\": \"So.\"}, \"finish_reason\": \"stop\"}]}}}\n";
        Corpus corpus = read(zip("batch.zip", 8, "in.jsonl", input, "out.jsonl", output));
        assertThat(corpus.responses()).hasSize(1);
        assertThat(corpus.responses().get(0).prompt().lastUserText()).isEqualTo("Why?");
    }

    @Test
    void whatIsExportedBesideConversationsHoldsNoAnswers() throws Exception {
        String conversations = Files.readString(Path.of("fixtures/corpora/chat-exports/claude/conversations.json"));
        Path file = zip("export.zip", 8, "conversations.json", conversations, "users.json", "[{\"uuid\": \"u\"}]");
        assertThat(read(file).responses()).hasSize(1);
    }

    @Test
    void badRecordsAreNamedWithTheirArchive() throws Exception {
        Path file = zip("a.zip", 8, "x/a.jsonl", ONE + "{\"id\": \"2\", \"response\": 7}\n" + TWO);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("a.zip!x/a.jsonl:2: ");
        Corpus rest = CorpusReader.detect().skippingBadRecords().read(file);
        assertThat(rest.responses()).hasSize(2);
        assertThat(rest.summary().skipped()).isEqualTo(1);
    }

    @Test
    void damageIsTold() throws Exception {
        Path file = zip("s.zip", ZipEntry.STORED, "a.jsonl", ONE.replace("So.", "So, and so on."));
        byte[] bytes = Files.readAllBytes(file);
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 30);
        assertThatThrownBy(() -> read(Files.write(dir.resolve("cut.zip"), cut))).isInstanceOf(CorpusException.class);
        int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("and so");
        assertThat(at).isPositive();
        bytes[at] = 'A';
        assertThatThrownBy(() -> read(Files.write(dir.resolve("bad.zip"), bytes)))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("bad.zip!a.jsonl: the entry is damaged");
        Corpus doubtful = CorpusReader.detect().skippingBadRecords().read(dir.resolve("bad.zip"));
        assertThat(doubtful.summary().skipReasons()).singleElement().asString().contains("the entry is damaged");
    }

    @Test
    void anArchiveBesideWhatItMayHoldIsNotReadTwice() throws Exception {
        zip("a.zip", 8, "a.jsonl", ONE);
        Files.writeString(dir.resolve("a.jsonl"), ONE);
        assertThatThrownBy(() -> read(dir)).hasMessageContaining("a.zip: an archive among other files");
    }

    @Test
    void anArchiveWithoutAnswersIsRefused() throws Exception {
        assertThatThrownBy(() -> read(zip("pictures.zip", 8, "a.png", "\u0089PNG")))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("the archive holds no file that can be read");
        Path inner = zip("inner.zip", 8, "a.jsonl", ONE);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(dir.resolve("outer.zip")))) {
            zip.putNextEntry(new ZipEntry("inner.zip"));
            zip.write(Files.readAllBytes(inner));
        }
        assertThatThrownBy(() -> read(dir.resolve("outer.zip"))).hasMessageContaining("an archive in an archive");
    }
}
