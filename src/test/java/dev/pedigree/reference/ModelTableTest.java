package dev.pedigree.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pedigree.corpus.CorpusException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
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
        assertThat(model.availableBefore(YearMonth.of(2023, 7))).isTrue();
        assertThat(model.availableBefore(YearMonth.of(2023, 6))).isFalse();
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
    void aSnapshotWasNotThereBeforeItsOwnMonth() {
        ModelTable table = ModelTable.builtIn();
        for (ReferenceModel model : List.of(
                table.get("gpt-3.5-turbo-1106"),
                table.get("gpt-4o-2024-11-20"),
                table.get("claude-3-5-sonnet-20240620"),
                table.get("gemini-1.5-pro-api-0514"))) {
            assertThat(model.availableSince()).as(model.name()).isPresent();
            assertThat(model.availableBefore(YearMonth.of(2023, 11)))
                    .as(model.name())
                    .isFalse();
        }
        assertThat(table.get("gpt-3.5-turbo-0301").availableBefore(YearMonth.of(2023, 4)))
                .isTrue();
    }

    @Test
    void namesAreKnownHoweverHubsAndFilesWriteThem() {
        ModelTable table = ModelTable.builtIn();
        String family = table.get("Meta-Llama-3-8B-Instruct").family();
        for (String name : List.of(
                "meta-llama/Meta-Llama-3-8B-Instruct",
                "meta-llama__Meta-Llama-3-8B-Instruct",
                "models--meta-llama--Meta-Llama-3-8B-Instruct",
                "meta_llama_3_8b_instruct")) {
            assertThat(table.contains(name)).as(name).isTrue();
            assertThat(table.get(name).family()).as(name).isEqualTo(family);
            assertThat(table.get(name).name()).isEqualTo(name);
            assertThat(table.get("Meta-Llama-3-8B-Instruct").isCalled(name))
                    .as(name)
                    .isTrue();
        }
        assertThat(table.get("claude-3.5-sonnet-20241022").family()).isEqualTo("claude3");
    }

    @Test
    void whatIsMadeFromAModelIsNotTheModel() {
        ModelTable table = ModelTable.builtIn();
        for (String name : List.of(
                "student-of/gpt-4",
                "student__gpt-4",
                "distilled-from-gpt-4",
                "gpt-4-distill",
                "gpt4x",
                "google/",
                "__",
                "")) {
            assertThat(table.contains(name)).as(name).isFalse();
            assertThat(table.get("gpt-4").isCalled(name)).as(name).isFalse();
        }
        assertThat(ReferenceModel.named("??").isCalled("!!")).isFalse();
    }

    @Test
    void aSpellingThatTwoFamiliesShareIsNobodys() throws IOException {
        Path file = Files.writeString(folder.resolve("models.tsv"), "model\tfamily\nroad-runner\ta\nroad_runner\tb\n");
        ModelTable table = ModelTable.read(file);
        assertThat(table.get("road_runner").family()).isEqualTo("b");
        assertThat(table.contains("roadrunner")).isFalse();
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
