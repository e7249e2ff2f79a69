package dev.pedigree.overlap;

import dev.pedigree.corpus.Message;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.internal.DataLines;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The tokens of an answer that say nothing about where it came from, whoever else writes them: words of the prompt, quotations
 * that the prompt asks for, boilerplate, and what the answer repeats.
 */
final class Background {
    /** Tokens in a row that must stand in the prompt. */
    private static final int PROMPT_RUN = 3;

    private static final int BOILERPLATE_RUN = 5;
    private static final int CODE_RUN = 4;
    /** Tokens in a row that the answer says again. */
    private static final int REPEAT = 8;

    /** Where the scripts begin that put no blanks between words; no letter of Europe stands so far behind. */
    private static final char FIRST_ASIAN = '\u1100';

    private static final long[] BOILERPLATE = boilerplate();

    /** Words of a prompt that asks for somebody else's words. */
    private static final List<String> QUOTING = DataLines.of(Background.class, "quoting.txt");

    private static final long[] QUOTING_WORDS = QUOTING.stream()
            .filter(cue -> cue.charAt(0) < FIRST_ASIAN)
            .mapToLong(cue -> Words.of(cue).hash[0])
            .sorted()
            .toArray();

    /** Those of languages that put no blanks between words. */
    private static final List<String> QUOTING_CHARACTERS =
            QUOTING.stream().filter(cue -> cue.charAt(0) >= FIRST_ASIAN).toList();

    private Background() {}

    /** The words of an answer that are background. */
    static BitSet words(Prompt prompt, String answer, TokenStream words) {
        BitSet mask = new BitSet(words.size);
        boolean quoting = false;
        for (Message message : prompt.messages()) {
            TokenStream asked = Words.of(message.text());
            markRuns(words, runs(asked, PROMPT_RUN), PROMPT_RUN, mask);
            quoting |= asksForQuotation(message.text(), asked);
        }
        markRuns(words, BOILERPLATE, BOILERPLATE_RUN, mask);
        markRepeats(words, mask);
        if (quoting) {
            markQuotations(answer, words, mask);
        }
        return mask;
    }

    /** The tokens of the programs in an answer that stand in the prompt as well, names and all. */
    static BitSet code(Prompt prompt, TokenStream code) {
        BitSet mask = new BitSet(code.size);
        for (Message message : prompt.messages()) {
            TokenStream asked = CodeTokens.everything(message.text());
            markRuns(spelled(code), runs(spelled(asked), CODE_RUN), CODE_RUN, mask);
        }
        return mask;
    }

    /** The same tokens, with words told apart by their spelling. */
    private static TokenStream spelled(TokenStream code) {
        TokenStream out = new TokenStream();
        for (int i = 0; i < code.size; i++) {
            out.add(code.name[i] != 0 ? code.name[i] : code.hash[i], code.start[i], code.end[i], 2);
        }
        return out;
    }

    private static long[] runs(TokenStream tokens, int length) {
        long[] grams = new Winnowing(length, 1).grams(tokens);
        Arrays.sort(grams);
        return grams;
    }

    private static void markRuns(TokenStream tokens, long[] sorted, int length, BitSet mask) {
        if (sorted.length == 0) {
            return;
        }
        long[] grams = new Winnowing(length, 1).grams(tokens);
        for (int i = 0; i < grams.length; i++) {
            if (Arrays.binarySearch(sorted, grams[i]) >= 0) {
                mask.set(i, i + length);
            }
        }
    }

    /** Marks what the answer has said before: a loop of a few words says no more the longer it goes on. */
    private static void markRepeats(TokenStream words, BitSet mask) {
        long[] grams = new Winnowing(REPEAT, 1).grams(words);
        Shingles places = new Shingles(grams);
        for (int i = 0; i < grams.length; i++) {
            if (places.first(grams[i]) < i) {
                mask.set(i, i + REPEAT);
            }
        }
    }

    private static boolean asksForQuotation(String prompt, TokenStream asked) {
        for (int i = 0; i < asked.size; i++) {
            if (Arrays.binarySearch(QUOTING_WORDS, asked.hash[i]) >= 0) {
                return true;
            }
        }
        return QUOTING_CHARACTERS.stream().anyMatch(prompt::contains);
    }

    /** Marks what stands in quotation marks or in a block quotation. */
    private static void markQuotations(String answer, TokenStream words, BitSet mask) {
        int open = -1;
        char close = 0;
        boolean lineStart = true;
        for (int i = 0; i < answer.length(); i++) {
            char c = answer.charAt(i);
            if (lineStart && c == '>') {
                int eol = answer.indexOf('\n', i);
                mark(words, i, eol < 0 ? answer.length() : eol, mask);
            }
            lineStart = c == '\n' || (lineStart && c == ' ');
            if (open >= 0) {
                if (c == close) {
                    mark(words, open, i, mask);
                    open = -1;
                } else if (c == '\n' && i + 1 < answer.length() && answer.charAt(i + 1) == '\n') {
                    open = -1;
                }
            } else {
                int kind = "\"\u201c\u00ab\u300c\u300e".indexOf(c);
                if (kind >= 0) {
                    open = i;
                    close = "\"\u201d\u00bb\u300d\u300f".charAt(kind);
                }
            }
        }
    }

    private static void mark(TokenStream words, int from, int to, BitSet mask) {
        int first = Arrays.binarySearch(words.start, 0, words.size, from);
        for (int i = first < 0 ? -first - 1 : first; i < words.size && words.end[i] <= to; i++) {
            mask.set(i);
        }
    }

    private static long[] boilerplate() {
        return DataLines.of(Background.class, "boilerplate.txt").stream()
                .flatMapToLong(phrase -> Arrays.stream(runs(Words.of(phrase), BOILERPLATE_RUN)))
                .sorted()
                .toArray();
    }
}
