package dev.pedigree.fingerprint;

import dev.pedigree.text.TextScanner;

/** Tells answers that end in a loop: the same tokens at least four times over, and at least forty tokens of them. */
final class Loops {
    private static final int LONGEST_PERIOD = 128;
    private static final int TIMES = 4;
    private static final int TOKENS = 40;

    private Loops() {}

    static boolean endsInOne(TextScanner text) {
        int count = text.tokens();
        for (int period = 1; period <= LONGEST_PERIOD && TIMES * period <= count; period++) {
            int needed = Math.max(TOKENS, TIMES * period);
            // the last token may be cut, so the comparison starts one before it
            int at = count - 2;
            while (at >= period && text.hash(at) == text.hash(at - period)) {
                at--;
            }
            if (count - 2 - at + period >= needed) {
                return true;
            }
        }
        return false;
    }
}
