package dev.pedigree.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
            assertThat(used.block(i)).isEqualTo(fresh.block(i));
        }
        assertThat(sentences(used)).isEqualTo(sentences(fresh));
    }

    /** What is known of words, signs and sentences by lists agrees with what is seen token by token. */
    @Property(tries = 3000)
    void listsAgreeWithTokens(@ForAll("texts") String text) {
        TextScanner scanner = new TextScanner();
        scanner.scan("the The THE x1 0x1 sentences. abcdefghijklmnopqrst abcdefgh abcdefg"); // words to be looked up
        scanner.scan(text);
        List<Integer> words = new ArrayList<>();
        List<Integer> signs = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < scanner.tokens(); i++) {
            String token = text.substring(scanner.start(i), scanner.end(i));
            if (scanner.isWord(i)) {
                words.add(i);
            }
            if (scanner.kind(i) != TokenKind.WORD) {
                signs.add(i);
            }
            boolean ascii = token.matches("[A-Za-z0-9]+");
            if (scanner.isWord(i) && !ascii) {
                others.add(i);
            }
            assertThat(scanner.tail(i)).isEqualTo(ascii ? tail(token) : 0);
            if (ascii) {
                assertThat(scanner.hash(i)).isEqualTo(TokenHash.of(token));
                assertThat(scanner.kind(i)).isEqualTo(token.matches("[0-9]+") ? TokenKind.NUMBER : TokenKind.WORD);
            }
        }
        assertThat(IntStream.range(0, scanner.words())
                        .map(scanner::word)
                        .boxed()
                        .toList())
                .isEqualTo(words);
        assertThat(IntStream.range(0, scanner.signs())
                        .map(scanner::sign)
                        .boxed()
                        .toList())
                .isEqualTo(signs);
        assertThat(IntStream.range(0, scanner.otherWords())
                        .map(scanner::otherWord)
                        .boxed()
                        .toList())
                .isEqualTo(others);
        assertThat(sentences(scanner)).isEqualTo(sentencesTokenByToken(scanner));
        for (int s = 0; s <= scanner.sentences(); s++) {
            int token = s < scanner.sentences() ? scanner.sentenceToken(s) : scanner.tokens();
            assertThat(scanner.wordsBeforeSentence(s))
                    .isEqualTo((int) words.stream().filter(w -> w < token).count());
        }
    }

    private static int tail(String word) {
        int tail = 0;
        for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
            tail = tail << 8 | c;
        }
        return tail;
    }

    private static List<Integer> sentences(TextScanner scanner) {
        return IntStream.range(0, scanner.sentences())
                .map(scanner::sentenceToken)
                .boxed()
                .toList();
    }

    /** The same sentences by looking at every token, as it was done before. */
    private static List<Integer> sentencesTokenByToken(TextScanner text) {
        List<Integer> starts = new ArrayList<>();
        boolean due = true;
        int line = 0;
        for (int i = 0; i < text.tokens(); i++) {
            boolean lineEnd = text.isLineEnd(i);
            if (due && !lineEnd) {
                starts.add(i);
            }
            due = lineEnd;
            if (text.kind(i) != TokenKind.PUNCTUATION) {
                continue;
            }
            while (line + 1 < text.lines() && text.lineToken(line + 1) <= i) {
                line++;
            }
            char c = text.charAt(text.start(i));
            if (Sentences.isWide(c) || Sentences.isNarrow(c) && Sentences.ends(text, i, c, text.lineToken(line))) {
                i = Sentences.closers(text, i);
                due = true;
            }
        }
        return starts;
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
        }
        assertThat(sentences(b)).isEqualTo(sentences(a));
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
