package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Estimates {@link Shares} by expectation maximisation over the probabilities that each known author wrote each answer (Saerens,
 * Latinne and Decaestecker, "Adjusting the outputs of a classifier to new a priori probabilities", Neural Computation 14, 2002,
 * doi:10.1162/089976602753284446). Authors that are no candidates take part together, as one that
 * writes like each of them as often, and what is theirs is the residual. In every step every
 * author's share is cut by what {@value #PENALTY} answers are worth, so that those to whom few answers point fall out
 * (Figueiredo and Jain, "Unsupervised learning of finite mixture models", IEEE TPAMI 24, 2002, doi:10.1109/34.990138): few teachers
 * are more plausible than a little of everybody. Immutable; safe to share between threads.
 */
public final class ShareEstimator {
    /** The coverage that the intervals aim at. */
    public static final double LEVEL = 0.9;

    /** Of more candidates single answers are told apart too badly. */
    public static final int MAX_CANDIDATES = 12;

    static final double PENALTY = 2;

    private static final int MAX_ANSWERS = 300;
    private static final int STEPS = 200;
    /** So many steps without penalty come first, or of many authors the wrong ones fell out. */
    private static final int FREE_STEPS = 15;

    private static final double SETTLED = 1e-4;
    private static final double NOTHING = 1e-7;
    private static final int RESAMPLES = 100;

    /** What intervals are widened by, for what is mistaken alike in all answers of a model, which resampling them does not show. */
    static final double WIDENING = 0.1;

    private final AnswerAuthors authors;

    private ShareEstimator(AnswerAuthors authors) {
        this.authors = authors;
    }

    /**
     * An estimator.
     *
     * @param authors tells who wrote single answers
     * @return the estimator
     */
    public static ShareEstimator of(AnswerAuthors authors) {
        return new ShareEstimator(requireNonNull(authors, "authors"));
    }

    /**
     * Estimates the shares in a suspect's answers.
     *
     * @param suspect the answers; of more than {@value #MAX_ANSWERS} as many are drawn, by their prompts
     * @param candidates families that may be the teacher
     * @param leftOut families that must not take part: the suspect's own
     * @return the shares, or why there are none
     */
    public Shares estimate(Corpus suspect, Collection<String> candidates, Set<String> leftOut) {
        List<Response> answers = suspect.responses().stream()
                .filter(a -> !a.text().isBlank())
                .sorted(Comparator.comparingLong(a -> SplitMix64.mix(a.promptKey())))
                .limit(MAX_ANSWERS)
                .toList();
        long[] prompts = answers.stream().mapToLong(Response::promptKey).toArray();
        long asked = Arrays.stream(prompts).distinct().count();
        if (asked < Shares.MIN_PROMPTS) {
            return Shares.none(
                    answers.size(),
                    "There is too little text: answers to " + asked + " prompts were read, shares need at least "
                            + Shares.MIN_PROMPTS + ".");
        }
        Optional<String> objection = objection(dividing(candidates, leftOut));
        if (objection.isPresent()) {
            return Shares.none(answers.size(), objection.get());
        }
        return estimate(authors.likelihoods(answers), prompts, candidates, leftOut);
    }

    /**
     * Estimates the shares from what {@link AnswerAuthors#likelihoods} gave for the answers.
     *
     * @param likelihoods the probability of each answer under each author: [answers][authors]; at least one answer
     * @param prompts the {@linkplain Response#promptKey() prompt} of each answer: answers to one prompt are drawn together
     * @param candidates families that may be the teacher
     * @param leftOut families that must not take part: the suspect's own
     * @return the shares, or why there are none
     */
    public Shares estimate(double[][] likelihoods, long[] prompts, Collection<String> candidates, Set<String> leftOut) {
        List<String> known = authors.authors();
        TreeSet<String> unknown = new TreeSet<>(candidates);
        unknown.removeIf(known::contains);
        int[] dividing = dividing(candidates, leftOut);
        Optional<String> objection = objection(dividing);
        if (objection.isPresent()) {
            return Shares.none(likelihoods.length, objection.get());
        }
        int[] others = IntStream.range(0, known.size())
                .filter(a -> !candidates.contains(known.get(a)) && !leftOut.contains(known.get(a)))
                .toArray();
        double[][] columns = new double[dividing.length + 1][likelihoods.length];
        for (int i = 0; i < likelihoods.length; i++) {
            for (int a = 0; a < dividing.length; a++) {
                columns[a][i] = likelihoods[i][dividing[a]];
            }
            for (int other : others) {
                columns[dividing.length][i] += likelihoods[i][other] / others.length;
            }
        }
        double[] once = new double[likelihoods.length];
        Arrays.fill(once, 1);
        double[] shares = maximise(columns, once, PENALTY);
        double[][] resampled = resampled(columns, prompts);
        List<Shares.Share> found = new ArrayList<>();
        for (int a = 0; a < dividing.length; a++) {
            found.add(new Shares.Share(known.get(dividing[a]), interval(shares, resampled, a)));
        }
        found.sort(Comparator.<Shares.Share>comparingDouble(s -> -s.share().value())
                .thenComparing(s -> -s.share().high())
                .thenComparing(Shares.Share::family));
        Estimate residual = interval(shares, resampled, dividing.length);
        return new Shares(likelihoods.length, found, Optional.of(residual), List.copyOf(unknown), "");
    }

