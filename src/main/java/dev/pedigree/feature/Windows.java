package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/** How much of a long answer a family looks at. */
final class Windows {
    private Windows() {}

    /** How many tokens start before a place in the text. */
    static int tokensBefore(TextScanner text, int units) {
        int count = text.tokens();
        if (text.length() <= units) {
            return count;
        }
        int low = 0;
        while (low < count) {
            int middle = (low + count) >>> 1;
            if (text.start(middle) < units) {
                low = middle + 1;
            } else {
                count = middle;
            }
        }
        return low;
    }
}
