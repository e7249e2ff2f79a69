package dev.pedigree.fingerprint;

/** What a {@link CorpusProfile} counts. The order is that of the stored form: new ones come last. */
public enum Measure {
    /** Answers of nothing but white space. */
    EMPTY,
    /** Answers that open with one of a small list of refusals. */
    REFUSED,
    /** Answers that a limit on their length ended, as far as the source says. */
    TRUNCATED,
    /** Answers that a content filter or a tool call ended, as far as the source says. */
    INTERRUPTED,
    /** Answers that end in the same tokens over and over. */
    LOOPING,
    /** Answers with a code block. */
    WITH_CODE,
    /** Answers that came with their prompt. */
    WITH_PROMPT,
    /** Answers that came with a system prompt. */
    WITH_SYSTEM_PROMPT,
    /** Answers that came with reasoning. */
    WITH_REASONING,
    /** UTF-16 units of all answers. */
    CHARACTERS,
    /** Tokens of all answers. */
    TOKENS,
    /** Sentences of all answers. */
    SENTENCES
}
