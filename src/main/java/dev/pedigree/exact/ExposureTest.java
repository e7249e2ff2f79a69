package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.LabelPermutations;
import dev.pedigree.stats.ProportionInterval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Is the suspect closer to those answers of a teacher that its makers drew (logged) than to answers to comparable prompts that they
 * did not (held out)? Under the null hypothesis, "not trained on them", it does not know which is which: if the two groups are
 * alike otherwise, their labels are exchangeable, and permuting them within strata gives an exact p-value. A prompt to which there
 * are both logged and held-out answers is a stratum of its own. Elsewhere the answers to one prompt change labels together, inside
 * the strata that the columns give, and only with prompts that the suspect and each control model answered or did not answer alike.
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
    private static final int SPANS = 20;
    private static final int POWER_WORDS = 12;
    private static final int POWER_RUNS = 200;
    private static final double POWER_ALPHA = 0.01;

    private final ExposureOptions options;

    private ExposureTest(ExposureOptions options) {
        this.options = options;
    }

    /**
     * The test with 9,999 permutations, seed 1, intervals at level .95, no control models, no columns and no power.
     *
     * @return the test
     */
    public static ExposureTest withDefaults() {
        return new ExposureTest(ExposureOptions.DEFAULT);
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
        return new ExposureTest(options.withDraws(value));
    }

    /**
     * The seed of permutations, bootstrap and simulation.
     *
     * @param value any number; equal seeds give equal results
     * @return the test with that seed
     */
    public ExposureTest withSeed(long value) {
        return new ExposureTest(options.withSeed(value));
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
        return new ExposureTest(options.withLevel(value));
    }

    /**
     * Models that were surely not trained on the logged answers. What they write too is no trace; they take out what makes an
     * answer easy to resemble.
     *
     * @param value their answers, to the suspect's prompts where possible
     * @return the test with these controls
     */
    public ExposureTest withControls(List<Corpus> value) {
        return new ExposureTest(options.withControls(value));
    }

    /**
     * Strata, dates and losses of the teacher's answers.
     *
     * @param logged of the logged answers
     * @param heldOut of the held-out answers
     * @return the test with these columns
     */
    public ExposureTest withColumns(AnswerColumns logged, AnswerColumns heldOut) {
        return new ExposureTest(options.withColumns(logged, heldOut));
    }

    /**
     * The shares of logged answers for which the result says how likely the test was to notice a suspect that repeats one phrase of
     * twelve words of each, at the level .01.
     *
     * @param value shares in [0, 1]; none by default
     * @return the test that also finds its power
     */
    public ExposureTest withPower(double... value) {
        for (double share : value) {
            requireShare(share);
        }
        return new ExposureTest(options.withShares(Arrays.stream(value).boxed().toList()));
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
        ExposureDesign design = design(suspect, logged, heldOut);
        long seed = options.seed();
        double level = options.level();
        List<Limitation> limitations = new ArrayList<>();
        if (design.permutations.count() < 2) {
            limitations.add(new Limitation(
                    Limitation.Kind.NOT_TESTED,
                    "No stratum holds both logged and held-out answers ("
                            + logged.responses().size() + " logged, "
                            + heldOut.responses().size()
                            + " held out): there is nothing to exchange. Give answers of both kinds in the same stratum, or leave"
                            + " the strata out."));
            return new ExposureResult(
                    logged.responses().size(),
                    heldOut.responses().size(),
                    0,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    limitations);
        }
        if (design.incomplete > 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.LEFT_OUT,
                    "The losses were not used, since not every answer has one: " + design.incomplete + " of "
                            + design.units.answers.size() + " lack it. Give them, or leave those answers out."));
        }
        twice(logged, heldOut, limitations);
        LabelPermutations.Outcome outcome = design.permutations.test(design::statistics, options.draws(), seed);
        SameModelTest.resolution(outcome.combined(), limitations);
        List<TestStatistic> statistics = new ArrayList<>();
        for (int s = 0; s < design.names.size(); s++) {
            double[] values = design.values.get(s);
            statistics.add(new TestStatistic(
                    design.names.get(s),
                    outcome.observed().get(s),
                    design.interval(values, level, seed),
                    outcome.pValues().get(s),
                    TestStatistic.detectable(
                            outcome.centres().get(s), outcome.spreads().get(s))));
        }
        List<ExchangeabilityCheck> checks =
                Exchangeability.check(design.units, design.days, design.difference, design.permutations, seed);
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
                design.longSpans(level, seed),
                checks,
                design.spans(SPANS),
                options.shares().stream()
                        .map(share -> new PowerPoint(
                                share, POWER_ALPHA, power(design, share, POWER_WORDS, POWER_ALPHA, POWER_RUNS)))
                        .toList(),
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
        requireShare(share);
        if (words < Phrasings.WORDS || !(alpha >= 0.005 && alpha < 1) || runs < 10) {
            throw new IllegalArgumentException("need words >= " + Phrasings.WORDS
                    + ", alpha in [.005, 1) and runs >= 10, got " + words + ", " + alpha + ", " + runs);
        }
        ExposureDesign design = design(suspect, logged, heldOut);
        return design.permutations.count() < 2
                ? Optional.empty()
                : Optional.of(power(design, share, words, alpha, runs));
    }

    private Estimate power(ExposureDesign design, double share, int words, double alpha, int runs) {
        SplitMix64 random = new SplitMix64(options.seed());
        int rejected = 0;
        for (int run = 0; run < runs; run++) {
            rejected += design.simulate(share, words, random) <= alpha ? 1 : 0;
        }
        return ProportionInterval.CLOPPER_PEARSON.of(rejected, runs, 0.95);
    }

    private ExposureDesign design(Corpus suspect, Corpus logged, Corpus heldOut) {
        return new ExposureDesign(suspect, logged, heldOut, options.controls(), options.logged(), options.heldOut());
    }

    private static void requireShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share must be in [0, 1], got " + share);
        }
    }

    private static void ties(ExposureDesign design, List<Limitation> limitations) {
        if (Arrays.stream(design.values.get(0)).allMatch(v -> v == 0)) {
            limitations.add(
                    new Limitation(
                            Limitation.Kind.TIES,
                            "The suspect writes no rare phrase of eight words of any of the answers elsewhere; that statistic says nothing."));
        }
    }

    private record Given(long prompt, String text) {
        static Given of(Response response) {
            return new Given(response.promptKey(), response.text());
        }
    }

    private static void twice(Corpus logged, Corpus heldOut, List<Limitation> limitations) {
        Set<Given> drawn = logged.responses().stream().map(Given::of).collect(Collectors.toCollection(HashSet::new));
        long both = heldOut.responses().stream()
                .filter(r -> drawn.contains(Given.of(r)))
                .count();
        if (both > 0) {
            limitations.add(new Limitation(
                    Limitation.Kind.TIES,
                    both
                            + " of the held-out answers stand among the logged ones too, word for word and to the same prompt: they"
                            + " can tell nothing and hide an effect. Take out those that were drawn after all."));
        }
    }

    private static String name(ExchangeabilityCheck.What what) {
        return switch (what) {
            case ANSWER_LENGTH -> "the length of the answers";
            case PROMPT_LENGTH -> "the length of the prompts";
            case PROMPT_TOPIC -> "the words of the prompts";
            case ANSWER_TOPIC -> "the words of the answers";
            case DATE -> "date";
            case ANSWERED -> "whether the suspect and the controls were asked their prompts, so ask them all";
        };
    }
}
