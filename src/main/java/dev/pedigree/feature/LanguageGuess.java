package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * The likely language of a text, by which language's function words it has most of among its first words. A coarse guess for
 * telling corpora apart, not a language identifier: short texts and close relatives are often mistaken.
 */
final class LanguageGuess {
    /** What is said where nothing tells. */
    static final String UNKNOWN = "und";

    private static final int TOKENS = 120; // fewer than a byte can count

    private LanguageGuess() {}

    /** A BCP 47 tag, or {@value #UNKNOWN} where fewer than two function words of any language stand. */
    static String of(TextScanner text, WordClasses classes) {
        classes.prepare(text);
        long[] votes = new long[FunctionWords.VOTES]; // a byte for each language, eight added at once
        for (int i = 0; i < classes.functionWords() && classes.token(i) < TOKENS; i++) {
            for (int eight = 0; eight < votes.length; eight++) {
                votes[eight] += FunctionWords.votes(classes.id(i), eight);
            }
        }
        int best = 0;
        int most = 0;
        for (int language = 0; language < FunctionWords.languages().size(); language++) {
            int has = (int) (votes[language / Long.BYTES] >>> 8 * (language % Long.BYTES) & 0xff);
            if (has > most) {
                best = language;
                most = has;
            }
        }
        return most < 2 ? UNKNOWN : FunctionWords.languages().get(best);
    }
}
