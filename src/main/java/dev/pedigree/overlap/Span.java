package dev.pedigree.overlap;

/**
 * A run of equal tokens of a suspect answer and a reference answer that cannot be made longer.
 *
 * @param segment the segment that holds the reference answer
 * @param answer its ordinal there
 * @param model the ordinal of its model in the index
 * @param suspect the first token in the suspect answer
 * @param reference the first token in the reference answer
 * @param length how many tokens
 */
record Span(int segment, int answer, int model, int suspect, int reference, int length) {
    int suspectEnd() {
        return suspect + length;
    }

    /** The reference answer as a key. */
    long document() {
        return (long) segment << 32 | answer;
    }
}
