package dev.pedigree.overlap;

import dev.pedigree.corpus.Prompt;
import java.util.BitSet;

/**
 * An answer made ready to be looked up.
 *
 * @param text the answer
 * @param promptKey the key of its prompt
 * @param words its words outside of programs
 * @param code the tokens of its programs
 * @param commonWords the words that are background whoever else writes them
 * @param commonCode the same of the programs
 */
record Probe(String text, long promptKey, TokenStream words, TokenStream code, BitSet commonWords, BitSet commonCode) {
    static Probe of(String text, Prompt prompt, long promptKey) {
        CodeBlocks blocks = CodeBlocks.of(text);
        TokenStream words = Words.outside(text, blocks);
        TokenStream code = CodeTokens.of(text, blocks);
        return new Probe(
                text, promptKey, words, code, Background.words(prompt, text, words), Background.code(prompt, code));
    }
}
