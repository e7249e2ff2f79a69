package dev.pedigree.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The bytes of scheme 1 on every JDK and in every locale. The files are never edited: a change of what is counted is a new scheme
 * with files of its own. {@code -Dgolden.update=true} writes those that are missing.
 */
class FingerprintGoldenTest {
    private static final Path V1 = Path.of("fixtures", "format", "v1");

    @Test
    void answersKeepTheirBytes() throws IOException {
        Fingerprint print = Fingerprinter.withDefaults().fingerprint(Corpus.of("answers", Answers.golden()));
        compare("answers.fp", print.toBytes());
        compare("answers.json", print.toJson());
    }

    @Test
    void reasoningKeepsItsBytes() throws IOException {
        Fingerprint print = Fingerprinter.withDefaults()
                .withPart(TextPart.REASONING)
                .fingerprint(Corpus.of("answers", Answers.golden()));
        assertThat(print.responses()).isEqualTo(4);
        compare("reasoning.fp", print.toBytes());
    }

    @Test
    void bothFormsReadAsTheSameFingerprint() throws IOException {
        Fingerprint binary = Fingerprint.read(V1.resolve("answers.fp"));
        Fingerprint json = Fingerprint.read(V1.resolve("answers.json"));
        assertThat(binary).isEqualTo(json);
        assertThat(binary.toBytes()).isEqualTo(Files.readAllBytes(V1.resolve("answers.fp")));
        assertThat(json.toJson()).isEqualTo(Files.readAllBytes(V1.resolve("answers.json")));
    }

    private static void compare(String name, byte[] now) throws IOException {
        Path file = V1.resolve(name);
        if (Boolean.getBoolean("golden.update") && !Files.exists(file)) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not written in CI")
                    .isNull();
            Files.write(file, now);
        }
        assertThat(Arrays.equals(now, Files.readAllBytes(file)))
                .as(name + " keeps its bytes")
                .isTrue();
    }
}
