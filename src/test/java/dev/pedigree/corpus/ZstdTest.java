package dev.pedigree.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.ZipException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The decompressor against files of the reference compressor and against another implementation's compressor. */
class ZstdTest {
    private static final Path FOLDER = FixturesTest.ROOT.resolve("compressed");

    private static byte[] unpacked(byte[] packed) throws IOException {
        return new ZstdStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
            zstd.write(bytes);
        }
        return out.toByteArray();
    }

    /** {@code zstd -19 | sha256sum} of the text before it was compressed. */
    @Test
    void blocksOfTheReferenceCompressor() throws Exception {
        byte[] text = unpacked(Files.readAllBytes(FOLDER.resolve("blocks.jsonl.zst")));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                .isEqualTo("aa99aa573e421b24e6dbf6cbcd780c2656811087d4a292781af1e563858772ee");
    }

    @Test
    void framesOneBehindAnotherWithASkippableOneBetween() throws Exception {
        assertThat(unpacked(Files.readAllBytes(FOLDER.resolve("frames.jsonl.zst"))))
                .isEqualTo(Files.readAllBytes(FixturesTest.ROOT.resolve("pedigree/answers.jsonl")));
    }

    @Test
    void everyTruncationIsTold() throws Exception {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("blocks.jsonl.zst"));
        for (int length = 4; length < whole.length; length += 97) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> unpacked(part)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void everyDamageIsToldAndNothingWorse() throws Exception {
        byte[] whole = Files.readAllBytes(FOLDER.resolve("blocks.jsonl.zst"));
        SplittableRandom random = new SplittableRandom(20261123);
        for (int i = 0; i < 1500; i++) {
            byte[] damaged = whole.clone();
            int at = 4 + random.nextInt(whole.length - 4);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            try {
                byte[] text = unpacked(damaged);
                assertThat(text).as("damage at %d goes unseen", at).isNull();
            } catch (IOException expected) {
                assertThat(expected).isInstanceOfAny(ZipException.class, EOFException.class);
            }
        }
    }

    @Test
    void dictionariesAndHugeWindowsAreNamed() {
        byte[] dictionary = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0x21, 7, 1, 9, 0, 0, 'a'};
        assertThatThrownBy(() -> unpacked(dictionary)).hasMessageContaining("a dictionary");
        byte[] window = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0xf8, 9, 0, 0, 'a'};
        assertThatThrownBy(() -> unpacked(window)).hasMessageContaining("128 MiB");
    }

    @Property(tries = 200, seed = "20261123")
    void whatAnotherCompressorWrites(
            @ForAll @IntRange(max = 300_000) int length,
            @ForAll @IntRange(min = 1, max = 256) int symbols,
            @ForAll long seed)
            throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            boolean again = i > 100 && random.nextInt(20) == 0;
            if (again) {
                int run = Math.min(length - i, 3 + random.nextInt(200));
                int from = random.nextInt(i);
                for (int k = 0; k < run; k++) {
                    bytes[i + k] = bytes[from + k];
                }
                i += run - 1;
            } else {
                bytes[i] = (byte) (random.nextInt(symbols) & random.nextInt(symbols));
            }
        }
        assertThat(unpacked(packed(bytes))).isEqualTo(bytes);
    }

    /** The value of the published test vectors for the empty input, and of "abc" by xxhsum. */
    @Test
    void theChecksum() {
        assertThat(new XxHash64().value()).isEqualTo(0xEF46DB3751D8E999L);
        XxHash64 hash = new XxHash64();
        hash.update("abc".getBytes(StandardCharsets.US_ASCII), 0, 3);
        assertThat(hash.value()).isEqualTo(0x44BC2CF5AD770999L);
    }
}
