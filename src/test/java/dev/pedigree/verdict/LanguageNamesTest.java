package dev.pedigree.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanguageNamesTest {
    private static final Path FUNCTION_WORDS =
            Path.of("src", "main", "resources", "dev", "pedigree", "feature", "function-words.txt");

    @Test
    void everyLanguageThatIsToldApartHasAName() throws IOException {
        List<String> tags = Files.readAllLines(FUNCTION_WORDS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(tags)
                .hasSizeGreaterThan(20)
                .allSatisfy(tag -> assertThat(LanguageNames.of(List.of(tag))).matches("[A-Z][a-z]{2,}"));
    }

    @Test
    void aTagWithoutANameStandsAsItIs() {
        assertThat(LanguageNames.of(List.of("en", "tlh"))).isEqualTo("English, tlh");
    }
}
