package dev.pedigree.overlap;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A piece of a suspect's answer that stands, verbatim or nearly, in a reference answer.
 *
 * @param suspectId the id of the suspect's answer
 * @param suspectSample its ordinal among several answers to one prompt
 * @param referenceModel the reference model
 * @param referenceId the id of the reference answer
 * @param kind how the pieces agree
 * @param samePrompt whether both answer the same prompt
 * @param suspectStart where the piece begins in the suspect's answer, in UTF-16 units from its start
 * @param suspectEnd where it ends there
 * @param referenceStart where it begins in the reference answer
 * @param referenceEnd where it ends there
 * @param words how many words agree (of programs: tokens) once the prompt's words, quotations that it asks for and boilerplate are
 *     taken away, and the most of the piece that each of two unrelated models also writes (of programs: the prompt's tokens alone);
 *     two characters of a script without spaces count as a word
 * @param rarity how many reference models hold at least half of the piece, the matched one included
 * @param pValue how often two unrelated reference models, answering the same prompt, share a piece of this kind that goes at
 *     least as far beyond what others write, or programs that are as like and as rare; in (0, 1], and empty where the references hold no such pair
 * @param quote the piece as it stands in the suspect's answer, its first {@value #LONGEST_QUOTE} UTF-16 units where it is longer
 * @param referenceQuote the piece as it stands in the reference answer, shortened likewise
 */
public record OverlapMatch(
        String suspectId,
        int suspectSample,
        String referenceModel,
        String referenceId,
        Kind kind,
        boolean samePrompt,
        int suspectStart,
        int suspectEnd,
        int referenceStart,
        int referenceEnd,
        int words,
        int rarity,
        Optional<Double> pValue,
        String quote,
        String referenceQuote) {

    /** How much of a piece is quoted, in UTF-16 units; its offsets tell where all of it stands. */
    public static final int LONGEST_QUOTE = 4000;

    /** How two pieces agree. */
    public enum Kind {
        /** Word for word; case, punctuation and layout do not count. */
        VERBATIM,
        /** With some words changed, inserted or deleted, or sentences in another order. */
        NEAR,
        /** As programs: names, literals, layout and comments do not count. */
        CODE
    }

    /** Checks that nothing is missing, and shortens the quotations: answers of a megabyte must not be kept once more for each match. */
    public OverlapMatch {
        requireNonNull(suspectId, "suspectId");
        requireNonNull(referenceModel, "referenceModel");
        requireNonNull(referenceId, "referenceId");
        requireNonNull(kind, "kind");
        quote = start(requireNonNull(quote, "quote"));
        referenceQuote = start(requireNonNull(referenceQuote, "referenceQuote"));
        if (pValue.isPresent() && !(pValue.get() > 0 && pValue.get() <= 1)) {
            throw new IllegalArgumentException("pValue must be in (0, 1]");
        }
    }

    /** The beginning of a long piece. */
    static String start(String piece) {
        if (piece.length() <= LONGEST_QUOTE) {
            return piece;
        }
        boolean splitsPair = Character.isHighSurrogate(piece.charAt(LONGEST_QUOTE - 1));
        return piece.substring(0, splitsPair ? LONGEST_QUOTE - 1 : LONGEST_QUOTE);
    }
}
