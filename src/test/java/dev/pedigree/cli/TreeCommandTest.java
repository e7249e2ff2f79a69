package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeCommandTest {
    @TempDir
    Path folder;

    @Test
    void treesAndMapsAreWrittenInEachForm() throws IOException {
        String references = Corpora.references(folder.resolve("refs")).toString();
        String suspect = Corpora.write(folder.resolve("more"), "bay-1", 3, 60).toString();
        Path svg = folder.resolve("t.svg");
        Path newick = folder.resolve("t.nwk");
        Path table = folder.resolve("t.tsv");
        Run tree = Run.of(
                "tree",
                "--references",
                references,
                "--suspects",
                suspect,
                "--out",
                svg.toString(),
                "--out",
                newick.toString(),
                "--out",
                table.toString(),
                "--bootstraps",
                "20");
        assertThat(tree.code()).as(tree.err()).isZero();
        assertThat(Files.readString(svg)).startsWith("<svg xmlns=").contains("bay-1 (suspect)", "oak-1");
        assertThat(Files.readString(newick)).contains("bay-1:", "oak-1:").endsWith(";\n");
        assertThat(Files.readString(table)).startsWith("node\tparent\t").contains("\tbay-1\t\tyes");
        Run again =
                Run.of("tree", "--references", references, "--suspects", suspect, "--out", "-", "--bootstraps", "20");
        assertThat(again.out()).isEqualTo(Files.readString(newick));
        Run map = Run.of("map", "--references", references, "--suspects", suspect, "--out", "-", "--bootstraps", "20");
        assertThat(map.code()).as(map.err()).isZero();
        assertThat(map.out())
                .startsWith("model\tfamily\tsuspect\tx\ty\tspread\n")
                .contains("bay-1\t\tyes\t");
    }

    @Test
    void aWrongCommandLineSaysWhatToDo() throws IOException {
        String references = Corpora.references(folder.resolve("refs")).toString();
        assertThat(Run.of("tree", "--out", "t.pdf").err()).contains(".svg, .nwk or .tsv");
        assertThat(Run.of("map", "--out", "t.nwk").code()).isEqualTo(2);
        assertThat(Run.of("tree", "--by", "wording", "--out", "-").err()).contains("needs --references with a folder");
        assertThat(Run.of("tree", "--references", references, "--out", "-", "--bootstraps", "0")
                        .code())
                .isEqualTo(2);
        Path other = Files.writeString(folder.resolve("s.jsonl"), """
                {"id": "1", "prompt": "Why is moss soft?", "response": "It holds a lot of water, and its leaves are thin."}
                """);
        Run apart = Run.of("tree", "--references", references, "--suspects", other.toString(), "--out", "-");
        assertThat(apart.code()).isEqualTo(3);
        assertThat(apart.err()).contains("0 prompts in common", "--by habits");
    }
}
