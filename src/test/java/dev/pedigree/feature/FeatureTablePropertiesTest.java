package dev.pedigree.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.SplitMix64;
import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The fast ways of counting give what the plain ones give, on texts of random pieces. */
class FeatureTablePropertiesTest {
    private static final String[] PIECES = {
        " ",
        " ",
        " ",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "\t",
        ".",
        ", ",
        "! ",
        "? ",
        ": ",
        "- ",
        "1. ",
        "**",
        "# ",
        "```",
        "the",
        "The",
        "and",
        "of",
        "running",
        "Nation",
        "kindness",
        "famous",
        "bus",
        "tall",
        "taller",
        "tallest",
        "lively",
        "city",
        "active",
        "agreement",
        "wanted",
        "red",
        "42",
        "3",
        "don't",
        "it’s",
        "größe",
        "café",
        "世界",
        "です",
        "한국어는",
        "ไทย",
        "😀",
        "\u200b",
        "\u00a0",
        "K",
        "\u212a",
        "kelvin",
        "\u212aelvin",
        "supercalifragilisticexpialidocious",
        "x"
    };

    private final TextScanner scanner = new TextScanner();
    private final FeatureExtractor extractor = new FeatureExtractor();

    private static String text(SplitMix64 random) {
        StringBuilder out = new StringBuilder();
        int pieces = random.nextInt(random.nextInt(10) == 0 ? 3000 : 60);
        for (int i = 0; i < pieces; i++) {
            out.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return out.toString();
    }

    @Test
    void aTableCountsWhatAListLists() {
        SplitMix64 random = new SplitMix64(5);
        for (int round = 0; round < 300; round++) {
            scanner.scan(text(random));
            for (FeatureFamily family : FeatureFamily.values()) {
                FeatureBuffer table = FeatureBuffer.ofCounts(family.bits());
                FeatureBuffer list = FeatureBuffer.withPlaces();
                extractor.extract(family, scanner, table);
                extractor.extract(family, scanner, list);
                assertThat(counts(table)).as("%s", family).isEqualTo(counts(list));
            }
        }
    }

    @Test
    void theSampleIsThatOfTheListedNgrams() {
        SplitMix64 random = new SplitMix64(6);
        WordClasses classes = new WordClasses();
        NgramSample sample = new NgramSample();
        for (int round = 0; round < 300; round++) {
            scanner.scan(text(random));
            FeatureBuffer table = FeatureBuffer.ofCounts(FeatureFamily.WORDS.bits());
            FeatureBuffer list = FeatureBuffer.ofCounts(FeatureFamily.WORDS.bits());
            new WordNgrams(FeatureFamily.WORDS.bits(), classes).extract(scanner, table, sample);
            extractor.extract(FeatureFamily.WORDS, scanner, list);
            assertThat(counts(table)).isEqualTo(counts(list));

            FeatureBuffer wide = FeatureBuffer.ofIds();
            int tokens = Math.min(NgramSample.TOKENS, scanner.tokens());
            classes.prepare(scanner);
            NgramList.add(scanner, classes.hashes(), tokens, WordNgrams.SEED, 19, wide);
            TreeSet<Integer> kept = new TreeSet<>();
            for (int i = 0; i < wide.size(); i++) {
                if (wide.id(i) < 1 << 16) {
                    kept.add(wide.id(i));
                }
            }
            assertThat(sample.ngrams()).isEqualTo(wide.size());
            List<Integer> values = new String(sample.values()).chars().boxed().toList();
            assertThat(values).isEqualTo(List.copyOf(kept));
        }
    }

    @Test
    void masksFollowTheEndsOfWords() {
        SplitMix64 random = new SplitMix64(7);
        WordClasses classes = new WordClasses();
        for (int round = 0; round < 300; round++) {
            String text = text(random);
            scanner.scan(text);
            classes.prepare(scanner);
            int functionWords = 0;
            for (int i = 0; i < scanner.tokens(); i++) {
                String token = text.substring(scanner.start(i), scanner.end(i));
                assertThat(classes.hashes()[i]).isEqualTo(scanner.hash(i));
                int id = scanner.isWord(i) ? FunctionWords.idOf(scanner.hash(i)) : -1;
                if (id >= 0) {
                    assertThat(classes.id(functionWords)).isEqualTo(id);
                    assertThat(classes.token(functionWords++)).isEqualTo(i);
                }
                if (i < MaskedWords.TOKENS) {
                    assertThat(classes.masked()[i]).as(token).isEqualTo(masked(token, i));
                }
            }
            assertThat(classes.functionWords()).isEqualTo(functionWords);
        }
    }

    private long masked(String token, int index) {
        if (!scanner.isWord(index)) {
            return scanner.hash(index);
        }
        boolean ascii = token.matches("[A-Za-z0-9]+");
        boolean function = FunctionWords.idOf(scanner.hash(index)) >= 0;
        if (token.matches("[0-9]+")) {
            return TokenHash.of("\u00010");
        }
        if (function) {
            return scanner.hash(index);
        }
        if (!ascii) {
            char last = token.charAt(token.length() - 1);
            return TokenHash.of(last < 0x250 ? "\u0001" : last >= 0x4e00 && last < 0xa000 ? "\u0001han" : "\u0001x");
        }
        String[] suffixes = "ing ed ly tion ness ment er est al ive ous ity s".split(" ");
        return Arrays.stream(suffixes)
                .filter(s -> token.toLowerCase(Locale.ROOT).endsWith(s) && token.length() >= s.length() + 3)
                .findFirst()
                .map(s -> TokenHash.of("\u0001" + s))
                .orElse(TokenHash.of("\u0001"));
    }

    private static TreeMap<Integer, Integer> counts(FeatureBuffer buffer) {
        FeatureCounts drained = buffer.drain();
        TreeMap<Integer, Integer> counts = new TreeMap<>();
        for (int i = 0; i < drained.features().length; i++) {
            counts.put(drained.features()[i], drained.counts()[i]);
        }
        return counts;
    }
}
