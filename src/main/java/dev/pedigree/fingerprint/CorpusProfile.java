package dev.pedigree.fingerprint;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What may explain a likeness without descent: lengths, languages, refusals, truncation, system prompts. Counts only; immutable;
 * adding up the profiles of parts gives the profile of the whole.
 */
public final class CorpusProfile {
    /** How many buckets of lengths there are; the last holds everything longer. */
    public static final int LENGTHS = 40;

    /** At most so many digests of system prompts are kept: the smallest. */
    static final int SYSTEM_PROMPTS = 32;

    private final long[] measures; // by Measure
    private final long[] lengths; // [LENGTHS]
    private final long[] scripts; // by Script
    private final SortedMap<String, Long> languages;
    private final SortedMap<Integer, Long> systemPrompts;

    CorpusProfile(
            long[] measures,
            long[] lengths,
            long[] scripts,
            SortedMap<String, Long> languages,
            SortedMap<Integer, Long> systemPrompts) {
        this.measures = measures;
        this.lengths = lengths;
        this.scripts = scripts;
        this.languages = Collections.unmodifiableSortedMap(languages);
        this.systemPrompts = Collections.unmodifiableSortedMap(systemPrompts);
    }

    static CorpusProfile empty() {
        return new CorpusProfile(
                new long[Measure.values().length],
                new long[LENGTHS],
                new long[Script.values().length],
                new TreeMap<>(),
                new TreeMap<>());
    }

    /**
     * One count.
     *
     * @param measure what is counted
     * @return how many there are
     */
    public long count(Measure measure) {
        return measures[measure.ordinal()];
    }

    /**
     * How many answers there are of each length.
     *
     * @return a new array: entry {@code i} counts the answers whose length in tokens is at least
     *     {@link #lengthFrom}{@code (i)} and less than {@code lengthFrom(i + 1)}
     */
    public long[] lengths() {
        return lengths.clone();
    }

    /**
     * Where a bucket of lengths starts: 0, 1, 2, 3, 4, 6, 8, 12, 16, 24, ...
     *
     * @param bucket its index, in [0, {@link #LENGTHS})
     * @return the smallest count of tokens in it
     */
    public static int lengthFrom(int bucket) {
        if (bucket < 3) {
            return bucket;
        }
        int octave = (bucket + 1) / 2;
        return bucket % 2 == 1 ? 3 << (octave - 2) : 1 << (octave);
    }

    static int lengthBucket(int tokens) {
        int bucket = 0;
        while (bucket + 1 < LENGTHS && lengthFrom(bucket + 1) <= tokens) {
            bucket++;
        }
        return bucket;
    }

    /**
     * How many words are written in a script.
     *
     * @param script the script
     * @return the count
     */
    public long words(Script script) {
        return scripts[script.ordinal()];
    }

    /**
     * How many answers there are in each language, by the source's word or else by the answer's function words.
     *
     * @return counts by BCP 47 tag, {@code und} where neither tells
     */
    public SortedMap<String, Long> languages() {
        return languages;
    }

    /**
     * How many answers were given under each system prompt.
     *
     * @return counts by a digest of 32 bits; of more than {@value #SYSTEM_PROMPTS} system prompts only those with the smallest
     *     digests
     */
    public SortedMap<Integer, Long> systemPrompts() {
        return systemPrompts;
    }

    long[] measures() {
        return measures;
    }

    long[] scripts() {
        return scripts;
    }

    CorpusProfile plus(CorpusProfile other) {
        return new CorpusProfile(
                sum(measures, other.measures),
                sum(lengths, other.lengths),
                sum(scripts, other.scripts),
                sum(languages, other.languages),
                smallest(sum(systemPrompts, other.systemPrompts)));
    }

    static SortedMap<Integer, Long> smallest(SortedMap<Integer, Long> digests) {
        TreeMap<Integer, Long> kept = new TreeMap<>(digests);
        while (kept.size() > SYSTEM_PROMPTS) {
            kept.pollLastEntry();
        }
        return kept;
    }

    private static long[] sum(long[] a, long[] b) {
        long[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += b[i];
        }
        return sum;
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> sum(SortedMap<K, Long> a, SortedMap<K, Long> b) {
        TreeMap<K, Long> sum = new TreeMap<>(a);
        for (Map.Entry<K, Long> entry : b.entrySet()) {
            sum.merge(entry.getKey(), entry.getValue(), Long::sum);
        }
        return sum;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof CorpusProfile other
                && Arrays.equals(measures, other.measures)
                && Arrays.equals(lengths, other.lengths)
                && Arrays.equals(scripts, other.scripts)
                && languages.equals(other.languages)
                && systemPrompts.equals(other.systemPrompts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(measures) + 31 * Arrays.hashCode(lengths);
    }
}
