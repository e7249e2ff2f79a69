package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

/**
 * One answer of a model, with what is known about how it came to be.
 *
 * @param id the record's name in its source; where the prompt is unknown, equal ids mean equal prompts
 * @param prompt what was asked
 * @param text the answer, unchanged but for what the reader cut at a leaked control token; reasoning is not part of it
 * @param reasoning the reasoning before the answer; empty where there is none
 * @param model the model's name as the source gives it; empty where it gives none
 * @param language a BCP 47 tag as the source gives it; empty where it gives none
 * @param sample the ordinal among several answers to the same prompt, from 0
 * @param finish why the answer ends
 * @param source where it was read
 */
public record Response(
        String id,
        Prompt prompt,
        String text,
        String reasoning,
        String model,
        String language,
        int sample,
        FinishReason finish,
        Source source) {

    /** Checks that nothing is missing. */
    public Response {
        requireNonNull(id, "id");
        requireNonNull(prompt, "prompt");
        requireNonNull(text, "text");
        requireNonNull(reasoning, "reasoning");
        requireNonNull(model, "model");
        requireNonNull(language, "language");
        requireNonNull(finish, "finish");
        requireNonNull(source, "source");
        if (sample < 0) {
            throw new IllegalArgumentException("sample must be >= 0, got " + sample);
        }
    }

    /**
     * An answer to a question, with nothing else known.
     *
     * @param id the record's name
     * @param prompt the question
     * @param text the answer
     * @return the response
     */
    public static Response of(String id, String prompt, String text) {
        return new Response(id, Prompt.of(prompt), text, "", "", "", 0, FinishReason.UNKNOWN, Source.NONE);
    }

    /**
     * The key by which the same question is known in other corpora: the prompt's key, or a hash of the id where the prompt is
     * unknown.
     *
     * @return the key; equal for equal questions
     * @see Prompt#key()
     */
    public long promptKey() {
        return prompt.isKnown() ? prompt.key() : Prompt.fingerprint("id:" + id);
    }
}
