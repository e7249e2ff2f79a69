package dev.pedigree.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.internal.SplitMix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is not a fingerprint gives a {@link FormatException} with the place, and nothing else. */
class HostileFingerprintTest {
    private static final Path BAD = Path.of("fixtures", "format", "bad");

    /** Each bad file with a part of what must be said of it. */
    private static Map<String, String> expected() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("empty.fp", "not a fingerprint");
        files.put("text.fp", "not a fingerprint");
        files.put("wrong-layout-version.fp", "layout version must be 1");
        files.put("cut.fp", "checksum");
        files.put("flipped-bit.fp", "checksum");
        files.put("unknown-scheme.fp", "scheme 99 is not known");
        files.put("unknown-part.fp", "part 7 is not known");
        files.put("huge-name.fp", "name length must be at most");
        files.put("name-not-utf8.fp", "name is not UTF-8");
        files.put("huge-block.fp", "cannot stand in");
        files.put("endless-varint.fp", "too large");
        files.put("long-varint.fp", "shortest form");
        files.put("trailing-bytes.fp", "follow the last value");
        files.put("nan.json", "Non-standard token 'NaN'");
        files.put("fraction.json", "expected an integer");
        files.put("huge-number.json", "out of range");
        files.put("negative.json", "expected an integer in [0, 2147483647]");
        files.put("descending.json", "values must ascend");
        files.put("zero-count.json", "counts must be at least 1");
        files.put("cut.json", "Unexpected end-of-input");
        files.put("trailing.json", "nothing may follow");
        files.put("deep.json", "schema");
        return files;
    }

    @TestFactory
    Stream<DynamicTest> badFilesAreRefusedWithTheirPlace() {
        return expected().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    byte[] bytes = Files.readAllBytes(BAD.resolve(e.getKey()));
                    assertThatThrownBy(() -> Fingerprint.of(bytes))
                            .isInstanceOf(FormatException.class)
                            .hasMessageContaining(e.getValue())
                            .hasMessageStartingWith("at byte ")
                            .satisfies(x ->
                                    assertThat(((FormatException) x).offset()).isBetween(0L, (long) bytes.length));
                }));
    }

    @Test
    void everyCutIsRefused() throws IOException {
        byte[] bytes = small();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> Fingerprint.of(cut)).isInstanceOf(FormatException.class);
        }
    }

    /** With the checksum made right again, the reader itself must stand what it reads. */
    @Test
    void damageBehindARightChecksumNeverGivesAnythingElse() throws IOException {
        byte[] bytes = small();
        SplitMix64 random = new SplitMix64(7);
        int refused = 0;
        for (int i = 0; i < 6_000; i++) {
            byte[] damaged = Arrays.copyOf(bytes, bytes.length - 8);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                damaged[6 + random.nextInt(damaged.length - 6)] = (byte) random.nextInt(256);
            }
            try {
                Fingerprint print = Fingerprint.of(sealed(damaged));
                assertThat(Fingerprint.of(print.toBytes())).isEqualTo(print);
            } catch (FormatException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(3_000);
    }

    @Test
    void damagedJsonNeverGivesAnythingElse() throws IOException {
        byte[] bytes = Fingerprint.of(small()).toJson();
        SplitMix64 random = new SplitMix64(8);
        int refused = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[1 + random.nextInt(damaged.length - 1)] = (byte) random.nextInt(256);
            try {
                Fingerprint.of(damaged);
            } catch (FormatException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(300);
    }

    private static byte[] small() throws IOException {
        return Fingerprinter.withDefaults()
                .fingerprint(Corpus.of("small", Answers.golden().subList(0, 3)))
                .toBytes();
    }

    private static byte[] sealed(byte[] body) {
        return ByteBuffer.allocate(body.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(body)
                .putLong(Hashing.farmHashFingerprint64().hashBytes(body).asLong())
                .array();
    }

    /** Writes the bad files that are missing, with {@code -Dgolden.update=true}. */
    @Test
    void badFilesAreThere() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] good = small();
        byte[] body = Arrays.copyOf(good, good.length - 8);
        files.put("empty.fp", new byte[0]);
        files.put("text.fp", "Certainly! This is no fingerprint.".getBytes(StandardCharsets.UTF_8));
        files.put("wrong-layout-version.fp", with(good, 5, 2));
        files.put("cut.fp", Arrays.copyOf(good, good.length / 2));
        files.put("flipped-bit.fp", with(good, good.length / 2, good[good.length / 2] ^ 4));
        files.put("unknown-scheme.fp", sealed(with(body, 6, 99)));
        files.put("unknown-part.fp", sealed(with(body, 7, 7)));
        files.put("huge-name.fp", sealed(insert(body, 8, 1, 0xff, 0xff, 0xff, 0x7f)));
        files.put("name-not-utf8.fp", sealed(with(body, 9, 0xff)));
        files.put(
                "endless-varint.fp",
                sealed(insert(body, 6, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f)));
        files.put("long-varint.fp", sealed(insert(body, 6, 1, 0x81, 0x00)));
        files.put("trailing-bytes.fp", sealed(insert(body, body.length, 0, 1, 2, 3)));
        files.put("huge-block.fp", sealed(hugeBlock()));
        String json = new String(Fingerprint.of(good).toJson(), StandardCharsets.UTF_8);
        files.put("nan.json", json(json.replace("\"scheme\":1", "\"scheme\":NaN")));
        files.put("fraction.json", json(json.replace("\"scheme\":1", "\"scheme\":1.5")));
        files.put("huge-number.json", json(json.replace("\"scheme\":1", "\"scheme\":123456789012345678901234567890")));
        files.put("negative.json", json(json.replace("\"scheme\":1", "\"scheme\":-1")));
        files.put("descending.json", json(json.replaceFirst("\"features\":\\[(\\d+),", "\"features\":[1048575,")));
        files.put("zero-count.json", json(json.replaceFirst("\"counts\":\\[1,", "\"counts\":[0,")));
        files.put("cut.json", json(json.substring(0, json.indexOf("\"prompts\""))));
        files.put("trailing.json", json(json + "{}"));
        files.put("deep.json", json("{\"a\":".repeat(5000)));
        assertThat(files.keySet())
                .containsExactlyInAnyOrderElementsOf(expected().keySet());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = BAD.resolve(file.getKey());
            if (Boolean.getBoolean("golden.update") && !Files.exists(path)) {
                Files.write(path, file.getValue());
            }
            assertThat(path).exists();
        }
    }

    /** An empty fingerprint whose first block claims the most features that a family can have. */
    private static byte[] hugeBlock() {
        byte[] good = Fingerprint.empty(FingerprintScheme.V1, TextPart.ANSWER).toBytes();
        byte[] body = Arrays.copyOf(good, good.length - 8);
        int blocks = 0;
        for (int id = 0; id < FingerprintScheme.V1.families().size(); id++) {
            blocks += 1
                    + FingerprintScheme.V1.blocks(
                            FingerprintScheme.V1.families().get(id));
        }
        int first = body.length - 1 - blocks + 1; // behind the id of the first family
        return insert(body, first, 1, 0x80, 0x80, 0x40);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static byte[] insert(byte[] bytes, int at, int replaced, int... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        for (int value : values) {
            out.write(value);
        }
        out.write(bytes, at + replaced, bytes.length - at - replaced);
        return out.toByteArray();
    }

    @Test
    void fingerprintsOfDifferentPartsAreNotMerged() {
        Fingerprint answers = Fingerprint.empty(FingerprintScheme.V1, TextPart.ANSWER);
        Fingerprint reasoning = Fingerprint.empty(FingerprintScheme.V1, TextPart.REASONING);
        assertThatThrownBy(() -> answers.merge(reasoning)).isInstanceOf(IllegalArgumentException.class);
        assertThat(List.of(answers.responses(), reasoning.responses())).containsOnly(0L);
    }
}
