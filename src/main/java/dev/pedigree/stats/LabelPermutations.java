package dev.pedigree.stats;

import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Rearrangements of two-group labels within blocks: the reference set of an exact test whose null hypothesis is that the labels
 * are exchangeable inside each block. Where there are few arrangements all are enumerated, otherwise they are drawn at random.
 * E. S. Edgington and P. Onghena, "Randomization Tests", 4th ed., 2007; for restricted permutation P. I. Good, "Permutation,
 * Parametric and Bootstrap Tests of Hypotheses", 3rd ed., 2005, doi:10.1007/b138696. Immutable.
 */
public final class LabelPermutations {
    private final boolean[] labels;
    private final int[][] blocks;
    private final double arrangements;

    private LabelPermutations(boolean[] labels, int[][] blocks) {
        this.labels = labels;
        this.blocks = blocks;
        double count = 1;
        for (int[] block : blocks) {
            count *= choose(block.length, marked(block));
        }
        arrangements = count;
    }

    /**
     * Labels that may be exchanged within blocks.
     *
     * @param labels the observed labels
     * @param blocks each item's block; items of equal number may change labels with one another
     * @return the permutations
     * @throws IllegalArgumentException if the arrays differ in length
     */
    public static LabelPermutations within(boolean[] labels, int[] blocks) {
        if (labels.length != blocks.length) {
            throw new IllegalArgumentException(
                    "need as many blocks as labels, got " + blocks.length + " and " + labels.length);
        }
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < blocks.length; i++) {
            members.computeIfAbsent(blocks[i], b -> new ArrayList<>()).add(i);
        }
        int[][] groups = members.values().stream()
                .map(m -> m.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        return new LabelPermutations(labels.clone(), groups);
    }

    /**
     * Labels that may all be exchanged.
     *
     * @param labels the observed labels
     * @return the permutations
     */
    public static LabelPermutations free(boolean[] labels) {
        return within(labels, new int[labels.length]);
    }

    /**
     * How many different arrangements there are.
     *
     * @return the product of the blocks' binomial coefficients; infinite beyond 1e308
     */
    public double count() {
        return arrangements;
    }

    /**
     * The p-values of statistics that are large under the alternative, all from the same arrangements.
     *
     * @param statistics labels to numbers, one for each statistic; must not keep or change the array it is given
     * @param draws how many arrangements are drawn, at least 1; where there are no more than that, all are enumerated
     * @param seed the seed of the draws
     * @return the p-values and the combined one
     */
    public Outcome test(Function<boolean[], double[]> statistics, int draws, long seed) {
        if (draws < 1) {
            throw new IllegalArgumentException("draws must be >= 1, got " + draws);
        }
        boolean exhaustive = arrangements <= draws + 1.0;
        double[] observed = statistics.apply(labels.clone());
        List<double[]> all = new ArrayList<>();
        if (exhaustive) {
            enumerate(labels.clone(), 0, current -> all.add(statistics.apply(current)));
        } else {
            all.add(observed);
            boolean[] current = labels.clone();
            SplitMix64 random = new SplitMix64(seed);
            for (int i = 0; i < draws; i++) {
                shuffle(current, random);
                all.add(statistics.apply(current));
            }
        }
        return Outcome.of(observed, all, exhaustive);
    }

    /**
     * One arrangement at random.
     *
     * @param seed the seed
     * @return labels with as many of each kind in every block
     */
    public boolean[] shuffled(long seed) {
        boolean[] current = labels.clone();
        shuffle(current, new SplitMix64(seed));
        return current;
    }

    private void shuffle(boolean[] current, SplitMix64 random) {
        for (int[] block : blocks) {
            for (int i = block.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                boolean swap = current[block[i]];
                current[block[i]] = current[block[j]];
                current[block[j]] = swap;
            }
        }
    }

    private interface Visitor {
        void visit(boolean[] current);
    }

    private void enumerate(boolean[] current, int block, Visitor visitor) {
        if (block == blocks.length) {
            visitor.visit(current.clone());
            return;
        }
        choose(current, block, 0, marked(blocks[block]), visitor);
    }

