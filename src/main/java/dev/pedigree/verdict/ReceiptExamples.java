package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.PhraseFinder;
import dev.pedigree.feature.PhrasePlace;
import dev.pedigree.verdict.Receipt.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds the places in a suspect's answers where it shows the habits of its receipts. */
final class ReceiptExamples {
    private static final int EACH = 2;
    private static final int LONGEST = 160;
    private static final List<FeatureFamily> FAMILIES =
            List.of(FeatureFamily.OPENING, FeatureFamily.STARTS, FeatureFamily.LINES);

    private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]+");

    private final PhraseFinder finder = new PhraseFinder();
    private final Map<String, Sought> sought = new HashMap<>(); // by place and words

    /** A habit of which examples are sought; every text that shows it holds its longest word of plain letters, which may be empty. */
    private record Sought(String longestWord, List<Example> examples) {
        static Sought of(String phrase) {
            String longest = "";
            for (String word : NO_LETTERS.split(phrase)) {
                longest = word.length() > longest.length() ? word : longest;
            }
            return new Sought(longest, new ArrayList<>());
        }

        boolean maybeIn(String lower) {
            return examples.size() < EACH && lower.contains(longestWord);
        }

        boolean lacks(String id) {
            return examples.size() < EACH
                    && (examples.isEmpty()
                            || !examples.get(examples.size() - 1).id().equals(id));
        }
    }

    private ReceiptExamples(List<Receipt> receipts) {
        for (Receipt receipt : receipts) {
            sought.put(key(receipt.kind(), receipt.phrase()), Sought.of(receipt.phrase()));
        }
    }

    /**
     * Receipts with examples.
     *
     * @param receipts habits of a suspect
     * @param corpus its answers
     * @return the receipts, in the same order
     */
    static List<Receipt> of(List<Receipt> receipts, Corpus corpus) {
        ReceiptExamples examples = new ReceiptExamples(receipts);
        for (Response response : corpus.responses()) {
            // most answers show none of those that still lack examples, and need not be taken apart
            String lower = response.text().toLowerCase(Locale.ROOT);
            if (examples.sought.values().stream().anyMatch(habit -> habit.maybeIn(lower))) {
                examples.search(response);
            }
        }
        return receipts.stream()
                .map(r -> r.withExamples(requireNonNull(examples.sought.get(key(r.kind(), r.phrase())))
                        .examples()))
                .toList();
    }

    private void search(Response response) {
        finder.read(response.text());
        for (FeatureFamily family : FAMILIES) {
            finder.find(family, id -> true, (id, place, words, at) -> {
                Sought habit = sought.get(key(place.title(), words));
                if (habit != null && habit.lacks(response.id())) {
                    int from = place == PhrasePlace.FIRST_WORDS ? 0 : at;
                    habit.examples()
                            .add(new Example(response.id(), passage(response.text(), from, at + words.length())));
                }
            });
        }
    }

    /** What stands from one place on to the end of the sentence or line that holds another, and no more than a few words. */
    private static String passage(String text, int from, int atLeast) {
        int most = Math.min(text.length(), from + LONGEST);
        int end = Math.min(most, atLeast);
        while (end < most && !endsSentence(text, end)) {
            end++;
        }
        if (end < text.length() && end == most && !endsSentence(text, end)) {
            while (end > atLeast && end > from + 1 && text.charAt(end - 1) != ' ') {
                end--;
            }
            return text.substring(from, end).strip() + " …";
        }
        return text.substring(from, end).strip();
    }

    private static boolean endsSentence(String text, int at) {
        char last = text.charAt(at - 1);
        return text.charAt(at) == '\n'
                || last == '。'
                || last == '！'
                || last == '？'
                || text.charAt(at) == ' ' && (last == '.' || last == '!' || last == '?');
    }

    private static String key(String place, String words) {
        return place + '\n' + words;
    }
}
