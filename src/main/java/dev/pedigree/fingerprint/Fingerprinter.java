package dev.pedigree.fingerprint;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureExtractor;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.NgramSample;
import dev.pedigree.text.TextScanner;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes fingerprints. Immutable; its accumulators are not.
 *
 * <pre>{@code
 * Fingerprint print = Fingerprinter.withDefaults().fingerprint(corpus);
 * }</pre>
 */
public final class Fingerprinter {
    private static final Fingerprinter DEFAULTS =
            new Fingerprinter(FingerprintScheme.V1, TextPart.ANSWER, Integer.MAX_VALUE);

    private final FingerprintScheme scheme;
    private final TextPart part;
    private final int longest;

    private Fingerprinter(FingerprintScheme scheme, TextPart part, int longest) {
        this.scheme = scheme;
        this.part = part;
        this.longest = longest;
    }

    /**
     * The fingerprinter of answers by {@link FingerprintScheme#V1}. Reasoning is left out.
     *
     * @return the fingerprinter
     */
    public static Fingerprinter withDefaults() {
        return DEFAULTS;
    }

    /**
     * A fingerprinter of another part of the responses.
     *
     * @param newPart the part
     * @return the fingerprinter
     */
    public Fingerprinter withPart(TextPart newPart) {
        return new Fingerprinter(scheme, requireNonNull(newPart, "newPart"), longest);
    }

    /**
     * A fingerprinter that reads each text no further than some token, to compare models whose answers are of unlike lengths. Such a
     * fingerprint is for that comparison alone: nothing in it tells that answers were cut.
     *
     * @param tokens how many tokens of each text are read; at least 1
     * @return the fingerprinter
     */
    public Fingerprinter withLongest(int tokens) {
        if (tokens < 1) {
            throw new IllegalArgumentException("tokens must be at least 1, got " + tokens);
        }
        return new Fingerprinter(scheme, part, tokens);
    }

    /**
     * The fingerprint of a corpus.
     *
     * @param corpus the responses
     * @return their fingerprint, under the corpus's name
     */
    public Fingerprint fingerprint(Corpus corpus) {
        Accumulator accumulator = accumulator(corpus.name());
        for (Response response : corpus.responses()) {
            accumulator.add(response);
        }
        return accumulator.fingerprint();
    }

    /**
     * A new accumulator, for responses that come one by one.
     *
     * @param name the fingerprint's name
     * @return an accumulator without responses
     */
    public Accumulator accumulator(String name) {
        return new Accumulator(this, requireNonNull(name, "name"));
    }

    /**
     * Counts responses one by one, in any order. Holds some of them back to count those of one block together. Not safe to share
     * between threads: give each its own and merge.
     */
    public static final class Accumulator {
        /** How many UTF-16 units are held back at most, but for the last response. */
        private static final int HELD_BACK = 1 << 22;

        private final FingerprintScheme scheme;
        private final TextPart part;
        private final int longest;
        private final String name;
        private final List<List<Waiting>> waiting = new ArrayList<>(); // by block
        private long waitingUnits;
        private final ProfileBuilder profile = new ProfileBuilder();
        private final TextScanner scanner = new TextScanner();
        private final FeatureExtractor extractor = new FeatureExtractor();
        private final NgramSample sample = new NgramSample();
        private final FeatureFamily[] families;
        private final Tally[] tallies;
        private final int[] blockResponses = new int[FingerprintScheme.BLOCKS];
        private final PromptSketches.Builder sketches = new PromptSketches.Builder();

        private record Waiting(Response response, long key) {}

        private Accumulator(Fingerprinter settings, String name) {
            this.scheme = settings.scheme;
            this.part = settings.part;
            this.longest = settings.longest;
            this.name = name;
            families = scheme.families().toArray(new FeatureFamily[0]);
            tallies = new Tally[families.length];
            for (int i = 0; i < families.length; i++) {
                tallies[i] = new Tally(families[i], scheme.blocks(families[i]));
            }
            for (int block = 0; block < FingerprintScheme.BLOCKS; block++) {
                waiting.add(new ArrayList<>());
            }
        }

        /**
         * Counts a response. The closing is left out where the response did not end by itself (a limit, a filter, a tool call) or
         * ends in a loop; refusals are counted like other answers, and counted apart in the profile. Where reasoning is
         * fingerprinted, a response without it is passed over.
         *
         * @param response the response
         */
        public void add(Response response) {
            if (part == TextPart.REASONING && response.reasoning().isEmpty()) {
                return;
            }
            long key = response.promptKey();
            waiting.get(scheme.blockOf(key)).add(new Waiting(response, key));
            waitingUnits += textOf(response).length();
            if (waitingUnits > HELD_BACK) {
                countWaiting();
            }
        }

        private String textOf(Response response) {
            return part == TextPart.ANSWER ? response.text() : response.reasoning();
        }

        private void countWaiting() {
            for (int i = 0; i < FingerprintScheme.BLOCKS; i++) {
                // blocks that fall together in a family with fewer of them come one after the other
                int block = Integer.reverse(i) >>> 27;
                for (Waiting next : waiting.get(block)) {
                    count(next.response, next.key, block);
                }
                waiting.get(block).clear();
            }
            waitingUnits = 0;
        }

        private void count(Response response, long key, int block) {
            blockResponses[block] = CountRows.saturated(blockResponses[block], 1);
            scanner.scan(textOf(response));
            if (scanner.tokens() > longest) {
                scanner.scan(textOf(response).substring(0, scanner.end(longest - 1)));
            }
            boolean looping = Loops.endsInOne(scanner);
            profile.add(response, scanner, extractor, looping);
            FinishReason finish = response.finish();
            boolean complete = !looping && (finish == FinishReason.STOP || finish == FinishReason.UNKNOWN);
            for (int i = 0; i < families.length; i++) {
                if (families[i] == FeatureFamily.WORDS) {
                    extractor.extractWords(scanner, tallies[i].open(block), sample);
                } else if (complete || families[i] != FeatureFamily.CLOSING) {
                    extractor.extract(families[i], scanner, tallies[i].open(block));
                }
            }
            sketches.add(key, 1, sample.ngrams(), sample.values());
        }

        /**
         * The fingerprint of all responses so far; more may be added afterwards.
         *
         * @return the fingerprint
         */
        public Fingerprint fingerprint() {
            countWaiting();
            CountRows[] rows = new CountRows[tallies.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = tallies[i].rows();
            }
            return new Fingerprint(scheme, part, name, profile.build(), blockResponses.clone(), rows, sketches.build());
        }
    }
}
