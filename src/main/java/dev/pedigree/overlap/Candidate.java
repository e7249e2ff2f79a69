package dev.pedigree.overlap;

/**
 * A match before it has a p-value and offsets.
 *
 * @param segment the segment of the reference answer
 * @param answer its ordinal there
 * @param model the ordinal of its model
 * @param kind how the pieces agree
 * @param suspectFrom the first token in the suspect answer; of words or of code, by the kind
 * @param suspectTo after the last one
 * @param referenceFrom the first token in the reference answer
 * @param referenceTo after the last one
 * @param words what is left after subtraction
 * @param score how much speaks for a copy, among matches of its kind
 * @param rarity how many models hold half of it
 */
record Candidate(
        int segment,
        int answer,
        int model,
        OverlapMatch.Kind kind,
        int suspectFrom,
        int suspectTo,
        int referenceFrom,
        int referenceTo,
        int words,
        double score,
        int rarity) {}
