package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the programs of one answer share with those of an index. Two models often solve a task with the same program, so how much a
 * match speaks for a copy depends on what other models write for the task of the reference program: a program as a whole by how like
 * the reference it is and how few write it too, a piece of one by how many of its runs nobody else writes. Safe to share between
 * threads.
 */
final class CodeSearch {
    private static final int MOST_CANDIDATES = 40;
    /** How fast a program that is not quite the same loses its weight: an independent one is seldom the same to the last token. */
    private static final int SHARPNESS = 32;
    /** Runs of tokens that nobody else writes that speak as much as the odds of a program going up by a factor of e. */
    private static final double RUNS_OF_WHOLE = 25;
    /** Runs of a piece that independent solutions of a task hardly ever share when nobody else writes them. */
    private static final double RUNS_OF_CHANCE = 40;

    private static final double RUNS_OF_PIECE = 10;
    /** Tokens of a program that stands inside of a longer one. */
    private static final int LEAST_INSIDE = 60;

    /** The similarity from which on two programs are nearly the same one. */
    private static final double ALIKE = 0.75;

    private final OverlapIndex index;
    private final Relations relations;

    CodeSearch(OverlapIndex index, Relations relations) {
        this.index = index;
        this.relations = relations;
    }

    /**
     * What was found.
     *
     * @param matches the matches
     * @param alike the reference answers whose programs are nearly the suspect's, matches or not: whether they are copies is
     *     decided by their tokens, and that they share words as well says no more
     */
    record Found(List<Candidate> matches, Set<Long> alike) {}

    /**
     * Judges the programs of an answer.
     *
     * @param spans what they share word for word, of which runs shorter than the guaranteed length are passed over
     * @param samePromptOnly whether only answers to the same prompt are judged, beside which the others still stand
     */
    Found search(Probe probe, List<Span> spans, BitSet excludedModels, boolean samePromptOnly)
            throws IndexFormatException {
        Found found = new Found(new ArrayList<>(), new TreeSet<>());
        TokenStream code = probe.code();
        List<Span> best = best(spans);
        Map<Long, Rivals> byTask = new TreeMap<>();
        double leastPopularity = Rivals.leastPopularity(index.models().size());
        for (Span span : best) {
            Segment segment = index.segments().get(span.segment());
            long task = segment.promptKey(span.answer());
            if (samePromptOnly && task != probe.promptKey()) {
                continue;
            }
            String text = segment.text(span.answer());
            TokenStream reference = CodeTokens.of(text, CodeBlocks.of(text));
            CodeAlignment.Shared shared = CodeAlignment.align(code, reference);
            BitSet left = (BitSet) shared.agreeing().clone();
            left.andNot(probe.commonCode());
            int agreeing = shared.agreeing().cardinality() - 2 * shared.renamed();
            double similarity = similarity(agreeing, code.size, reference.size);
            if (similarity >= ALIKE) {
                found.alike.add(span.document());
            }
            if (score(similarity, shared.renamed(), left.cardinality(), leastPopularity) < 0) {
                continue;
            }
            Rivals rivals = byTask.get(task);
            if (rivals == null) {
                rivals = rivals(code, task, best, excludedModels);
                byTask.put(task, rivals);
            }
            int own = rivals.own(left, span.model());
            double popularity = rivals.popularity(span.document(), span.model(), segment.tokens(span.answer(), true));
            double score = score(similarity, shared.renamed(), own, popularity);
            int words = left.cardinality() - 2 * shared.renamed();
            if (score >= 0 && words > 0) {
                found.matches.add(candidate(span, shared, words, score, rivals.models(left, span.model())));
            }
        }
        return found;
    }

    /** How much two programs speak for a copy: as wholes, or by a piece that they share, whichever says more; below 0 it is nothing. */
    private static double score(double similarity, int renamed, int own, double popularity) {
        double whole = SHARPNESS * StrictMath.log(similarity) - StrictMath.log(popularity) + own / RUNS_OF_WHOLE;
        return Math.max(whole, (own - 2 * renamed - RUNS_OF_CHANCE) / RUNS_OF_PIECE);
    }

    /** Dice's coefficient of the tokens that agree; where enough of them do, the share of the shorter program. */
    private static double similarity(int agreeing, int suspect, int reference) {
        if (agreeing <= 0) {
            return 0;
        }
        double dice = 2.0 * agreeing / (suspect + reference);
        return agreeing >= LEAST_INSIDE ? Math.max(dice, agreeing / (double) Math.min(suspect, reference)) : dice;
    }

    /** The programs of those who answer one prompt, and those that were found beside. */
    private Rivals rivals(TokenStream code, long task, List<Span> best, BitSet excludedModels)
            throws IndexFormatException {
        Rivals out = new Rivals(code, relations);
        for (int s = 0; s < index.segments().size(); s++) {
            Segment segment = index.segments().get(s);
            for (int a = segment.firstWithPrompt(task); a < segment.answers() && segment.promptKey(a) == task; a++) {
                int model = index.model(s, a);
                char[] tokens = segment.tokens(a, true);
                if (!excludedModels.get(model) && tokens.length >= Winnowing.CODE.guarantee()) {
                    out.add((long) s << 32 | a, model, true, tokens);
                }
            }
        }
        for (Span span : best) {
            Segment segment = index.segments().get(span.segment());
            if (segment.promptKey(span.answer()) != task) {
                out.add(span.document(), span.model(), false, segment.tokens(span.answer(), true));
            }
        }
        return out;
    }

    /** One span of each of the answers that share most. */
    private static List<Span> best(List<Span> found) {
        Map<Long, BitSet> covered = new TreeMap<>();
        Map<Long, Span> first = new TreeMap<>();
        for (Span span : found) {
            if (span.length() < Winnowing.CODE.guarantee()) {
                continue;
            }
            covered.computeIfAbsent(span.document(), d -> new BitSet()).set(span.suspect(), span.suspectEnd());
            first.putIfAbsent(span.document(), span);
        }
        List<Span> out = new ArrayList<>(first.values());
        Map<Long, Integer> evidence = new TreeMap<>();
        covered.forEach((document, tokens) -> evidence.put(document, tokens.cardinality()));
        out.sort((a, b) ->
                Integer.compare(evidence.getOrDefault(b.document(), 0), evidence.getOrDefault(a.document(), 0)));
        return out.subList(0, Math.min(out.size(), MOST_CANDIDATES));
    }

    private static Candidate candidate(Span first, CodeAlignment.Shared shared, int words, double score, int holders) {
        int suspectFrom = Integer.MAX_VALUE;
        int suspectTo = 0;
        int referenceFrom = Integer.MAX_VALUE;
        int referenceTo = 0;
        for (CodeAlignment.Tile tile : shared.tiles()) {
            suspectFrom = Math.min(suspectFrom, tile.suspect());
            suspectTo = Math.max(suspectTo, tile.suspect() + tile.length());
            referenceFrom = Math.min(referenceFrom, tile.reference());
            referenceTo = Math.max(referenceTo, tile.reference() + tile.length());
        }
        return new Candidate(
                first.segment(),
                first.answer(),
                first.model(),
                OverlapMatch.Kind.CODE,
                suspectFrom,
                suspectTo,
                referenceFrom,
                referenceTo,
                words,
                score,
                holders);
    }
}
