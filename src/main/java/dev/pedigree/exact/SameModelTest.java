package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.LabelPermutations;
import dev.pedigree.stats.PermutationP;
import dev.pedigree.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has this endpoint changed; is this suspect simply that model? The null hypothesis: to each prompt, the answers of both corpora
 * are independent draws from one distribution (same weights, same decoding, same system prompt). Then the labels of the answers
 * to a prompt are exchangeable, and with one answer of each the swap of the two is: nothing else is ever permuted, so that topics
 * and prompts that behave differently cannot harm the p-value.
 *
 * <p>The statistics, all from the same permutations and combined by the smallest p-value:
 *
 * <ul>
 *   <li>the squared maximum mean discrepancy with a string kernel (character n-grams of 3 to 5), over pairs of different prompts;
 *   <li>the energy distance on a few dozen features of style, what the prompt explains taken out first; with one answer of each
 *       model to a prompt this is a test of the symmetry of the per-prompt differences by sign-flips;
 *   <li>where prompts have several answers of a model, the same MMD inside prompts: I. Gao, P. Liang and C. Guestrin, "Model
 *       equality testing", ICLR 2025, arXiv:2410.20247, from which the p-value deviates: it is (1+k)/(1+b), never 0.
 * </ul>
 *
 * Time and memory grow with the square of the number of answers; see {@link #withMaxPrompts(int)}. Immutable.
 */
public final class SameModelTest {
    private static final int BOOTSTRAPS = 400;
    private static final int POWER_DRAWS = 199;
    private static final int POWER_PROMPTS = 200;
    private static final int POWER_RUNS = 100;
    private static final double POWER_ALPHA = 0.01;

    private final int draws;
    private final long seed;
    private final int maxPrompts;
    private final double level;
    private final @Nullable Corpus standIn;
    private final List<Double> shares;

    private SameModelTest(
            int draws, long seed, int maxPrompts, double level, @Nullable Corpus standIn, List<Double> shares) {
        this.draws = draws;
        this.seed = seed;
        this.maxPrompts = maxPrompts;
        this.level = level;
        this.standIn = standIn;
        this.shares = shares;
    }

    /**
     * The test with 999 permutations, seed 1, at most 1,000 prompts, intervals at level .95.
     *
     * @return the test
     */
    public static SameModelTest withDefaults() {
        return new SameModelTest(999, 1, 1000, 0.95, null, List.of());
    }

    /**
     * The number of permutations that are drawn where there are too many to enumerate.
     *
     * @param value at least 99
     * @return the test with that many
     */
    public SameModelTest withDraws(int value) {
        if (value < 99) {
            throw new IllegalArgumentException("draws must be >= 99, got " + value);
        }
        return new SameModelTest(value, seed, maxPrompts, level, standIn, shares);
    }

    /**
     * The seed of permutations and bootstrap.
     *
     * @param value any number; equal seeds give equal results
     * @return the test with that seed
     */
    public SameModelTest withSeed(long value) {
        return new SameModelTest(draws, value, maxPrompts, level, standIn, shares);
    }

    /**
     * How many shared prompts are used at most; a larger set is thinned by the hash of the prompt.
     *
     * @param value at least 10
     * @return the test with that limit
     */
    public SameModelTest withMaxPrompts(int value) {
        if (value < 10) {
            throw new IllegalArgumentException("maxPrompts must be >= 10, got " + value);
        }
        return new SameModelTest(draws, seed, value, level, standIn, shares);
    }

    /**
     * The level of the intervals.
     *
     * @param value in (0, 1)
     * @return the test with that level
     */
    public SameModelTest withLevel(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + value);
        }
        return new SameModelTest(draws, seed, maxPrompts, value, standIn, shares);
    }

    /**
     * A model that could stand in for the second one: the result then says how likely this test would have been to notice, at the
     * level .01, had it answered some of the prompts in the second one's place. It means something where the two are not told
     * apart. With more than 200 prompts the power is that of a test of 200 of them, so that it errs on the low side.
     *
     * @param other its answers, to the same prompts
     * @param value the shares of prompts that it answers, in [0, 1]
     * @return the test that also finds its power
     */
    public SameModelTest withStandIn(Corpus other, double... value) {
        for (double share : value) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("share must be in [0, 1], got " + share);
            }
        }
        return new SameModelTest(
                draws,
                seed,
                maxPrompts,
                level,
                other,
                Arrays.stream(value).boxed().toList());
    }

    /**
     * Tests two sets of answers to the same prompts.
     *
     * @param first the one model's answers
     * @param second the other's; only prompts that both answer are used
     * @return the result, without a p-value where fewer than two prompts are shared
     */
    public SameModelResult test(Corpus first, Corpus second) {
        Alignment alignment = Alignment.of(first, second, maxPrompts);
        List<Limitation> limitations = new ArrayList<>();
        if (alignment.leftOut > 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT,
                    alignment.leftOut + " answers to prompts that only one of the two models answered were left out."));
        }
        if (alignment.shared > alignment.prompts) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT,
                    alignment.prompts + " of " + alignment.shared + " shared prompts were used."));
        }
        int ones = count(alignment.first);
        int others = alignment.items.size() - ones;
        if (alignment.prompts < 2) {
            limitations.add(
                    new Limitation(
                            Limitation.Kind.NOT_TESTED,
                            "The test needs two prompts that both models answered, and there are " + alignment.prompts
                                    + ". Ask both the same; where prompts are not recorded, equal ids count as equal prompts."));
            return new SameModelResult(
                    alignment.prompts, ones, others, Optional.empty(), List.of(), List.of(), List.of(), limitations);
        }
        Embeddings embeddings = new Embeddings();
        Forms forms = new Forms(alignment, embeddings);
        LabelPermutations permutations = LabelPermutations.within(alignment.first, alignment.prompt);
        LabelPermutations.Outcome outcome = permutations.test(forms::values, draws, seed);
        resolution(outcome.combined(), limitations);
        if (alignment.equal()) {
            limitations.add(new Limitation(
                    Limitation.Kind.TIES,
                    "The two give the same answers to the letter: one file given twice, or one that answers from a store, looks"
                            + " like this too. Where answers are drawn at random, draw anew."));
        }
        List<TestStatistic> statistics = new ArrayList<>();
        for (int s = 0; s < outcome.observed().size(); s++) {
            statistics.add(new TestStatistic(
                    Forms.NAMES.get(s),
                    outcome.observed().get(s),
                    forms.interval(s, level, seed),
                    outcome.pValues().get(s),
                    TestStatistic.detectable(
                            outcome.centres().get(s), outcome.spreads().get(s))));
        }
        return new SameModelResult(
                alignment.prompts,
                ones,
                others,
                Optional.of(outcome.combined()),
                statistics,
                shifts(alignment, embeddings, permutations),
                power(first, second, alignment.prompts, limitations),
                limitations);
    }

    private List<PowerPoint> power(Corpus first, Corpus second, int prompts, List<Limitation> limitations) {
        if (standIn == null) {
            return List.of();
        }
        Set<Long> shared = new LinkedHashSet<>(Alignment.byPrompt(first).keySet());
        shared.retainAll(Alignment.byPrompt(second).keySet());
        shared.retainAll(Alignment.byPrompt(standIn).keySet());
        int size = Math.min(Math.min(prompts, POWER_PROMPTS), shared.size());
        List<PowerPoint> points = new ArrayList<>();
        if (size < 2) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT, "The stand-in answers no two of the prompts: no power could be found."));
            return points;
        }
        for (double share : shares) {
            power(first, second, standIn, share, size, POWER_ALPHA, POWER_RUNS)
                    .ifPresent(chance -> points.add(new PowerPoint(share, POWER_ALPHA, chance)));
        }
        return points;
    }

    /**
     * The probability that the test notices an endpoint that answers some of its prompts with another model, by simulation: in
     * each run prompts are drawn without replacement from those that all three corpora answer, and the second corpus's answers to
     * a random share of them are replaced by the other model's.
     *
     * @param first answers of the model
     * @param second answers of the same model from elsewhere or another day
     * @param other answers of the model that stands in
     * @param share the share of prompts that it answers, in [0, 1]; 0 gives the false-alarm rate
     * @param prompts how many prompts a test uses, at least 2
     * @param alpha the level at which it rejects, at least .005 (each run draws 199 permutations)
     * @param runs how many tests are simulated, at least 10
     * @return the share of runs that reject, with a 95 % Clopper–Pearson interval; empty where fewer prompts are shared
     */
    public Optional<Estimate> power(
            Corpus first, Corpus second, Corpus other, double share, int prompts, double alpha, int runs) {
        if (!(share >= 0 && share <= 1) || prompts < 2 || !(alpha >= 0.005 && alpha < 1) || runs < 10) {
            throw new IllegalArgumentException(
                    "need share in [0, 1], prompts >= 2, alpha in [.005, 1) and runs >= 10, got " + share + ", "
                            + prompts + ", " + alpha + ", " + runs);
        }
        var a = Alignment.byPrompt(first);
        var b = Alignment.byPrompt(second);
        var c = Alignment.byPrompt(other);
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
            Forms forms = new Forms(alignment, embeddings);
            PermutationP p = LabelPermutations.within(alignment.first, alignment.prompt)
                    .test(forms::values, POWER_DRAWS, random.nextLong())
                    .combined();
            rejected += p.value() <= alpha ? 1 : 0;
        }
        return Optional.of(ProportionInterval.CLOPPER_PEARSON.of(rejected, runs, 0.95));
    }

    private List<FeatureShift> shifts(Alignment alignment, Embeddings embeddings, LabelPermutations permutations) {
        int features = StyleFeatures.names().size();
        int n = alignment.items.size();
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = embeddings.style(alignment.items.get(i));
        }
        LabelPermutations.Outcome outcome = permutations.test(
                labels -> {
                    double[] w = alignment.weights(labels);
                    double[] sums = new double[features];
                    for (int i = 0; i < n; i++) {
                        for (int f = 0; f < features; f++) {
                            sums[f] += w[i] * rows[i][f];
                        }
                    }
                    for (int f = 0; f < features; f++) {
                        sums[f] = Math.abs(sums[f]);
                    }
                    return sums;
                },
                draws,
                seed);
        double[] w = alignment.weights(alignment.first);
        List<FeatureShift> shifts = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            double[] ones = new double[alignment.prompts];
            double[] others = new double[alignment.prompts];
            for (int i = 0; i < n; i++) {
                (w[i] > 0 ? ones : others)[alignment.prompt[i]] += Math.abs(w[i]) * rows[i][f];
            }
            double a = mean(ones);
            double b = mean(others);
            int feature = f;
            if (a == 0 && b == 0) {
                continue; // neither model ever shows it
            }
            ClusterBootstrap.interval(
                            alignment.prompts, weights -> difference(ones, others, weights), BOOTSTRAPS, level, seed)
                    .ifPresent(d -> shifts.add(new FeatureShift(
                            StyleFeatures.names().get(feature),
                            a,
                            b,
                            d,
                            outcome.adjusted().get(feature).value())));
        }
        Comparator<FeatureShift> clearest = Comparator.comparingDouble(FeatureShift::adjustedP);
        shifts.sort(clearest.thenComparing(s -> -Math.abs(s.difference().value())
                / Math.max(1e-12, s.difference().high() - s.difference().low())));
        return shifts;
    }

    private static double difference(double[] ones, double[] others, int[] weights) {
        double sum = 0;
        for (int p = 0; p < weights.length; p++) {
            sum += weights[p] * (others[p] - ones[p]);
        }
        return sum / weights.length;
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static void resolution(PermutationP p, List<Limitation> limitations) {
        if (p.resolution() > 0.01) {
            limitations.add(new Limitation(
                    Limitation.Kind.RESOLUTION,
                    "There are only " + p.arrangements() + " arrangements, so that no p-value below 1/"
                            + p.arrangements() + " can come out."));
        }
    }

    private static int count(boolean[] labels) {
        int count = 0;
        for (boolean label : labels) {
            count += label ? 1 : 0;
        }
        return count;
    }

    /** The statistics of one alignment. */
    private static final class Forms {
        static final List<String> NAMES =
                List.of("MMD of strings across prompts", "energy distance of style", "MMD of strings within prompts");

        private final boolean repeated;
        private final Contrasts strings;
        private final Contrasts style;
        private final boolean[] observed;
        private final int prompts;

        Forms(Alignment alignment, Embeddings embeddings) {
            repeated = alignment.repeated;
            strings = new Contrasts(alignment, embeddings.stringMatrix(alignment.items));
            style = new Contrasts(alignment, embeddings.energyMatrix(alignment));
            observed = alignment.first;
            prompts = alignment.prompts;
        }

        double[] values(boolean[] labels) {
            double a = strings.across(labels);
            double b = style.across(labels);
            return repeated ? new double[] {a, b, strings.within(labels)} : new double[] {a, b};
        }

        Optional<Estimate> interval(int statistic, double level, long seed) {
            if (statistic == 2) {
                return Optional.empty();
            }
            float[][] between = (statistic == 0 ? strings : style).between(observed);
            return ClusterBootstrap.interval(
                    prompts, weights -> Contrasts.weighted(between, weights), BOOTSTRAPS, level, seed);
        }
    }
}
