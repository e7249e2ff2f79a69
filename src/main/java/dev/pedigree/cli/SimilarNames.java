package dev.pedigree.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant who wrote another. */
final class SimilarNames {
    private static final int SHOWN = 5;
    /** One letter in so many may be a wrong one. */
    private static final int LETTERS_PER_SLIP = 4;

    private SimilarNames() {}

    /** The most similar names, nearest first; none where no name is near. */
    static List<String> of(String written, Collection<String> known) {
        String name = written.toLowerCase(Locale.ROOT);
        int slips = 1 + name.length() / LETTERS_PER_SLIP;
        return known.stream()
                .filter(k ->
                        isPart(name, k.toLowerCase(Locale.ROOT)) || slips(name, k.toLowerCase(Locale.ROOT)) <= slips)
                .sorted(Comparator.comparingInt((String k) -> slips(name, k.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SHOWN)
                .toList();
    }

    private static boolean isPart(String one, String other) {
        return one.contains(other) || other.contains(one);
    }

    /** How many letters must be put in, taken out, changed, or swapped with the next (optimal string alignment). */
    static int slips(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
