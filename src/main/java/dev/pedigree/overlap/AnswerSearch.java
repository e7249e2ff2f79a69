package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** What must be left after subtraction. */
    static int leastVerbatim = Integer.getInteger("ov.v", 8);

    static int leastNear = Integer.getInteger("ov.n", 12);
    static int leastCode = Integer.getInteger("ov.c", 20);

    private final OverlapIndex index;
    private final Relations relations;
    private final SpanSearch wordSpans;
    private final SpanSearch codeSpans;

    AnswerSearch(OverlapIndex index, Relations relations) {
        this.index = index;
        this.relations = relations;
        this.wordSpans = new SpanSearch(index, false, LEAST_COVER_TOKENS);
        this.codeSpans = new SpanSearch(index, true, Winnowing.CODE.guarantee());
    }

    /** The reference answer that is behind a match, and how much speaks for looking closer. */
    private static final class Document {
        final int segment;
        final int answer;
        final int model;
        final List<Span> spans = new ArrayList<>();
        int evidence;

        Document(int segment, int answer, int model) {
            this.segment = segment;
            this.answer = answer;
            this.model = model;
        }
    }

    /** The matches, those of one reference answer together. */
    List<Candidate> search(Probe probe, BitSet excludedModels) throws IndexFormatException {
        List<Candidate> out = new ArrayList<>();
        searchWords(probe, excludedModels, out);
        if (probe.code().size >= Winnowing.CODE.guarantee()) {
            searchCode(probe, excludedModels, out);
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
                    span.document(), d -> new Document(span.segment(), span.answer(), span.model()));
            document.spans.add(span);
        }
        for (Document document : documents.values()) {
            BitSet seeds = new BitSet();
            document.spans.forEach(span -> seeds.set(span.suspect(), span.suspectEnd()));
            seeds.andNot(coverage.background(document.model));
            document.evidence = halfWords(words, seeds) / 2;
        }
        addBanded(words, excludedModels, documents);
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
        long[] shingles = closer.isEmpty() ? new long[0] : shingles(stored);
        for (Document document : documents.values()) {
            List<Candidate> verbatim = verbatim(document, words, coverage);
            int longest = verbatim.stream().mapToInt(Candidate::words).sum();
            Candidate best = closer.contains(document) ? near(document, words, stored, shingles, coverage) : null;
            if (best != null && 4 * best.words() > 5 * longest) {
                out.add(best);
            } else {
                out.addAll(verbatim);
            }
        }
    }

    /** Answers that share a band of the sketch are looked at closer, whatever else they share. */
    private void addBanded(TokenStream words, BitSet excludedModels, Map<Long, Document> documents)
            throws IndexFormatException {
        int[] bands = MinHash.bands(words);
        for (int s = 0; s < index.segments().size(); s++) {
            int segment = s;
            for (int b = 0; b < bands.length; b++) {
                index.segments().get(s).inBand(b, bands[b], answer -> {
                    int model = index.model(segment, answer);
                    if (!excludedModels.get(model)) {
                        Document document = documents.computeIfAbsent(
                                (long) segment << 32 | answer, d -> new Document(segment, answer, model));
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
            BitSet left = (BitSet) piece.clone();
            left.andNot(coverage.background(document.model));
            left.andNot(taken);
            int effective = halfWords(words, left) / 2;
            if (words.halfWords(span.suspect(), span.suspectEnd()) >= 2 * LEAST_WORDS && effective >= leastVerbatim) {
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
                        coverage.holders(piece, document.model)));
            }
        }
        return out;
    }

    private @Nullable Candidate near(
            Document document, TokenStream words, char[] stored, long[] shingles, Coverage coverage)
            throws IndexFormatException {
        char[] reference = index.segments().get(document.segment).tokens(document.answer, false);
        if (document.spans.isEmpty() && !isClose(shingles, reference)) {
            return null;
        }
        BitSet background = coverage.background(document.model);
        BitSet matched = new BitSet();
        int suspectFrom = Integer.MAX_VALUE;
        int suspectTo = 0;
        int referenceFrom = Integer.MAX_VALUE;
        int referenceTo = 0;
        for (NearAlignment.Run run : NearAlignment.align(stored, reference)) {
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
        if (effective < leastNear) {
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
                coverage.holders(matched, document.model));
    }

    private static long[] shingles(char[] tokens) {
        long[] out = new long[Math.max(0, tokens.length - 2)];
        for (int i = 0; i < out.length; i++) {
            out[i] = (long) tokens[i] << 32 | (long) tokens[i + 1] << 16 | tokens[i + 2];
        }
        Arrays.sort(out);
        return out;
    }

    /** Whether at least a tenth of the shorter text's shingles are shared. */
    private static boolean isClose(long[] sorted, char[] reference) {
        int shared = 0;
        for (long shingle : shingles(reference)) {
            shared += Arrays.binarySearch(sorted, shingle) >= 0 ? 1 : 0;
        }
        return 10 * shared >= Math.min(sorted.length, reference.length);
    }

    private void searchCode(Probe probe, BitSet excludedModels, List<Candidate> out) throws IndexFormatException {
        TokenStream code = probe.code();
        List<Span> spans = codeSpans.find(code, excludedModels);
        Coverage coverage = new Coverage(spans, code, 2 * Winnowing.CODE.guarantee(), probe.commonCode(), relations);
        Map<Long, Document> documents = new TreeMap<>();
        for (Span span : spans) {
            Document document = documents.computeIfAbsent(
                    span.document(), d -> new Document(span.segment(), span.answer(), span.model()));
            document.spans.add(span);
        }
        for (Document document : documents.values()) {
            BitSet seeds = new BitSet();
            document.spans.forEach(span -> seeds.set(span.suspect(), span.suspectEnd()));
            document.evidence = seeds.cardinality();
        }
        List<Document> best = new ArrayList<>(documents.values());
        best.sort((a, b) -> Integer.compare(b.evidence, a.evidence));
        for (Document document : best.subList(0, Math.min(best.size(), MOST_CANDIDATES))) {
            Candidate match = code(document, code, coverage);
            if (match != null) {
                out.add(match);
            }
        }
    }

    private @Nullable Candidate code(Document document, TokenStream code, Coverage coverage)
            throws IndexFormatException {
        String text = index.segments().get(document.segment).text(document.answer);
        CodeAlignment.Shared shared = CodeAlignment.align(code, CodeTokens.of(text, CodeBlocks.of(text)));
        if (shared.tiles().isEmpty()) {
            return null;
        }
        int suspectFrom = Integer.MAX_VALUE;
        int suspectTo = 0;
        int referenceFrom = Integer.MAX_VALUE;
        int referenceTo = 0;
        BitSet piece = new BitSet();
        for (CodeAlignment.Tile tile : shared.tiles()) {
            suspectFrom = Math.min(suspectFrom, tile.suspect());
            suspectTo = Math.max(suspectTo, tile.suspect() + tile.length());
            referenceFrom = Math.min(referenceFrom, tile.reference());
            referenceTo = Math.max(referenceTo, tile.reference() + tile.length());
            piece.set(tile.suspect(), tile.suspect() + tile.length());
        }
        BitSet left = (BitSet) shared.agreeing().clone();
        left.andNot(coverage.background(document.model));
        int effective = left.cardinality() - 2 * shared.renamed();
        if (effective < leastCode) {
            return null;
        }
        return new Candidate(
                document.segment,
                document.answer,
                document.model,
                OverlapMatch.Kind.CODE,
                suspectFrom,
                suspectTo,
                referenceFrom,
                referenceTo,
                effective,
                coverage.holders(piece, document.model));
    }

    private static int halfWords(TokenStream tokens, BitSet chosen) {
        int sum = 0;
        for (int i = chosen.nextSetBit(0); i >= 0; i = chosen.nextSetBit(i + 1)) {
            sum += tokens.weight[i];
        }
        return sum;
    }
}