    /** The shares in draws of as many prompts as there are, with replacement, each with all of its answers. */
    private static double[][] resampled(double[][] columns, long[] prompts) {
        long[] asked = Arrays.stream(prompts).sorted().distinct().toArray();
        int[] promptOf = Arrays.stream(prompts)
                .mapToInt(p -> Arrays.binarySearch(asked, p))
                .toArray();
        double[][] resampled = new double[RESAMPLES][];
        SplitMix64 random = new SplitMix64(Comparer.SEED);
        for (int r = 0; r < RESAMPLES; r++) {
            double[] drawn = new double[asked.length];
            for (int i = 0; i < drawn.length; i++) {
                drawn[random.nextInt(drawn.length)]++;
            }
            double[] times = Arrays.stream(promptOf).mapToDouble(p -> drawn[p]).toArray();
            resampled[r] = maximise(columns, times, PENALTY);
        }
        return resampled;
    }

    /** The authors that are candidates. */
    private int[] dividing(Collection<String> candidates, Set<String> leftOut) {
        List<String> known = authors.authors();
        return IntStream.range(0, known.size())
                .filter(a -> candidates.contains(known.get(a)) && !leftOut.contains(known.get(a)))
                .toArray();
    }

    private static Optional<String> objection(int[] dividing) {
        if (dividing.length == 0) {
            return Optional.of("No candidate is among the models whose single answers Pedigree has learned.");
        }
        return dividing.length <= MAX_CANDIDATES
                ? Optional.empty()
                : Optional.of("Not estimated: by single answers " + dividing.length
                        + " families of candidates cannot be told apart. Name at most " + MAX_CANDIDATES
                        + " candidates to have their shares estimated.");
    }

    private static Estimate interval(double[] shares, double[][] resampled, int column) {
        double value = Math.min(1, shares[column]);
        double[] values =
                Arrays.stream(resampled).mapToDouble(w -> w[column]).sorted().toArray();
        int tail = (int) Math.floor((1 - LEVEL) / 2 * resampled.length);
        return new Estimate(
                value,
                Math.max(0, Math.min(value, values[tail]) - WIDENING),
                Math.min(1, Math.max(value, values[values.length - 1 - tail]) + WIDENING),
                LEVEL);
    }

    /**
     * The shares under which the answers are most probable, less a penalty for each author that has any.
     *
     * @param columns the probability of each answer under each author: [authors][answers]
     * @param times how often each answer counts
     * @param penalty in answers
     */
    static double[] maximise(double[][] columns, double[] times, double penalty) {
        int k = columns.length;
        int n = times.length;
        double[] shares = new double[k];
        Arrays.fill(shares, 1.0 / k);
        double[] mixture = new double[n];
        for (int step = 0; step < STEPS; step++) {
            Arrays.fill(mixture, 0);
            for (int a = 0; a < k; a++) {
                for (int i = 0; i < n && shares[a] > 0; i++) {
                    mixture[i] += shares[a] * columns[a][i];
                }
            }
            for (int i = 0; i < n; i++) {
                mixture[i] = times[i] / Math.max(Double.MIN_NORMAL, mixture[i]);
            }
            double[] next = new double[k];
            double total = 0;
            for (int a = 0; a < k; a++) {
                double answers = 0;
                for (int i = 0; i < n && shares[a] > 0; i++) {
                    answers += columns[a][i] * mixture[i];
                }
                next[a] = Math.max(0, shares[a] * answers - (step < FREE_STEPS ? 0 : penalty));
                next[a] = next[a] < NOTHING * n ? 0 : next[a];
                total += next[a];
            }
            if (total == 0) {
                break; // every share is less than the penalty: as they stand they are as good as any
            }
            double moved = 0;
            for (int a = 0; a < k; a++) {
                next[a] /= total;
                moved += Math.abs(next[a] - shares[a]);
            }
            shares = next;
            if (moved < SETTLED && step >= FREE_STEPS) {
                break;
            }
        }
        return shares;
    }
}
