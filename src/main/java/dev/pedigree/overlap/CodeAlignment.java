package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two programs share: greedy string tiling of their tokens (Wise, "String similarity via greedy string tiling and running
 * Karp-Rabin matching", 1993; tiles of {@value #TILE} tokens and more, longest first, none overlapping, in any order), and how
 * far one consistent renaming of identifiers explains the tiles, as in parameterised matching (Baker, "Parameterized pattern
 * matching", JCSS 52, 1996, doi:10.1006/jcss.1996.0003).
 */
final class CodeAlignment {
    static final int TILE = 9;
    private static final long MOST_CELLS = 25_000_000;

    /** A run of equal tokens. */
    record Tile(int suspect, int reference, int length) {}

    /**
     * What was found.
     *
     * @param tiles the tiles, longest first
     * @param agreeing the suspect's tokens in tiles whose identifiers follow the one renaming
     * @param renamed how many of the identifiers in tiles break the renaming
     */
    record Shared(List<Tile> tiles, BitSet agreeing, int renamed) {}

    private CodeAlignment() {}

    static Shared align(TokenStream suspect, TokenStream reference) {
        List<Tile> tiles = tiles(suspect, reference);
        Map<Long, Map<Long, Integer>> forward = new HashMap<>();
        Map<Long, Map<Long, Integer>> backward = new HashMap<>();
        for (Tile tile : tiles) {
            for (int i = 0; i < tile.length; i++) {
                if (CodeTokens.isIdentifier(suspect.hash[tile.suspect + i])) {
                    long a = suspect.name[tile.suspect + i];
                    long b = reference.name[tile.reference + i];
                    forward.computeIfAbsent(a, x -> new HashMap<>()).merge(b, 1, Integer::sum);
                    backward.computeIfAbsent(b, x -> new HashMap<>()).merge(a, 1, Integer::sum);
                }
            }
        }
        BitSet agreeing = new BitSet(suspect.size);
        int broken = 0;
        for (Tile tile : tiles) {
            for (int i = 0; i < tile.length; i++) {
                boolean agrees = true;
                if (CodeTokens.isIdentifier(suspect.hash[tile.suspect + i])) {
                    long a = suspect.name[tile.suspect + i];
                    long b = reference.name[tile.reference + i];
                    agrees = isMost(forward.getOrDefault(a, new HashMap<>()), b)
                            && isMost(backward.getOrDefault(b, new HashMap<>()), a);
                }
                if (agrees) {
                    agreeing.set(tile.suspect + i);
                } else {
                    broken++;
                }
            }
        }
        return new Shared(tiles, agreeing, broken);
    }

    /** Whether a name is the commonest partner; the greater hash breaks ties. */
    private static boolean isMost(Map<Long, Integer> partners, long name) {
        int count = partners.getOrDefault(name, 0);
        for (Map.Entry<Long, Integer> other : partners.entrySet()) {
            if (other.getValue() > count || (other.getValue() == count && other.getKey() > name)) {
                return false;
            }
        }
        return true;
    }

    private static List<Tile> tiles(TokenStream suspect, TokenStream reference) {
        List<Tile> out = new ArrayList<>();
        if ((long) suspect.size * reference.size > MOST_CELLS) {
            return out;
        }
        boolean[] usedSuspect = new boolean[suspect.size];
        boolean[] usedReference = new boolean[reference.size];
        // ends: every round but the last takes a tile
        while (true) {
            List<Tile> runs = runs(suspect, reference, usedSuspect, usedReference);
            runs.sort((a, b) -> a.length != b.length
                    ? Integer.compare(b.length, a.length)
                    : a.suspect != b.suspect
                            ? Integer.compare(a.suspect, b.suspect)
                            : Integer.compare(a.reference, b.reference));
            int before = out.size();
            int least = runs.isEmpty() ? 0 : Math.max(TILE, runs.get(0).length / 2);
            for (Tile run : runs) {
                if (run.length >= least && isFree(run, usedSuspect, usedReference)) {
                    out.add(run);
                    for (int i = 0; i < run.length; i++) {
                        usedSuspect[run.suspect + i] = true;
                        usedReference[run.reference + i] = true;
                    }
                }
            }
            if (out.size() == before) {
                return out;
            }
        }
    }

    private static boolean isFree(Tile run, boolean[] usedSuspect, boolean[] usedReference) {
        for (int i = 0; i < run.length; i++) {
            if (usedSuspect[run.suspect + i] || usedReference[run.reference + i]) {
                return false;
            }
        }
        return true;
    }

    /** All runs that cannot be made longer, among the tokens that are still free. */
    private static List<Tile> runs(
            TokenStream suspect, TokenStream reference, boolean[] usedSuspect, boolean[] usedReference) {
        List<Tile> out = new ArrayList<>();
        Winnowing grams = new Winnowing(TILE, 1);
        Shingles places = new Shingles(grams.grams(reference));
        long[] asked = grams.grams(suspect);
        for (int i = 0; i < asked.length; i++) {
            for (int j = places.first(asked[i]); j >= 0; j = places.next(j)) {
                boolean begins = i == 0
                        || j == 0
                        || usedSuspect[i - 1]
                        || usedReference[j - 1]
                        || suspect.hash[i - 1] != reference.hash[j - 1];
                if (begins) {
                    int length = 0;
                    while (i + length < suspect.size
                            && j + length < reference.size
                            && !usedSuspect[i + length]
                            && !usedReference[j + length]
                            && suspect.hash[i + length] == reference.hash[j + length]) {
                        length++;
                    }
                    if (length >= TILE) {
                        out.add(new Tile(i, j, length));
                    }
                }
            }
        }
        return out;
    }
}
