package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputOptionsTest {
    private static final String ANSWER =
            "{\"id\": \"1\", \"prompt\": \"Name a tree.\", \"response\": \"The larch.\"}\n";

    @TempDir
    Path folder;

    private Path answers;

    @BeforeEach
    void write() throws IOException {
        answers = Files.writeString(folder.resolve("larch-2.5.jsonl"), ANSWER);
    }

    private Path print(String name) {
        Path print = folder.resolve(name);
        assertThat(Run.of("fingerprint", answers.toString(), "--out", print.toString())
                        .code())
                .isZero();
        return print;
    }

    private static List<String> names(Path path) throws IOException {
        return InputOptions.models(path).stream().map(ModelSource::name).toList();
    }

    @Test
    void fingerprintsAreFoundByWhatTheyAreNotByTheirNames() throws IOException {
        for (String name : List.of("fir.pedprint", "oak-1.2.fp", "elm.json", "yew.bin")) {
            print(name);
        }
        assertThat(names(folder)).containsExactly("elm", "fir", "larch-2.5", "oak-1.2", "yew.bin");
        Files.delete(answers);
        Files.writeString(folder.resolve("README.txt"), "What these are.");
        assertThat(names(folder)).containsExactly("elm", "fir", "oak-1.2", "yew.bin");
        assertThat(names(folder.resolve("oak-1.2.fp"))).containsExactly("oak-1.2");
    }

    @Test
    void modelsOfOneNameDoNotStandForOneAnother() throws IOException {
        Files.writeString(folder.resolve("larch-2.5.csv"), "prompt,response\nName a bird.,The wren.\n");
        Path out = folder.resolve("prints");
        for (String[] command : new String[][] {
            {"fingerprint", folder.toString(), "--out", out.toString()},
            {"matrix", "--suspects", folder.toString(), "--out", "-"},
            {"library", "build", folder.toString(), "--out", out.toString()},
        }) {
            Run run = Run.of(command);
            assertThat(run.code()).as(command[0]).isEqualTo(3);
            assertThat(run.err()).contains("two models are called 'larch-2.5'", "larch-2.5.csv", "larch-2.5.jsonl");
            assertThat(out).doesNotExist();
        }
        assertThat(Run.of("inspect", folder.toString()).code()).isZero();
    }
}
