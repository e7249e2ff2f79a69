package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/** The verbatim spans of one suspect answer that are no matches. Not safe to share between threads. */
final class UncountedSpans {
    /** Spans that may hold a place of the answer before another one of it is left out. */
    private static final int MOST_PER_PLACE = 2;

    /** Spans of one answer. */
    private static final int MOST = 20;

    private final List<Uncounted> all = new ArrayList<>();
    private final Coverage runs;

    /**
     * A verbatim span that is no match.
     *
     * @param span the span
     * @param words how many words it has
     * @param samePrompt whether the reference answers the same prompt
     * @param reason why it is none
     */
    record Uncounted(Span span, int words, boolean samePrompt, SharedSpan.Reason reason) {}

    /**
     * One that is listed.
     *
     * @param span the span
     * @param holding how many longer ones hold all of its place
     * @param rarity how many models hold half of it
     */
    record Listed(Uncounted span, int holding, int rarity) {}

    /**
     * None yet.
     *
     * @param runs who writes what of the answer
     */
    UncountedSpans(Coverage runs) {
        this.runs = runs;
    }

    void addAll(List<Uncounted> spans) {
        all.addAll(spans);
    }

    int size() {
        return all.size();
    }

    /**
     * Those that are listed, the longest first: of each place that no listed match tells of the longest, and where that is too many one
     * of each place before a second one, the rarest first.
     *
     * @param matches the matches that are listed
     */
    List<Listed> beside(List<Candidate> matches) {
        all.sort(Comparator.comparingInt((Uncounted u) -> -u.words).thenComparing(u -> !u.samePrompt));
        List<Listed> listed = new ArrayList<>();
        for (Uncounted one : all) {
            Span span = one.span;
            long holding = listed.stream().filter(l -> holds(l.span.span, span)).count();
            int most = one.reason == SharedSpan.Reason.OF_PROMPT ? 1 : MOST_PER_PLACE;
            if (holding < most && matches.stream().noneMatch(m -> tells(m, span))) {
                BitSet piece = new BitSet();
                piece.set(span.suspect(), span.suspectEnd());
                listed.add(new Listed(one, (int) holding, runs.holders(piece, span.model())));
            }
        }
        if (listed.size() > MOST) {
            listed.sort(Comparator.comparingInt(Listed::holding).thenComparingInt(Listed::rarity));
            listed.subList(MOST, listed.size()).clear();
            listed.sort(Comparator.comparingInt(l -> -l.span.words));
        }
        return listed;
    }

    private static boolean holds(Span longer, Span span) {
        return longer.suspect() <= span.suspect() && span.suspectEnd() <= longer.suspectEnd();
    }

    /** Whether a match holds a span: word for word, or in near runs of the same answer. */
    private static boolean tells(Candidate match, Span span) {
        boolean words = match.kind() == OverlapMatch.Kind.VERBATIM
                || (match.kind() == OverlapMatch.Kind.NEAR
                        && match.segment() == span.segment()
                        && match.answer() == span.answer());
        return words && match.suspectFrom() <= span.suspect() && span.suspectEnd() <= match.suspectTo();
    }
}
