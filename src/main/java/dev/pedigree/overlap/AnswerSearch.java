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
    /** Tokens of a program that say as much as a word. */
    private static final int TOKENS_OF_WORD = 3;
    /** Half words up to which an answer is laid beside all answers to its prompt: a few changes leave it neither a run nor a band. */
    private static final int SHORT = 48;

    /** Half words of a match that must be left when the prompt's words and boilerplate are taken away. */
    static final int LEAST_OWN = 16;
    /** Half words of a match that makes up half of both answers beyond what chance has another model write of it. */
    static final int LEAST_BEYOND_MOST = 6;

    private final OverlapIndex index;
    private final Relations relations;
    private final SpanSearch wordSpans;
    private final SpanSearch codeSpans;
    private final CodeSearch code;

    AnswerSearch(OverlapIndex index, Relations relations) {
        this.index = index;
        this.relations = relations;
        this.wordSpans = new SpanSearch(index, false, LEAST_COVER_TOKENS);
        this.codeSpans = new SpanSearch(index, true, Winnowing.CODE.k());
        this.code = new CodeSearch(index, relations);
    }

    /**
     * What was found.
     *
     * @param matches the matches, those of one reference answer together
     * @param near the reference answers that are nearly the same, the nearest first
     * @param spans the verbatim spans of twelve words and more that are no matches
     * @param longest by reference answer the half words of the longest such span, match or not
     */
    record Found(List<Candidate> matches, List<Near> near, UncountedSpans spans, Map<Long, Integer> longest) {}

    /**
     * A reference answer that is nearly the same as the suspect's.
     *
     * @param document the answer
     * @param similarity how much of both is the same, up to 1
     */
    record Near(Document document, double similarity) {}

    /** What an answer shares with the index. */
    Found search(Probe probe, BitSet excludedModels) throws IndexFormatException {
        return search(probe, excludedModels, false);
    }

    /** What an answer has in common with others to its prompt; what answers to other prompts have of it still counts against that. */
    Found searchSamePrompt(Probe probe, BitSet excludedModels) throws IndexFormatException {
        return search(probe, excludedModels, true);
    }

    private Found search(Probe probe, BitSet excludedModels, boolean samePromptOnly) throws IndexFormatException {
        List<Span> programs = codeSpans.find(probe.code(), excludedModels);
        CodeSearch.Found found = code.search(probe, programs, excludedModels, samePromptOnly);
        Found out = searchWords(probe, programs, found.alike(), excludedModels, samePromptOnly);
        out.matches.addAll(found.matches());
        return out;
    }

    /** The same of the programs; nothing is too little to be listed. */
    List<Candidate> searchSamePromptCode(Probe probe, BitSet excludedModels) throws IndexFormatException {
        return code.search(probe, codeSpans.find(probe.code(), excludedModels), excludedModels, true)
                .matches();
    }

    private Found searchWords(
            Probe probe, List<Span> programs, Set<Long> alike, BitSet excludedModels, boolean samePromptOnly)
            throws IndexFormatException {
        TokenStream words = probe.words();
        List<Span> spans = wordSpans.find(words, excludedModels);
        Coverage runs = new Coverage(spans, LEAST_COVER, words, relations);
        Found out = new Found(new ArrayList<>(), new ArrayList<>(), new UncountedSpans(runs), new TreeMap<>());
        StockPhrases stock = new StockPhrases(index, relations, spans, LEAST_COVER, words);
        Map<Long, Document> documents = new TreeMap<>();
        spans.forEach(span -> document(probe, span, documents).add(span));
        for (Document document : documents.values()) {
            document.addEvidence(covered(document.spans(), words));
        }
        byDocument(programs)
                .forEach((key, found) -> document(probe, found.get(0), documents)
                        .addEvidence(covered(found, probe.code()) / TOKENS_OF_WORD));
        addBanded(probe, excludedModels, documents);
        boolean isShort = words.halfWords(0, words.size) <= SHORT;
        if (isShort) {
            addSamePrompt(probe, excludedModels, documents);
        }
        VerbatimSearch verbatims = new VerbatimSearch(index, relations, probe, runs, stock, excludedModels);
        Set<Document> closer = closer(documents, isShort ? documents.size() : MOST_CANDIDATES);
        NearSearch near = new NearSearch(index, relations, probe, isShort, verbatims::answering, closer, alike);
        for (Document document : documents.values()) {
            if (samePromptOnly && !document.isSamePrompt()) {
                continue;
            }
            VerbatimSearch.Found verbatim = verbatims.find(document, alike.contains(document.key()));
            int longest = verbatim.matches().stream().mapToInt(Candidate::words).sum();
            Candidate best = closer.contains(document) ? near.find(document, longest, runs) : null;
            if (best != null && 4 * best.words() > 5 * longest) {
                out.matches.add(best);
                verbatim.removeMet(best);
            }
            out.matches.addAll(verbatim.matches());
            out.spans.addAll(verbatim.spans());
            if (verbatim.longest() >= 2 * LEAST_WORDS) {
                out.longest.put(document.key(), verbatim.longest());
            }
        }
        for (Document document : closer) {
            double similarity = near.similarity(document);
            if (similarity >= NearAnswer.LEAST_SIMILARITY) {
                out.near.add(new Near(document, similarity));
            }
        }
        out.near.sort((a, b) -> Double.compare(b.similarity, a.similarity));
        return out;
    }

    private static Map<Long, List<Span>> byDocument(List<Span> spans) {
        Map<Long, List<Span>> out = new TreeMap<>();
        spans.forEach(span ->
                out.computeIfAbsent(span.document(), d -> new ArrayList<>()).add(span));
        return out;
    }

    /** How many words stand in some spans, each counted once. */
    private static int covered(List<Span> spans, TokenStream tokens) {
        BitSet met = new BitSet();
        spans.forEach(span -> met.set(span.suspect(), span.suspectEnd()));
        return tokens.halfWords(met) / 2;
    }

    /** The answers that share most. */
    private static Set<Document> closer(Map<Long, Document> documents, int most) {
        List<Document> out = new ArrayList<>();
        for (Document document : documents.values()) {
            if (document.evidence() >= LEAST_NEAR_SEED) {
                out.add(document);
            }
        }
        out.sort((a, b) -> Integer.compare(b.evidence(), a.evidence()));
        return new LinkedHashSet<>(out.subList(0, Math.min(out.size(), most)));
    }

    private Document document(Probe probe, Span span, Map<Long, Document> documents) {
        return documents.computeIfAbsent(
                span.document(), d -> document(probe, span.segment(), span.answer(), span.model()));
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
                        document.addEvidence(LEAST_NEAR_SEED);
                    }
                });
            }
        }
    }

    /** The answers to the same prompt that are not far shorter or longer. */
    private void addSamePrompt(Probe probe, BitSet excludedModels, Map<Long, Document> documents)
            throws IndexFormatException {
        long key = probe.promptKey();
        int tokens = probe.words().size;
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            for (int a = segment.firstWithPrompt(key); a < segment.answers() && segment.promptKey(a) == key; a++) {
                int model = index.model(s, a);
                int other = segment.tokensFrom(a + 1, false) - segment.tokensFrom(a, false);
                if (!excludedModels.get(model) && 2 * other >= tokens && other <= 4 * tokens) {
                    Document document = new Document(s, a, model, true);
                    documents.computeIfAbsent((long) s << 32 | a, d -> document).addEvidence(LEAST_NEAR_SEED);
                }
            }
        }
    }
}
