package dev.pedigree.exact;

import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.LabelPermutations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** In which features of style two models differ, clearest first; of {@link SameModelTest}. */
final class StyleShifts {
    private static final int BOOTSTRAPS = 400;

    private final Alignment alignment;
    private final double[][] rows;

    StyleShifts(Alignment alignment, Embeddings embeddings) {
        this.alignment = alignment;
        rows = new double[alignment.items.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = embeddings.style(alignment.items.get(i));
        }
    }

    /** How far the two kinds of answers lie apart in each feature, were they labelled so. */
    double[] distances(boolean[] labels) {
        double[] w = alignment.weights(labels);
        double[] sums = new double[StyleFeatures.names().size()];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < sums.length; f++) {
                sums[f] += w[i] * rows[i][f];
            }
        }
        for (int f = 0; f < sums.length; f++) {
            sums[f] = Math.abs(sums[f]);
        }
        return sums;
    }

    /**
     * The shifts.
     *
     * @param outcome what a permutation test of the {@linkplain #distances distances} gave
     * @param level the level of the intervals
     * @param seed the seed of their bootstrap
     * @return a shift for each feature that either model ever shows
     */
    List<FeatureShift> under(LabelPermutations.Outcome outcome, double level, long seed) {
        double[] w = alignment.weights(alignment.first);
        List<FeatureShift> shifts = new ArrayList<>();
        for (int f = 0; f < StyleFeatures.names().size(); f++) {
            double[] ones = new double[alignment.prompts];
            double[] others = new double[alignment.prompts];
            for (int i = 0; i < rows.length; i++) {
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
}
