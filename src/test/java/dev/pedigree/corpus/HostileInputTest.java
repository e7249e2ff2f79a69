package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input that is damaged, or not what it claims to be: an error that names the place, or a count; never a surprise. */
class HostileInputTest {
    private static final String GOOD = "{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"}\n";
    private static final String LAST = "{\"id\": \"z\", \"prompt\": \"Why?\", \"response\": \"Because.\"}\n";

    @TempDir
    Path dir;

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(dir.resolve(name), bytes);
    }

    private Path file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void refused(Path path, String... parts) {
        assertThatThrownBy(() -> CorpusReader.detect().read(path))
                .isInstanceOf(CorpusException.class)
                .hasMessageStartingWith(path.toString())
                .hasMessageContainingAll(parts);
    }

    /** Reads what is left with bad records skipped. */
    private static Corpus lenient(Path path) throws CorpusException {
        return CorpusReader.detect().skippingBadRecords().read(path);
    }

    @Test
    void nothingThere() {
        refused(dir.resolve("missing.jsonl"), "no such file or folder");
    }

    @Test
    void emptyFileAndBlankFile() throws IOException {
        refused(file("empty.jsonl", ""), "the file is empty");
        refused(file("blank.jsonl", "\n \r\n\t\n"), "nothing but white space");
        refused(file("empty.csv", ""), "the file is empty");
        refused(file("list.json", "[]"), "the JSON is empty");
        refused(file("text.log", "ERROR 12:00 something failed"), "expected JSON", "ERROR 12:00");
    }

    @Test
    void aFolderWhereAFileWasMeantAndTheOtherWayRound() throws Exception {
        Files.createDirectories(dir.resolve("empty"));
        refused(dir.resolve("empty"), "no file that can be read");
        assertThatThrownBy(() -> CorpusReader.models(dir.resolve("empty")))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("found none");
        Path one = file("one.jsonl", GOOD);
        assertThat(CorpusReader.models(one)).containsExactly(new ModelSource("one", one));
        assertThat(CorpusReader.detect().read(dir).responses()).hasSize(1);
        assertThatThrownBy(() -> CorpusReader.detect()
                        .withPrompts(dir)
                        .read(FixturesTest.ROOT.resolve("openai-batch/batch_output.jsonl")))
                .isInstanceOf(CorpusException.class);
    }

    @Test
    void symbolicLinks() throws Exception {
        Path sub = Files.createDirectories(dir.resolve("m/sub"));
        file("m/a.jsonl", GOOD);
        Files.createSymbolicLink(sub.resolve("up"), dir.resolve("m"));
        refused(dir.resolve("m"), "up: a symbolic link to a folder that it stands in");
        Files.delete(sub.resolve("up"));
        Files.createSymbolicLink(dir.resolve("m/gone.jsonl"), dir.resolve("nowhere.jsonl"));
        refused(dir.resolve("m"), "gone.jsonl: a symbolic link that leads nowhere");
        refused(dir.resolve("m/gone.jsonl"), "a symbolic link that leads nowhere");
        Files.delete(dir.resolve("m/gone.jsonl"));
        Files.createSymbolicLink(dir.resolve("m/b.jsonl"), dir.resolve("m/a.jsonl"));
        assertThat(CorpusReader.detect().read(dir.resolve("m")).responses()).hasSize(2);
    }

    @Test
    void truncatedAndDamagedGzip() throws Exception {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append(GOOD.replace("\"a\"", "\"" + i * 7919L % 1_000_003 + "\""));
        }
        byte[] whole = gzip(many.toString());
        Path cutOff = file("cut.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));
        refused(cutOff, "the compressed data are cut off");
        Corpus rest = lenient(cutOff);
        assertThat(rest.responses()).hasSizeBetween(1_000, 19_999);
        assertThat(rest.summary().skipped()).isEqualTo(1);
        assertThat(rest.summary().skipReasons().get(0)).contains("the rest of the file cannot be read");
        byte[] damaged = whole.clone();
        damaged[damaged.length - 6] ^= 0x55;
        refused(file("damaged.jsonl.gz", damaged), "the compressed data are damaged");
    }

    @Test
    void gzipMembersOneBehindAnotherAndAWrongEnding() throws Exception {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(gzip(GOOD));
        two.write(gzip(LAST));
        assertThat(CorpusReader.detect()
                        .read(file("two.jsonl.gz", two.toByteArray()))
                        .responses())
                .hasSize(2);
        assertThat(CorpusReader.detect().read(file("plain.jsonl.gz", GOOD)).responses())
                .hasSize(1);
        assertThat(CorpusReader.detect().read(file("packed.jsonl", gzip(GOOD))).responses())
                .hasSize(1);
    }

    @Test
    void invalidUtf8LosesOneRecordOnly() throws Exception {
        for (byte[] bad : new byte[][] {
            {(byte) 0xff},
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xe2, (byte) 0x82}
        }) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
            out.write("{\"id\": \"b\", \"prompt\": \"Why?\", \"response\": \"".getBytes(StandardCharsets.UTF_8));
            out.write(bad);
            out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
            out.write(LAST.getBytes(StandardCharsets.UTF_8));
            Path lines = file("bad.jsonl", out.toByteArray());
            refused(lines, "bad.jsonl:2: not UTF-8");
            assertThat(lenient(lines).responses()).extracting(Response::id).containsExactly("a", "z");
            String list =
                    "[" + out.toString(StandardCharsets.ISO_8859_1).strip().replace("\n", ",\n") + "]";
            Path document = file("bad.json", list.getBytes(StandardCharsets.ISO_8859_1));
            refused(document, "bad.json:2: not UTF-8");
            assertThat(lenient(document).responses()).extracting(Response::id).containsExactly("a", "z");
            assertThat(lenient(document).summary().skipped()).isEqualTo(1);
        }
    }

    @Test
    void nulBytes() throws Exception {
        Path inside =
                file("nul.jsonl", GOOD + "{\"id\": \"b\", \"response\": \"a\u0000b\", \"prompt\": \"\"}\n" + LAST);
        refused(inside, "nul.jsonl:2: a NUL byte");
        assertThat(lenient(inside).responses()).extracting(Response::id).containsExactly("a", "z");
        Path tail = file("tail.jsonl", GOOD + "\u0000".repeat(5000));
        refused(tail, "tail.jsonl:2: a NUL byte");
        assertThat(lenient(tail).responses()).hasSize(1);
        refused(file("only.jsonl", "\u0000".repeat(5000)), "NUL bytes at the beginning");
        Corpus escaped = CorpusReader.detect()
                .read(file("escaped.jsonl", "{\"id\": \"b\", \"prompt\": \"\", \"response\": \"a\\u0000b\"}"));
        assertThat(escaped.responses().get(0).text()).isEqualTo("a\u0000b");
    }

    @Test
    void byteOrderMarksAndLineEnds() throws Exception {
        String text = (GOOD + LAST).replace("So.", "Sö 😀.").replace("\n", "\r\n");
        for (Path path : List.of(
                file("bom.jsonl", "\ufeff" + text),
                file("le.jsonl", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)),
                file("be.jsonl", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE)),
                file("le-unmarked.jsonl", text.getBytes(StandardCharsets.UTF_16LE)),
                file("be-unmarked.jsonl", text.getBytes(StandardCharsets.UTF_16BE)),
                file("bom.jsonl.gz", gzip("\ufeff" + text)))) {
            List<Response> responses = CorpusReader.detect().read(path).responses();
            assertThat(responses).extracting(Response::text).containsExactly("Sö 😀.", "Because.");
        }
        byte[] odd = Arrays.copyOf(("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_16LE), 31);
        refused(file("odd.jsonl", odd), "not well-formed UTF-16");
    }

    @Test
    void deepNesting() throws Exception {
        String deep = "{\"id\": \"b\", \"response\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
        Path lines = file("deep.jsonl", GOOD + deep + LAST);
        refused(lines, "deep.jsonl:2: nested more than 500 deep");
        assertThat(lenient(lines).responses()).extracting(Response::id).containsExactly("a", "z");
        refused(file("deep.json", "[".repeat(1_000_000)), "nested more than 500 deep");
    }

    /** The reason is that it ends too soon, not that its fields are unknown. */
    @Test
    void aRecordThatIsCutOff() throws Exception {
        refused(file("cut.jsonl", "{\"prompt\": \"Why?\", \"response\": "), "not JSON", "end-of-input");
    }

    @Test
    void aLineOf200MegabytesIsSteppedOver() throws Exception {
        Path path = dir.resolve("huge.jsonl");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16)) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
            out.write("{\"id\": \"b\", \"prompt\": \"\", \"response\": \"".getBytes(StandardCharsets.UTF_8));
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) 'x');
            for (int i = 0; i < 200; i++) {
                out.write(megabyte);
            }
            out.write("\"}\n".getBytes(StandardCharsets.UTF_8));
            out.write(LAST.getBytes(StandardCharsets.UTF_8));
        }
        refused(path, "huge.jsonl:2: the record is longer than 64 MiB");
        Corpus rest = lenient(path);
        assertThat(rest.responses()).extracting(Response::id).containsExactly("a", "z");
        assertThat(rest.responses().get(1).source().line()).isEqualTo(3);
        assertThat(rest.summary().skipped()).isEqualTo(1);
        assertThat(rest.summary().digest()).isEqualTo(sha256(path));
        Files.delete(path);
    }

    /** Wherever the line begins in the buffer, and however much the buffer holds. */
    @Test
    void theLimitOfARecordIsExact() throws Exception {
        CorpusReader reader = CorpusReader.detect().withMaxRecord(1000).skippingBadRecords();
        for (int length = 995; length < 1005; length++) {
            String start = "{\"id\": \"b\", \"prompt\": \"\", \"response\": \"";
            String line = start + "x".repeat(length - start.length() - 2) + "\"}\n";
            Corpus corpus = reader.read(file("limit.jsonl", GOOD + line + LAST));
            assertThat(corpus.responses()).as(length + " bytes").hasSize(length <= 1000 ? 3 : 2);
        }
    }

    @Test
    void aFirstRecordThatIsTooLongToTellItsFormat() throws Exception {
        Path path =
                file("first.jsonl", "{\"id\": \"b\", \"response\": \"" + "x".repeat(17 << 20) + "\"}\n" + GOOD + LAST);
        refused(path, "the first record is too long to tell its format");
        assertThat(CorpusReader.detect()
                        .withFormat(CorpusFormat.PEDIGREE)
                        .read(path)
                        .responses())
                .hasSize(3);
        assertThat(lenient(path).responses()).hasSize(3);
    }

    @Test
    void aRecordOfADocumentHasALimitToo() throws Exception {
        String text = "[{\"instruction\": \"a\", \"output\": \"" + "x".repeat(5000) + "\"}]";
        Path path = file("long.json", text);
        assertThat(CorpusReader.detect().read(path).responses()).hasSize(1);
        assertThatThrownBy(() -> CorpusReader.detect().withMaxRecord(1000).read(path))
                .isInstanceOf(CorpusException.class);
        Path many = file(
                "many.json", "[{\"instruction\": \"a\", \"output\": \"b\", \"more\": [" + "1,".repeat(5000) + "1]}]");
        assertThatThrownBy(() -> CorpusReader.detect().withMaxRecord(1000).read(many))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining("longer than 1000 bytes");
    }

    @Test
    void aDocumentThatIsCutOff() throws Exception {
        String text = "[\n {\"instruction\": \"a\", \"output\": \"b\"},\n {\"instruction\": \"c\", \"out";
        Path path = file("cut.json", text);
        refused(path, "cut.json:2: not JSON", "line 3");
        Corpus rest = lenient(path);
        assertThat(rest.responses()).hasSize(1);
        assertThat(rest.summary().skipReasons().get(0)).contains("cannot be read any further");
    }

    private static final String[] BREAKS = {
        "{\"instruction\": \"b\", \"output\": \"he said \"no\" twice\"}",
        "{\"instruction\": \"b\", \"output\": \"no quote at its end}",
        "{\"instruction\": \"b, \"output\": \"x\"}",
        "{\"instruction\": \"b\", \"output\": \"a line\nend\"}",
        "{\"instruction\": \"b\", \"output\": \"x\"",
        "{\"instruction\": \"b\", \"output\": nothing, \"like\": \"{\\\"instruction\\\": \\\"\"}",
        "{\"instruction\": \"b\", \"output\": " + "[".repeat(600) + "]".repeat(600) + "}",
    };

    /** Each way of breaking a record, in a list on one line and over many, at its beginning, in its midst and twice in a row. */
    @Test
    void aBrokenRecordOfAListLosesOneRecordOnly() throws Exception {
        for (String broken : BREAKS) {
            for (String between : List.of(", ", ",\n", "\n,\n\n")) {
                String good = "{\"instruction\": \"%s\", \"output\": \"So [1]}, {2}.\"}";
                String list =
                        String.join(between, good.formatted("a"), broken, good.formatted("c"), good.formatted("d"));
                for (String text : List.of("[" + list + "]", "{\"data\": [" + list + "], \"version\": 1}")) {
                    Path path = file("broken.json", text);
                    refused(path, "broken.json:2: ");
                    Corpus rest = lenient(path);
                    assertThat(rest.responses())
                            .as(text)
                            .extracting(r -> r.prompt().lastUserText())
                            .containsExactly("a", "c", "d");
                    assertThat(rest.summary().skipped()).as(text).isEqualTo(1);
                    assertThat(rest.summary().skipReasons().get(0)).contains("reading goes on with the record on line");
                }
            }
            String end = "{\"instruction\": \"z\", \"output\": \"So.\"}";
            Corpus rest = lenient(file("twice.json", "[\n" + broken + ",\n" + broken + ",\n" + end + "\n]\n"));
            assertThat(rest.responses()).as(broken).hasSize(1);
            assertThat(rest.summary().skipped()).as(broken).isEqualTo(2);
            assertThat(rest.summary().skipReasons().get(1))
                    .contains("reading goes on with the record on line " + (broken.contains("\n") ? 6 : 4));
        }
    }

    /** What stands within a broken record is not taken for one, and what follows on a list within it is not lost. */
    @Test
    void listsWithinABrokenRecord() throws Exception {
        String call = "{\"id\": \"x\", \"parts\": [{\"id\": 1}, {\"id\": 2}, {\"id\": 3}]";
        Path path = file(
                "inner.json",
                "[{\"id\": \"a\", \"prompt\": \"Why?\", \"response\": \"So.\"},\n" + call
                        + ", oh no},\n{\"id\": \"c\", \"prompt\": \"Why?\", \"response\": \"So.\"}]");
        Corpus rest = lenient(path);
        assertThat(rest.responses()).extracting(Response::id).containsExactly("a", "c");
    }

    @Test
    void aRecordOfADocumentThatIsTooLongIsSteppedOver() throws Exception {
        String good = "{\"instruction\": \"a\", \"output\": \"b\"}";
        String numbers = good.replace("}", ", \"more\": [" + "1,".repeat(200_000) + "1]}");
        String letters = good.replace("b", "x".repeat(400_000));
        for (String bad : List.of(numbers, letters)) {
            Path path = file("long.json", "[" + good + "," + bad + "," + good + "," + good + "]");
            Corpus rest = CorpusReader.detect()
                    .withMaxRecord(1000)
                    .skippingBadRecords()
                    .read(path);
            assertThat(rest.responses()).hasSize(3);
            assertThat(rest.summary().skipped()).isEqualTo(1);
            assertThat(rest.summary().digest()).isEqualTo(sha256(path));
        }
    }

    /** Of two values of one field nobody knows which is meant; two that are equal do no harm. */
    @Test
    void aFieldThatStandsTwice() throws Exception {
        String twice = "{\"id\": \"b\", \"prompt\": \"Why?\", \"response\": \"So.\", \"response\": \"No.\"}";
        String inside =
                "{\"id\": \"b\", \"prompt\": [{\"role\": \"user\", \"content\": \"x\", \"content\": null}], \"response\": \"So.\"}";
        for (String bad : List.of(twice, inside)) {
            for (String text : List.of(GOOD + bad + "\n" + LAST, bad + "\n" + GOOD + LAST)) {
                Path lines = file("twice.jsonl", text);
                refused(lines, "twice.jsonl:" + (text.startsWith(bad) ? 1 : 2) + ": the field ", " stands twice");
                assertThat(lenient(lines).responses()).extracting(Response::id).containsExactly("a", "z");
                Path list = file("twice.json", "[" + text.strip().replace("\n", ",\n") + "]");
                refused(list, "stands twice");
                assertThat(lenient(list).responses()).extracting(Response::id).containsExactly("a", "z");
            }
        }
        Path harmless = file("same.jsonl", GOOD.replace("}", ", \"response\": \"So.\"}"));
        assertThat(CorpusReader.detect().read(harmless).responses()).hasSize(1);
    }

    @Test
    void theFirstLineIsDamaged() throws Exception {
        Path path = file("first.jsonl", "{\"id\": \"b\", \"resp\n" + GOOD + LAST);
        refused(path, "first.jsonl:1: not JSON");
        assertThat(lenient(path).responses()).extracting(Response::id).containsExactly("a", "z");
        assertThat(lenient(path).summary().skipped()).isEqualTo(1);
    }

    @Test
    void aRecordOfNoKnownFormat() throws Exception {
        refused(file("strange.jsonl", "{\"alpha\": 1, \"beta\": 2}\n"), "an object with alpha, beta");
        Path mixed = file("mixed.jsonl", GOOD + "{\"alpha\": 1}\n" + LAST);
        refused(mixed, "mixed.jsonl:2: field \"response\": expected text, found nothing");
        assertThat(lenient(mixed).summary().skipped()).isEqualTo(1);
        refused(file("number.jsonl", GOOD + "17\n"), "number.jsonl:2");
    }

    @Test
    void theReasonsAreLimitedButTheCountIsNot() throws Exception {
        Path path = file("many.jsonl", GOOD + "{\"id\": \n".repeat(50) + LAST);
        ReadSummary summary = lenient(path).summary();
        assertThat(summary.skipped()).isEqualTo(50);
        assertThat(summary.skipReasons()).hasSize(20);
    }

    @Test
    void filesOfOtherKindsAreNamed() throws Exception {
        refused(file("a.jsonl", "PAR1...."), "a Parquet file");
        refused(file("b.json", "SQLite format 3\u0000"), "an SQLite database");
        refused(file("c.jsonl", "%PDF-1.7"), "a PDF");
        refused(file("f.fp.zst", new byte[] {'P', 'D', 'F', 'P', (byte) 0x89, 2}), "a fingerprint", "unpack it");
        refused(file("d.eval", "PK\u0003\u0004 and no more"), "no directory");
        refused(file("e.json", "PK\u0003\u0004 and no more"), "e.json");
    }

    @Test
    void numbersThatOnlyPythonWrites() throws Exception {
        Path path = file(
                "nan.jsonl", "{\"id\": 1, \"prompt\": \"\", \"response\": \"b\", \"score\": NaN, \"x\": -Infinity}");
        assertThat(CorpusReader.detect().read(path).responses().get(0).id()).isEqualTo("1");
    }

    @Test
    void theDigestIsThatOfTheFile() throws Exception {
        Path packed = file("d.jsonl.gz", gzip(GOOD + LAST));
        assertThat(CorpusReader.detect().read(packed).summary().digest()).isEqualTo(sha256(packed));
        for (String name : List.of(
                "pedigree/answers.jsonl",
                "sharegpt/dump.json",
                "table/answers.csv",
                "text/bread.md",
                "inspect/2026-05-01T10-00-00+00-00_pantry_zstd.eval")) {
            Path path = FixturesTest.ROOT.resolve(name);
            assertThat(CorpusReader.detect().read(path).summary().digest())
                    .as(name)
                    .isEqualTo(sha256(path));
        }
    }

    private static String sha256(Path path) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(path)));
    }
}
