package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.CorpusProfile;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Measure;
import dev.pedigree.fingerprint.Script;
import dev.pedigree.internal.DataLines;
import dev.pedigree.stats.ProportionInterval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** How answers end: how many of them, of those that ended by themselves, with what share of their words in running text. */
record Endings(long unfinished, long answers, double running) {
    private static final double LEVEL = 0.95;
    /** Words on which no sentence ends. */
    private static final List<String> UNFINISHED = DataLines.of(Endings.class, "unfinished.txt");

    static Endings of(Fingerprint print) {
        Map<String, Integer> ids = FunctionWordRates.ids();
        long unfinished = 0;
        long words = 0;
        for (String word : UNFINISHED) {
            unfinished += count(print.counts(FeatureFamily.CLOSING), FeatureFamily.lastToken(word));
            words += count(print.counts(FeatureFamily.FUNCTION_WORDS), requireNonNull(ids.get(word)));
        }
        CorpusProfile profile = print.profile();
        long ended = print.responses();
        for (Measure not : List.of(Measure.EMPTY, Measure.TRUNCATED, Measure.INTERRUPTED, Measure.LOOPING)) {
            ended -= profile.count(not);
        }
        long all = 0;
        for (Script script : Script.values()) {
            all += profile.words(script);
        }
        return new Endings(unfinished, Math.max(unfinished, ended), all == 0 ? 0 : (double) words / all);
    }

    /** The share of the answers that break off within a sentence. */
    double share() {
        return running == 0 || answers == 0 ? 0 : Math.min(1, unfinished / (answers * running));
    }

    /** The lower end of its interval. */
    double lowest() {
        return running == 0 || answers == 0
                ? 0
                : Math.min(
                        1,
                        ProportionInterval.WILSON.of(unfinished, answers, LEVEL).low() / running);
    }

    private static long count(BlockCounts counts, int feature) {
        long sum = 0;
        for (int b = 0; b < counts.blocks(); b++) {
            int at = Arrays.binarySearch(counts.features(b), feature);
            sum += at < 0 ? 0 : counts.counts(b)[at];
        }
        return sum;
    }
}
