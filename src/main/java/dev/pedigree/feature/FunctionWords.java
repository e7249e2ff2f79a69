package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import dev.pedigree.text.TokenHash;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Closed-class words of many languages: the oldest of all authorship markers (Mosteller and Wallace, "Inference in an authorship
 * problem", JASA 58, 1963, doi:10.1080/01621459.1963.10500849). A word's feature id is its place in the resource
 * {@code function-words.txt}; a word that several languages share has one id.
 */
final class FunctionWords implements Extractor {
    private static final int SLOTS = 1 << 14;
    private static final long[] HASHES = new long[SLOTS]; // open addressing; 0 is empty
    private static final short[] IDS = new short[SLOTS];
    private static final int[] LANGUAGE_BITS = new int[SLOTS];
    private static final List<String> WORDS = new ArrayList<>();
    private static final List<String> LANGUAGES = new ArrayList<>();

    static {
        load();
    }

    private static void load() {
        try (InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("resource function-words.txt is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] words = line.split(" ");
                int bit = 1 << LANGUAGES.size();
                LANGUAGES.add(words[0]);
                for (int i = 1; i < words.length; i++) {
                    put(words[i], bit);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(String word, int languageBit) {
        long hash = TokenHash.of(word);
        int slot = slot(hash);
        if (HASHES[slot] == 0) {
            HASHES[slot] = hash;
            IDS[slot] = (short) WORDS.size();
            WORDS.add(word);
        }
        LANGUAGE_BITS[slot] |= languageBit;
    }

    private static int slot(long hash) {
        int at = (int) (hash >>> 45) & (SLOTS - 1);
        while (HASHES[at] != 0 && HASHES[at] != hash) {
            at = (at + 1) & (SLOTS - 1);
        }
        return at;
    }

    /** The feature id of a word by its token hash, or -1. */
    static int idOf(long hash) {
        int slot = slot(hash);
        return HASHES[slot] == 0 ? -1 : IDS[slot];
    }

    /** One bit for each language of {@link #languages()} that has the word. */
    static int languageBits(long hash) {
        return LANGUAGE_BITS[slot(hash)];
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
        int count = text.tokens();
        out.reserve(count);
        for (int i = 0; i < count; i++) {
            if (text.kind(i).isWord()) {
                int id = idOf(text.hash(i));
                if (id >= 0) {
                    out.add(id, text.start(i), text.end(i));
                }
            }
        }
    }
}
