package dev.pedigree.overlap;

import dev.pedigree.internal.SplitMix64;

/** Texts made for tests: words of invented syllables, with punctuation, the same for the same seed. */
final class Texts {
    private static final String[] SYLLABLES = {
        "ba", "ko", "ri", "ten", "lo", "mi", "sa", "vor", "du", "pel", "na", "gri", "sto", "fa", "wen", "hu", "ter",
        "zi", "qua", "ol"
    };

    private Texts() {}

    static String word(SplitMix64 random) {
        StringBuilder out = new StringBuilder();
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            out.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return out.toString();
    }

    static String prose(long seed, int words) {
        SplitMix64 random = new SplitMix64(seed);
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < words; i++) {
            out.append(word(random))
                    .append(
                            i + 1 == words
                                    ? "."
                                    : random.nextInt(9) == 0 ? ". " : random.nextInt(60) == 0 ? "\n\n" : " ");
        }
        return out.toString();
    }
}
