package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The reference answer that may be behind a match, and how much speaks for looking closer. Not shared between threads. */
final class Document {
    final int segment;
    final int answer;
    final int model;
    final boolean samePrompt;
    final List<Span> spans = new ArrayList<>();
    int evidence;
    /** The suspect's tokens that stand in shingles of both; filled for answers that are looked at closer. */
    final BitSet shared = new BitSet();
    /** The answer's own tokens that do. */
    final BitSet sharedReference = new BitSet();

    Document(int segment, int answer, int model, boolean samePrompt) {
        this.segment = segment;
        this.answer = answer;
        this.model = model;
        this.samePrompt = samePrompt;
    }

    /** Whether some tokens are half of the suspect's answer and of this one. */
    boolean isMostOfBoth(int tokens, TokenStream words, OverlapIndex index) throws IndexFormatException {
        Segment in = index.segments().get(segment);
        int reference = in.tokensFrom(answer + 1, false) - in.tokensFrom(answer, false);
        return 2 * tokens >= words.size && 2 * tokens >= reference;
    }
}
