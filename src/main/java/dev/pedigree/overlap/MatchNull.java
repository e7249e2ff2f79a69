package dev.pedigree.overlap;

import dev.pedigree.corpus.Prompt;
import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * How long the matches are between answers of unrelated reference models to one prompt: a sample of reference answers is looked up
 * as if each were a suspect's, against all models but its relatives, and each answer of those to the same prompt is a draw.
 */
final class MatchNull {
    /** Reference answers that are looked up. */
    private static final int SAMPLE = 256;

    private final int pairs;
    private final int[][] lengths;
    private final int matched;

    private MatchNull(int pairs, int matched, int[][] lengths) {
        this.pairs = pairs;
        this.matched = matched;
        this.lengths = lengths;
    }

    static MatchNull of(OverlapIndex index, Relations relations, AnswerSearch search) throws IndexFormatException {
        int kinds = OverlapMatch.Kind.values().length;
        List<List<Integer>> lengths = new ArrayList<>();
        for (int k = 0; k < kinds; k++) {
            lengths.add(new ArrayList<>());
        }
        int pairs = 0;
        int matched = 0;
        for (long address : sample(index)) {
            int s = (int) (address >>> 32);
            int answer = (int) address;
            Segment segment = index.segments().get(s);
            long key = segment.promptKey(answer);
            BitSet relatives = relations.relativesOf(index.model(s, answer));
            int draws = countAnswers(index, key, relatives);
            if (draws == 0) {
                continue;
            }
            pairs += draws;
            Probe probe = Probe.of(segment.text(answer), Prompt.of(segment.prompt(answer)), key);
            long last = -1;
            int[] best = new int[kinds];
            for (Candidate match : search.search(probe, relatives)) {
                if (index.segments().get(match.segment()).promptKey(match.answer()) == key) {
                    long document = (long) match.segment() << 32 | match.answer();
                    if (document != last) {
                        flush(best, lengths);
                        last = document;
                        matched++;
                    }
                    int kind = match.kind().ordinal();
                    best[kind] = Math.max(best[kind], match.words());
                }
            }
            flush(best, lengths);
        }
        int[][] sorted = new int[kinds][];
        for (int k = 0; k < kinds; k++) {
            sorted[k] =
                    lengths.get(k).stream().mapToInt(Integer::intValue).sorted().toArray();
        }
        return new MatchNull(pairs, matched, sorted);
    }

    private static void flush(int[] best, List<List<Integer>> lengths) {
        for (int k = 0; k < best.length; k++) {
            if (best[k] > 0) {
                lengths.get(k).add(best[k]);
            }
        }
        Arrays.fill(best, 0);
    }

    /** Answers drawn by the hash of what they say and who says it, so that the order of the index does not matter. */
    private static long[] sample(OverlapIndex index) throws IndexFormatException {
        long[] hashes = new long[SAMPLE];
        long[] addresses = new long[SAMPLE];
        int size = 0;
        long bound = Long.MAX_VALUE;
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            for (int a = 0; a < segment.answers(); a++) {
                long hash = SplitMix64.mix(segment.contentHash(a)
                                + 31 * index.models().get(index.model(s, a)).hashCode())
                        >>> 1;
                if (size == SAMPLE && hash >= bound) {
                    continue;
                }
                int at = size < SAMPLE ? size++ : SAMPLE - 1;
                while (at > 0 && hashes[at - 1] > hash) {
                    hashes[at] = hashes[at - 1];
                    addresses[at] = addresses[at - 1];
                    at--;
                }
                hashes[at] = hash;
                addresses[at] = (long) s << 32 | a;
                bound = hashes[size - 1];
            }
        }
        return Arrays.copyOf(addresses, size);
    }

    private static int countAnswers(OverlapIndex index, long key, BitSet excluded) throws IndexFormatException {
        int count = 0;
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            for (int a = segment.firstWithPrompt(key); a < segment.answers() && segment.promptKey(a) == key; a++) {
                count += excluded.get(index.model(s, a)) ? 0 : 1;
            }
        }
        return count;
    }

    int pairs() {
        return pairs;
    }

    /** The upper estimate of the rate at which two unrelated answers to one prompt match at all. */
    double rate() {
        return (1.0 + matched) / (1.0 + pairs);
    }

    /** The share of pairs with a match of a kind at least as long, the match itself counted in. */
    double pValue(OverlapMatch.Kind kind, int words) {
        int[] sorted = lengths[kind.ordinal()];
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < words) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (1.0 + sorted.length - low) / (1.0 + pairs);
    }
}
