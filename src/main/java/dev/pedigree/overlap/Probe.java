package dev.pedigree.overlap;

import dev.pedigree.corpus.Prompt;
import java.util.BitSet;

/**
 * An answer made ready to be looked up.
 *
 * @param text the answer
 * @param promptKey the key of its prompt
 * @param words its words, those of its programs among them: where programs begin and end is often lost in a copy
 * @param programWords which of them stand in programs
 * @param code the tokens of its programs
 * @param commonWords the words that are background whoever else writes them
 * @param commonCode the same of the programs
 */
record Probe(
        String text,
        long promptKey,
        TokenStream words,
        BitSet programWords,
        TokenStream code,
        BitSet commonWords,
        BitSet commonCode) {
    static Probe of(String text, Prompt prompt, long promptKey) {
        CodeBlocks blocks = CodeBlocks.of(text);
        TokenStream words = Words.of(text);
        TokenStream code = CodeTokens.of(text, blocks);
        return new Probe(
                text,
                promptKey,
                words,
                blocks.holding(words),
                code,
                Background.words(prompt, text, words),
                Background.code(prompt, code));
    }

    /** Whether more of some words stand in programs than outside. */
    boolean isMostlyProgram(BitSet some) {
        BitSet inside = (BitSet) some.clone();
        inside.and(programWords);
        return 2 * inside.cardinality() > some.cardinality();
    }
}
