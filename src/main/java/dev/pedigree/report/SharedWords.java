package dev.pedigree.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * The words that two pieces of text share in the same order: a longest common subsequence (Wagner and Fischer, J. ACM 21, 1974,
 * doi:10.1145/321796.321811) of words; characters of scripts without spaces are words.
 */
final class SharedWords {
    private static final int MOST = 400;

    /**
     * A piece of a text.
     *
     * @param text its characters
     * @param shared whether it stands in the other text, too
     */
    record Piece(String text, boolean shared) {}

    private SharedWords() {}

    /** The pieces of the first text; together they are the text, up to its 400th word. */
    static List<Piece> pieces(String text, String other) {
        List<int[]> words = words(text);
        List<int[]> others = words(other);
        BitSet shared = shared(text, words, other, others);
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int w = 0; w < words.size(); ) {
            int last = w;
            while (last + 1 < words.size() && shared.get(last + 1) == shared.get(w)) {
                last++;
            }
            if (shared.get(w)) {
                if (words.get(w)[0] > from) {
                    pieces.add(new Piece(text.substring(from, words.get(w)[0]), false));
                }
                from = words.get(last)[1];
                pieces.add(new Piece(text.substring(words.get(w)[0], from), true));
            }
            w = last + 1;
        }
        int end = words.size() == MOST ? words.get(MOST - 1)[1] : text.length();
        if (end > from) {
            pieces.add(new Piece(text.substring(from, end), false));
        }
        return pieces;
    }

    private static BitSet shared(String text, List<int[]> words, String other, List<int[]> others) {
        List<String> left = keys(text, words);
        List<String> right = keys(other, others);
        int[][] longest = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                longest[i][j] = left.get(i).equals(right.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : StrictMath.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        BitSet shared = new BitSet();
        int j = 0;
        for (int i = 0; i < left.size() && j < right.size(); ) {
            if (left.get(i).equals(right.get(j))) {
                shared.set(i++);
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    private static List<String> keys(String text, List<int[]> words) {
        return words.stream()
                .map(w -> text.substring(w[0], w[1]).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length() && words.size() < MOST; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean alone = c >= 0x2E80 && c <= 0xD7FF;
            boolean inside =
                    !alone && (c >= 0x80 || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z');
            if (!inside && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            }
            if (alone) {
                words.add(new int[] {i, i + 1});
            } else if (inside && start < 0) {
                start = i;
            }
        }
        return words;
    }
}
