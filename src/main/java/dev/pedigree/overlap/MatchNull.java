package dev.pedigree.overlap;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Prompt;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * How much answers of unrelated reference models to one prompt have in common: a sample of reference answers is looked up as if
 * each were a suspect's, against all models but its relatives, and each answer of those to the same prompt is a draw. Programs
 * have a sample of their own, of answers with a program, against answers with a program.
 */
final class MatchNull {
    /** Reference answers that are looked up, and as many with a program. */
    static final int SAMPLE = 256;
    /** The p-value up to which two programs count as a match; unrelated models often solve a task alike. */
    private static final double CODE_LEVEL = 0.01;
    /** The score from which two programs count as a match where there are too few draws for that p-value. */
    private static final double CODE_SCORE = 2;

    private final Draws words;
    private final Draws code;

    private MatchNull(Draws words, Draws code) {
        this.words = words;
        this.code = code;
    }

    /** Pairs of answers that were drawn, how many of them match, and their scores by kind. */
    private static final class Draws {
        int pairs;
        int matched;
        final Map<OverlapMatch.Kind, Scores> ofMatches = new EnumMap<>(OverlapMatch.Kind.class);
        /** Half words of the longest verbatim span, match or not. */
        final Scores ofSpans = new Scores();

        Draws() {
            for (OverlapMatch.Kind kind : OverlapMatch.Kind.values()) {
                ofMatches.put(kind, new Scores());
            }
        }

        void add(Draws other) {
            pairs += other.pairs;
            matched += other.matched;
            ofSpans.add(other.ofSpans);
            other.ofMatches.forEach((kind, scores) -> of(kind).add(scores));
        }

        /** The best match of each kind with each reference answer. */
        void addBest(List<Candidate> matches) {
            Map<Long, Map<OverlapMatch.Kind, Double>> best = new HashMap<>();
            for (Candidate match : matches) {
                best.computeIfAbsent(
                                (long) match.segment() << 32 | match.answer(),
                                d -> new EnumMap<>(OverlapMatch.Kind.class))
                        .merge(match.kind(), match.score(), Math::max);
            }
            matched += best.size();
            best.values().forEach(scores -> scores.forEach((kind, score) -> of(kind).add(score)));
        }

        void sort() {
            ofSpans.sort();
            ofMatches.values().forEach(Scores::sort);
        }

        private Scores of(OverlapMatch.Kind kind) {
            return requireNonNull(ofMatches.get(kind));
        }

        double pValue(OverlapMatch.Kind kind, double score) {
            return (1.0 + of(kind).atLeast(score)) / (1.0 + pairs);
        }

        double pValueOfSpan(int halfWords) {
            return (1.0 + ofSpans.atLeast(halfWords)) / (1.0 + pairs);
        }
    }

    /** Numbers that can be counted from any of them on, once they are sorted. */
    private static final class Scores {
        private double[] values = new double[16];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        void add(Scores other) {
            for (int i = 0; i < other.size; i++) {
                add(other.values[i]);
            }
        }

        void sort() {
            Arrays.sort(values, 0, size);
        }

        int atLeast(double score) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (values[middle] < score) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return size - low;
        }
    }

    static MatchNull of(
            OverlapIndex index, Relations relations, AnswerSearch search, Executor executor, LongConsumer progress)
            throws IOException {
        MatchNull out = new MatchNull(new Draws(), new Draws());
        AtomicLong done = new AtomicLong();
        // words after programs, since whether programs match is told by their draws
        for (boolean program : new boolean[] {true, false}) {
            List<Callable<Draws>> tasks = new ArrayList<>();
            for (long address : sample(index, program)) {
                tasks.add(() -> {
                    Draws drawn = out.draw(index, relations, address, program, search);
                    progress.accept(done.incrementAndGet());
                    return drawn;
                });
            }
            Draws draws = program ? out.code : out.words;
            Tasks.run(tasks, executor).forEach(draws::add);
            draws.sort();
        }
        return out;
    }

    /** What one sampled answer has in common with those to the same prompt. */
    private Draws draw(OverlapIndex index, Relations relations, long address, boolean program, AnswerSearch search)
            throws IndexFormatException {
        int s = (int) (address >>> 32);
        int answer = (int) address;
        Segment segment = index.segments().get(s);
        long key = segment.promptKey(answer);
        BitSet relatives = relations.relativesOf(index.model(s, answer));
        Draws out = new Draws();
        out.pairs = countAnswers(index, key, relatives, program);
        if (out.pairs == 0) {
            return out;
        }
        Probe probe = Probe.of(segment.text(answer), Prompt.of(segment.prompt(answer)), key);
        if (program) {
            out.addBest(search.searchSamePromptCode(probe, relatives));
        } else {
            AnswerSearch.Found found = search.searchSamePrompt(probe, relatives);
            out.addBest(found.matches().stream().filter(this::isMatch).toList());
            found.longest().values().forEach(out.ofSpans::add);
        }
        return out;
    }

    /** Answers drawn by the hash of what they say and who says it, so that the order of the index does not matter. */
    private static long[] sample(OverlapIndex index, boolean program) throws IndexFormatException {
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
                if ((size == SAMPLE && hash >= bound) || (program && !segment.holdsProgram(a))) {
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

    private static int countAnswers(OverlapIndex index, long key, BitSet excluded, boolean program)
            throws IndexFormatException {
        int count = 0;
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            for (int a = segment.firstWithPrompt(key); a < segment.answers() && segment.promptKey(a) == key; a++) {
                count += !excluded.get(index.model(s, a)) && (!program || segment.holdsProgram(a)) ? 1 : 0;
            }
        }
        return count;
    }

    int pairs() {
        return words.pairs;
    }

    /** The upper estimate of the rate at which two unrelated answers to one prompt match at all; empty without a pair. */
    OptionalDouble rate() {
        return words.pairs == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((1.0 + words.matched) / (1.0 + words.pairs));
    }

    /** Whether what two answers share is more than unrelated models often share. */
    boolean isMatch(Candidate found) {
        if (found.kind() != OverlapMatch.Kind.CODE) {
            return true;
        }
        boolean tested = (1.0 + code.pairs) * CODE_LEVEL >= 1;
        return tested ? code.pValue(found.kind(), found.score()) <= CODE_LEVEL : found.score() >= CODE_SCORE;
    }

    /** The share of pairs with a match of the kind that speaks at least as much for a copy, the match itself counted in; empty without a pair. */
    Optional<Double> pValue(Candidate found) {
        Draws draws = found.kind() == OverlapMatch.Kind.CODE ? code : words;
        return draws.pairs == 0 ? Optional.empty() : Optional.of(draws.pValue(found.kind(), found.score()));
    }

    /** The share of pairs that share a span of so many words, the span itself counted in; empty without a pair. */
    Optional<Double> pValueOfSpan(int words) {
        return this.words.pairs == 0 ? Optional.empty() : Optional.of(this.words.pValueOfSpan(2 * words));
    }
}
