package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rare phrases of the teacher's answers the suspect writes too: in its answer to the same prompt, where two models share much
 * for the prompt's sake, and elsewhere, where they should not. Runs of five words are compared. One that stands in a known prompt
 * (the answer's own, or one of the suspect's) or in a control model's answer does not count; it is rare when the answers of only one
 * unit of exchange have it. Who was logged plays no part in it.
 */
final class Phrasings {
    /** Words of a run. Shorter ones are shared by accident, longer ones miss phrases with a word changed. */
    static final int WORDS = 5;

    /** The shortest phrase that counts, in words, and the length from which a longer one counts no more. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 16;

    /** What the suspect writes in answer to more than so many other prompts is its own habit or everybody's. */
    private static final int OTHERS = 2;

    private final Tokens[] tokens;
    private final boolean[][] rare; // [answer][start of a run]
    private final boolean[][] same; // the suspect writes it in answer to the same prompt
    private final boolean[][] elsewhere; // the suspect writes it in answer to another prompt

    Phrasings(ExchangeUnits units, Corpus suspect, List<Corpus> controls) {
        List<Response> answers = units.answers;
        int n = answers.size();
        tokens = new Tokens[n];
        long[][] grams = new long[n][];
        GramCounts teacher = new GramCounts();
        for (int i = 0; i < n; i++) {
            tokens[i] = Tokens.of(answers.get(i).text());
            grams[i] = tokens[i].grams(WORDS);
        }
        for (List<Integer> unit : units.members) {
            teacher.add(
                    unit.stream().flatMapToLong(i -> Arrays.stream(grams[i])).toArray());
        }
        GramCounts ignored = new GramCounts();
        controls.forEach(c -> c.responses().forEach(r -> ignored.add(gramsOf(r.text()))));
        suspect.responses().forEach(r -> ignored.add(gramsOf(r.prompt().lastUserText())));
        GramCounts own = new GramCounts();
        Map<Long, long[]> byPrompt = new LinkedHashMap<>();
        Alignment.byPrompt(suspect).forEach((key, group) -> {
            long[] all = group.stream()
                    .flatMapToLong(r -> Arrays.stream(gramsOf(r.text())))
                    .sorted()
                    .distinct()
                    .toArray();
            byPrompt.put(key, all);
            own.add(all);
        });
        rare = new boolean[n][];
        same = new boolean[n][];
        elsewhere = new boolean[n][];
        for (int i = 0; i < n; i++) {
            long[] prompt = gramsOf(answers.get(i).prompt().lastUserText());
            Arrays.sort(prompt);
            long[] here = byPrompt.getOrDefault(answers.get(i).promptKey(), new long[0]);
            rare[i] = new boolean[grams[i].length];
            same[i] = new boolean[grams[i].length];
            elsewhere[i] = new boolean[grams[i].length];
            for (int k = 0; k < grams[i].length; k++) {
                long gram = grams[i][k];
                if (Arrays.binarySearch(prompt, gram) < 0 && ignored.count(gram) == 0) {
                    rare[i][k] = teacher.count(gram) == 1;
                    same[i][k] = Arrays.binarySearch(here, gram) >= 0;
                    int others = own.count(gram) - (same[i][k] ? 1 : 0);
                    elsewhere[i][k] = others > 0 && others <= OTHERS;
                }
            }
        }
    }

    private static long[] gramsOf(String text) {
        return Tokens.of(text).grams(WORDS);
    }

    /** The answer's closeness to what the suspect answers to other prompts. */
    double elsewhere(int answer) {
        return score(longest(rare[answer], elsewhere[answer]));
    }

    /** The closeness elsewhere that it would have if the suspect also wrote the words [from, from + words) of it there. */
    double elsewhereWith(int answer, int from, int words) {
        boolean[] with = elsewhere[answer].clone();
        for (int k = from; k + WORDS <= from + words && k < with.length; k++) {
            with[k] = true;
        }
        return score(longest(rare[answer], with));
    }

    int words(int answer) {
        return tokens[answer].size();
    }

    /** The words of the longest shared phrase, not counting runs that are not rare; 0 where there is none. */
    int longest(int answer) {
        return Math.max(longest(rare[answer], elsewhere[answer]), longest(rare[answer], same[answer]));
    }

    /** The longest shared phrase as it stands in the answer. */
    String quote(int answer, String text) {
        boolean[] shared =
                longest(rare[answer], elsewhere[answer]) == longest(answer) ? elsewhere[answer] : same[answer];
        int best = longest(answer) - WORDS + 1;
        int from = 0;
        int count = 0;
        for (int k = 0; k <= shared.length && best > 0; k++) {
            if (k < shared.length && shared[k]) {
                count += rare[answer][k] ? 1 : 0;
            } else {
                if (count == best) {
                    return text.substring(tokens[answer].start(from), tokens[answer].end(k + WORDS - 2));
                }
                from = k + 1;
                count = 0;
            }
        }
        return "";
    }

    /* The most rare runs in an unbroken series of shared ones, as words. */
    private static int longest(boolean[] rare, boolean[] shared) {
        int best = 0;
        int count = 0;
        for (int k = 0; k < shared.length; k++) {
            count = shared[k] ? count + (rare[k] ? 1 : 0) : 0;
            best = Math.max(best, count);
        }
        return best == 0 ? 0 : best + WORDS - 1;
    }

    /* 0 below eight words, then 1 at eight and 2 at sixteen: a long phrase says more, but no single one must outweigh the rest. */
    static double score(int words) {
        return words < SHORTEST
                ? 0
                : 1 + StrictMath.log((double) Math.min(words, LONGEST) / SHORTEST) / StrictMath.log(2);
    }

    /** How many texts have a run of words. */
    private static final class GramCounts {
        private long[] grams = new long[1024];
        private int used;
        private boolean sorted = true;

        void add(long[] text) {
            long[] distinct = Arrays.stream(text).sorted().distinct().toArray();
            if (used + distinct.length > grams.length) {
                grams = Arrays.copyOf(grams, Math.max(used + distinct.length, grams.length * 2));
            }
            System.arraycopy(distinct, 0, grams, used, distinct.length);
            used += distinct.length;
            sorted = false;
        }

        int count(long gram) {
            if (!sorted) {
                Arrays.sort(grams, 0, used);
                sorted = true;
            }
            int at = Arrays.binarySearch(grams, 0, used, gram);
            if (at < 0) {
                return 0;
            }
            int low = at;
            int high = at;
            while (low > 0 && grams[low - 1] == gram) {
                low--;
            }
            while (high + 1 < used && grams[high + 1] == gram) {
                high++;
            }
            return high - low + 1;
        }
    }
}
