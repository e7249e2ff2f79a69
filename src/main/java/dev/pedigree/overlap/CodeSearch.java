package dev.pedigree.overlap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the programs of one answer share with those of an index. A program that is nearly the whole of a reference program counts
 * unless two or more unrelated models write it too (a textbook solution); a smaller piece counts by what is left when the runs that
 * two or more unrelated models write are taken away. Safe to share between threads.
 */
final class CodeSearch {
    private static final int MOST_CANDIDATES = 40;
    /** The similarity from which two programs are the same one: Dice's coefficient of the tokens that agree. */
    private static final double SAME = 0.9;
    /** Tokens that the same program must have in common, and that must be left of a piece. */
    private static final int LEAST_SAME = 40;

    private static final int LEAST_PIECE = 60;

    private final OverlapIndex index;
    private final Relations relations;
    private final SpanSearch spans;

    CodeSearch(OverlapIndex index, Relations relations) {
        this.index = index;
        this.relations = relations;
        this.spans = new SpanSearch(index, true, Winnowing.CODE.guarantee());
    }

    /** A reference program, its alignment, and how much of both agrees. */
    private record Program(Span first, CodeAlignment.Shared shared, double similarity) {}

    void search(Probe probe, BitSet excludedModels, List<Candidate> out) throws IndexFormatException {
        TokenStream code = probe.code();
        List<Span> found = spans.find(code, excludedModels);
        Coverage coverage = new Coverage(found, code, 2 * Winnowing.CODE.guarantee(), probe.commonCode(), relations);
        List<Program> programs = new ArrayList<>();
        for (Span span : best(found)) {
            String text = index.segments().get(span.segment()).text(span.answer());
            TokenStream reference = CodeTokens.of(text, CodeBlocks.of(text));
            CodeAlignment.Shared shared = CodeAlignment.align(code, reference);
            if (!shared.tiles().isEmpty()) {
                int agreeing = shared.agreeing().cardinality() - 2 * shared.renamed();
                programs.add(new Program(span, shared, 2.0 * agreeing / (code.size + reference.size)));
            }
        }
        for (Program program : programs) {
            BitSet left = (BitSet) program.shared.agreeing().clone();
            boolean same = program.similarity >= SAME;
            if (same && !isTextbook(program, programs)) {
                left.andNot(probe.commonCode());
                add(program, left, LEAST_SAME, holders(programs), out);
            } else if (!same) {
                left.andNot(coverage.background(program.first.model()));
                add(program, left, LEAST_PIECE, coverage.holders(piece(program), program.first.model()), out);
            }
        }
    }

    /** One span of each of the answers that share most. */
    private static List<Span> best(List<Span> found) {
        Map<Long, BitSet> covered = new TreeMap<>();
        Map<Long, Span> first = new TreeMap<>();
        for (Span span : found) {
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

    /** Whether two models unrelated to the program's, and to each other, write the same program. */
    private boolean isTextbook(Program program, List<Program> programs) {
        int model = program.first.model();
        for (Program one : programs) {
            for (Program other : programs) {
                if (one.similarity >= SAME
                        && other.similarity >= SAME
                        && !relations.areRelated(model, one.first.model())
                        && !relations.areRelated(model, other.first.model())
                        && !relations.areRelated(one.first.model(), other.first.model())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int holders(List<Program> programs) {
        BitSet models = new BitSet();
        for (Program program : programs) {
            if (program.similarity >= SAME) {
                models.set(program.first.model());
            }
        }
        return models.cardinality();
    }

    private static BitSet piece(Program program) {
        BitSet out = new BitSet();
        for (CodeAlignment.Tile tile : program.shared.tiles()) {
            out.set(tile.suspect(), tile.suspect() + tile.length());
        }
        return out;
    }

    private static void add(Program program, BitSet left, int least, int holders, List<Candidate> out) {
        int effective = left.cardinality() - 2 * program.shared.renamed();
        if (effective < least) {
            return;
        }
        int suspectFrom = Integer.MAX_VALUE;
        int suspectTo = 0;
        int referenceFrom = Integer.MAX_VALUE;
        int referenceTo = 0;
        for (CodeAlignment.Tile tile : program.shared.tiles()) {
            suspectFrom = Math.min(suspectFrom, tile.suspect());
            suspectTo = Math.max(suspectTo, tile.suspect() + tile.length());
            referenceFrom = Math.min(referenceFrom, tile.reference());
            referenceTo = Math.max(referenceTo, tile.reference() + tile.length());
        }
        out.add(new Candidate(
                program.first.segment(),
                program.first.answer(),
                program.first.model(),
                OverlapMatch.Kind.CODE,
                suspectFrom,
                suspectTo,
                referenceFrom,
                referenceTo,
                effective,
                holders));
    }
}
