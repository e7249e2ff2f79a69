package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The responses of one model, in the order in which they were read.
 *
 * @param name what the corpus is called in reports: the file's or folder's name without its ending, unless the caller says
 *     otherwise
 * @param responses the responses
 * @param summary what was read, collapsed, cut and skipped
 */
public record Corpus(String name, List<Response> responses, ReadSummary summary) {
    /** Copies the list. */
    public Corpus {
        requireNonNull(name, "name");
        requireNonNull(summary, "summary");
        responses = List.copyOf(responses);
    }

    /**
     * A corpus of responses that were not read from files.
     *
     * @param name what it is called in reports
     * @param responses the responses
     * @return the corpus
     */
    public static Corpus of(String name, List<Response> responses) {
        return new Corpus(name, responses, ReadSummary.of(responses));
    }
}
