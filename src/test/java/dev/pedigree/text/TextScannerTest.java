package dev.pedigree.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextScannerTest {
    private static List<String> tokens(String text) {
        AnalyzedText analyzed = AnalyzedText.of(text);
        return analyzed.tokens().stream().map(analyzed::textOf).toList();
    }

    private static List<String> sentences(String text) {
        AnalyzedText analyzed = AnalyzedText.of(text);
        return analyzed.sentences().stream().map(s -> s.of(text)).toList();
    }

    @Test
    void keepsWordsWithTheirApostrophesAndEveryMark() {
        assertThat(tokens("Don’t stop: it's 'fine' — 2nd try, 42!"))
                .containsExactly("Don’t", "stop", ":", "it's", "'", "fine", "'", "—", "2nd", "try", ",", "42", "!");
    }

    @Test
    void lineEndsAreTokensAndTheirStyleDoesNotMatter() {
        assertThat(AnalyzedText.of("a\r\nb\n \t\nc").tokens().stream().map(Token::kind))
                .containsExactly(
                        TokenKind.WORD, TokenKind.LINE_END, TokenKind.WORD, TokenKind.PARAGRAPH_END, TokenKind.WORD);
    }

    @Test
    void chineseCharactersAreWords() {
        assertThat(tokens("当然可以!GPT很好。")).containsExactly("当", "然", "可", "以", "!", "GPT", "很", "好", "。");
        assertThat(sentences("你好！今天很好。好吗？是")).containsExactly("你好！", "今天很好。", "好吗？", "是");
    }

    @Test
    void japaneseFallsIntoParticlesAndRuns() {
        assertThat(tokens("東京ではテストができます。")).containsExactly("東", "京", "では", "テスト", "が", "できます", "。");
    }

    @Test
    void koreanParticlesArePartedFromTheirStem() {
        assertThat(tokens("인공지능은 서울에서 만듭니다")).containsExactly("인공지능", "은", "서울", "에서", "만듭니다");
    }

    @Test
    void thaiFallsIntoFunctionWordsAndClusters() {
        assertThat(tokens("ที่บ้านและเมือง")).containsExactly("ที่", "บ้า", "น", "และ", "เมื", "อ", "ง");
    }

    @Test
    void emojiAreWhole() {
        assertThat(tokens("ok 👍🏽👨‍👩‍👧🇩🇪✅")).containsExactly("ok", "👍🏽", "👨‍👩‍👧", "🇩🇪", "✅");
    }

    @Test
    void invisibleCharactersAndUnusualSpacesAreCountedAndDoNotChangeTheWord() {
        TextScanner scanner = new TextScanner();
        scanner.scan("wo\u200brd\u00a0x\ufeff");
        assertThat(scanner.tokens()).isEqualTo(2);
        assertThat(scanner.hash(0)).isEqualTo(TokenHash.of("WORD"));
        assertThat(scanner.hiddenCharacters()).isEqualTo(3);
    }

    @Test
    void sentencesPassOverAbbreviationsNumbersAndAddresses() {
        assertThat(sentences(
                        "Dr. Smith paid 3.50 at example.org. He left! \"Really?\" she said. J. Doe (see p. 4) agrees."))
                .containsExactly(
                        "Dr. Smith paid 3.50 at example.org.",
                        "He left!",
                        "\"Really?\"",
                        "she said.",
                        "J. Doe (see p. 4) agrees.");
    }

    @Test
    void blocksAreToldApart() {
        String text =
                "Intro line\nmore.\n\n# Title\n- one\n- two\n\n1. three\n\n```java\nint x;\n\n# no heading\n```\n> said\n"
                        + "| a | b |\n\n$$\nx^2\n$$\nEnd";
        assertThat(AnalyzedText.of(text).blocks().stream()
                        .map(b -> b.kind() + " " + b.span().of(text)))
                .containsExactly(
                        "PROSE Intro line\nmore.",
                        "HEADING # Title",
                        "LIST - one\n- two\n\n1. three",
                        "CODE ```java\nint x;\n\n# no heading\n```",
                        "QUOTE > said",
                        "TABLE | a | b |",
                        "MATH $$\nx^2\n$$",
                        "PROSE End");
    }
}
