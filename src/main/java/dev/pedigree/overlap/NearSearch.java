package dev.pedigree.overlap;

import java.util.BitSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Near-verbatim runs of one suspect answer in the reference answers that share most with it. What answers to one prompt have in
 * common anyway is judged by the other answers: a run counts by the words that agree beyond what the next unrelated model shares.
 * Not safe to share between threads.
 */
final class NearSearch {
    private static final int DENSE_WINDOW = 24;
    /** Half words that must be left when the prompt's words and boilerplate are taken away. */
    private static final int LEAST_OWN = 20;
    /** The same of one run among several. */
    private static final int LEAST_RUN = 12;
    /**
     * Half words beyond what others share where the runs are a lesser part of an answer: unrelated answers to one prompt agree here
     * and there.
     */
    private static final int LEAST_BEYOND_PART = 80;

    /** Half words in shared shingles, beyond what others share, from which on a part of an answer is aligned. */
    private static final int PROMISING = 60;
    /** The part of both answers in shared shingles, one in so many, from which on they may be copies as wholes. */
    private static final int PROMISING_PART = 5;

    private final OverlapIndex index;
    private final TokenStream words;
    private final BitSet common;
    private final char[] stored;
    private final Coverage shingles;

    NearSearch(OverlapIndex index, Relations relations, Probe probe, Collection<Document> documents)
            throws IndexFormatException {
        this.index = index;
        this.words = probe.words();
        this.common = probe.commonWords();
        this.stored = new char[words.size];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = TokenStream.stored(words.hash[i]);
        }
        this.shingles = new Coverage(words, relations);
        Shingles places = new Shingles(documents.isEmpty() ? new long[0] : shingles(stored));
        for (Document document : documents) {
            markShared(places, tokens(document), document.shared, document.sharedReference);
            shingles.add(document.model, document.shared);
        }
    }

    private char[] tokens(Document document) throws IndexFormatException {
        return index.segments().get(document.segment).tokens(document.answer, false);
    }

    /**
     * The near runs of one of the answers, as one match.
     *
     * @param verbatim how many words verbatim spans of it have; fewer are no use
     * @param runs who writes what, for the rarity
     */
    @Nullable
    Candidate find(Document document, int verbatim, Coverage runs) throws IndexFormatException {
        char[] reference = tokens(document);
        BitSet shared = own(document.shared);
        int left = words.halfWords(shared);
        if (2 * left < 5 * verbatim || !isPromising(document, shared, left, reference.length)) {
            return null;
        }
        int[] suspectRange = denseRange(document.shared, stored.length);
        int[] referenceRange = denseRange(document.sharedReference, reference.length);
        if (suspectRange.length == 0 || referenceRange.length == 0) {
            return null;
        }
        BitSet matched = new BitSet();
        int suspectFrom = Integer.MAX_VALUE;
        int suspectTo = 0;
        int referenceFrom = Integer.MAX_VALUE;
        int referenceTo = 0;
        for (NearAlignment.Run run : NearAlignment.align(stored, suspectRange, reference, referenceRange, shared)) {
            if (words.halfWords(own(run.matched())) < LEAST_RUN) {
                continue;
            }
            int from = Math.min(suspectFrom, run.suspectFrom());
            int to = Math.max(suspectTo, run.suspectTo());
            BitSet together = (BitSet) matched.clone();
            together.or(run.matched());
            if (2 * together.cardinality() < to - from) {
                continue;
            }
            matched = together;
            suspectFrom = from;
            suspectTo = to;
            referenceFrom = Math.min(referenceFrom, run.referenceFrom());
            referenceTo = Math.max(referenceTo, run.referenceTo());
        }
        BitSet own = own(matched);
        int ownHalfWords = words.halfWords(own);
        boolean most = document.isMostOfBoth(matched.cardinality(), words, index);
        Coverage.Others others = shingles.others(most ? everything() : own, document.model);
        int beyond = ownHalfWords - others.byChance();
        if (ownHalfWords < LEAST_OWN || beyond < (most ? AnswerSearch.LEAST_BEYOND_MOST : LEAST_BEYOND_PART)) {
            return null;
        }
        return new Candidate(
                document.segment,
                document.answer,
                document.model,
                OverlapMatch.Kind.NEAR,
                suspectFrom,
                suspectTo,
                referenceFrom,
                referenceTo,
                (ownHalfWords - others.two()) / 2,
                beyond / 2.0,
                runs.holders(matched, document.model));
    }

    /** Whether the shared shingles leave hope that an alignment, which costs far more, will count. */
    private boolean isPromising(Document document, BitSet shared, int left, int reference) {
        boolean mayBeMost = PROMISING_PART * document.shared.cardinality() >= Math.max(stored.length, reference);
        return (mayBeMost
                        && left >= shingles.others(everything(), document.model).byChance())
                || (left >= PROMISING
                        && left - shingles.others(shared, document.model).byChance() >= PROMISING);
    }

    /** The suspect's tokens but for the common ones. */
    private BitSet everything() {
        BitSet out = new BitSet();
        out.set(0, words.size);
        return own(out);
    }

    private BitSet own(BitSet tokens) {
        BitSet out = (BitSet) tokens.clone();
        out.andNot(common);
        return out;
    }

    private static long[] shingles(char[] tokens) {
        long[] out = new long[Math.max(0, tokens.length - 2)];
        for (int i = 0; i < out.length; i++) {
            out[i] = (long) tokens[i] << 32 | (long) tokens[i + 1] << 16 | tokens[i + 2];
        }
        return out;
    }

    /** Marks the tokens on both sides that stand in shared shingles. */
    private static void markShared(Shingles suspect, char[] reference, BitSet inSuspect, BitSet inReference) {
        long[] shingles = shingles(reference);
        for (int i = 0; i < shingles.length; i++) {
            for (int at = suspect.first(shingles[i]); at >= 0; at = suspect.next(at)) {
                inReference.set(i, i + 3);
                inSuspect.set(at, at + 3);
            }
        }
    }

    /**
     * The tokens from the first to the last window in which two in five are shared, as in a run of which a third was changed, and a
     * window more on both sides; empty where there is none.
     */
    private static int[] denseRange(BitSet shared, int tokens) {
        int window = Math.min(DENSE_WINDOW, tokens);
        int inside = 0;
        int from = -1;
        int to = -1;
        for (int i = 0; i < tokens; i++) {
            inside += shared.get(i) ? 1 : 0;
            inside -= i >= window && shared.get(i - window) ? 1 : 0;
            if (i >= window - 1 && 5 * inside >= 2 * window) {
                from = from < 0 ? i - window + 1 : from;
                to = i + 1;
            }
        }
        return from < 0
                ? new int[0]
                : new int[] {Math.max(0, from - DENSE_WINDOW), Math.min(tokens, to + DENSE_WINDOW)};
    }
}