    private void choose(boolean[] current, int block, int from, int left, Visitor visitor) {
        int[] members = blocks[block];
        if (from == members.length) {
            enumerate(current, block + 1, visitor);
            return;
        }
        if (left > 0) {
            current[members[from]] = true;
            choose(current, block, from + 1, left - 1, visitor);
        }
        if (members.length - from > left) {
            current[members[from]] = false;
            choose(current, block, from + 1, left, visitor);
        }
    }

    private int marked(int[] block) {
        int count = 0;
        for (int i : block) {
            count += labels[i] ? 1 : 0;
        }
        return count;
    }

    private static double choose(int n, int k) {
        double result = 1;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            result = StrictMath.rint(result * (n - i + 1) / i);
        }
        return result;
    }

    /**
     * What the permutations say.
     *
     * @param observed the observed statistics
     * @param pValues each statistic's p-value
     * @param combined the p-value of the smallest of the p-values, from the same arrangements, so that looking at several
     *     statistics costs what it should (the min-P method of P. H. Westfall and S. S. Young, "Resampling-Based Multiple
     *     Testing", 1993); between equal smallest ones the sum decides
     * @param adjusted each statistic's p-value adjusted for looking at all: how often the largest of the statistics, each
     *     centred and scaled over the arrangements, reaches this one (the single-step max-T method of the same book)
     * @param centres each statistic's mean over the arrangements
     * @param spreads each statistic's standard deviation over the arrangements
     */
    public record Outcome(
            List<Double> observed,
            List<PermutationP> pValues,
            PermutationP combined,
            List<PermutationP> adjusted,
            List<Double> centres,
            List<Double> spreads) {
        /** Copies the lists. */
        public Outcome {
            observed = List.copyOf(observed);
            pValues = List.copyOf(pValues);
            adjusted = List.copyOf(adjusted);
            centres = List.copyOf(centres);
            spreads = List.copyOf(spreads);
        }

        static Outcome of(double[] observed, List<double[]> all, boolean exhaustive) {
            List<PermutedStatistic> statistics = new ArrayList<>();
            for (int s = 0; s < observed.length; s++) {
                int column = s;
                statistics.add(new PermutedStatistic(
                        observed[s],
                        all.stream().mapToDouble(row -> row[column]).toArray()));
            }
            LongFunction<PermutationP> p = extreme -> PermutationP.of(extreme, all.size(), exhaustive);
            double[] highest = highest(statistics, all.size());
            return new Outcome(
                    each(statistics, PermutedStatistic::observed),
                    each(statistics, s -> p.apply(s.extreme())),
                    p.apply(asLow(statistics, all.size())),
                    each(statistics, s -> p.apply(s.reachedBy(highest))),
                    each(statistics, PermutedStatistic::mean),
                    each(statistics, PermutedStatistic::spread));
        }

        private static <T> List<T> each(List<PermutedStatistic> statistics, Function<PermutedStatistic, T> what) {
            return statistics.stream().map(what).toList();
        }

        /** In how many arrangements the smallest of the p-values is at least as small as observed. */
        private static long asLow(List<PermutedStatistic> statistics, int arrangements) {
            long[] lowest = new long[arrangements];
            Arrays.fill(lowest, Long.MAX_VALUE);
            long[] total = new long[arrangements];
            long lowestObserved = Long.MAX_VALUE;
            long totalObserved = 0;
            for (PermutedStatistic statistic : statistics) {
                long[] ranks = statistic.ranks();
                for (int i = 0; i < arrangements; i++) {
                    lowest[i] = Math.min(lowest[i], ranks[i]);
                    total[i] += ranks[i];
                }
                lowestObserved = Math.min(lowestObserved, statistic.extreme());
                totalObserved += statistic.extreme();
            }
            long count = 0;
            for (int i = 0; i < arrangements; i++) {
                boolean low = lowest[i] < lowestObserved || lowest[i] == lowestObserved && total[i] <= totalObserved;
                count += low ? 1 : 0;
            }
            return count;
        }

        /** The largest of the statistics in each arrangement, each in standard deviations from its mean. */
        private static double[] highest(List<PermutedStatistic> statistics, int arrangements) {
            double[] highest = new double[arrangements];
            Arrays.fill(highest, Double.NEGATIVE_INFINITY);
            for (PermutedStatistic statistic : statistics) {
                for (int i = 0; i < arrangements; i++) {
                    highest[i] = Math.max(highest[i], statistic.scaled(i));
                }
            }
            return highest;
        }
    }
}
