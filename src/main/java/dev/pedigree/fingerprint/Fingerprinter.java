package dev.pedigree.fingerprint;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureBuffer;
import dev.pedigree.feature.FeatureExtractor;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.NgramSample;
import dev.pedigree.text.TextScanner;

/**
 * Makes fingerprints. Immutable; its accumulators are not.
 *
 * <pre>{@code
 * Fingerprint print = Fingerprinter.withDefaults().fingerprint(corpus);
 * }</pre>
 */
public final class Fingerprinter {
    private static final Fingerprinter DEFAULTS = new Fingerprinter(FingerprintScheme.V1, TextPart.ANSWER);

    private final FingerprintScheme scheme;
    private final TextPart part;

    private Fingerprinter(FingerprintScheme scheme, TextPart part) {
        this.scheme = scheme;
        this.part = part;
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
        return new Fingerprinter(scheme, requireNonNull(newPart, "newPart"));
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
        return new Accumulator(scheme, part, requireNonNull(name, "name"));
    }

    /** Counts responses one by one, in any order. Not safe to share between threads: give each its own and merge. */
    public static final class Accumulator {
        private final FingerprintScheme scheme;
        private final TextPart part;
        private final String name;
        private final ProfileBuilder profile = new ProfileBuilder();
        private final TextScanner scanner = new TextScanner();
        private final FeatureExtractor extractor = new FeatureExtractor();
        private final FeatureBuffer features = FeatureBuffer.ofIds();
        private final NgramSample sample = new NgramSample();
        private final FeatureFamily[] families = FeatureFamily.values();
        private final CountTable[] tables = new CountTable[families.length];
        private final int[] blockResponses = new int[FingerprintScheme.BLOCKS];
        private final PromptSketches.Builder sketches = new PromptSketches.Builder();

        private Accumulator(FingerprintScheme scheme, TextPart part, String name) {
            this.scheme = scheme;
            this.part = part;
            this.name = name;
            for (FeatureFamily family : families) {
                tables[family.ordinal()] = new CountTable(scheme.blocks(family), family.bits());
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
            int block = scheme.blockOf(key);
            blockResponses[block] = CountRows.saturated(blockResponses[block], 1);
            scanner.scan(part == TextPart.ANSWER ? response.text() : response.reasoning());
            boolean looping = Loops.endsInOne(scanner);
            profile.add(response, scanner, looping);
            FinishReason finish = response.finish();
            boolean complete = !looping && (finish == FinishReason.STOP || finish == FinishReason.UNKNOWN);
            for (FeatureFamily family : families) {
                if (family != FeatureFamily.CLOSING || complete) {
                    extractor.extract(family, scanner, features);
                    tables[family.ordinal()].add(block & (scheme.blocks(family) - 1), features);
                }
            }
            sample.take(scanner);
            sketches.add(key, 1, sample.ngrams(), sample.values());
        }

        /**
         * The fingerprint of all responses so far; more may be added afterwards.
         *
         * @return the fingerprint
         */
        public Fingerprint fingerprint() {
            CountRows[] rows = new CountRows[tables.length];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = tables[i].rows();
            }
            return new Fingerprint(scheme, part, name, profile.build(), blockResponses.clone(), rows, sketches.build());
        }
    }
}
