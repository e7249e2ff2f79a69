package dev.pedigree.corpus;

import java.util.List;
import java.util.TreeSet;

/**
 * What a reader made of its input, so that a user sees at once whether the logs were understood.
 *
 * @param formats the formats met, by name, sorted
 * @param responses how many responses were read
 * @param withPrompt how many of them came with their prompt
 * @param withReasoning how many of them came with reasoning
 * @param duplicates how many rows were collapsed because their tool writes the same answer more than once
 * @param cut how many answers were cut at, or freed from, control tokens of a chat template
 * @param skipped how many records were left out: those of which their tool says that they hold no answer (an error, a null, a request
 *     for log-likelihoods), and, on request, bad ones
 * @param skipReasons the first reasons for skipping, each with file and line; at most 20
 * @param models the models named in the input, sorted
 * @param digest SHA-256 of the input's bytes as they stand in the files, in reading order (questions that stand in a file of their own
 *     before the answers), in hexadecimal; empty where there was no file
 */
public record ReadSummary(
        List<String> formats,
        long responses,
        long withPrompt,
        long withReasoning,
        long duplicates,
        long cut,
        long skipped,
        List<String> skipReasons,
        List<String> models,
        String digest) {

    /** Copies the lists. */
    public ReadSummary {
        formats = List.copyOf(formats);
        skipReasons = List.copyOf(skipReasons);
        models = List.copyOf(models);
    }

    static ReadSummary of(List<Response> responses) {
        long prompts = 0;
        long reasoning = 0;
        TreeSet<String> models = new TreeSet<>();
        for (Response response : responses) {
            prompts += response.prompt().isKnown() ? 1 : 0;
            reasoning += response.reasoning().isEmpty() ? 0 : 1;
            if (!response.model().isEmpty()) {
                models.add(response.model());
            }
        }
        return new ReadSummary(
                List.of(), responses.size(), prompts, reasoning, 0, 0, 0, List.of(), List.copyOf(models), "");
    }
}
