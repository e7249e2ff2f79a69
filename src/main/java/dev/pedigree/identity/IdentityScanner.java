package dev.pedigree.identity;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the sentences in which a model says, or denies, who it is. Immutable and safe to share; the same response gives the same
 * claims on every JDK.
 *
 * <pre>{@code
 * List<IdentityClaim> claims = IdentityScanner.withDefaults().scan(Response.of("1", "Who are you?", "I am Claude."));
 * }</pre>
 */
public final class IdentityScanner {
    private static final IdentityScanner DEFAULT = new IdentityScanner(new TreeSet<>());

    private final Set<String> own;

    private IdentityScanner(Set<String> own) {
        this.own = own;
    }

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

    /**
     * A scanner that knows whose model the suspect is: a model that claims to be itself leaks nothing. Such claims are still found, and
     * left out of the evidence.
     *
     * @param vendors ids of the lexicon, such as {@code meta}
     * @return the scanner
     * @throws IllegalArgumentException if the lexicon does not hold one of them
     */
    public IdentityScanner withOwnVendors(Collection<String> vendors) {
        for (String vendor : vendors) {
            if (!Grammar.instance().hasVendor(vendor)) {
                throw new IllegalArgumentException("unknown vendor " + vendor + "; expected one of " + vendors());
            }
        }
        return new IdentityScanner(new TreeSet<>(vendors));
    }

    /**
     * The vendors that the lexicon knows.
     *
     * @return their ids in the order of the lexicon
     */
    public static List<String> vendors() {
        return Grammar.instance().vendorIds();
    }

    /**
     * A count to which responses are given one by one.
     *
     * @return a new tally
     */
    public IdentityTally tally() {
        return new IdentityTally(own);
    }

    /**
     * The claims of a corpus, counted and weighed.
     *
     * @param corpus responses of one model
     * @return the finding
     */
    public IdentityFinding examine(Corpus corpus) {
        IdentityTally tally = tally();
        for (Response response : corpus.responses()) {
            tally.add(response);
        }
        return tally.finding();
    }
}
