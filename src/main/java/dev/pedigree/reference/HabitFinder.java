package dev.pedigree.reference;

import dev.pedigree.feature.PhrasePlace;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Divides the likeness of a suspect to a candidate over features. With s and r the positions of both about the centre of the
 * population, |s|² - |s - r|² = 2 s·r - |r|²; s and r are linear in the features, so each has its term.
 */
final class HabitFinder {
    private final PhraseBook book;
    private final FeatureSpace space;
    private final int ordinal; // of the space in the library
    private final Axes axes;
    private final double[] own; // the suspect's mean, by feature
    private final long[] counts; // the suspect's, by feature, and behind them that of all features
    private final double[] centre; // the population, as far as it answered the suspect's prompts
    private final double[] amongAll; // square roots of the population's shares, by feature

    HabitFinder(ReferenceLibrary library, int ordinal, Axes axes, Fingerprint suspect, double[] suspectShares) {
        this.book = library.phrases();
        this.space = library.spaces().get(ordinal);
        this.ordinal = ordinal;
        this.axes = axes;
        FeatureSpace.Sample sample = FeatureSpace.Sample.of(0, suspect, space.family());
        this.own = FeatureSpace.mean(FoldedBlocks.over(sample.counts(), sample.rows(), space.vocabulary()));
        this.counts = totals(sample.counts(), space.vocabulary());
        this.centre = axes.centre(suspectShares);
        this.amongAll = roots(centre);
    }

    /**
     * The habits of one family.
     *
     * @param candidate the candidate's entry
     * @param candidateShares the shares of its prompts by prompt set
     * @return one for each feature with a phrase that the suspect shows or the candidate or population might
     */
    List<Habit> find(Entry candidate, double[] candidateShares) {
        double[] position = Axes.mean(candidate.coordinates()[ordinal]);
        double[] offset = axes.centre(candidateShares);
        for (int i = 0; i < position.length; i++) {
            position[i] += centre[i] - offset[i];
        }
        double[] theirsAll = roots(position);
        double[] gradients = gradients(axes.pull(position, centre));
        List<Habit> habits = new ArrayList<>();
        for (int j = 0; j < space.vocabulary().length; j++) {
            Optional<PhraseBook.Phrase> phrase = book.phrase(space.family(), space.vocabulary()[j]);
            if (phrase.isPresent()) {
                double among = amongAll[j];
                double theirs = theirsAll[j];
                double weight = gradients[j] * space.scale()[j] * (2 * (own[j] - among) - (theirs - among));
                double each = each(phrase.get().place());
                habits.add(new Habit(
                        phrase.get(),
                        rate(
                                counts[counts.length - 1] == 0
                                        ? 0
                                        : each * counts[j] / (double) counts[counts.length - 1]),
                        rate(each * theirs * theirs),
                        rate(each * among * among),
                        weight));
            }
        }
        return habits;
    }

    private static double rate(double rate) {
        return Math.max(0, Math.min(1, rate));
    }

    /** How many features one place gives: an answer 8 prefixes, 8 tokens and 7 pairs, a start three or four sequences. */
    private static double each(PhrasePlace place) {
        return switch (place) {
            case OPENING, FIRST_WORDS -> 23;
            case SENTENCE_START -> 3;
            case LINE_START -> 4;
        };
    }

    /** The square root of each feature's share at a position, as far as the stored directions tell it; at least 0. */
    private double[] roots(double[] position) {
        double[] roots = new double[space.vocabulary().length];
        for (int j = 0; j < roots.length; j++) {
            roots[j] = space.middle()[j];
        }
        add(position, roots);
        for (int j = 0; j < roots.length; j++) {
            roots[j] = Math.max(0, roots[j] / space.scale()[j]);
        }
        return roots;
    }

    /** How much the likeness grows with each scaled feature. */
    private double[] gradients(double[] pull) {
        double[] gradients = new double[space.vocabulary().length];
        add(pull, gradients);
        return gradients;
    }

    /** Adds to each feature's sum what the stored directions make of it, direction after direction as they lie in memory. */
    private void add(double[] weights, double[] sums) {
        for (int k = 0; k < weights.length; k++) {
            byte[] direction = space.basis()[k];
            double step = space.steps()[k];
            for (int j = 0; j < sums.length; j++) {
                sums[j] += weights[k] * direction[j] * step;
            }
        }
    }

    /** The count of each feature of a vocabulary, and behind them that of all features. */
    private static long[] totals(BlockCounts counts, int[] vocabulary) {
        long[] totals = new long[vocabulary.length + 1];
        for (int block = 0; block < counts.blocks(); block++) {
            int[] features = counts.features(block);
            int[] occurrences = counts.counts(block);
            int v = 0;
            for (int i = 0; i < features.length; i++) {
                totals[vocabulary.length] += occurrences[i];
                while (v < vocabulary.length && vocabulary[v] < features[i]) {
                    v++;
                }
                if (v < vocabulary.length && vocabulary[v] == features[i]) {
                    totals[v] += occurrences[i];
                }
            }
        }
        return totals;
    }
}
