package dev.pedigree.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    @Test
    void replacesAFile() throws IOException {
        Path file = folder.resolve("a.txt");
        AtomicFiles.write(file, out -> out.write('1'));
        AtomicFiles.write(file, out -> out.write('2'));
        assertThat(file).hasContent("2");
        assertOnly(file);
    }

    @Test
    void afterAFailureTheFileIsAsItWas() throws IOException {
        Path file = folder.resolve("a.txt");
        Files.writeString(file, "old");
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[1 << 16]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(file).hasContent("old");
        assertOnly(file);
    }

    @Test
    void saysWhatIsInTheWay() {
        assertThatThrownBy(() -> AtomicFiles.write(folder, out -> {})).hasMessageContaining("is a folder");
        assertThatThrownBy(() -> AtomicFiles.write(folder.resolve("no/such/a.txt"), out -> {}))
                .hasMessageContaining("does not exist");
    }

    private void assertOnly(Path file) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
