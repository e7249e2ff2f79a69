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
        for (int offset = -(suspect.size - 1); offset < reference.size; offset++) {
            int length = 0;
            int from = Math.max(0, -offset);
            int to = Math.min(suspect.size, reference.size - offset);
            for (int i = from; i <= to; i++) {
                boolean equal = i < to
                        && !usedSuspect[i]
                        && !usedReference[i + offset]
                        && suspect.hash[i] == reference.hash[i + offset];
                if (equal) {
                    length++;
                } else {
                    if (length >= TILE) {
                        out.add(new Tile(i - length, i - length + offset, length));
                    }
                    length = 0;
                }
            }
        }
        return out;
    }
}
