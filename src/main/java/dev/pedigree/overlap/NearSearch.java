package dev.pedigree.overlap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
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
    /** The same where the runs make up half of both answers. */
    private static final int LEAST_OWN_MOST = 8;
    /** The same of one run among several. */
    private static final int LEAST_RUN = 12;
    /** Half words in shared shingles, beyond what others share, from which on a part of an answer is aligned. */
    private static final int PROMISING = 60;
    /** The part of both answers in shared shingles, one in so many, from which on they may be copies as wholes. */
    private static final int PROMISING_PART = 5;

    private final OverlapIndex index;
    private final Probe probe;
    private final IntUnaryOperator unrelated;
    private final TokenStream words;
    private final BitSet everything = new BitSet();
    private final BitSet prose;
    private final BitSet common;
    private final char[] stored;
    private final Coverage shingles;
    private final Map<Document, Beside> beside = new IdentityHashMap<>();
    private final Map<Document, Double> similarity = new IdentityHashMap<>();

    /**
     * A reference answer beside the suspect's.
     *
     * @param words its words that are compared: all, or those outside of programs
     * @param places where each of them stands among all
     * @param eligible the suspect's tokens that are compared with them, likewise
     * @param inSuspect the suspect's tokens that stand in shingles of both
     * @param inReference its own tokens that do
     */
    private record Beside(char[] words, int[] places, BitSet eligible, BitSet inSuspect, BitSet inReference) {
        static Beside of(char[] words, int[] places, BitSet eligible) {
            return new Beside(words, places, eligible, new BitSet(), new BitSet());
        }
    }

    /**
     * A search.
     *
     * @param documents the answers that share most
     * @param unrelated how many models unrelated to a model answered the suspect's prompt
     * @param alike those whose programs are nearly the suspect's: of them words outside of programs count
     */
    NearSearch(
            OverlapIndex index,
            Relations relations,
            Probe probe,
            boolean isShort,
            IntUnaryOperator unrelated,
            Collection<Document> documents,
            Set<Long> alike)
            throws IndexFormatException {
        this.index = index;
        this.probe = probe;
        this.unrelated = unrelated;
        this.words = probe.words();
        this.everything.set(0, words.size);
        this.prose = (BitSet) everything.clone();
        this.prose.andNot(probe.programWords());
        this.common = probe.commonWords();
        this.stored = words.stored();
        char[] sorted = sorted(stored);
        this.shingles = new Coverage(words, relations);
        Shingles places = new Shingles(documents.isEmpty() ? new long[0] : Shingles.ofThree(stored));
        for (Document document : documents) {
            Beside whole = whole(document);
            markShared(places, whole);
            // what others write of a program counts against a match, whatever decides about themselves
            shingles.add(document.model(), whole.inSuspect);
            if (isShort || mayBeMost(whole)) {
                similarity.put(document, dice(sorted, sorted(whole.words)));
            }
            beside.put(document, alike.contains(document.key()) ? proseOnly(document, places) : whole);
        }
    }

    /**
     * How much of the suspect's answer and of one that was looked at closer is the same, as wholes: Dice's coefficient of their words,
     * in any order, and 0 where they are long and share too few runs of three words to be copies.
     */
    double similarity(Document document) {
        return similarity.getOrDefault(document, 0.0);
    }

    private static char[] sorted(char[] tokens) {
        char[] out = tokens.clone();
        Arrays.sort(out);
        return out;
    }

    private static double dice(char[] a, char[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int order = Character.compare(a[i], b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared == 0 ? 0 : 2.0 * shared / (a.length + b.length);
    }

    private Beside proseOnly(Document document, Shingles places) throws IndexFormatException {
        String text = index.segments().get(document.segment()).text(document.answer());
        TokenStream all = Words.of(text);
        BitSet inPrograms = CodeBlocks.of(text).holding(all);
        int[] outside =
                IntStream.range(0, all.size).filter(i -> !inPrograms.get(i)).toArray();
        char[] outsideWords = new char[outside.length];
        for (int i = 0; i < outside.length; i++) {
            outsideWords[i] = TokenStream.stored(all.hash[outside[i]]);
        }
        Beside out = Beside.of(outsideWords, outside, prose);
        markShared(places, out);
        out.inSuspect.and(prose);
        return out;
    }

    private Beside whole(Document document) throws IndexFormatException {
        char[] all = index.segments().get(document.segment()).tokens(document.answer(), false);
        return Beside.of(all, IntStream.range(0, all.length).toArray(), everything);
    }

    /**
     * The near runs of one of the answers, as one match; a whole answer that is the same to the last word is a verbatim one.
     *
     * @param verbatim how many words verbatim spans of it have; fewer are no use
     * @param runs who writes what, for the rarity
     */
    @Nullable
    Candidate find(Document document, int verbatim, Coverage runs) throws IndexFormatException {
        Beside other = beside.get(document);
        if (other == null) {
            return null;
        }
        BitSet shared = own(other.inSuspect);
        int left = words.halfWords(shared);
        if (2 * left < 5 * verbatim || !isPromising(document, other, left)) {
            return null;
        }
        int[] suspectRange = denseRange(other.inSuspect, stored.length);
        int[] referenceRange = denseRange(other.inReference, other.words.length);
        if (suspectRange.length == 0 || referenceRange.length == 0) {
            return null;
        }
        Runs found = new Runs();
        int leastRun = leastOf(words.halfWords(0, words.size), LEAST_RUN);
        for (NearAlignment.Run run : NearAlignment.align(stored, suspectRange, other.words, referenceRange, shared)) {
            if (words.halfWords(own(run.matched())) >= leastRun) {
                found.add(run);
            }
        }
        return candidate(document, other, found, runs);
    }

    /** Of a text too short for the usual bound a quarter. */
    static int leastOf(int size, int usual) {
        return Math.min(usual, Math.max(3, size / 4));
    }

    /** Runs of one reference answer, as long as half of what lies between the first and the last agrees. */
    private static final class Runs {
        private BitSet matched = new BitSet();
        private int suspectFrom = Integer.MAX_VALUE;
        private int suspectTo;
        private int referenceFrom = Integer.MAX_VALUE;
        private int referenceTo;

        void add(NearAlignment.Run run) {
            int from = Math.min(suspectFrom, run.suspectFrom());
            int to = Math.max(suspectTo, run.suspectTo());
            BitSet together = (BitSet) matched.clone();
            together.or(run.matched());
            if (2 * together.cardinality() >= to - from) {
                matched = together;
                suspectFrom = from;
                suspectTo = to;
                referenceFrom = Math.min(referenceFrom, run.referenceFrom());
                referenceTo = Math.max(referenceTo, run.referenceTo());
            }
        }
    }

    private @Nullable Candidate candidate(Document document, Beside other, Runs found, Coverage runs) {
        int agreeing = found.matched.cardinality();
        int size = other.eligible.cardinality();
        boolean most = 2 * agreeing >= Math.max(size, other.words.length);
        BitSet own = own(found.matched);
        int ownHalfWords = words.halfWords(own);
        Coverage.Others others = shingles.others(most ? own(other.eligible) : own, document.model());
        int beyond = ownHalfWords - others.byChance();
        boolean wholes = most && !probe.isMostlyProgram(own);
        if (ownHalfWords < (wholes ? LEAST_OWN_MOST : LEAST_OWN)
                || beyond < (wholes ? AnswerSearch.LEAST_BEYOND_MOST : leastOfPart(document))) {
            return null;
        }
        boolean equal = agreeing == size && agreeing == other.words.length;
        return new Candidate(
                document.segment(),
                document.answer(),
                document.model(),
                equal ? OverlapMatch.Kind.VERBATIM : OverlapMatch.Kind.NEAR,
                found.suspectFrom,
                found.suspectTo,
                other.places[found.referenceFrom],
                other.places[found.referenceTo - 1] + 1,
                (ownHalfWords - others.two()) / 2,
                beyond / 2.0,
                runs.holders(found.matched, document.model()));
    }

    /**
     * Half words beyond what others share where the runs are a lesser part of an answer: unrelated answers to one prompt agree here
     * and there.
     */
    private double leastOfPart(Document document) {
        return Chance.nearPart(
                document.isSamePrompt() ? unrelated.applyAsInt(document.model()) : Integer.MAX_VALUE - 1);
    }

    /** Whether the shared shingles leave hope that an alignment, which costs far more, will count. */
    private boolean isPromising(Document document, Beside other, int left) {
        return (mayBeMost(other)
                        && left
                                >= shingles.others(own(other.eligible), document.model())
                                        .byChance())
                || (left >= PROMISING
                        && left
                                        - shingles.others(own(other.inSuspect), document.model())
                                                .byChance()
                                >= PROMISING);
    }

    /** Whether so much stands in shared shingles that the answers may be copies as wholes. */
    private static boolean mayBeMost(Beside other) {
        return PROMISING_PART * other.inSuspect.cardinality()
                >= Math.max(other.eligible.cardinality(), other.words.length);
    }

    private BitSet own(BitSet tokens) {
        BitSet out = (BitSet) tokens.clone();
        out.andNot(common);
        return out;
    }

    /** Marks the tokens on both sides that stand in shared shingles. */
    private static void markShared(Shingles suspect, Beside other) {
        long[] shingles = Shingles.ofThree(other.words);
        BitSet met = new BitSet(); // by first place: in a loop the same one comes again and again
        for (int i = 0; i < shingles.length; i++) {
            int first = suspect.first(shingles[i]);
            if (first < 0) {
                continue;
            }
            other.inReference.set(i, i + 3);
            for (int at = met.get(first) ? -1 : first; at >= 0; at = suspect.next(at)) {
                other.inSuspect.set(at, at + 3);
            }
            met.set(first);
        }
    }

    /**
     * The tokens from the first to the last window in which two in five are shared, as in a run of which a third was changed, and a
     * window more on both sides; empty where there is none.
     */
    private static int[] denseRange(BitSet shared, int tokens) {
        if (tokens <= DENSE_WINDOW) {
            return shared.isEmpty() ? new int[0] : new int[] {0, tokens};
        }
        int window = DENSE_WINDOW;
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
