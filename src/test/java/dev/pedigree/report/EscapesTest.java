package dev.pedigree.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.JsonStrings;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EscapesTest {
    @Test
    void markdownNamesCannotLeaveTheirCodeSpan() {
        assertThat(Escapes.code("a``b", 99)).isEqualTo("``` a``b ```");
        assertThat(Escapes.code("x | y", 99)).isEqualTo("`x ¦ y`");
        assertThat(Escapes.code("", 99)).isEqualTo("`  `");
    }

    @Test
    void markdownSentencesHaveNoMarkupLinksOrMentions() {
        assertThat(Escapes.markdown("# <b> [x](https://evil.example) @team #12 1. ok", 99))
                .isEqualTo("\\# \\<b\\> \\[x\\](https\\://evil\\.example) @<!-- -->team \\#12 1\\. ok");
    }

    @Test
    void spreadsheetsSeeNoFormula() {
        assertThat(Escapes.csv("=1+1")).isEqualTo("\"'=1+1\"");
        assertThat(Escapes.csv("say \"hi\"\n")).isEqualTo("\"say \"\"hi\"\" ↵ \"");
    }

    @Property
    boolean markupNeverLeaves(@ForAll String text) {
        String html =
                Escapes.html(text, 500).replace("<span class=\"hidden\">", "").replace("</span>", "");
        String attribute = Escapes.attribute(text, 500);
        return !html.contains("<") && !html.contains(">") && !attribute.contains("\"") && !attribute.contains("<");
    }

    @Property
    boolean whatIsWellFormedStaysAsItIs(@ForAll String text) {
        String formed = JsonStrings.bounded(text);
        return formed.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)
                && (formed.equals(text) || text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }
}
