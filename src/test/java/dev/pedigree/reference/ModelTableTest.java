package dev.pedigree.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.CorpusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTableTest {
    @TempDir
    Path folder;

    @Test
    void knowsWellKnownModels() {
        ModelTable table = ModelTable.builtIn();
        ReferenceModel model = table.get("GPT-3.5-Turbo-0613");
        assertThat(model.family()).isEqualTo("chatgpt");
        assertThat(model.lab()).isEqualTo("openai");
        assertThat(model.kind()).isEqualTo(ReferenceModel.Kind.PRIMARY);
        assertThat(model.availableBefore(YearMonth.of(2023, 4))).isTrue();
        assertThat(model.availableBefore(YearMonth.of(2023, 3))).isFalse();
        assertThat(table.get("vicuna-13b").teachers()).containsExactly("chatgpt");
        assertThat(table.get("vicuna-13b").isRelativeOf(table.get("vicuna-7b"))).isTrue();
        assertThat(table.get("vicuna-13b").isRelativeOf(model)).isFalse();
    }

    @Test
    void continuedWeightsAreRelatives() {
        ModelTable table = ModelTable.builtIn();
        ReferenceModel child = table.get("athene-70b-0725");
        ReferenceModel parent = table.get("llama-3-70b-instruct");
        assertThat(child.isRelativeOf(parent)).isTrue();
        assertThat(parent.isRelativeOf(child)).isTrue();
    }

    @Test
    void anUnknownModelIsItsOwnFamily() {
        ReferenceModel model = ModelTable.builtIn().get("nobody-knows-me");
        assertThat(model.family()).isEqualTo("nobody-knows-me");
        assertThat(model.kind()).isEqualTo(ReferenceModel.Kind.UNKNOWN);
        assertThat(model.availableBefore(YearMonth.of(1999, 1))).isTrue();
    }

    @Test
    void ownEntriesWin() throws IOException {
        Path file = Files.writeString(
                folder.resolve("models.tsv"), "lab\tmodel\tfamily\nacme\tvicuna-13b\troadrunner\nacme\tnew\t\n");
        ModelTable table = ModelTable.builtIn().with(ModelTable.read(file));
        assertThat(table.get("vicuna-13b").family()).isEqualTo("roadrunner");
        assertThat(table.get("new").family()).isEqualTo("new");
        assertThat(table.contains("vicuna-7b")).isTrue();
    }

    @Test
    void badLinesAreNamed() throws IOException {
        refuses("", ":1: expected a header");
        refuses("name\tlab\n", "expected a column 'model'");
        refuses("model\tkind\na\tteacherish\n", ":2: column 'kind': expected one of");
        refuses(
                "model\tavailable_since\nx\t2024-13\n",
                ":2: column 'available_since': expected YYYY-MM, found '2024-13'");
        refuses("model\na\nA\n", ":3: column 'model': 'A' stands there twice");
        refuses("model\na\tb\n", ":2: expected 1 columns");
        refuses("lab\tmodel\nacme\n", ":2: column 'model': expected a name");
    }

    private void refuses(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.tsv"), text);
        assertThatThrownBy(() -> ModelTable.read(file))
                .isInstanceOf(CorpusException.class)
                .hasMessageContaining(message);
    }
}
