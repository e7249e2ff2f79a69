package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tries and the gate against a search that tries each phrase at each place. */
class PhraseTrieTest {
    private static final List<String> ALPHABET = List.of("a", "b", "é", " ", "明", "ж", "-");

    private final Random random = new Random(7);

    @Test
    void theLongestPhraseThatStandsAloneIsFound() {
        for (int round = 0; round < 200; round++) {
            Map<String, Integer> phrases = phrases();
            PhraseTrie.Builder builder = new PhraseTrie.Builder();
            phrases.forEach(builder::put);
            PhraseTrie trie = builder.build();
            String text = text(30);
            for (int from = 0; from < text.length(); from++) {
                PhraseTrie.Match match = new PhraseTrie.Match();
                trie.longest(text, from, text.length(), match);
                String longest = longest(phrases, text, from);
                assertThat(match.value).as(text + " from " + from).isEqualTo(phrases.getOrDefault(longest, 0));
                assertThat(match.end).isEqualTo(from + longest.length());
            }
        }
    }

    @Test
    void ofEqualPhrasesTheLastStaysAndManyHaveRoom() {
        PhraseTrie.Builder builder = new PhraseTrie.Builder();
        for (int i = 1; i <= 5000; i++) {
            assertThat(builder.put("w" + i, i)).isZero();
        }
        assertThat(builder.put("w17", 9)).isEqualTo(17);
        PhraseTrie trie = builder.build();
        PhraseTrie.Match match = new PhraseTrie.Match();
        trie.longest("W17", 0, 3, match);
        assertThat(match.value).isEqualTo(9);
        trie.longest("w5000.", 0, 6, match);
        assertThat(match.value).isEqualTo(5000);
        assertThat(match.end).isEqualTo(5);
    }

    @Test
    void theGateOpensBehindTheFirstPhraseThatStandsAlone() {
        for (int round = 0; round < 200; round++) {
            Map<String, Integer> phrases = phrases();
            Gate gate = new Gate(phrases.keySet().stream()
                    .map(phrase -> new Gate.Phrase(phrase, false, false))
                    .toList());
            String text = text(40);
            for (int from : new int[] {0, 5, 20}) {
                assertThat(gate.next(text.toCharArray(), from))
                        .as(phrases.keySet() + " in " + text + " from " + from)
                        .isEqualTo(next(phrases, text, from));
            }
        }
    }

    @Test
    void theGateAsksForCapitalsAndYearsWhereItIsTold() {
        Gate gate = new Gate(List.of(
                new Gate.Phrase("orange", true, false),
                new Gate.Phrase("up to", false, true),
                new Gate.Phrase("to", true, false)));
        assertThat(gate.next("an orange".toCharArray(), 0)).isEqualTo(-1);
        assertThat(gate.next("an Orange".toCharArray(), 0)).isEqualTo(9);
        assertThat(gate.next("up to now".toCharArray(), 0)).isEqualTo(-1);
        assertThat(gate.next("up to May 2023".toCharArray(), 0)).isEqualTo(5);
        assertThat(gate.next("up To now".toCharArray(), 0)).isEqualTo(5);
    }

    private static String longest(Map<String, Integer> phrases, String text, int from) {
        String longest = "";
        for (String phrase : phrases.keySet()) {
            int end = from + phrase.length();
            boolean found = Letters.fold(text).startsWith(phrase, from)
                    && (end == text.length() || Letters.isBoundary(text.charAt(end - 1), text.charAt(end)));
            if (found && phrase.length() > longest.length()) {
                longest = phrase;
            }
        }
        return longest;
    }

    private static int next(Map<String, Integer> phrases, String text, int from) {
        int next = -1;
        for (String phrase : phrases.keySet()) {
            for (int start = from; start + phrase.length() <= text.length(); start++) {
                int end = start + phrase.length();
                boolean alone = (start == 0 || Letters.isBoundary(text.charAt(start - 1), text.charAt(start)))
                        && (end == text.length() || Letters.isBoundary(text.charAt(end - 1), text.charAt(end)));
                if (alone && Letters.fold(text).startsWith(phrase, start) && (next < 0 || end < next)) {
                    next = end;
                }
            }
        }
        return next;
    }

    private Map<String, Integer> phrases() {
        Map<String, Integer> phrases = new HashMap<>();
        for (int i = 1; i <= 6; i++) {
            phrases.put(Letters.fold(text(1 + random.nextInt(4))), i);
        }
        return phrases;
    }

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            String letter = ALPHABET.get(random.nextInt(ALPHABET.size()));
            text.append(random.nextInt(4) == 0 && letter.equals("a") ? "A" : letter);
        }
        return text.toString();
    }
}
