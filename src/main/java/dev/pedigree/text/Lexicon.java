package dev.pedigree.text;

import dev.pedigree.internal.DataLines;
import java.util.Arrays;

/**
 * A set of short words by the hash of their units, for finding the longest that stands at a place.
 */
final class Lexicon {
    private final long[] slots; // 0 is empty
    private final int longest;

    private Lexicon(String[] words) {
        slots = new long[Integer.highestOneBit(words.length) * 4];
        int max = 0;
        for (String word : words) {
            max = Math.max(max, word.length());
            long hash = TokenHash.of(word);
            int at = (int) (hash >>> 40) & (slots.length - 1);
            while (slots[at] != 0 && slots[at] != hash) {
                at = (at + 1) & (slots.length - 1);
            }
            slots[at] = hash;
        }
        longest = max;
    }

    /** A list of the resource {@code words.txt} by its name. */
    static Lexicon named(String name) {
        return DataLines.of(Lexicon.class, "words.txt").stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(name))
                .findFirst()
                .map(words -> new Lexicon(Arrays.copyOfRange(words, 1, words.length)))
                .orElseThrow(() -> new IllegalStateException("words.txt has no list " + name));
    }

    boolean contains(long hash) {
        int at = (int) (hash >>> 40) & (slots.length - 1);
        while (slots[at] != 0) {
            if (slots[at] == hash) {
                return true;
            }
            at = (at + 1) & (slots.length - 1);
        }
        return false;
    }

    /** The length of the longest word that starts at {@code from} and ends at or before {@code end}; 0 if there is none. */
    int longestAt(char[] text, int from, int end) {
        int limit = Math.min(longest, end - from);
        int found = 0;
        long hash = TokenHash.SEED;
        for (int length = 1; length <= limit; length++) {
            hash = TokenHash.step(hash, UnicodeTables.lower(text[from + length - 1]));
            if (contains(TokenHash.finish(hash))) {
                found = length;
            }
        }
        return found;
    }

    /** The length of the longest word that ends at {@code end} and starts at or after {@code from}; 0 if there is none. */
    int longestBefore(char[] text, int from, int end) {
        for (int length = Math.min(longest, end - from); length > 0; length--) {
            long hash = TokenHash.SEED;
            for (int i = end - length; i < end; i++) {
                hash = TokenHash.step(hash, UnicodeTables.lower(text[i]));
            }
            if (contains(TokenHash.finish(hash))) {
                return length;
            }
        }
        return 0;
    }
}
