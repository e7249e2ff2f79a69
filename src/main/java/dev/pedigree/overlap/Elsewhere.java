package dev.pedigree.overlap;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How alike a suspect's answer and reference answers are outside of the verbatim spans that they share. Where two answers go
 * together all along, since the prompt leaves them little choice or both recite what everybody knows, a span of some length is no
 * wonder. Not safe to share between threads.
 */
final class Elsewhere {
    /** Tokens that are left of an answer at least, so that one that is all span is not divided by nothing. */
    private static final int LEAST_REST = 8;

    private final OverlapIndex index;
    private final Probe probe;
    private final char[] stored;
    private @Nullable Shingles shingles;

    Elsewhere(OverlapIndex index, Probe probe) {
        this.index = index;
        this.probe = probe;
        this.stored = probe.words().stored();
    }

    /**
     * The part of the shorter answer's tokens, spans left out, that stands in runs of three tokens of both and is not background;
     * from 0 to 1.
     *
     * @param spans the verbatim spans that both share
     */
    double share(Document document, List<Span> spans) throws IndexFormatException {
        char[] other = index.segments().get(document.segment()).tokens(document.answer(), false);
        BitSet inSuspect = new BitSet();
        BitSet inReference = new BitSet();
        for (Span span : spans) {
            if (probe.words().halfWords(span.suspect(), span.suspectEnd()) >= 2 * AnswerSearch.LEAST_WORDS) {
                inSuspect.set(span.suspect(), span.suspectEnd());
                inReference.set(span.reference(), span.reference() + span.length());
            }
        }
        BitSet shared = shared(other, inSuspect, inReference);
        shared.andNot(probe.commonWords());
        int rest = Math.min(stored.length - inSuspect.cardinality(), other.length - inReference.cardinality());
        return Math.min(1, shared.cardinality() / (double) Math.max(LEAST_REST, rest));
    }

    private BitSet shared(char[] other, BitSet inSuspect, BitSet inReference) {
        Shingles asked = shingles;
        if (asked == null) {
            asked = new Shingles(Shingles.ofThree(stored));
            shingles = asked;
        }
        BitSet out = new BitSet();
        BitSet met = new BitSet(); // by first place: in a loop the same one comes again and again
        long[] others = Shingles.ofThree(other);
        for (int i = 0; i < others.length; i++) {
            boolean outside = inReference.nextSetBit(i) < 0 || inReference.nextSetBit(i) >= i + 3;
            int first = outside ? asked.first(others[i]) : -1;
            if (first >= 0 && !met.get(first)) {
                met.set(first);
                for (int at = first; at >= 0; at = asked.next(at)) {
                    out.set(at, at + 3);
                }
            }
        }
        out.andNot(inSuspect);
        return out;
    }
}
