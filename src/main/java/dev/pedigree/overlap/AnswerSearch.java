package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one answer shares with an index, background subtracted. Safe to share between threads. */
final class AnswerSearch {
    /** The shortest verbatim span that counts, before subtraction. */
    static final int LEAST_WORDS = 12;

    private static final int LEAST_COVER_HALF_WORDS = 16;
    private static final int LEAST_COVER_TOKENS = 8;
    private static final int LEAST_NEAR_SEED = 16;
    private static final int MOST_CANDIDATES = 40;
    private static final int DENSE_WINDOW = 24;

    /** Words of a verbatim span that must be left when the prompt's words and boilerplate are taken away. */
    private static final int LEAST_VERBATIM = 8;
    /** Words that must be left where the prompt is the same and another unrelated model writes a part of the span too. */
    private static final int LEAST_VERBATIM_SHARED = 18;
    /** The part of a span from which on another model is said to write it too. */
    private static final double SHARED = 0.1;
    /** Words that must be left where the prompt is another; chance repeats pieces there, but hardly whole spans. */
    private static final int LEAST_VERBATIM_OTHER_PROMPT = 2;

    /** Words that must be left of a near run; fewer will do where the runs make up half of both answers. */
    private static final int LEAST_NEAR = 24;

    private static final int LEAST_NEAR_DUPLICATE = 10;
    private final OverlapIndex index;
    private final Relations relations;
    private final SpanSearch wordSpans;
    private final CodeSearch code;

    AnswerSearch(OverlapIndex index, Relations relations) {
        this.index = index;
        this.relations = relations;
        this.wordSpans = new SpanSearch(index, false, LEAST_COVER_TOKENS);
        this.code = new CodeSearch(index, relations);
    }

    /** The reference answer that is behind a match, and how much speaks for looking closer. */
    private static final class Document {
        final int segment;
        final int answer;
        final int model;
        final List<Span> spans = new ArrayList<>();
        final boolean samePrompt;
        int evidence;

        Document(int segment, int answer, int model, boolean samePrompt) {
            this.segment = segment;
            this.answer = answer;
            this.model = model;
            this.samePrompt = samePrompt;
        }
    }

    /** The matches, those of one reference answer together. */
    List<Candidate> search(Probe probe, BitSet excludedModels) throws IndexFormatException {
        List<Candidate> out = new ArrayList<>();
        searchWords(probe, excludedModels, out);
        out.addAll(searchCode(probe, excludedModels));
        return out;
    }

    /** What the programs share; nothing is too little to be listed. */
    List<Candidate> searchCode(Probe probe, BitSet excludedModels) throws IndexFormatException {
        List<Candidate> out = new ArrayList<>();
        if (probe.code().size >= Winnowing.CODE.guarantee()) {
            code.search(probe, excludedModels, out);
        }
        return out;
    }

    private void searchWords(Probe probe, BitSet excludedModels, List<Candidate> out) throws IndexFormatException {
        TokenStream words = probe.words();
        List<Span> spans = wordSpans.find(words, excludedModels);
        Coverage coverage = new Coverage(spans, words, LEAST_COVER_HALF_WORDS, probe.commonWords(), relations);
        Map<Long, Document> documents = new TreeMap<>();
        for (Span span : spans) {
            Document document = documents.computeIfAbsent(
                    span.document(), d -> document(probe, span.segment(), span.answer(), span.model()));
            document.spans.add(span);
        }
        for (Document document : documents.values()) {
            BitSet seeds = new BitSet();
            document.spans.forEach(span -> seeds.set(span.suspect(), span.suspectEnd()));
            seeds.andNot(coverage.background(document.model));
            document.evidence = halfWords(words, seeds) / 2;
        }
        addBanded(probe, excludedModels, documents);
        List<Document> near = new ArrayList<>();
        for (Document document : documents.values()) {
            if (document.evidence >= LEAST_NEAR_SEED) {
                near.add(document);
            }
        }
        near.sort((a, b) -> Integer.compare(b.evidence, a.evidence));
        Set<Document> closer = new HashSet<>(near.subList(0, Math.min(near.size(), MOST_CANDIDATES)));
        char[] stored = new char[words.size];
        for (int i = 0; i < stored.length; i++) {
            stored[i] = TokenStream.stored(words.hash[i]);
        }
        Shingles shingles = new Shingles(closer.isEmpty() ? new long[0] : shingles(stored));
        for (Document document : documents.values()) {
            List<Candidate> verbatim = verbatim(document, words, coverage);
            int longest = verbatim.stream().mapToInt(Candidate::words).sum();
            Candidate best =
                    closer.contains(document) ? near(document, words, stored, shingles, coverage, longest) : null;
            if (best != null && 4 * best.words() > 5 * longest) {
                out.add(best);
            } else {
                out.addAll(verbatim);
            }
        }
    }

