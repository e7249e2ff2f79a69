package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.util.Arrays;
import java.util.List;

/**
 * Which rare runs of words of the teacher's answers the suspect writes too, anywhere. A run counts when it is in one of the
 * teacher's answers only, and in no prompt that is known: neither that answer's own nor one of the suspect's; and, where control
 * models are given, in none of theirs. Who was logged plays no part in it.
 */
final class Phrasings {
    /** Words of a run. Shorter ones are shared by accident, longer ones miss phrases with a word changed. */
    static final int WORDS = 5;

    private final Tokens[] tokens;
    private final boolean[][] rare; // [answer][start]
    private final boolean[][] shared; // [answer][start]: rare and in the suspect

    Phrasings(List<Response> answers, Corpus suspect, List<Corpus> controls) {
        int n = answers.size();
        tokens = new Tokens[n];
        long[][] grams = new long[n][];
        long[] once = new long[0];
        int used = 0;
        for (int i = 0; i < n; i++) {
            tokens[i] = Tokens.of(answers.get(i).text());
            grams[i] = tokens[i].grams(WORDS);
            long[] distinct = Arrays.stream(grams[i]).sorted().distinct().toArray();
            once = grow(once, used + distinct.length);
            System.arraycopy(distinct, 0, once, used, distinct.length);
            used += distinct.length;
        }
        long[] all = Arrays.copyOf(once, used);
        Arrays.sort(all);
        long[] own = set(suspect, false);
        long[] asked = set(suspect, true);
        long[][] others = controls.stream().map(c -> set(c, false)).toArray(long[][]::new);
        rare = new boolean[n][];
        shared = new boolean[n][];
        for (int i = 0; i < n; i++) {
            long[] prompt = Tokens.of(answers.get(i).prompt().lastUserText()).grams(WORDS);
            Arrays.sort(prompt);
            rare[i] = new boolean[grams[i].length];
            shared[i] = new boolean[grams[i].length];
            for (int k = 0; k < grams[i].length; k++) {
                long gram = grams[i][k];
                int at = Arrays.binarySearch(all, gram);
                boolean elsewhere = (at > 0 && all[at - 1] == gram) || (at + 1 < used && all[at + 1] == gram);
                rare[i][k] = !elsewhere
                        && Arrays.binarySearch(prompt, gram) < 0
                        && Arrays.binarySearch(asked, gram) < 0
                        && Arrays.stream(others).allMatch(o -> Arrays.binarySearch(o, gram) < 0);
                shared[i][k] = rare[i][k] && Arrays.binarySearch(own, gram) >= 0;
            }
        }
    }

    private static long[] set(Corpus corpus, boolean prompts) {
        long[] grams = new long[0];
        int used = 0;
        for (Response response : corpus.responses()) {
            long[] more = Tokens.of(prompts ? response.prompt().lastUserText() : response.text())
                    .grams(WORDS);
            grams = grow(grams, used + more.length);
            System.arraycopy(more, 0, grams, used, more.length);
            used += more.length;
        }
        return Arrays.stream(grams, 0, used).sorted().distinct().toArray();
    }

    private static long[] grow(long[] array, int size) {
        return size <= array.length ? array : Arrays.copyOf(array, Math.max(size, array.length * 2 + 1024));
    }

    /** The answer's closeness to the suspect. */
    double score(int answer) {
        return score(shared[answer]);
    }

    /** The closeness that it would have if the suspect also wrote the words [from, from + words) of it. */
    double scoreWith(int answer, int from, int words) {
        boolean[] with = shared[answer].clone();
        for (int k = from; k + WORDS <= from + words && k < with.length; k++) {
            with[k] |= rare[answer][k];
        }
        return score(with);
    }

    int words(int answer) {
        return tokens[answer].size();
    }

    /** The words of the longest shared rare span; 0 where there is none. */
    int longest(int answer) {
        int best = 0;
        int run = 0;
        for (boolean s : shared[answer]) {
            run = s ? run + 1 : 0;
            best = Math.max(best, run);
        }
        return best == 0 ? 0 : best + WORDS - 1;
    }

    /** The longest shared rare span as it stands in the answer. */
    String quote(int answer, String text) {
        int longest = longest(answer);
        int run = 0;
        for (int k = 0; k < shared[answer].length && longest > 0; k++) {
            run = shared[answer][k] ? run + 1 : 0;
            if (run + WORDS - 1 == longest) {
                return text.substring(tokens[answer].start(k - run + 1), tokens[answer].end(k + WORDS - 1));
            }
        }
        return "";
    }

    static double score(boolean[] shared) {
        double total = 0;
        int run = 0;
        for (int k = 0; k <= shared.length; k++) {
            if (k < shared.length && shared[k]) {
                run++;
            } else {
                total += VARIANT == 0
                        ? run
                        : VARIANT == 1 ? (double) run * run : VARIANT == 2 ? StrictMath.pow(run, 1.5) : 0;
                if (VARIANT == 3) {
                    total = Math.max(total, run);
                } else if (VARIANT == 4) {
                    total = Math.max(total, run * run);
                } else if (VARIANT == 5) {
                    total += Math.max(0, run - 2);
                }
                run = 0;
            }
        }
        return total;
    }

    static int VARIANT = Integer.getInteger("variant", 0);
}
