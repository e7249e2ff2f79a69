package dev.pedigree.corpus;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

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

    /**
     * This corpus taken apart by the models that its responses name.
     *
     * @return a corpus for each model, named after it, sorted by name; responses that name no model stay under this corpus's name
     */
    public List<Corpus> byModel() {
        TreeMap<String, List<Response>> parts = new TreeMap<>();
        for (Response response : responses) {
            String model = response.model().isEmpty() ? name : response.model();
            parts.computeIfAbsent(model, key -> new ArrayList<>()).add(response);
        }
        List<Corpus> corpora = new ArrayList<>();
        parts.forEach((model, part) -> corpora.add(Corpus.of(model, part)));
        return List.copyOf(corpora);
    }
}
