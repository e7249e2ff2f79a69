package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.LabelPermutations;
import dev.pedigree.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Does the suspect give planted answers? The null hypothesis: it does not know which canaries were planted. As the lot decided
 * that, the labels are exchangeable by design (within groups, where the lot was drawn within groups), and what a model guesses by
 * chance it guesses of decoys too: an uncalibrated detector convicts innocents. N. Carlini et al., "The secret sharer", USENIX
 * Security 2019, arXiv:1802.08232; for lots as the source of exactness T. Steinke, M. Nasr and M. Jagielski, "Privacy auditing with
 * one (1) training run", NeurIPS 2023, arXiv:2305.08846.
 *
 * <p>The statistics, all from the same permutations and combined by the smallest p-value: the likeness of the made-up answer and
 * the suspect's answer to the trigger, which is the mean of the share of its words that stand there in their order (longest common
 * subsequence) and of the string kernel's cosine, averaged over the suspect's samples; whether
 * the made-up answer stands in it word for word, for which alone the permutation test is Fisher's exact test; and, where all have
 * one, the loss, negated. Immutable.
 */
public final class CanaryTest {
    private static final int BOOTSTRAPS = 400;
    private static final double LEVEL = 0.95;

    private final int draws;
    private final long seed;

    private CanaryTest(int draws, long seed) {
        this.draws = draws;
        this.seed = seed;
    }

    /**
     * The test with 9,999 permutations and seed 1.
     *
     * @return the test
     */
    public static CanaryTest withDefaults() {
        return new CanaryTest(9999, 1);
    }

    /**
     * The number of permutations that are drawn where there are too many to enumerate.
     *
     * @param value at least 99
     * @return the test with that many
     */
    public CanaryTest withDraws(int value) {
        if (value < 99) {
            throw new IllegalArgumentException("draws must be >= 99, got " + value);
        }
        return new CanaryTest(value, seed);
    }

    /**
     * The seed of permutations and bootstrap.
     *
     * @param value any number; equal seeds give equal results
     * @return the test with that seed
     */
    public CanaryTest withSeed(long value) {
        return new CanaryTest(draws, value);
    }

