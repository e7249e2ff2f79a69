package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.LabelPermutations;
import dev.pedigree.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Is the suspect closer to those answers of a teacher that its makers drew (logged) than to answers to comparable prompts that they
 * did not (held out)? Under the null hypothesis, "not trained on them", it does not know which is which: if the two groups are
 * alike otherwise, their labels are exchangeable, and permuting them within strata gives an exact p-value. A prompt to which there
 * are both logged and held-out answers is a stratum of its own; other answers are permuted inside the strata that the columns give.
 *
 * <p>The statistics, all from the same permutations and combined by the smallest p-value; each is a difference of means, logged
 * minus held out, within strata:
 *
 * <ul>
 *   <li>rare phrasings: the longest phrase, from eight words on, that one answer of the teacher has and no other, nor any known
 *       prompt, and that the suspect writes in answer to one or two other prompts; it counts 1 at eight words and 2 from sixteen on.
 *       What two models share in answer to the same prompt they share for the prompt's sake, too often to show a trace;
 *   <li>likeness of the suspect's answer to the same prompt (else the nearest) by the string kernel;
 *   <li>where the columns give it for all answers, the suspect's loss, negated.
 * </ul>
 *
 * Whether the groups are alike otherwise cannot be proved by the data, but it can be refuted: lengths, topics and dates are tested.
 * The design is that of membership inference with a held-out set: M. Duan et al., "Do membership inference attacks work on large
 * language models?", COLM 2024, arXiv:2402.07841, whose warning is why exchangeability is checked. Immutable.
 */
public final class ExposureTest {
    private static final int BOOTSTRAPS = 400;
    private static final int SPANS = 20;

    private final int draws;
    private final long seed;
    private final double level;
    private final List<Corpus> controls;
    private final AnswerColumns loggedColumns;
    private final AnswerColumns heldOutColumns;

    private ExposureTest(
            int draws,
            long seed,
            double level,
            List<Corpus> controls,
            AnswerColumns loggedColumns,
            AnswerColumns heldOutColumns) {
        this.draws = draws;
        this.seed = seed;
        this.level = level;
        this.controls = controls;
        this.loggedColumns = loggedColumns;
        this.heldOutColumns = heldOutColumns;
    }

    /**
     * The test with 9,999 permutations, seed 1, intervals at level .95, no control models and no columns.
     *
     * @return the test
     */
    public static ExposureTest withDefaults() {
        return new ExposureTest(9999, 1, 0.95, List.of(), AnswerColumns.NONE, AnswerColumns.NONE);
    }

    /**
     * The number of permutations that are drawn where there are too many to enumerate.
     *
     * @param value at least 99
     * @return the test with that many
     */
    public ExposureTest withDraws(int value) {
        if (value < 99) {
            throw new IllegalArgumentException("draws must be >= 99, got " + value);
        }
        return new ExposureTest(value, seed, level, controls, loggedColumns, heldOutColumns);
    }

    /**
     * The seed of permutations, bootstrap and simulation.
     *
     * @param value any number; equal seeds give equal results
     * @return the test with that seed
     */
    public ExposureTest withSeed(long value) {
        return new ExposureTest(draws, value, level, controls, loggedColumns, heldOutColumns);
    }

    /**
     * The level of the intervals.
     *
     * @param value in (0, 1)
     * @return the test with that level
     */
    public ExposureTest withLevel(double value) {
        if (!(value > 0 && value < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + value);
        }
        return new ExposureTest(draws, seed, value, controls, loggedColumns, heldOutColumns);
    }

    /**
     * Models that were surely not trained on the logged answers. What they write too is no trace; they take out what makes an
     * answer easy to resemble.
     *
     * @param value their answers, to the suspect's prompts where possible
     * @return the test with these controls
     */
    public ExposureTest withControls(List<Corpus> value) {
        return new ExposureTest(draws, seed, level, List.copyOf(value), loggedColumns, heldOutColumns);
    }

    /**
     * Strata, dates and losses of the teacher's answers.
     *
     * @param logged of the logged answers
     * @param heldOut of the held-out answers
     * @return the test with these columns
     */
    public ExposureTest withColumns(AnswerColumns logged, AnswerColumns heldOut) {
        return new ExposureTest(draws, seed, level, controls, logged, heldOut);
    }

