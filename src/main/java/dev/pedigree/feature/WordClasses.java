package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * The function words of the scanned text, and its tokens with content masked, looked up once for all families. Nothing in the loop
 * branches on what a word is: that cannot be foreseen, and costs more than looking up what is not used.
 */
final class WordClasses {
    private long[] hashes = new long[1024]; // by token
    private final long[] masked = new long[MaskedWords.TOKENS]; // by token
    private int[] ids = new int[1024]; // of function words, in the order of the text
    private int[] places = new int[1024]; // their tokens
    private int count;
    private long scan = -1;

    /** Looks the words up, unless that was done since the scanner's last scan. */
    void prepare(TextScanner text) {
        if (text.scans() == scan) {
            return;
        }
        scan = text.scans();
        int tokens = text.tokens();
        if (hashes.length <= tokens) {
            int size = Math.max(tokens + 1, 2 * hashes.length);
            hashes = new long[size];
            ids = new int[size];
            places = new int[size];
        }
        for (int i = 0; i < tokens; i++) {
            hashes[i] = text.hash(i);
        }
        int maskedTokens = Math.min(MaskedWords.TOKENS, tokens);
        System.arraycopy(hashes, 0, masked, 0, maskedTokens);
        count = 0;
        for (int w = 0; w < text.words(); w++) {
            int token = text.word(w);
            int id = FunctionWords.idOf(hashes[token]);
            int content = id >> 31; // all ones where it is no function word
            // overwritten next if it is none
            ids[count] = id;
            places[count] = token;
            count += 1 + content;
            if (token < maskedTokens) {
                masked[token] = WordMasks.of(text, token) & content | hashes[token] & ~(long) content;
            }
        }
    }

    /** How many function words there are. */
    int functionWords() {
        return count;
    }

    /** Which function word it is, by its number among them. */
    int id(int index) {
        return ids[index];
    }

    /** At which token it stands. */
    int token(int index) {
        return places[index];
    }

    /** The hashes by token, for loops that do nothing else; longer than the text, and not to be changed. */
    long[] hashes() {
        return hashes;
    }

    /** The hashes of the first {@link MaskedWords#TOKENS}, those of content words and numbers replaced, see {@link WordMasks}. */
    long[] masked() {
        return masked;
    }
}
