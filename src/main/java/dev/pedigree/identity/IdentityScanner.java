package dev.pedigree.identity;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the sentences in which a model says, or denies, who it is. Immutable and safe to share; the same response gives the same
 * claims on every JDK.
 *
 * <pre>{@code
 * List<IdentityClaim> claims = IdentityScanner.withDefaults().scan(Response.of("1", "Who are you?", "I am Claude."));
 * }</pre>
 */
public final class IdentityScanner {
    private static final IdentityScanner DEFAULT = new IdentityScanner();

    private IdentityScanner() {}

    /**
     * The scanner with the lexicon and the nine languages that ship with Pedigree.
     *
     * @return the scanner
     */
    public static IdentityScanner withDefaults() {
        return DEFAULT;
    }

    /**
     * The claims of one response.
     *
     * @param response the response with its prompt and reasoning
     * @return those of the reasoning, then those of the answer, each in the order of the text
     */
    public List<IdentityClaim> scan(Response response) {
        return List.copyOf(new ResponseReader(Grammar.instance()).read(response));
    }

    /**
     * The claims of a corpus.
     *
     * @param corpus responses of one model
     * @return the claims in the order of the responses
     */
    public List<IdentityClaim> scan(Corpus corpus) {
        ResponseReader reader = new ResponseReader(Grammar.instance());
        List<IdentityClaim> claims = new ArrayList<>();
        for (Response response : corpus.responses()) {
            claims.addAll(reader.read(response));
        }
        return List.copyOf(claims);
    }
}
