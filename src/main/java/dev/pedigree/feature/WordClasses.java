package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/** For each token of the scanned text its function word, looked up once for all families. */
final class WordClasses {
    private int[] ids = new int[1024]; // by token; -1 where it is no function word
    private long scan = -1;

    /** Looks the tokens up, unless that was done since the scanner's last scan. */
    void prepare(TextScanner text) {
        if (text.scans() == scan) {
            return;
        }
        scan = text.scans();
        int count = text.tokens();
        if (ids.length < count) {
            ids = new int[Math.max(count, 2 * ids.length)];
        }
        for (int i = 0; i < count; i++) {
            ids[i] = text.isWord(i) ? FunctionWords.idOf(text.hash(i)) : -1;
        }
    }

    int id(int token) {
        return ids[token];
    }
}
