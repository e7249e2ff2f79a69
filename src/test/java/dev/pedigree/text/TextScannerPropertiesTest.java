package dev.pedigree.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TextScannerPropertiesTest {
    private static final Pattern MEASURED =
            Pattern.compile("[A-Za-z0-9'\\u0080-\\x{10ffff}]+|\\n[ \\t\\r\\n]*|[^\\sA-Za-z0-9']");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "The",
                " ",
                "\n",
                "\r\n",
                "\n\n",
                "```",
                "- ",
                "1. ",
                "don't",
                "’",
                "'",
                ".",
                "。",
                "世界",
                "ひらがなです",
                "カタカナ",
                "한국어는",
                "ภาษาไทย",
                "\u200b",
                "\u00a0",
                "👨‍👩‍👧",
                "\ud800",
                "\udc00",
                "é",
                "e\u0301",
                "İ",
                "$$",
                "\\[",
                "|",
                "> ",
                "# ",
                "𝒳",
                "\t");
        return Arbitraries.oneOf(
                        pieces,
                        pieces,
                        Arbitraries.strings().all().ofMaxLength(4),
                        Arbitraries.strings().ascii().ofMaxLength(6))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3000)
    void tokensTileTheText(@ForAll("texts") String text) {
        AnalyzedText analyzed = AnalyzedText.of(text);
        int at = 0;
        for (Token token : analyzed.tokens()) {
            assertThat(token.span().start()).isGreaterThanOrEqualTo(at);
            assertThat(token.span().length()).isPositive();
            assertOnlySpaces(text.substring(at, token.span().start()));
            at = token.span().end();
        }
        assertThat(at).isLessThanOrEqualTo(text.length());
        assertOnlySpaces(text.substring(at));
        assertAscending(analyzed.sentences(), text.length());
        assertAscending(analyzed.blocks().stream().map(Block::span).toList(), text.length());
    }

    @Property(tries = 1000)
    void aScannerForgetsWhatItReadBefore(@ForAll("texts") String before, @ForAll("texts") String text) {
        TextScanner used = new TextScanner();
        used.scan(before);
        used.scan(text);
        TextScanner fresh = new TextScanner();
        fresh.scan(text);
        assertThat(used.tokens()).isEqualTo(fresh.tokens());
        for (int i = 0; i < fresh.tokens(); i++) {
            assertThat(used.hash(i)).isEqualTo(fresh.hash(i));
            assertThat(used.startsSentence(i)).isEqualTo(fresh.startsSentence(i));
            assertThat(used.block(i)).isEqualTo(fresh.block(i));
        }
    }

    @Test
    void aLeadingVowelWithoutConsonantTakesNoLineEndWithIt() {
        TextScanner scanner = new TextScanner();
        scanner.scan("\u0ec0\n\u0e40 a");
        assertThat(scanner.tokens()).isEqualTo(4);
        assertThat(scanner.end(0)).isEqualTo(1);
        assertThat(scanner.end(2)).isEqualTo(3);
    }

    @Property(tries = 1000)
    void lineEndsOfWindowsChangeNothing(@ForAll("texts") String text) {
        String unix = text.replace("\r", "");
        TextScanner a = new TextScanner();
        TextScanner b = new TextScanner();
        a.scan(unix);
        b.scan(unix.replace("\n", "\r\n"));
        assertThat(b.tokens()).isEqualTo(a.tokens());
        for (int i = 0; i < a.tokens(); i++) {
            assertThat(b.hash(i)).isEqualTo(a.hash(i));
            assertThat(b.block(i)).isEqualTo(a.block(i));
            assertThat(b.startsSentence(i)).isEqualTo(a.startsSentence(i));
        }
    }

    /** Tokens that touch and would be one run there are one run here. */
    @Property(tries = 2000)
    void theTokensOfTheMeasurementsFollowFromOurs(@ForAll("ascii") String text) {
        List<String> measured = new ArrayList<>();
        Matcher matcher = MEASURED.matcher(text);
        while (matcher.find()) {
            String token = matcher.group();
            measured.add(
                    token.charAt(0) == '\n'
                            ? token.indexOf('\n', 1) > 0 ? "\n\n" : "\n"
                            : token.toLowerCase(Locale.ROOT));
        }
        List<String> ours = new ArrayList<>();
        AnalyzedText analyzed = AnalyzedText.of(text);
        int end = -1;
        for (Token token : analyzed.tokens()) {
            String part = analyzed.textOf(token).toLowerCase(Locale.ROOT);
            boolean run = token.kind().isWord() || part.equals("'");
            if (token.kind().isLineEnd()) {
                ours.add(token.kind() == TokenKind.LINE_END ? "\n" : "\n\n");
            } else if (run && token.span().start() == end) {
                ours.set(ours.size() - 1, ours.get(ours.size() - 1) + part);
            } else {
                ours.add(part);
            }
            end = run ? token.span().end() : -1;
        }
        assertThat(ours).isEqualTo(measured);
    }

    @Provide
    Arbitrary<String> ascii() {
        return Arbitraries.strings().withChars("aB1'.,-* \n\t`#:\"").ofMaxLength(40);
    }

    private static void assertOnlySpaces(String gap) {
        gap.codePoints().forEach(c -> {
            byte type = c < 0x10000 ? UnicodeTables.classOf((char) c) : UnicodeTables.classOfSupplementary(c);
            assertThat(type).isIn(UnicodeTables.SPACE, UnicodeTables.FORMAT);
        });
    }

    private static void assertAscending(List<Span> spans, int length) {
        int at = 0;
        for (Span span : spans) {
            assertThat(span.start()).isGreaterThanOrEqualTo(at);
            at = span.end();
        }
        assertThat(at).isLessThanOrEqualTo(length);
    }
}
