package dev.pedigree.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The language of a sentence, told by its script, its commonest words, the words of the cues and letters of its own. */
final class LanguageGuess {
    private static final List<String> LATIN = List.of("en", "es", "fr", "de", "pt");
    private static final int COMMON = 2; // votes of a common word; a cue has one

    private final Map<Character, String> letters =
            new HashMap<>(); // folded, that one of the languages alone has among the five
    private final PhraseTrie words;
    private final List<int[]> votes = new ArrayList<>(); // by the value in the trie, less one

    /** With the single words of the cues of each language. */
    LanguageGuess(Cues cues) {
        PhraseTrie.Builder known = new PhraseTrie.Builder();
        for (String[] row : Resources.table("languages.tsv", 3)) {
            for (String part : Resources.parts(row[2])) {
                switch (row[1]) {
                    case "WORDS" -> vote(known, row[0], part, COMMON);
                    case "LETTERS" -> letters.put(part.charAt(0), row[0]);
                    default -> throw new IllegalStateException("languages.tsv: unknown class " + row[1]);
                }
            }
        }
        for (String tag : LATIN) {
            for (String word : cues.of(tag).words()) {
                vote(known, tag, word, 1);
            }
        }
        words = known.build();
    }

    private void vote(PhraseTrie.Builder known, String tag, String word, int weight) {
        int before = known.put(word, votes.size() + 1);
        int[] all = before == 0 ? new int[LATIN.size()] : votes.get(before - 1);
        if (before == 0) {
            votes.add(all);
        } else {
            known.put(word, before);
        }
        int at = LATIN.indexOf(tag);
        all[at] = Math.max(all[at], weight);
    }

    /**
     * Guesses.
     *
     * @param text any text
     * @param from where to look
     * @param to where to stop
     * @param fallback what to answer for Latin script without a common word
     * @return one of the nine tags
     */
    String of(String text, int from, int to, String fallback) {
        int[] scripts = new int[6];
        for (int i = from; i < to; i++) {
            scripts[Letters.script(text.charAt(i))]++;
        }
        if (scripts[Letters.KANA] > 0 && scripts[Letters.KANA] * 5 >= scripts[Letters.HAN]) {
            return "ja";
        }
        if (scripts[Letters.HANGUL] > 0 && scripts[Letters.HANGUL] >= scripts[Letters.HAN]) {
            return "ko";
        }
        if (scripts[Letters.HAN] > 2 && scripts[Letters.HAN] * 8 > scripts[Letters.LATIN]) {
            return "zh";
        }
        if (scripts[Letters.CYRILLIC] > 2 && scripts[Letters.CYRILLIC] * 3 > scripts[Letters.LATIN]) {
            return "ru";
        }
        String few = scripts[Letters.HAN] > 0 ? "zh" : scripts[Letters.CYRILLIC] > 0 ? "ru" : fallback;
        return latin(text, from, to, few); // a name in Latin letters among few others: "Ты ChatGPT?"
    }

    /**
     * The other language of a sentence that mixes scripts, as where an English name stands in a short Chinese sentence.
     *
     * @param first the language already tried
     * @return a tag, or empty where there is no other script
     */
    String second(String text, int from, int to, String first) {
        int[] scripts = new int[6];
        for (int i = from; i < to; i++) {
            scripts[Letters.script(text.charAt(i))]++;
        }
        String other = scripts[Letters.KANA] > 0
                ? "ja"
                : scripts[Letters.HANGUL] > 0
                        ? "ko"
                        : scripts[Letters.HAN] > 0 ? "zh" : scripts[Letters.CYRILLIC] > 0 ? "ru" : "";
        if (other.isEmpty()) {
            return LATIN.contains(first) ? latinSecond(text, from, to, first) : "";
        }
        return other.equals(first) ? scripts[Letters.LATIN] > 12 ? "en" : "" : other;
    }

    private String latin(String text, int from, int to, String fallback) {
        int[] sums = sums(text, from, to);
        int best = Math.max(0, LATIN.indexOf(fallback));
        int leaders = 0;
        for (int k = 0; k < sums.length; k++) {
            if (sums[k] > sums[best]) {
                best = k;
            }
        }
        for (int sum : sums) {
            leaders += sum == sums[best] ? 1 : 0;
        }
        return leaders > 1 && (fallback.isEmpty() || sums[best] == 0) ? fallback : LATIN.get(best);
    }

    /** The language that has most of the other votes, where it has at least half as many as the first. */
    private String latinSecond(String text, int from, int to, String first) {
        int[] sums = sums(text, from, to);
        int known = LATIN.indexOf(first);
        int best = -1;
        for (int k = 0; k < sums.length; k++) {
            if (k != known && (best < 0 || sums[k] > sums[best])) {
                best = k;
            }
        }
        return sums[best] >= COMMON && 2 * sums[best] >= sums[known] ? LATIN.get(best) : "";
    }

    /** The votes of the words, elided ones and those they lean on alike ("l'" and "\u00e9quipe"), and of single letters. */
    private int[] sums(String text, int from, int to) {
        int[] sums = new int[LATIN.size()];
        PhraseTrie.Match match = new PhraseTrie.Match();
        int i = from;
        while (i < to) {
            letter(text.charAt(i), sums);
            boolean start = Letters.script(text.charAt(i)) == Letters.LATIN
                    && (i == 0 || Letters.isBoundary(text.charAt(i - 1), text.charAt(i)));
            if (start) {
                words.longest(text, i, to, match);
            }
            if (start && match.value > 0) {
                int[] found = votes.get(match.value - 1);
                for (int k = 0; k < sums.length; k++) {
                    sums[k] += found[k];
                }
                for (int k = i + 1; k < match.end; k++) {
                    letter(text.charAt(k), sums);
                }
                i = match.end;
            } else {
                i++;
            }
        }
        return sums;
    }

    private void letter(char c, int[] sums) {
        String only = c < 0x80 ? null : letters.get(Letters.fold(c));
        if (only != null) {
            sums[LATIN.indexOf(only)]++;
        }
    }
}
