package dev.pedigree.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Index files that lie, and the bytes of the format. */
class OverlapHostileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/dev/pedigree/overlap/v4.overlap");

    private static List<Corpus> corpora() {
        List<Corpus> out = new ArrayList<>();
        for (int m = 0; m < 2; m++) {
            List<Response> responses = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                String code = i == 3
                        ? "\n```python\ndef f(a):\n    return [x * 2 for x in a if x > 1 and x < 9 and f(x)]\n```"
                        : "";
                responses.add(
                        Response.of("q" + i, "Frage " + i, Texts.prose(m * 100L + i % 5, 50) + code + " 七只灰鹭 😀"));
            }
            out.add(Corpus.of("model " + m, responses));
        }
        return out;
    }

    private static byte[] file() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OverlapIndexWriter writer = OverlapIndexWriter.to(out, Runnable::run)) {
            for (Corpus corpus : corpora()) {
                writer.add(corpus);
            }
        }
        return out.toByteArray();
    }

    @Test
    void bytesOfTheVersionStayTheSame() throws IOException {
        if (Boolean.getBoolean("golden.update") && System.getenv("CI") == null) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, file());
        }
        try (InputStream in = OverlapHostileTest.class.getResourceAsStream("v4.overlap")) {
            assertThat(in).isNotNull();
            assertThat(file()).isEqualTo(in.readAllBytes());
        }
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        byte[] whole = file();
        for (int length = 0; length < whole.length; length += length < 300 ? 1 : 41) {
            if (length == IndexFormat.FILE_HEADER) {
                continue; // an index without segments
            }
            assertRefusedOrHarmless(java.util.Arrays.copyOf(whole, length), true);
        }
    }

    @Test
    void changedBytesNeverDoWorseThanAFormatError() throws IOException {
        byte[] whole = file();
        SplitMix64 random = new SplitMix64(20261122);
        for (int n = 0; n < 1000; n++) {
            byte[] bad = whole.clone();
            int changes = 1 + random.nextInt(4);
            for (int c = 0; c < changes; c++) {
                // half of the changes fall on the headers and the records
                int at = random.nextInt(random.nextInt(2) == 0 ? 1200 : bad.length);
                bad[at] = (byte) random.nextLong();
            }
            assertRefusedOrHarmless(bad, false);
        }
    }

    private static void assertRefusedOrHarmless(byte[] bytes, boolean refused) {
        boolean thrown = false;
        try {
            OverlapIndex index = OverlapIndex.of(bytes);
            OverlapFinder.of(index).find(Corpus.of("suspect", corpora().get(0).responses()));
        } catch (IndexFormatException e) {
            thrown = true;
            assertThat(e.offset()).isGreaterThanOrEqualTo(0);
        } catch (IOException e) {
            throw new AssertionError("not a format error", e);
        }
        if (refused) {
            assertThat(thrown).isTrue();
        }
    }
}