    private Document document(Probe probe, int segment, int answer, int model) {
        long key = index.segments().get(segment).promptKey(answer);
        return new Document(segment, answer, model, key == probe.promptKey());
    }

    /** Answers that share a band of the sketch are looked at closer, whatever else they share. */
    private void addBanded(Probe probe, BitSet excludedModels, Map<Long, Document> documents)
            throws IndexFormatException {
        int[] bands = MinHash.bands(probe.words());
        for (int s = 0; s < index.segments().size(); s++) {
            int segment = s;
            for (int b = 0; b < bands.length; b++) {
                index.segments().get(s).inBand(b, bands[b], answer -> {
                    int model = index.model(segment, answer);
                    if (!excludedModels.get(model)) {
                        Document document = documents.computeIfAbsent(
                                (long) segment << 32 | answer, d -> document(probe, segment, answer, model));
                        document.evidence += LEAST_NEAR_SEED;
                    }
                });
            }
        }
    }

    private List<Candidate> verbatim(Document document, TokenStream words, Coverage coverage) {
        List<Candidate> out = new ArrayList<>();
        BitSet taken = new BitSet();
        document.spans.sort((a, b) -> a.length() != b.length()
                ? Integer.compare(b.length(), a.length())
                : Integer.compare(a.suspect(), b.suspect()));
        for (Span span : document.spans) {
            BitSet piece = new BitSet();
            piece.set(span.suspect(), span.suspectEnd());
            BitSet own = (BitSet) piece.clone();
            own.andNot(taken);
            own.andNot(coverage.common());
            BitSet left = (BitSet) own.clone();
            left.andNot(coverage.background(document.model));
            int rare = halfWords(words, left) / 2;
            boolean enough = words.halfWords(span.suspect(), span.suspectEnd()) >= 2 * LEAST_WORDS
                    && halfWords(words, own) >= 2 * LEAST_VERBATIM;
            if (enough && counts(piece, rare, document, coverage)) {
                int effective = document.samePrompt ? rare : halfWords(words, own) / 2;
                taken.or(piece);
                out.add(new Candidate(
                        document.segment,
                        document.answer,
                        document.model,
                        OverlapMatch.Kind.VERBATIM,
                        span.suspect(),
                        span.suspectEnd(),
                        span.reference(),
                        span.reference() + span.length(),
                        effective,
                        effective,
                        coverage.holders(piece, document.model)));
            }
        }
        return out;
    }

    /** Whether a verbatim span of which some words are left is more than other models show by chance. */
    private static boolean counts(BitSet piece, int rare, Document document, Coverage coverage) {
        if (document.samePrompt) {
            boolean shared = coverage.isHeldByAnother(piece, document.model, SHARED);
            return rare >= (shared ? LEAST_VERBATIM_SHARED : LEAST_VERBATIM);
        }
        return rare >= LEAST_VERBATIM_OTHER_PROMPT && !coverage.isHeldByOthers(piece, document.model);
    }

    private @Nullable Candidate near(
            Document document, TokenStream words, char[] stored, Shingles shingles, Coverage coverage, int verbatim)
            throws IndexFormatException {
        char[] reference = index.segments().get(document.segment).tokens(document.answer, false);
        BitSet background = coverage.background(document.model);
        BitSet shared = new BitSet();
        BitSet sharedReference = new BitSet();
        markShared(shingles, reference, shared, sharedReference);
        shared.andNot(background);
        int sharedHalfWords = halfWords(words, shared);
        boolean enough =
                sharedHalfWords >= LEAST_NEAR || 3 * shared.cardinality() >= Math.min(stored.length, reference.length);
        int[] suspectRange = denseRange(shared, stored.length);
        int[] referenceRange = denseRange(sharedReference, reference.length);
        if (!enough || 2 * sharedHalfWords < 5 * verbatim || suspectRange.length == 0 || referenceRange.length == 0) {
            return null;
        }
        BitSet matched = new BitSet();
        int suspectFrom = Integer.MAX_VALUE;
        int suspectTo = 0;
        int referenceFrom = Integer.MAX_VALUE;
        int referenceTo = 0;
        for (NearAlignment.Run run : NearAlignment.align(stored, suspectRange, reference, referenceRange, shared)) {
            BitSet left = (BitSet) run.matched().clone();
            left.andNot(background);
            if (halfWords(words, left) < LEAST_WORDS) {
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
        BitSet left = (BitSet) matched.clone();
        left.andNot(background);
        int effective = halfWords(words, left) / 2;
        boolean duplicate = effective >= LEAST_NEAR_DUPLICATE
                && 2 * matched.cardinality() >= reference.length
                && 2 * left.cardinality() >= stored.length;
        if (effective < LEAST_NEAR && !duplicate) {
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
                effective,
                effective,
                coverage.holders(matched, document.model));
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

    private static int halfWords(TokenStream tokens, BitSet chosen) {
        int sum = 0;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            sum += tokens.weight[i];
        }
        return sum;
    }
}
