package dev.pedigree.feature;

import dev.pedigree.text.TextScanner;

/**
 * The likely language of a text, by which language's function words it has most of among its first words. A coarse guess for
 * telling corpora apart, not a language identifier: short texts and close relatives are often mistaken.
 */
final class LanguageGuess {
    /** What is said where nothing tells. */
    static final String UNKNOWN = "und";

    private static final int TOKENS = 120;

    private LanguageGuess() {}

    /** A BCP 47 tag, or {@value #UNKNOWN} where fewer than two function words of any language stand. */
    static String of(TextScanner text, WordClasses classes) {
        classes.prepare(text);
        int[] votes = new int[FunctionWords.languages().size()];
        for (int i = 0; i < classes.functionWords() && classes.token(i) < TOKENS; i++) {
            int bits = FunctionWords.languageBits(classes.id(i));
            while (bits != 0) {
                votes[Integer.numberOfTrailingZeros(bits)]++;
                bits &= bits - 1;
            }
        }
        int best = 0;
        for (int language = 1; language < votes.length; language++) {
            best = votes[language] > votes[best] ? language : best;
        }
        return votes[best] < 2 ? UNKNOWN : FunctionWords.languages().get(best);
    }
}
