package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
    @Test
    void namesOfAnyScriptStayApart() {
        FileNames names = new FileNames();
        assertThat(List.of("通义千问", "文心一言", "ქართული").stream().map(names::of))
                .containsExactly("通义千问", "文心一言", "ქართული");
    }

    @Test
    void aTakenNameGetsANumberHoweverItsLettersAreWritten() {
        FileNames names = new FileNames();
        assertThat(List.of("a/b", "a_b", "A b", "a_b-2", "b").stream().map(names::of))
                .containsExactly("a_b", "a_b-2", "A_b-3", "a_b-2-2", "b");
    }

    @Test
    void noNameLeavesTheFolderHidesOrIsTooLong() {
        FileNames names = new FileNames();
        assertThat(names.of("../../etc/passwd")).isEqualTo("_.._.._etc_passwd");
        assertThat(names.of("")).isEqualTo("_");
        assertThat(names.of(".x")).isEqualTo("_.x");
        assertThat(names.of("\u202egnp.exe\n")).isEqualTo("_gnp.exe_");
        for (String name : List.of("x".repeat(100_000), "文".repeat(5000), "😀".repeat(300))) {
            assertThat(names.of(name).getBytes(StandardCharsets.UTF_8).length).isBetween(1, 210);
        }
    }
}
