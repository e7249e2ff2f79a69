package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.PhrasePlace;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The words behind the common features of a library, as far as many models use them. Never a sentence: a phrase has at most four
 * tokens.
 *
 * @param phrases by family and feature id
 */
public record PhraseBook(Map<FeatureFamily, SortedMap<Integer, Phrase>> phrases) {
    /** No phrases. */
    public static final PhraseBook EMPTY = new PhraseBook(ImmutableMap.of());

    /**
     * A phrase.
     *
     * @param place where in an answer it stands
     * @param words its words in lower case, a line end written as {@code ⏎}
     */
    public record Phrase(PhrasePlace place, String words) {
        /** Checks that nothing is missing. */
        public Phrase {
            requireNonNull(place, "place");
            requireNonNull(words, "words");
        }
    }

    /** Copies the maps. */
    public PhraseBook {
        EnumMap<FeatureFamily, SortedMap<Integer, Phrase>> copy = new EnumMap<>(FeatureFamily.class);
        phrases.forEach((family, book) -> copy.put(family, Collections.unmodifiableSortedMap(new TreeMap<>(book))));
        phrases = Collections.unmodifiableMap(copy);
    }

    /**
     * The words behind a feature.
     *
     * @param family its family
     * @param feature its id
     * @return its phrase; empty where it is too rare or too long
     */
    public Optional<Phrase> phrase(FeatureFamily family, int feature) {
        return Optional.ofNullable(
                phrases.getOrDefault(family, Collections.emptySortedMap()).get(feature));
    }

    /**
     * How many phrases there are.
     *
     * @return the number over all families
     */
    public int size() {
        return phrases.values().stream().mapToInt(Map::size).sum();
    }
}
