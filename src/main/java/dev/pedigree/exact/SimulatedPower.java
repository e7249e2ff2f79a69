package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.LabelPermutations;
import dev.pedigree.stats.PermutationP;
import dev.pedigree.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How likely {@link SameModelTest} notices a model that another stands in for, found by tests of answers drawn from three corpora. */
final class SimulatedPower {
    private static final int DRAWS = 199;

    private final Map<Long, List<Response>> a;
    private final Map<Long, List<Response>> b;
    private final Map<Long, List<Response>> c;
    private final long seed;

    SimulatedPower(Corpus first, Corpus second, Corpus standIn, long seed) {
        a = Alignment.byPrompt(first);
        b = Alignment.byPrompt(second);
        c = Alignment.byPrompt(standIn);
        this.seed = seed;
    }

    /** The share of runs that reject at a level; empty where the three have fewer prompts in common than a test uses. */
    Optional<Estimate> of(double share, int prompts, double alpha, int runs) {
        List<Long> keys = new ArrayList<>(a.keySet());
        keys.removeIf(key -> !b.containsKey(key) || !c.containsKey(key));
        if (keys.size() < prompts) {
            return Optional.empty();
        }
        Embeddings embeddings = new Embeddings();
        SplitMix64 random = new SplitMix64(seed);
        int rejected = 0;
        for (int run = 0; run < runs; run++) {
            List<Response> ones = new ArrayList<>();
            List<Response> others = new ArrayList<>();
            for (int p = 0; p < prompts; p++) {
                int q = p + random.nextInt(keys.size() - p);
                long key = keys.get(q);
                keys.set(q, keys.get(p));
                keys.set(p, key);
                ones.addAll(a.get(key));
                others.addAll(p < StrictMath.rint(share * prompts) ? c.get(key) : b.get(key));
            }
            Alignment alignment = Alignment.of(Corpus.of("", ones), Corpus.of("", others), prompts);
            SameModelStatistics statistics = new SameModelStatistics(alignment, embeddings);
            PermutationP p = LabelPermutations.within(alignment.first, alignment.prompt)
                    .test(statistics::values, DRAWS, random.nextLong())
                    .combined();
            rejected += p.value() <= alpha ? 1 : 0;
        }
        return Optional.of(ProportionInterval.CLOPPER_PEARSON.of(rejected, runs, 0.95));
    }
}
