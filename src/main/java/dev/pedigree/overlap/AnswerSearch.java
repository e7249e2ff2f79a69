package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What one answer shares with an index, background subtracted. Safe to share between threads. */
final class AnswerSearch {
    /** The shortest verbatim span that counts, before subtraction. */
    static final int LEAST_WORDS = 12;

    /** Half words of a run that a model is said to write too. */
    private static final int LEAST_COVER = 16;

    private static final int LEAST_COVER_TOKENS = 8;
    private static final int LEAST_NEAR_SEED = 16;
    private static final int MOST_CANDIDATES = 40;

    /** Half words of a match that must be left when the prompt's words and boilerplate are taken away. */
    static final int LEAST_OWN = 16;
    /** Half words of a verbatim span beyond what chance has another model write of it. */
    private static final int LEAST_BEYOND_VERBATIM = 26;
    /** The same of a match that makes up half of both answers. */
    static final int LEAST_BEYOND_MOST = 12;
    /** Half words beyond what two others write where the prompt is another: chance repeats pieces there, but hardly whole spans. */
    private static final int LEAST_BEYOND_OTHER_PROMPT = 8;

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
        Coverage runs = new Coverage(spans, LEAST_COVER, words, relations);
        Map<Long, Document> documents = new TreeMap<>();
        for (Span span : spans) {
            Document document = documents.computeIfAbsent(
                    span.document(), d -> document(probe, span.segment(), span.answer(), span.model()));
            document.spans.add(span);
        }
        for (Document document : documents.values()) {
            BitSet seeds = new BitSet();
            document.spans.forEach(span -> seeds.set(span.suspect(), span.suspectEnd()));
            document.evidence = words.halfWords(seeds) / 2;
        }
        addBanded(probe, excludedModels, documents);
        Set<Document> closer = closer(documents);
        NearSearch near = new NearSearch(index, relations, probe, closer);
        for (Document document : documents.values()) {
            List<Candidate> verbatim = verbatim(document, probe, runs);
            int longest = verbatim.stream().mapToInt(Candidate::words).sum();
            Candidate best = closer.contains(document) ? near.find(document, longest, runs) : null;
            if (best != null && 4 * best.words() > 5 * longest) {
                out.add(best);
            } else {
                out.addAll(verbatim);
            }
        }
    }

    /** The answers that share most. */
    private static Set<Document> closer(Map<Long, Document> documents) {
        List<Document> out = new ArrayList<>();
        for (Document document : documents.values()) {
            if (document.evidence >= LEAST_NEAR_SEED) {
                out.add(document);
            }
        }
        out.sort((a, b) -> Integer.compare(b.evidence, a.evidence));
        return new LinkedHashSet<>(out.subList(0, Math.min(out.size(), MOST_CANDIDATES)));
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

    private List<Candidate> verbatim(Document document, Probe probe, Coverage runs) throws IndexFormatException {
        TokenStream words = probe.words();
        List<Candidate> out = new ArrayList<>();
        BitSet taken = new BitSet();
        document.spans.sort((a, b) -> a.length() != b.length()
                ? Integer.compare(b.length(), a.length())
                : Integer.compare(a.suspect(), b.suspect()));
        for (Span span : document.spans) {
            if (words.halfWords(span.suspect(), span.suspectEnd()) < 2 * LEAST_WORDS) {
                continue;
            }
            BitSet piece = new BitSet();
            piece.set(span.suspect(), span.suspectEnd());
            BitSet own = (BitSet) piece.clone();
            own.andNot(taken);
            own.andNot(probe.commonWords());
            int left = words.halfWords(own);
            Coverage.Others others = left < LEAST_OWN ? Coverage.Others.NONE : runs.others(own, document.model);
            int least = document.isMostOfBoth(span.length(), words, index) ? LEAST_BEYOND_MOST : LEAST_BEYOND_VERBATIM;
            int beyond = left - (document.samePrompt ? others.byChance() : others.two());
            if (left >= LEAST_OWN && beyond >= (document.samePrompt ? least : LEAST_BEYOND_OTHER_PROMPT)) {
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
                        (left - others.two()) / 2,
                        beyond / 2.0,
                        runs.holders(piece, document.model)));
            }
        }
        return out;
    }
}
