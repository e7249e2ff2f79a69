package dev.pedigree.overlap;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Twelve words and more of a suspect's answer that stand, word for word, in a reference answer and are no {@link OverlapMatch}:
 * they do not say that anything was copied, for the reason given.
 *
 * @param suspectId the id of the suspect's answer
 * @param suspectSample its ordinal among several answers to one prompt
 * @param referenceModel the reference model
 * @param referenceId the id of the reference answer
 * @param samePrompt whether both answer the same prompt
 * @param suspectStart where the span begins in the suspect's answer, in UTF-16 units from its start
 * @param suspectEnd where it ends there
 * @param referenceStart where it begins in the reference answer
 * @param referenceEnd where it ends there
 * @param words how many words it has, nothing taken away; two characters of a script without spaces count as a word
 * @param rarity how many reference models hold at least half of it, this one included
 * @param pValue how often two unrelated reference models, answering the same prompt, share a span of at least so many words; in (0, 1],
 *     and empty where the references hold no such pair
 * @param reason why it is no match
 * @param quote the span as it stands in the suspect's answer, shortened like a match's
 */
public record SharedSpan(
        String suspectId,
        int suspectSample,
        String referenceModel,
        String referenceId,
        boolean samePrompt,
        int suspectStart,
        int suspectEnd,
        int referenceStart,
        int referenceEnd,
        int words,
        int rarity,
        Optional<Double> pValue,
        Reason reason,
        String quote) {

    /** Why a span is no match. */
    public enum Reason {
        /** Fewer than eight words are left once the prompt's words, quotations that it asks for, boilerplate and repetitions are taken away. */
        OF_PROMPT,
        /**
         * Fewer words are left than two unrelated answers as alike as these, or two programs, share by chance, though nobody else
         * need write them.
         */
        TOO_SHORT,
        /** Unrelated reference models write all or most of it as well. */
        ALSO_BY_OTHERS,
        /** Models write it in answer to several prompts. */
        STOCK_PHRASE
    }

    /** Checks that nothing is missing, and shortens the quotation. */
    public SharedSpan {
        requireNonNull(suspectId, "suspectId");
        requireNonNull(referenceModel, "referenceModel");
        requireNonNull(referenceId, "referenceId");
        requireNonNull(reason, "reason");
        quote = OverlapMatch.start(requireNonNull(quote, "quote"));
        if (pValue.isPresent() && !(pValue.get() > 0 && pValue.get() <= 1)) {
            throw new IllegalArgumentException("pValue must be in (0, 1]");
        }
    }
}
