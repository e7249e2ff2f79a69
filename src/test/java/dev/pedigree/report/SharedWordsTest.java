package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SharedWordsTest {
    @Test
    void marksWhatBothHaveInOrder() {
        assertThat(marked("Keep the bread in a bag.", "keep bread in one bag"))
                .isEqualTo("[Keep] the [bread in] a [bag].");
        assertThat(marked("今天天气很好", "今天天气不好")).isEqualTo("[今天天气]很[好]");
        assertThat(marked("nothing at all", "")).isEqualTo("nothing at all");
    }

    @Property
    boolean thePiecesAreTheText(
            @ForAll @StringLength(max = 300) String text, @ForAll @StringLength(max = 300) String other) {
        return SharedWords.pieces(text, other).stream()
                .map(SharedWords.Piece::text)
                .collect(Collectors.joining())
                .equals(text);
    }

    private static String marked(String text, String other) {
        return SharedWords.pieces(text, other).stream()
                .map(p -> p.shared() ? "[" + p.text() + "]" : p.text())
                .collect(Collectors.joining());
    }
}
