package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verbatim spans of twelve words and more that one suspect answer shares with reference answers, and which of them are more than
 * chance gives. Not safe to share between threads.
 */
final class VerbatimSearch {
    /** Half words of a span in answer to the same prompt, most of which stand in programs: two solutions of a task share more words than two texts. */
    private static final int LEAST_BEYOND_PROGRAM = 48;

    /** Half words beyond what two others write where the prompt is another and models write it in answer to several prompts. */
    private static final int LEAST_BEYOND_STOCK = 16;

    /** By how many times more a span must go beyond the others where two answers are the same elsewhere too. */
    private static final int ALIKE_ELSEWHERE = 4;

    private final OverlapIndex index;
    private final Relations relations;
    private final Probe probe;
    private final Coverage runs;
    private final StockPhrases stock;
    private final Elsewhere elsewhere;
    private final BitSet references = new BitSet();
    private final BitSet answering = new BitSet();

    /**
     * A search.
     *
     * @param runs who writes what of the answer in runs of eight words
     * @param excludedModels reference models that are passed over
     */
    VerbatimSearch(
            OverlapIndex index,
            Relations relations,
            Probe probe,
            Coverage runs,
            StockPhrases stock,
            BitSet excludedModels)
            throws IndexFormatException {
        this.index = index;
        this.relations = relations;
        this.probe = probe;
        this.runs = runs;
        this.stock = stock;
        this.elsewhere = new Elsewhere(index, probe);
        references.set(0, index.models().size());
        references.andNot(excludedModels);
        long key = probe.promptKey();
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            for (int a = segment.firstWithPrompt(key); a < segment.answers() && segment.promptKey(a) == key; a++) {
                answering.set(index.model(s, a));
            }
        }
        answering.andNot(excludedModels);
    }

    /**
     * What was found of one reference answer.
     *
     * @param matches those that are more than chance gives
     * @param spans the others
     * @param longest half words of the longest of either; 0 without one
     */
    record Found(List<Candidate> matches, List<UncountedSpans.Uncounted> spans, int longest) {
        /** Leaves out matches that near runs of the same answer tell as well. */
        void removeMet(Candidate near) {
            matches.removeIf(m -> near.suspectFrom() < m.suspectTo() && m.suspectFrom() < near.suspectTo());
        }
    }

    /** How many models unrelated to a model answered the suspect's prompt. */
    int answering(int model) {
        return unrelated(answering, model);
    }

    private int unrelated(BitSet models, int model) {
        BitSet out = (BitSet) models.clone();
        out.andNot(relations.relativesOf(model));
        return out.cardinality();
    }

    /**
     * The verbatim spans of one reference answer.
     *
     * @param alike whether its programs are nearly the suspect's, so that their tokens decide about them
     */
    Found find(Document document, boolean alike) throws IndexFormatException {
        TokenStream words = probe.words();
        List<Candidate> matches = new ArrayList<>();
        List<UncountedSpans.Uncounted> spans = new ArrayList<>();
        int longest = 0;
        double share = -1; // of what is alike elsewhere, once it is asked for
        BitSet taken = new BitSet();
        List<Span> shared = document.spans();
        for (Span span : shared) {
            int size = words.halfWords(span.suspect(), span.suspectEnd());
            if (size < 2 * AnswerSearch.LEAST_WORDS) {
                continue;
            }
            longest = Math.max(longest, size);
            BitSet piece = new BitSet();
            piece.set(span.suspect(), span.suspectEnd());
            BitSet own = (BitSet) piece.clone();
            own.andNot(taken);
            if (own.isEmpty() || (alike && probe.isMostlyProgram(own))) {
                continue;
            }
            own.andNot(probe.commonWords());
            int left = words.halfWords(own);
            Coverage.Others others =
                    left < AnswerSearch.LEAST_OWN ? Coverage.Others.NONE : runs.others(own, document.model());
            int beyond = left - (document.isSamePrompt() ? others.byChance() : others.two());
            double least = least(span, own, document);
            double score = beyond;
            if (isJudgedByTheRest(span, own, document) && beyond >= least) {
                share = share < 0 ? elsewhere.share(document, shared) : share;
                score = beyond / (1 + ALIKE_ELSEWHERE * share);
            }
            SharedSpan.Reason against = against(left, beyond, score, least, own, document);
            if (against != null) {
                spans.add(new UncountedSpans.Uncounted(span, size / 2, document.isSamePrompt(), against));
                continue;
            }
            taken.or(piece);
            matches.add(new Candidate(
                    document.segment(),
                    document.answer(),
                    document.model(),
                    OverlapMatch.Kind.VERBATIM,
                    span.suspect(),
                    span.suspectEnd(),
                    span.reference(),
                    span.reference() + span.length(),
                    (left - others.two()) / 2,
                    score / 2,
                    runs.holders(piece, document.model())));
        }
        return new Found(matches, spans, longest);
    }

    /** Half words by which a span must go beyond what others write of it. */
    private double least(Span span, BitSet own, Document document) throws IndexFormatException {
        boolean program = probe.isMostlyProgram(own);
        if (!document.isSamePrompt()) {
            return Chance.otherPrompt(unrelated(references, document.model()), program);
        }
        if (program) {
            return LEAST_BEYOND_PROGRAM;
        }
        return isMostOfBoth(span) ? AnswerSearch.LEAST_BEYOND_MOST : Chance.samePrompt(answering(document.model()));
    }

    /** Whether it matters how alike the answers are outside of a span: a span that is most of both leaves too little. */
    private boolean isJudgedByTheRest(Span span, BitSet own, Document document) throws IndexFormatException {
        return document.isSamePrompt() && !probe.isMostlyProgram(own) && !isMostOfBoth(span);
    }

    /**
     * Why a span says nothing; null where it goes far enough beyond what others write of it.
     *
     * @param left its half words once what is background is taken away
     * @param beyond those that go beyond what others write
     * @param score the same, set against how alike the answers are elsewhere
     * @param least what is far enough
     */
    private SharedSpan.@Nullable Reason against(
            int left, int beyond, double score, double least, BitSet own, Document document)
            throws IndexFormatException {
        if (left < AnswerSearch.LEAST_OWN) {
            return SharedSpan.Reason.OF_PROMPT;
        }
        if (score < least) {
            return left < least || beyond >= least ? SharedSpan.Reason.TOO_SHORT : SharedSpan.Reason.ALSO_BY_OTHERS;
        }
        boolean stockPhrase = !document.isSamePrompt() && beyond < LEAST_BEYOND_STOCK && stock.hold(own, document);
        return stockPhrase ? SharedSpan.Reason.STOCK_PHRASE : null;
    }

    /** Whether a span is half of the suspect's answer and of the reference's. */
    private boolean isMostOfBoth(Span span) throws IndexFormatException {
        Segment segment = index.segments().get(span.segment());
        int reference = segment.tokensFrom(span.answer() + 1, false) - segment.tokensFrom(span.answer(), false);
        return 2 * span.length() >= Math.max(probe.words().size, reference);
    }
}
