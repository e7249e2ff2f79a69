package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.LabelPermutations;
import dev.pedigree.stats.PermutationP;
import java.util.ArrayList;
import java.util.Arrays;
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
        SameModelStatistics found = new SameModelStatistics(alignment, embeddings);
        StyleShifts shifts = new StyleShifts(alignment, embeddings);
        LabelPermutations permutations = LabelPermutations.within(alignment.first, alignment.prompt);
        LabelPermutations.Outcome outcome = permutations.test(found::values, draws, seed);
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
                    SameModelStatistics.NAMES.get(s),
                    outcome.observed().get(s),
                    found.interval(s, level, seed),
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
                shifts.under(permutations.test(shifts::distances, draws, seed), level, seed),
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
        return new SimulatedPower(first, second, other, seed).of(share, prompts, alpha, runs);
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
}
