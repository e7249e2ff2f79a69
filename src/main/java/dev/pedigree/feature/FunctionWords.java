package dev.pedigree.feature;

import dev.pedigree.internal.DataLines;
import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Closed-class words of many languages: the oldest of all authorship markers (Mosteller and Wallace, "Inference in an authorship
 * problem", JASA 58, 1963, doi:10.1080/01621459.1963.10500849). A word's feature id is its place in the resource
 * {@code function-words.txt}; a word that several languages share has one id.
 */
final class FunctionWords implements Extractor {
    /** How many longs hold a byte for each language. */
    static final int VOTES = 4;

    private static final int SLOTS = 1 << 13;
    private static final int ID_BITS = 13;

    /**
     * Open addressing. A slot holds the upper 51 bits of a word's hash, one bit that tells whether another word may stand in the
     * next slot, and 1 + the word's id; 0 is empty.
     */
    private static final long[] TABLE = new long[SLOTS];

    private static final long MORE = 1L << ID_BITS - 1;
    private static long[] votes =
            new long[1024 * VOTES]; // by id, VOTES each: a byte for each language, 1 where it has the word
    private static final List<String> WORDS = new ArrayList<>();
    private static final List<String> LANGUAGES = new ArrayList<>();

    static {
        load();
    }

    private final WordClasses classes;

    FunctionWords(WordClasses classes) {
        this.classes = classes;
    }

    private static void load() {
        for (String line : DataLines.of(FunctionWords.class, "function-words.txt")) {
            String[] words = line.split(" ");
            if (LANGUAGES.size() == VOTES * Long.BYTES) {
                throw new IllegalStateException("votes have no room for " + words[0]);
            }
            for (int i = 1; i < words.length; i++) {
                put(words[i], LANGUAGES.size());
            }
            LANGUAGES.add(words[0]);
        }
    }

    private static void put(String word, int language) {
        long hash = TokenHash.of(word);
        int id = idOf(hash);
        if (id < 0) {
            id = WORDS.size();
            WORDS.add(word);
            if (VOTES * id == votes.length) {
                votes = Arrays.copyOf(votes, 2 * votes.length);
            }
            int slot = slot(hash);
            while (TABLE[slot] != 0) {
                TABLE[slot] |= MORE;
                slot = (slot + 1) & (SLOTS - 1);
            }
            TABLE[slot] = hash >>> ID_BITS << ID_BITS | id + 1;
        }
        votes[VOTES * id + language / Long.BYTES] |= 1L << 8 * (language % Long.BYTES);
    }

    private static int slot(long hash) {
        return (int) (hash >>> 45) & (SLOTS - 1);
    }

    /** The feature id of a word by its token hash, or -1. */
    static int idOf(long hash) {
        int slot = slot(hash);
        long entry = TABLE[slot];
        while ((entry ^ hash) >>> ID_BITS != 0 & (entry & MORE) != 0) {
            slot = (slot + 1) & (SLOTS - 1);
            entry = TABLE[slot];
        }
        // all ones where the entry is not this word's: no branch, as that cannot be foreseen
        long other = -((entry ^ hash) >>> ID_BITS) >> 63;
        return (int) (entry & MORE - 1) - 1 | (int) other;
    }

    /** Eight bytes of a word's votes, each 1 where a language of {@link #languages()} has the word. */
    static long votes(int id, int eight) {
        return votes[VOTES * id + eight];
    }

    static List<String> languages() {
        return LANGUAGES;
    }

    static int count() {
        return WORDS.size();
    }

    static String word(int id) {
        return WORDS.get(id);
    }

    @Override
    public void extract(TextScanner text, FeatureBuffer out) {
        classes.prepare(text);
        int count = classes.functionWords();
        out.reserve(count);
        for (int i = 0; i < count; i++) {
            out.add(classes.id(i), text, classes.token(i), classes.token(i));
        }
    }
}