    /**
     * Tests.
     *
     * @param suspect the suspect's answers to the triggers, matched by prompt, else by id
     * @param canaries planted ones and decoys
     * @return the result, without a p-value where no two labels can be exchanged
     */
    public CanaryResult test(Corpus suspect, List<Canary> canaries) {
        Map<Long, List<Response>> byPrompt = Alignment.byPrompt(suspect);
        Map<String, List<Response>> byId = new LinkedHashMap<>();
        suspect.responses()
                .forEach(r ->
                        byId.computeIfAbsent(r.id(), k -> new ArrayList<>()).add(r));
        List<Canary> asked = new ArrayList<>();
        List<double[]> scores = new ArrayList<>();
        int losses = 0;
        int wordless = 0;
        for (Canary canary : canaries) {
            long key = Response.of(canary.id(), canary.trigger(), "").promptKey();
            List<Response> answers = byPrompt.getOrDefault(key, byId.getOrDefault(canary.id(), List.of()));
            if (!answers.isEmpty() || canary.loss().isPresent()) {
                asked.add(canary);
                scores.add(score(canary, answers));
                losses += canary.loss().isPresent() ? 1 : 0;
                wordless += Tokens.of(canary.answer()).size() == 0 ? 1 : 0;
            }
        }
        List<Limitation> limitations = new ArrayList<>();
        if (asked.size() < canaries.size()) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT,
                    canaries.size() - asked.size() + " of " + canaries.size()
                            + " canaries were left out: the suspect has no answer to their trigger. Ask it the triggers; its answers"
                            + " are matched by prompt, else by id."));
        }
        if (wordless > 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT,
                    wordless + " canaries have an answer without words; nothing can match them."));
        }
        return result(asked, scores, losses == asked.size() && losses > 0, limitations);
    }

    private CanaryResult result(
            List<Canary> canaries, List<double[]> scores, boolean losses, List<Limitation> limitations) {
        int n = canaries.size();
        boolean[] planted = new boolean[n];
        int[] group = new int[n];
        Map<String, Integer> groups = new LinkedHashMap<>();
        List<String> hits = new ArrayList<>();
        int[] count = new int[2];
        int[] hit = new int[2];
        for (int i = 0; i < n; i++) {
            Canary canary = canaries.get(i);
            planted[i] = canary.planted();
            group[i] = groups.computeIfAbsent(canary.group(), k -> groups.size());
            int side = planted[i] ? 1 : 0;
            count[side]++;
            if (scores.get(i)[1] > 0) {
                hit[side]++;
                if (planted[i]) {
                    hits.add(canary.id());
                }
            }
        }
        Optional<Estimate> plantedHits = share(hit[1], count[1]);
        Optional<Estimate> decoyHits = share(hit[0], count[0]);
        LabelPermutations permutations = LabelPermutations.within(planted, group);
        if (permutations.count() < 2) {
            limitations.add(new Limitation(
                    Limitation.Kind.NOT_TESTED,
                    "No group holds both planted canaries and decoys (" + count[1] + " planted, " + count[0]
                            + " decoys): without decoys there is no null. A decoy is made up like the planted ones, was not"
                            + " planted, and stands in their group."));
            return new CanaryResult(
                    count[1], count[0], plantedHits, decoyHits, Optional.empty(), List.of(), hits, limitations);
        }
        List<String> names = new ArrayList<>(List.of("likeness to the answer", "answer word for word"));
        if (losses) {
            names.add("negated loss");
        }
        GroupDifference difference = new GroupDifference(group, planted);
        double[][] values = new double[names.size()][n];
        double[][] coefficients = new double[names.size()][];
        for (int s = 0; s < names.size(); s++) {
            for (int i = 0; i < n; i++) {
                values[s][i] = scores.get(i)[s];
            }
            coefficients[s] = difference.coefficients(values[s]);
        }
        LabelPermutations.Outcome outcome = permutations.test(
                labels -> {
                    double[] statistics = new double[coefficients.length];
                    for (int s = 0; s < statistics.length; s++) {
                        statistics[s] = GroupDifference.sum(coefficients[s], labels);
                    }
                    return statistics;
                },
                draws,
                seed);
        SameModelTest.resolution(outcome.combined(), limitations);
        if (hit[0] + hit[1] == 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.TIES,
                    "No answer stands word for word in what the suspect says; that statistic says nothing."));
        }
        int[] cluster = new int[n];
        for (int i = 0; i < n; i++) {
            cluster[i] = i;
        }
        List<TestStatistic> statistics = new ArrayList<>();
        for (int s = 0; s < names.size(); s++) {
            double[] column = values[s];
            statistics.add(new TestStatistic(
                    names.get(s),
                    outcome.observed().get(s),
                    ClusterBootstrap.interval(
                            n, weights -> difference.weighted(column, cluster, weights), BOOTSTRAPS, LEVEL, seed),
                    outcome.pValues().get(s),
                    TestStatistic.detectable(
                            outcome.centres().get(s), outcome.spreads().get(s))));
        }
        return new CanaryResult(
                count[1],
                count[0],
                plantedHits,
                decoyHits,
                Optional.of(outcome.combined()),
                statistics,
                hits,
                limitations);
    }

    private static Optional<Estimate> share(int hits, int count) {
        return count == 0 ? Optional.empty() : Optional.of(ProportionInterval.CLOPPER_PEARSON.of(hits, count, LEVEL));
    }

    /* Likeness, word for word (0 or 1), negated loss. */
    private static double[] score(Canary canary, List<Response> answers) {
        Tokens wanted = Tokens.of(canary.answer());
        double order = 0;
        double exact = 0;
        for (Response answer : answers) {
            Tokens given = Tokens.of(answer.text());
            double words = wanted.size() == 0 ? 0 : (double) subsequence(wanted, given) / wanted.size();
            double letters =
                    StringKernel.product(StringKernel.embed(canary.answer()), StringKernel.embed(answer.text()));
            order += (words + letters) / 2 / answers.size();
            exact = Math.max(exact, contains(given, wanted) ? 1 : 0);
        }
        return new double[] {order, exact, -canary.loss().orElse(0)};
    }

    static int subsequence(Tokens a, Tokens b) {
        int[] row = new int[b.size() + 1];
        for (int i = 0; i < a.size(); i++) {
            int diagonal = 0;
            for (int j = 0; j < b.size(); j++) {
                int above = row[j + 1];
                row[j + 1] = a.hash(i) == b.hash(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return row[b.size()];
    }

    static boolean contains(Tokens text, Tokens part) {
        for (int from = 0; part.size() > 0 && from + part.size() <= text.size(); from++) {
            int k = 0;
            while (k < part.size() && text.hash(from + k) == part.hash(k)) {
                k++;
            }
            if (k == part.size()) {
                return true;
            }
        }
        return false;
    }
}
