package dev.pedigree.overlap;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Phrases that models write whatever they are asked, such as steps of recipes and offers of help. One answer shares them with
 * answers to several prompts, where what was copied from an answer stands in answers to that answer's prompt. Safe to share between
 * threads.
 */
final class StockPhrases {
    /** Other prompts that a phrase must stand in answer to. */
    private static final int PROMPTS = 2;

    private final OverlapIndex index;
    private final Relations relations;
    private final TokenStream words;
    private final List<Span> spans;
    private final int least;

    /**
     * The stock phrases of a suspect's answer.
     *
     * @param spans what the answer shares word for word with reference answers
     * @param least half words of a piece from which on an answer is said to hold it too
     * @param words the answer
     */
    StockPhrases(OverlapIndex index, Relations relations, List<Span> spans, int least, TokenStream words) {
        this.index = index;
        this.relations = relations;
        this.spans = spans;
        this.least = least;
        this.words = words;
    }

    /** Whether models unrelated to a document's write a piece of it in answer to two prompts that are not its own. */
    boolean hold(BitSet piece, Document document) throws IndexFormatException {
        long own = promptKey(document.segment(), document.answer());
        Set<Long> prompts = new HashSet<>();
        for (Span span : spans) {
            if (!relations.areRelated(document.model(), span.model()) && holds(span, piece)) {
                long key = promptKey(span.segment(), span.answer());
                if (key != own && prompts.add(key) && prompts.size() == PROMPTS) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean holds(Span span, BitSet piece) {
        BitSet held = new BitSet();
        held.set(span.suspect(), span.suspectEnd());
        held.and(piece);
        return words.halfWords(held) >= least;
    }

    private long promptKey(int segment, int answer) throws IndexFormatException {
        return index.segments().get(segment).promptKey(answer);
    }
}
