package dev.pedigree.exact;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.LabelPermutations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The answers of both groups of an exposure test with what is computed of them once. */
final class ExposureDesign {
    private static final int BOOTSTRAPS = 400;
    private static final int POWER_DRAWS = 199;

    final ExchangeUnits units;
    final List<OptionalLong> days = new ArrayList<>();
    final LabelPermutations permutations;
    final GroupDifference difference;
    final List<String> names = new ArrayList<>();
    /** Of each statistic, the values of the units. */
    final List<double[]> values = new ArrayList<>();
    /** How many answers are to a prompt that the suspect answered too. */
    final int samePrompt;
    /** How many answers have no loss, where others have one. */
    final int incomplete;

    private final List<double[]> coefficients = new ArrayList<>();
    private final Phrasings phrasings;
    /** The phrase score of each answer. */
    private final double[] elsewhere;

    ExposureDesign(
            Corpus suspect,
            Corpus logged,
            Corpus heldOut,
            List<Corpus> controls,
            AnswerColumns loggedColumns,
            AnswerColumns heldOutColumns) {
        List<AnswerColumns.@Nullable Row> rows = new ArrayList<>(loggedColumns.of(logged));
        rows.addAll(heldOutColumns.of(heldOut));
        List<Corpus> answering = new ArrayList<>(controls);
        answering.add(suspect);
        units = new ExchangeUnits(logged, heldOut, rows, answering);
        int n = units.answers.size();
        double[] losses = new double[n];
        int missing = 0;
        for (int i = 0; i < n; i++) {
            AnswerColumns.Row row = rows.get(i);
            days.add(AnswerColumns.day(row));
            OptionalDouble loss = row == null ? OptionalDouble.empty() : row.loss();
            missing += loss.isPresent() ? 0 : 1;
            losses[i] = -loss.orElse(0);
        }
        permutations = LabelPermutations.within(units.first, units.block);
        difference = new GroupDifference(units.block, units.first);
        phrasings = new Phrasings(units, suspect, controls);
        elsewhere = new double[n];
        for (int i = 0; i < n; i++) {
            elsewhere[i] = phrasings.elsewhere(i);
        }
        add("rare phrasings in answers to other prompts", elsewhere);
        Closeness closeness = Closeness.of(units, suspect, controls, new Embeddings());
        samePrompt = closeness.samePrompt;
        add("likeness to the suspect's answer", closeness.values);
        if (missing == 0) {
            add("negated loss", losses);
        }
        incomplete = missing == n ? 0 : missing;
    }

    private void add(String name, double[] column) {
        names.add(name);
        values.add(units.means(column));
        coefficients.add(difference.coefficients(values.get(values.size() - 1)));
    }

    double[] statistics(boolean[] labels) {
        double[] statistics = new double[coefficients.size()];
        for (int s = 0; s < statistics.length; s++) {
            statistics[s] = GroupDifference.sum(coefficients.get(s), labels);
        }
        return statistics;
    }

    Optional<Estimate> interval(double[] column, double level, long seed) {
        return ClusterBootstrap.interval(
                units.prompts, weights -> difference.weighted(column, units.prompt, weights), BOOTSTRAPS, level, seed);
    }

    /** The share of answers whose longest shared phrase is longer than 95 % of all, logged minus held out. */
    Optional<Estimate> longSpans(double level, long seed) {
        int[] longest = new int[units.answers.size()];
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
        return interval(units.means(over), level, seed);
    }

    /** The longest shared phrases. */
    List<ExposureResult.SharedSpan> spans(int most) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < units.answers.size(); i++) {
            if (phrasings.longest(i) > 0) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingInt((Integer i) -> -phrasings.longest(i)));
        return order.stream()
                .limit(most)
                .map(i -> new ExposureResult.SharedSpan(
                        units.answers.get(i).id(),
                        units.first[units.unit[i]],
                        phrasings.longest(i),
                        phrasings.quote(i, units.answers.get(i).text())))
                .toList();
    }

    /** The p-value where nothing is true of the labels but that one phrase of a share of the logged units is repeated. */
    double simulate(double share, int words, SplitMix64 random) {
        boolean[] labels = permutations.shuffled(random.nextLong());
        double[] scores = elsewhere.clone();
        List<Integer> chosen = new ArrayList<>();
        for (int u = 0; u < labels.length; u++) {
            if (labels[u]) {
                chosen.add(u);
            }
        }
        int planted = (int) StrictMath.rint(share * chosen.size());
        for (int k = 0; k < planted; k++) {
            int other = k + random.nextInt(chosen.size() - k);
            int u = chosen.get(other);
            chosen.set(other, chosen.get(k));
            List<Integer> members = units.members.get(u);
            int i = members.get(random.nextInt(members.size()));
            int from = random.nextInt(Math.max(1, phrasings.words(i) - words + 1));
            scores[i] = phrasings.elsewhereWith(i, from, words);
        }
        double[] c = difference.coefficients(units.means(scores));
        return LabelPermutations.within(labels, units.block)
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