    /**
     * Tests.
     *
     * @param suspect the suspect's answers, to the same prompts where possible; may be empty where losses are given
     * @param logged the teacher's answers that the suspect's makers drew
     * @param heldOut the teacher's answers to comparable prompts that they did not draw
     * @return the result, without a p-value where no two labels can be exchanged
     */
    public ExposureResult test(Corpus suspect, Corpus logged, Corpus heldOut) {
        Design design = new Design(suspect, logged, heldOut);
        List<Limitation> limitations = new ArrayList<>();
        if (design.permutations.count() < 2) {
            limitations.add(new Limitation(
                    Limitation.Kind.NOT_TESTED,
                    "No stratum holds both logged and held-out answers ("
                            + logged.responses().size() + " logged, "
                            + heldOut.responses().size() + " held out): there is nothing to exchange."));
            return new ExposureResult(
                    logged.responses().size(),
                    heldOut.responses().size(),
                    0,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    limitations);
        }
        if (design.incomplete > 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT, design.incomplete + " answers have no loss; the losses were not used."));
        }
        LabelPermutations.Outcome outcome = design.permutations.test(labels -> design.statistics(labels), draws, seed);
        SameModelTest.resolution(outcome.combined(), limitations);
        List<TestStatistic> statistics = new ArrayList<>();
        for (int s = 0; s < design.names.size(); s++) {
            double[] values = design.values.get(s);
            statistics.add(new TestStatistic(
                    design.names.get(s),
                    outcome.observed().get(s),
                    design.interval(values),
                    outcome.pValues().get(s),
                    TestStatistic.detectable(
                            outcome.centres().get(s), outcome.spreads().get(s))));
        }
        List<ExchangeabilityCheck> checks =
                Exchangeability.check(design.answers, design.days, design.difference, design.permutations, seed);
        for (ExchangeabilityCheck check : checks) {
            if (check.fails()) {
                limitations.add(
                        new Limitation(
                                Limitation.Kind.EXCHANGEABILITY,
                                "Logged and held-out answers differ in " + name(check.what())
                                        + " (permutation p = "
                                        + Decimals.text(check.pValue().value())
                                        + "): a small p-value may come from that and not from exposure. Compare within strata."));
            }
        }
        ties(design, limitations);
        return new ExposureResult(
                logged.responses().size(),
                heldOut.responses().size(),
                design.samePrompt,
                Optional.of(outcome.combined()),
                statistics,
                design.longSpans(),
                checks,
                design.spans(),
                limitations);
    }

    /**
     * The probability that the test notices a suspect that repeats one phrase of some of the logged answers, by simulation on these
     * very answers: the labels are permuted, so that nothing is true of them, then a random share of the logged ones is given one
     * shared run of words at a random place.
     *
     * @param suspect as for {@link #test(Corpus, Corpus, Corpus)}
     * @param logged as there
     * @param heldOut as there
     * @param share the share of logged answers of which a phrase is repeated, in [0, 1]
     * @param words the length of the phrase, at least 5
     * @param alpha the level at which the test rejects, at least .005 (each run draws 199 permutations)
     * @param runs how many tests are simulated, at least 10
     * @return the share of runs that reject, with a 95 % Clopper–Pearson interval; empty where no labels can be exchanged
     */
    public Optional<Estimate> power(
            Corpus suspect, Corpus logged, Corpus heldOut, double share, int words, double alpha, int runs) {
        if (!(share >= 0 && share <= 1) || words < Phrasings.WORDS || !(alpha >= 0.005 && alpha < 1) || runs < 10) {
            throw new IllegalArgumentException("need share in [0, 1], words >= " + Phrasings.WORDS
                    + ", alpha in [.005, 1) and runs >= 10, got " + share + ", " + words + ", " + alpha + ", " + runs);
        }
        Design design = new Design(suspect, logged, heldOut);
        if (design.permutations.count() < 2) {
            return Optional.empty();
        }
        SplitMix64 random = new SplitMix64(seed);
        int rejected = 0;
        for (int run = 0; run < runs; run++) {
            rejected += design.simulate(share, words, random) <= alpha ? 1 : 0;
        }
        return Optional.of(ProportionInterval.CLOPPER_PEARSON.of(rejected, runs, 0.95));
    }

    private static void ties(Design design, List<Limitation> limitations) {
        boolean none = true;
        for (int i = 0; i < design.answers.size(); i++) {
            none &= design.phrasings.elsewhere(i) == 0;
        }
        if (none) {
            limitations.add(
                    new Limitation(
                            Limitation.Kind.TIES,
                            "The suspect writes no rare phrase of eight words of any of the answers elsewhere; that statistic says nothing."));
        }
    }

    private static String name(ExchangeabilityCheck.What what) {
        return switch (what) {
            case ANSWER_LENGTH -> "the length of the answers";
            case PROMPT_LENGTH -> "the length of the prompts";
            case PROMPT_TOPIC -> "the words of the prompts";
            case ANSWER_TOPIC -> "the words of the answers";
            case DATE -> "date";
        };
    }

    /** The answers of both groups with what is computed of them once. */
    private final class Design {
        static final int POWER_DRAWS = 199;

        final List<Response> answers = new ArrayList<>();
        final boolean[] first;
        final int[] block;
        final int[] cluster;
        final int clusters;
        final List<OptionalLong> days = new ArrayList<>();
        final LabelPermutations permutations;
        final GroupDifference difference;
        final List<String> names = new ArrayList<>();
        final List<double[]> values = new ArrayList<>();
        final Phrasings phrasings;
        final int samePrompt;
        final int incomplete;
        private final List<double[]> coefficients = new ArrayList<>();

        Design(Corpus suspect, Corpus logged, Corpus heldOut) {
            answers.addAll(logged.responses());
            answers.addAll(heldOut.responses());
            List<AnswerColumns.@Nullable Row> rows = new ArrayList<>(loggedColumns.of(logged));
            rows.addAll(heldOutColumns.of(heldOut));
            int n = answers.size();
            first = new boolean[n];
            block = new int[n];
            cluster = new int[n];
            Arrays.fill(first, 0, logged.responses().size(), true);
            Set<Long> both = new LinkedHashSet<>(Alignment.byPrompt(logged).keySet());
            both.retainAll(Alignment.byPrompt(heldOut).keySet());
            Map<String, Integer> blocks = new LinkedHashMap<>();
            Map<Long, Integer> prompts = new LinkedHashMap<>();
            double[] losses = new double[n];
            int missing = 0;
            for (int i = 0; i < n; i++) {
                AnswerColumns.Row row = rows.get(i);
                long key = answers.get(i).promptKey();
                String name = both.contains(key) ? "p" + key : "s" + (row == null ? "" : row.stratum());
                block[i] = blocks.computeIfAbsent(name, k -> blocks.size());
                cluster[i] = prompts.computeIfAbsent(key, k -> prompts.size());
                days.add(AnswerColumns.day(row));
                OptionalDouble loss = row == null ? OptionalDouble.empty() : row.loss();
                missing += loss.isPresent() ? 0 : 1;
                losses[i] = -loss.orElse(0);
            }
            clusters = prompts.size();
            permutations = LabelPermutations.within(first, block);
            difference = new GroupDifference(block, first);
            phrasings = new Phrasings(answers, suspect, controls);
            double[] elsewhere = new double[n];
            for (int i = 0; i < n; i++) {
                elsewhere[i] = phrasings.elsewhere(i);
            }
            add("rare phrasings in answers to other prompts", elsewhere);
            Closeness closeness = Closeness.of(answers, suspect, controls, new Embeddings());
            samePrompt = closeness.samePrompt;
            add("likeness to the suspect's answer", closeness.values);
            if (missing == 0) {
                add("negated loss", losses);
            }
            incomplete = missing == n ? 0 : missing;
        }

        private void add(String name, double[] column) {
            names.add(name);
            values.add(column);
            coefficients.add(difference.coefficients(column));
        }

        double[] statistics(boolean[] labels) {
            double[] statistics = new double[coefficients.size()];
            for (int s = 0; s < statistics.length; s++) {
                statistics[s] = GroupDifference.sum(coefficients.get(s), labels);
            }
            return statistics;
        }

        Optional<Estimate> interval(double[] column) {
            return ClusterBootstrap.interval(
                    clusters, weights -> difference.weighted(column, cluster, weights), BOOTSTRAPS, level, seed);
        }

        Optional<Estimate> longSpans() {
            int[] longest = new int[answers.size()];
            for (int i = 0; i < longest.length; i++) {
                longest[i] = phrasings.longest(i);
            }
            int[] sorted = longest.clone();
            Arrays.sort(sorted);
            int bound = sorted[(int) (0.95 * (sorted.length - 1))];
            double[] over = new double[longest.length];
            for (int i = 0; i < over.length; i++) {
                over[i] = longest[i] > bound ? 1 : 0;
            }
            return interval(over);
        }

        List<ExposureResult.SharedSpan> spans() {
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                if (phrasings.longest(i) > 0) {
                    order.add(i);
                }
            }
            order.sort(Comparator.comparingInt((Integer i) -> -phrasings.longest(i)));
            return order.stream()
                    .limit(SPANS)
                    .map(i -> new ExposureResult.SharedSpan(
                            answers.get(i).id(),
                            first[i],
                            phrasings.longest(i),
                            phrasings.quote(i, answers.get(i).text())))
                    .toList();
        }

        double simulate(double share, int words, SplitMix64 random) {
            boolean[] labels = permutations.shuffled(random.nextLong());
            double[] scores = values.get(0).clone();
            List<Integer> chosen = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (labels[i]) {
                    chosen.add(i);
                }
            }
            int planted = (int) StrictMath.rint(share * chosen.size());
            for (int k = 0; k < planted; k++) {
                int other = k + random.nextInt(chosen.size() - k);
                int i = chosen.get(other);
                chosen.set(other, chosen.get(k));
                int from = random.nextInt(Math.max(1, phrasings.words(i) - words + 1));
                scores[i] = phrasings.elsewhereWith(i, from, words);
            }
            double[] c = difference.coefficients(scores);
            return LabelPermutations.within(labels, block)
                    .test(
                            l -> {
                                double[] statistics = statistics(l);
                                statistics[0] = GroupDifference.sum(c, l);
                                return statistics;
                            },
                            POWER_DRAWS,
                            random.nextLong())
                    .combined()
                    .value();
        }
    }
}
