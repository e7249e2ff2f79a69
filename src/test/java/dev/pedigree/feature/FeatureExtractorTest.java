package dev.pedigree.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.text.TextScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
    private final TextScanner scanner = new TextScanner();
    private final FeatureExtractor extractor = new FeatureExtractor();

    private List<String> phrases(FeatureFamily family, String text) {
        FeatureBuffer buffer = FeatureBuffer.withPlaces();
        scanner.scan(text);
        extractor.extract(family, scanner, buffer);
        List<String> phrases = new ArrayList<>();
        for (int i = 0; i < buffer.size(); i++) {
            phrases.add(buffer.phrase(i, scanner));
        }
        return phrases;
    }

    private List<Integer> ids(FeatureFamily family, String text) {
        FeatureBuffer buffer = FeatureBuffer.ofIds();
        scanner.scan(text);
        extractor.extract(family, scanner, buffer);
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < buffer.size(); i++) {
            ids.add(buffer.id(i));
        }
        return ids;
    }

    private TreeMap<String, Integer> named(FeatureFamily family, String text) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int id : ids(family, text)) {
            family.describe(id).ifPresent(name -> counts.merge(name, 1, Integer::sum));
        }
        return counts;
    }

    @Test
    void openingsArePrefixesWithSinglesAndPairs() {
        assertThat(phrases(FeatureFamily.OPENING, "\n\nSure, here it is"))
                .containsExactly(
                        "sure",
                        "sure",
                        "sure,",
                        "sure,",
                        ",",
                        ", here",
                        "sure, here",
                        "here",
                        "here it",
                        "sure, here it",
                        "it",
                        "it is",
                        "sure, here it is",
                        "is");
        assertThat(ids(FeatureFamily.OPENING, "a b c d e f g h i j")).hasSize(23);
    }

    @Test
    void closingsAreTheSameFromTheEnd() {
        assertThat(phrases(FeatureFamily.CLOSING, "Ask me anything!\n"))
                .containsExactly(
                        "!",
                        "!",
                        "anything!",
                        "anything!",
                        "anything",
                        "me anything",
                        "me anything!",
                        "me",
                        "ask me",
                        "ask me anything!",
                        "ask");
    }

    @Test
    void startsAreThoseOfSentencesLinesAndListItems() {
        assertThat(phrases(FeatureFamily.STARTS, "Hi there you. Now (3.5) go\n- **Tea:** hot\n1. Milk"))
                .containsExactly(
                        "hi",
                        "hi there",
                        "hi there you",
                        "now",
                        "now (",
                        "now (3",
                        "5",
                        "5)",
                        "5) go",
                        "-",
                        "- *",
                        "- **",
                        "tea",
                        "tea:",
                        "tea:*",
                        "1",
                        "1.",
                        "1. milk",
                        "milk");
    }

    @Test
    void linesAreOneToFourTokens() {
        assertThat(phrases(FeatureFamily.LINES, "One two three four five\n\n- a b"))
                .containsExactly("one", "one two", "one two three", "one two three four", "-", "- a", "- a b");
    }

    @Test
    void maskedWordsKeepFunctionWordsAndSuffixes() {
        List<Integer> one = ids(FeatureFamily.MASKED_WORDS, "The walking of 3 kings");
        assertThat(ids(FeatureFamily.MASKED_WORDS, "the talking of 55 queens")).isEqualTo(one);
        assertThat(ids(FeatureFamily.MASKED_WORDS, "the talked of 55 queens")).isNotEqualTo(one);
        assertThat(ids(FeatureFamily.MASKED_WORDS, "walking—7–8").subList(0, 1))
                .isEqualTo(ids(FeatureFamily.MASKED_WORDS, "talking"));
        assertThat(ids(FeatureFamily.MASKED_WORDS, "a talking of 55 queens")).isNotEqualTo(one);
    }

    @Test
    void charactersAreFolded() {
        List<Integer> one = ids(FeatureFamily.CHARACTERS, "In 1999,  we\r\n\r\n went");
        assertThat(ids(FeatureFamily.CHARACTERS, "in 2000, we\n\nwent")).isEqualTo(one);
        assertThat(ids(FeatureFamily.CHARACTERS, "abcde")).hasSize(3 + 2 + 1);
    }

    @Test
    void functionWordsOfAllLanguages() {
        assertThat(named(FeatureFamily.FUNCTION_WORDS, "The cat and the dog. Der Hund und 我的猫 и"))
                .containsEntry("the", 2)
                .containsEntry("and", 1)
                .containsEntry("der", 1)
                .containsEntry("und", 1)
                .containsEntry("我", 1)
                .containsEntry("的", 1)
                .containsEntry("и", 1)
                .doesNotContainKey("cat");
    }

    @Test
    void glyphsAreReadAsTheyStand() {
        assertThat(named(FeatureFamily.GLYPHS, "It’s fine — really… don't—ok 5–6.  Yes!! 🎉\u00a0a, b, and c\u200b"))
                .containsEntry("curly apostrophe in a word", 1)
                .containsEntry("straight apostrophe in a word", 1)
                .containsEntry("em dash with spaces", 1)
                .containsEntry("em dash without spaces", 1)
                .containsEntry("en dash between digits", 1)
                .containsEntry("ellipsis character", 1)
                .containsEntry("two spaces after a sentence", 1)
                .containsEntry("several exclamation or question marks", 1)
                .containsEntry("comma before and", 1)
                .containsEntry("emoji", 1)
                .containsEntry("U+00a0", 1)
                .containsEntry("U+200b", 1);
    }

    @Test
    void layoutNamesTheShapeOfLines() {
        assertThat(named(
                        FeatureFamily.LAYOUT,
                        "# Title:\n\nText.\n- **Tea:** hot\n- **Milk**: cold\n1) one\n\n---\n\n**Bold line**"))
                .containsEntry("heading of level 1", 1)
                .containsEntry("heading ending in a colon", 1)
                .containsEntry("bullet -", 2)
                .containsEntry("list number 1)", 1)
                .containsEntry("list item with a colon inside the bold", 1)
                .containsEntry("list item with a colon after the bold", 1)
                .containsEntry("horizontal rule", 1)
                .containsEntry("line all in bold", 1)
                .containsEntry("answer with a list", 1)
                .containsEntry("first line of heading", 1)
                .containsEntry("last line of prose", 1)
                .containsEntry("prose, next line: list", 1);
    }

    @Test
    void codeStyleIsReadOnlyInsideFences() {
        String text =
                "Use `x`:\n```python\ndef do_it(a, b):\n    # Add them\n    total = a+b  # sum\n\n    return 'x'\n```\nDone; ok = no";
        assertThat(named(FeatureFamily.CODE, text))
                .containsEntry("fence of python", 1)
                .containsEntry("comment # on its own line", 1)
                .containsEntry("comment # behind code", 1)
                .containsEntry("comment starting with a capital", 1)
                .containsEntry("name in snake_case", 1)
                .containsEntry("= with spaces", 1)
                .containsEntry("single quote", 2)
                .containsEntry("indentation of a line from 4", 3)
                .containsEntry("line after an empty line", 1)
                .containsEntry("comma with a space", 1)
                .containsEntry("code blocks in an answer from 1", 1);
        assertThat(named(FeatureFamily.CODE, "no = code, here")).isEmpty();
    }

    @Test
    void richnessNamesLengths() {
        assertThat(named(FeatureFamily.RICHNESS, "One two three. Four five."))
                .containsEntry("words in a sentence from 3", 1)
                .containsEntry("words in a sentence from 2", 1)
                .containsEntry("letters in a word from 4", 2)
                .containsEntry("sentences in an answer from 2", 1);
    }

    @Test
    void everyIdFitsItsFamily() {
        String text = "Sure! — “ok”…\n\n# A\n- b: **c**\n```js\nlet x_y = 1; // z\n```\n| t |\n日本語です。 ".repeat(40);
        for (FeatureFamily family : FeatureFamily.values()) {
            assertThat(ids(family, text)).isNotEmpty().allMatch(id -> id >= 0 && id < 1 << family.bits());
            FeatureBuffer counting = FeatureBuffer.ofCounts(family.bits());
            FeatureBuffer listing = FeatureBuffer.ofIds();
            scanner.scan(text);
            extractor.extract(family, scanner, counting);
            extractor.extract(family, scanner, listing);
            FeatureCounts counted = counting.drain();
            FeatureCounts listed = listing.drain();
            assertThat(counted.features()).isEqualTo(listed.features());
            assertThat(counted.counts()).isEqualTo(listed.counts());
        }
    }

    @Test
    void samplesAreTheSameForTheSameNgrams() {
        NgramSample sample = new NgramSample();
        String text = "alpha beta gamma delta epsilon zeta eta theta iota kappa ".repeat(8);
        scanner.scan(text);
        extractor.extractWords(scanner, FeatureBuffer.ofIds(), sample);
        char[] lower = sample.values();
        assertThat(sample.ngrams()).isEqualTo(80 + 79 + 78);
        // 10 distinct words, pairs and triples: 30 n-grams, of which about one in eight is kept
        assertThat(lower).hasSizeBetween(1, 12).isSorted();
        scanner.scan(text.toUpperCase(java.util.Locale.ROOT));
        extractor.extractWords(scanner, FeatureBuffer.ofIds(), sample);
        assertThat(sample.values()).isEqualTo(lower);
    }
}
