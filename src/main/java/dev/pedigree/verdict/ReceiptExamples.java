package dev.pedigree.verdict;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.PhraseFinder;
import dev.pedigree.feature.PhrasePlace;
import dev.pedigree.verdict.Receipt.Example;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the places in a suspect's answers where it shows the habits of its receipts. */
final class ReceiptExamples {
    private static final int EACH = 2;
    private static final int LONGEST = 160;
    private static final List<FeatureFamily> FAMILIES =
            List.of(FeatureFamily.OPENING, FeatureFamily.STARTS, FeatureFamily.LINES);

    private final PhraseFinder finder = new PhraseFinder();
    private final Map<String, List<Example>> found = new HashMap<>(); // by place and words

    private ReceiptExamples(List<Receipt> receipts) {
        for (Receipt receipt : receipts) {
            found.put(key(receipt.kind(), receipt.phrase()), new ArrayList<>());
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
            if (examples.found.values().stream().allMatch(list -> list.size() == EACH)) {
                break;
            }
            examples.search(response);
        }
        return receipts.stream()
                .map(r -> r.withExamples(examples.found.getOrDefault(key(r.kind(), r.phrase()), List.of())))
                .toList();
    }

    private void search(Response response) {
        finder.read(response.text());
        for (FeatureFamily family : FAMILIES) {
            finder.find(family, id -> true, (id, place, words, at) -> {
                List<Example> list = found.get(key(place.title(), words));
                boolean wanted = list != null
                        && list.size() < EACH
                        && (list.isEmpty() || !list.get(list.size() - 1).id().equals(response.id()));
                if (wanted) {
                    int from = place == PhrasePlace.FIRST_WORDS ? 0 : at;
                    list.add(new Example(response.id(), passage(response.text(), from, at + words.length())));
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
