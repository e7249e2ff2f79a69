package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;
import java.util.Arrays;

/**
 * For each token of the scanned text its function word and its masked form, looked up once for all families. Words of ASCII letters
 * and digits that were met before are found in one step; a place of that memory holds the word that was put there last, so that
 * nothing but time depends on it.
 */
final class WordClasses {
    private static final int PLACES = 1 << 12;

    private int[] ids = new int[1024]; // by token; -1 where it is no function word
    private long[] hashes = new long[1024]; // by token
    private long[] masked = new long[1024]; // by token
    private long scan = -1;

    // by place, two each: the word's hash, then its function word and mask; no word has the hash 0 at place 0
    private final long[] known = new long[2 * PLACES];

    WordClasses() {
        known[0] = -1;
    }

    /** Looks the tokens up, unless that was done since the scanner's last scan. */
    void prepare(TextScanner text) {
        if (text.scans() == scan) {
            return;
        }
        scan = text.scans();
        int count = text.tokens();
        if (ids.length < count) {
            int size = Math.max(count, 2 * ids.length);
            ids = new int[size];
            hashes = new long[size];
            masked = new long[size];
        }
        for (int i = 0; i < count; i++) {
            hashes[i] = text.hash(i);
        }
        System.arraycopy(hashes, 0, masked, 0, count);
        Arrays.fill(ids, 0, count, -1);
        for (int w = 0; w < text.words(); w++) {
            int token = text.word(w);
            long hash = hashes[token];
            if (text.tail(token) == 0) {
                ids[token] = FunctionWords.idOf(hash);
                masked[token] = WordMasks.rare(text, token, ids[token]);
                continue;
            }
            int place = (int) (hash >>> 52) * 2;
            long entry = known[place] == hash ? known[place + 1] : learn(place, text, token);
            int mask = (int) (entry & 0xff);
            ids[token] = (int) (entry >> 8);
            masked[token] = mask == WordMasks.NONE ? hash : WordMasks.hash(mask);
        }
    }

    private long learn(int place, TextScanner text, int token) {
        long hash = text.hash(token);
        int id = FunctionWords.idOf(hash);
        long entry = (long) id << 8 | WordMasks.of(text, token, id);
        known[place] = hash;
        known[place + 1] = entry;
        return entry;
    }

    /** The function word that a token is, or -1. */
    int id(int token) {
        return ids[token];
    }

    /** The hashes by token, for loops that do nothing else; longer than the text, and not to be changed. */
    long[] hashes() {
        return hashes;
    }

    /** The same with content words and numbers replaced by the hash of their class, see {@link WordMasks}. */
    long[] masked() {
        return masked;
    }
}
