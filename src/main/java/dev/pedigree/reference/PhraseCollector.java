package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.PhraseFinder;
import dev.pedigree.feature.PhrasePlace;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the words behind the features by which a library compares, from the texts of its models. Mutable; not safe to share between
 * threads, but collectors of several threads can be {@linkplain #merge merged}, in any order.
 */
public final class PhraseCollector {
    /** A phrase is kept where so many answers show it ... */
    static final int MIN_ANSWERS = 20;
    /** ... of so many models: what fewer share may be somebody's. */
    static final int MIN_MODELS = 5;

    private record Key(int feature, PhrasePlace place, String words) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byFeature = Integer.compare(feature, other.feature);
            int byPlace = byFeature != 0 ? byFeature : place.compareTo(other.place);
            return byPlace != 0 ? byPlace : words.compareTo(other.words);
        }
    }

    private static final class Use {
        private int answers;
        private long lastAnswer = -1; // by its number
        private String lastModel = "";
        private final Set<String> models = new HashSet<>(2); // its order is never used

        void seen(String model) {
            if (models.isEmpty() || !model.equals(lastModel)) {
                lastModel = model;
                models.add(model);
            }
        }
    }

    private record Found(Key key, int answers) {}

    private final PhraseFinder finder = new PhraseFinder();
    private final Map<FeatureFamily, int[]> vocabularies = new EnumMap<>(FeatureFamily.class);
    private final Map<FeatureFamily, Map<Key, Use>> uses =
            new EnumMap<>(FeatureFamily.class); // the inner order is never used
    private long answers;

    private PhraseCollector(ReferenceLibrary library) {
        for (FeatureSpace space : library.spaces()) {
            vocabularies.put(space.family(), space.vocabulary());
            uses.put(space.family(), new HashMap<>());
        }
    }

    /**
     * A collector for a library.
     *
     * @param library a library
     * @return a collector that has seen no texts
     */
    public static PhraseCollector of(ReferenceLibrary library) {
        return new PhraseCollector(library);
    }

    /**
     * Reads an answer.
     *
     * @param model the model whose answer it is
     * @param answer the answer
     */
    public void add(String model, String answer) {
        finder.read(answer);
        long number = answers++;
        for (Map.Entry<FeatureFamily, int[]> entry : vocabularies.entrySet()) {
            int[] vocabulary = entry.getValue();
            Map<Key, Use> book = uses.computeIfAbsent(entry.getKey(), family -> new HashMap<>());
            finder.find(entry.getKey(), id -> Arrays.binarySearch(vocabulary, id) >= 0, (id, place, words, at) -> {
                Use use = book.computeIfAbsent(new Key(id, place, words), key -> new Use());
                if (use.lastAnswer != number) {
                    use.lastAnswer = number;
                    use.answers++;
                    use.seen(model);
                }
            });
        }
    }

    /**
     * Takes over what another collector of the same library has seen.
     *
     * @param other the other collector
     */
    public void merge(PhraseCollector other) {
        other.uses.forEach((family, book) -> {
            Map<Key, Use> sums = requireNonNull(uses.get(family), "collectors of different libraries");
            book.forEach((key, use) -> {
                Use sum = sums.computeIfAbsent(key, k -> new Use());
                sum.answers += use.answers;
                sum.models.addAll(use.models);
            });
        });
    }

    /**
     * The phrases that enough answers of enough models show; of several behind one feature the commonest.
     *
     * @return the phrases
     */
    public PhraseBook phrases() {
        Map<FeatureFamily, SortedMap<Integer, PhraseBook.Phrase>> phrases = new EnumMap<>(FeatureFamily.class);
        uses.forEach((family, book) -> {
            Map<Integer, Found> commonest = new HashMap<>();
            book.forEach((key, use) -> {
                if (use.answers >= MIN_ANSWERS && use.models.size() >= MIN_MODELS) {
                    commonest.merge(key.feature, new Found(key, use.answers), PhraseCollector::commoner);
                }
            });
            SortedMap<Integer, PhraseBook.Phrase> kept = new TreeMap<>();
            commonest.forEach(
                    (feature, found) -> kept.put(feature, new PhraseBook.Phrase(found.key.place, found.key.words)));
            phrases.put(family, kept);
        });
        return new PhraseBook(phrases);
    }

    /** Of equally common ones the first in the order of keys. */
    private static Found commoner(Found a, Found b) {
        boolean first = a.answers != b.answers ? a.answers > b.answers : a.key.compareTo(b.key) < 0;
        return first ? a : b;
    }
}
