package dev.pedigree.internal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void spellsOutWhatCannotBeSeen() {
        assertThat(Visible.line("a\u202eb", 9)).isEqualTo("a⟨U+202E⟩b");
        assertThat(Visible.line("a\u200b\u200b\u200bb", 9)).isEqualTo("a⟨U+200B ×3⟩b");
        assertThat(Visible.line("\ud800", 9)).isEqualTo("⟨U+D800⟩");
        assertThat(Visible.line("x" + Character.toString(0xE0041), 9)).isEqualTo("x⟨U+E0041⟩");
        assertThat(Visible.line("e\u0301\u0301\u0301\u0301\u0301", 9)).isEqualTo("e\u0301\u0301\u0301⟨U+0301 ×2⟩");
    }

    @Test
    void foldsLineEnds() {
        assertThat(Visible.line("a\r\nb\nc\rd", 99)).isEqualTo("a ↵ b ↵ c ↵ d");
    }

    @Test
    void leavesOrdinaryWritingAlone() {
        for (String text :
                new String[] {"naïve café", "日本語 テスト", "ภาษาไทยดี", "Привет", "שלום", "السلام", "👍🏽", "❤️"}) {
            assertThat(Visible.line(text, 99)).isEqualTo(text);
        }
    }

    @Test
    void saysThatItCut() {
        assertThat(Visible.line("abcdef", 3)).isEqualTo("abc…");
    }

    @Property
    boolean nothingHiddenRemains(@ForAll String text, @ForAll @IntRange(min = 1, max = 300) int limit) {
        return Visible.line(text, limit).codePoints().noneMatch(Visible::isHidden);
    }

    @Property
    boolean wrappedLinesFit(@ForAll String text, @ForAll @IntRange(min = 2, max = 80) int columns) {
        return DisplayWidth.wrap(Visible.line(text, 500), columns).stream()
                .allMatch(line -> DisplayWidth.of(line) <= columns);
    }

    @Property
    boolean wrappingLosesOnlySpaces(@ForAll String text, @ForAll @IntRange(min = 2, max = 80) int columns) {
        String line = Visible.line(text, 500);
        return String.join("", DisplayWidth.wrap(line, columns))
                .replace(" ", "")
                .equals(line.replace(" ", ""));
    }
}
