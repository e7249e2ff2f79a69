package dev.pedigree.fingerprint;

import dev.pedigree.internal.DataLines;
import dev.pedigree.text.TextScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells answers that open with a refusal, by the openers in the resource {@code refusals.txt}. A count of them warns that two models
 * may look alike because both refuse; single answers may be judged wrongly, both ways.
 */
final class Refusals {
    /** A refusal starts among so many first words. */
    private static final int WORDS = 10;

    private static final long[][] PHRASES = phrases();

    /** A bit for the upper twelve bits of each phrase's first word: most words are none. */
    private static final long[] FIRST_WORDS = new long[1 << 6];

    static {
        for (long[] phrase : PHRASES) {
            FIRST_WORDS[(int) (phrase[0] >>> 58)] |= 1L << (phrase[0] >>> 52);
        }
    }

    private Refusals() {}

    static boolean opens(TextScanner text) {
        int words = Math.min(WORDS, text.words());
        for (int i = 0; i < words; i++) {
            int token = text.word(i);
            long hash = text.hash(token);
            if ((FIRST_WORDS[(int) (hash >>> 58)] >>> (hash >>> 52) & 1) == 1 && opensAt(text, token)) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensAt(TextScanner text, int token) {
        for (long[] phrase : PHRASES) {
            if (phrase[0] == text.hash(token) && matches(text, token, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(TextScanner text, int from, long[] phrase) {
        int matched = 0;
        for (int i = from; i < text.tokens() && matched < phrase.length; i++) {
            if (text.kind(i).isWord()) {
                if (text.hash(i) != phrase[matched]) {
                    return false;
                }
                matched++;
            } else if (text.kind(i).isLineEnd()) {
                return false;
            }
        }
        return matched == phrase.length;
    }

    private static long[][] phrases() {
        TextScanner scanner = new TextScanner();
        List<long[]> phrases = new ArrayList<>();
        for (String opener : DataLines.of(Refusals.class, "refusals.txt")) {
            scanner.scan(opener);
            long[] hashes = new long[scanner.tokens()];
            for (int i = 0; i < hashes.length; i++) {
                hashes[i] = scanner.hash(i);
            }
            phrases.add(hashes);
        }
        return phrases.toArray(new long[0][]);
    }
}
