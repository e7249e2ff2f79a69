package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import java.util.function.IntPredicate;

/** Finds the words behind hashed features, for a dictionary of short phrases. Holds scratch space; not safe to share between threads. */
public final class PhraseFinder {
    /** The longest phrases that are found, in tokens: long enough to show a habit, too short to hold a sentence. */
    public static final int LONGEST = 4;

    private final TextScanner scanner = new TextScanner();
    private final FeatureExtractor extractor = new FeatureExtractor();
    private final FeatureBuffer buffer = FeatureBuffer.withPlaces();

    /** Receives phrases. */
    @FunctionalInterface
    public interface Sink {
        /**
         * A feature was seen.
         *
         * @param feature its id
         * @param place where it stands
         * @param phrase its words in lower case
         * @param at where in the text it starts, in UTF-16 units
         */
        void accept(int feature, PhrasePlace place, String phrase, int at);
    }

    /** A finder. */
    public PhraseFinder() {}

    /**
     * Reads a text; what was read before is forgotten.
     *
     * @param text the text
     */
    public void read(String text) {
        scanner.scan(text);
    }

    /**
     * Finds phrases of the text that was read last.
     *
     * @param family {@link FeatureFamily#OPENING}, {@link FeatureFamily#STARTS} or {@link FeatureFamily#LINES}
     * @param wanted tells which features are wanted
     * @param sink receives them, each as often as it occurs
     */
    public void find(FeatureFamily family, IntPredicate wanted, Sink sink) {
        if (family != FeatureFamily.OPENING && family != FeatureFamily.STARTS && family != FeatureFamily.LINES) {
            throw new IllegalArgumentException("the features of " + family + " are no phrases");
        }
        buffer.clear();
        extractor.extract(family, scanner, buffer);
        for (int i = 0; i < buffer.size(); i++) {
            if (wanted.test(buffer.id(i))) {
                PhrasePlace place = place(family, i);
                // of openings, the prefix, the token and the pair that start at each of the first tokens stand in this
                // order
                boolean longer = place == PhrasePlace.OPENING && i / 3 >= LONGEST;
                if (!longer) {
                    sink.accept(buffer.id(i), place, buffer.phrase(i, scanner).strip(), buffer.from(i));
                }
            }
        }
    }

    private static PhrasePlace place(FeatureFamily family, int index) {
        return switch (family) {
            case STARTS -> PhrasePlace.SENTENCE_START;
            case LINES -> PhrasePlace.LINE_START;
            default -> index % 3 == 0 ? PhrasePlace.OPENING : PhrasePlace.FIRST_WORDS;
        };
    }
}
