package dev.pedigree.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of words of the data files, folded; a star stands for any letters before or after: {@code chatbot*}, {@code *team*}. */
final class Words {
    private final Set<String> whole = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<String> endings = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();

    void add(String pattern) {
        String folded = Letters.fold(pattern);
        boolean before = folded.startsWith("*");
        boolean after = folded.length() > 1 && folded.endsWith("*");
        String letters = folded.substring(before ? 1 : 0, folded.length() - (after ? 1 : 0));
        if (letters.isEmpty() || letters.indexOf('*') >= 0) {
            throw new IllegalStateException("no word with a star before or after it: " + pattern);
        }
        if (before && after) {
            parts.add(letters);
        } else if (before) {
            endings.add(letters);
        } else if (after) {
            beginnings.add(letters);
        } else {
            whole.add(letters);
        }
    }

    /** Whether a word, folded, is one of the list. */
    boolean has(String word) {
        if (whole.contains(word)) {
            return true;
        }
        for (String beginning : beginnings) {
            if (word.startsWith(beginning)) {
                return true;
            }
        }
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        for (String part : parts) {
            if (word.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
