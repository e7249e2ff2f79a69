package dev.pedigree.reference;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.BlockCounts;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.stats.OuterProducts;
import dev.pedigree.stats.PrincipalComponents;
import dev.pedigree.stats.SparseRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What one feature family looks like in a population of models: which features are common, how much each varies within a model,
 * and the directions in which blocks of responses differ. Blocks are kept as coordinates along those directions.
 *
 * @param family the family
 * @param vocabulary the ids of its common features, strictly ascending
 * @param scale the weight of each: one over its standard deviation within a model, damped for the rarest
 * @param middle the mean of the scaled square roots of frequencies, over prompt sets
 * @param basis directions over the scaled vocabulary, in steps: [directions][vocabulary]
 * @param units for each direction the unit in which stored blocks are counted
 * @param steps for each direction the step of its basis
 */
record FeatureSpace(
        FeatureFamily family,
        int[] vocabulary,
        float[] scale,
        float[] middle,
        byte[][] basis,
        float[] units,
        float[] steps) {
    private static final int MIN_OCCURRENCES = 20;
    private static final double DAMPING = 0.3;
    private static final long SEED = 1;

    /**
     * One model's answers to one prompt set.
     *
     * @param promptSet the ordinal of the prompt set
     * @param counts its counts of the family
     * @param responses how many answers they come from
     */
    record Sample(int promptSet, BlockCounts counts, long responses) {
        static Sample of(int promptSet, Fingerprint print, FeatureFamily family) {
            return new Sample(
                    promptSet,
                    print.counts(family),
                    Arrays.stream(print.responses(family)).asLongStream().sum());
        }

        int rows() {
            return FoldedBlocks.rows(responses, counts.blocks());
        }
    }

    /**
     * Learns a space from a population.
     *
     * @param family the family
     * @param samples the population; at least two samples
     * @param vocabularySize how many features are kept at most
     * @param directions how many directions are kept at most
     * @return the space
     */
    static FeatureSpace learn(FeatureFamily family, List<Sample> samples, int vocabularySize, int directions) {
        int[] vocabulary = vocabulary(samples, vocabularySize);
        int d = vocabulary.length;
        SparseRows[] rows = new SparseRows[samples.size()];
        double[][] means = new double[samples.size()][];
        double[] within = new double[d];
        int total = 0;
        for (int s = 0; s < rows.length; s++) {
            Sample sample = samples.get(s);
            rows[s] = FoldedBlocks.over(sample.counts(), sample.rows(), vocabulary);
            means[s] = mean(rows[s]);
            addSquaredDeviations(rows[s], means[s], within);
            total += rows[s].rows();
        }
        double overall = 0;
        for (int j = 0; j < d; j++) {
            within[j] /= total;
            overall += within[j] / d;
        }
        float[] scale = new float[d];
        for (int j = 0; j < d; j++) {
            scale[j] = (float) (1 / ((Math.sqrt(within[j]) + DAMPING * Math.sqrt(overall)) * Math.sqrt(d)));
        }
        PrincipalComponents components = components(samples, rows, total, scale, directions);
        float[] middle = new float[d];
        for (double[] centre : components.means()) {
            for (int j = 0; j < d; j++) {
                middle[j] += (float) (centre[j] / components.means().length);
            }
        }
        FeatureSpace unitless = quantised(family, vocabulary, scale, middle, components.basis());
        return unitless.withUnits(samples);
    }

    /** Steps such that the largest weight of each direction is the largest byte. */
    private static FeatureSpace quantised(
            FeatureFamily family, int[] vocabulary, float[] scale, float[] middle, double[][] basis) {
        byte[][] codes = new byte[basis.length][vocabulary.length];
        float[] steps = new float[basis.length];
        float[] units = new float[basis.length];
        for (int k = 0; k < basis.length; k++) {
            double largest = 0;
            for (double weight : basis[k]) {
                largest = Math.max(largest, Math.abs(weight));
            }
            steps[k] = (float) (largest / Byte.MAX_VALUE);
            units[k] = 1;
            for (int j = 0; j < vocabulary.length; j++) {
                codes[k][j] = (byte) Math.round(basis[k][j] / steps[k]);
            }
        }
        return new FeatureSpace(family, vocabulary, scale, middle, codes, units, steps);
    }

    /** Units such that the largest coordinate of the samples' blocks is the largest byte. */
    private FeatureSpace withUnits(List<Sample> samples) {
        double[] largest = new double[basis.length];
        Projection projection = Projection.of(this);
        for (Sample sample : samples) {
            for (double[] block : projection.project(sample)) {
                for (int k = 0; k < largest.length; k++) {
                    largest[k] = Math.max(largest[k], Math.abs(block[k]));
                }
            }
        }
        float[] fitted = new float[basis.length];
        for (int k = 0; k < fitted.length; k++) {
            fitted[k] = (float) (largest[k] / Byte.MAX_VALUE);
        }
        return new FeatureSpace(family, vocabulary, scale, middle, basis, fitted, steps);
    }

    /**
     * What takes the part of some features away from coordinates, as far as the stored directions tell it.
     *
     * @param away for each feature of the vocabulary whether it is taken away
     * @return [directions][directions]
     */
    double[][] without(boolean[] away) {
        List<double[]> weights = new ArrayList<>();
        List<double[]> negated = new ArrayList<>();
        for (int j = 0; j < away.length; j++) {
            if (away[j]) {
                double[] feature = new double[basis.length];
                for (int k = 0; k < feature.length; k++) {
                    feature[k] = (double) basis[k][j] * steps[k];
                }
                weights.add(feature);
                negated.add(Arrays.stream(feature).map(w -> -w).toArray());
            }
        }
        double[][] kept = new double[basis.length][basis.length];
        for (int k = 0; k < basis.length; k++) {
            kept[k][k] = 1;
        }
        OuterProducts.add(negated.toArray(double[][]::new), weights.toArray(double[][]::new), kept);
        OuterProducts.mirror(kept);
        return kept;
    }

    /* The features with the highest mean rate per response among those that occur often enough. */
    private static int[] vocabulary(List<Sample> samples, int size) {
        FeatureTotals totals = new FeatureTotals();
        for (Sample sample : samples) {
            for (int block = 0; block < sample.counts().blocks(); block++) {
                totals.add(
                        sample.counts().features(block),
                        sample.counts().counts(block),
                        1.0 / Math.max(1, sample.responses()));
            }
        }
        return totals.most(size, MIN_OCCURRENCES);
    }

    static double[] mean(SparseRows rows) {
        double[] mean = new double[rows.columns()];
        for (int i = 0; i < rows.rows(); i++) {
            for (int n = 0; n < rows.indices()[i].length; n++) {
                mean[rows.indices()[i][n]] += rows.values()[i][n] / rows.rows();
            }
        }
        return mean;
    }

    private static void addSquaredDeviations(SparseRows rows, double[] mean, double[] sum) {
        for (int j = 0; j < mean.length; j++) {
            sum[j] += rows.rows() * mean[j] * mean[j];
        }
        for (int i = 0; i < rows.rows(); i++) {
            for (int n = 0; n < rows.indices()[i].length; n++) {
                int j = rows.indices()[i][n];
                double x = rows.values()[i][n];
                sum[j] += x * x - 2 * x * mean[j];
            }
        }
    }

    private static PrincipalComponents components(
            List<Sample> samples, SparseRows[] rows, int total, float[] scale, int directions) {
        int[][] indices = new int[total][];
        float[][] values = new float[total][];
        int[] promptSet = new int[total];
        int at = 0;
        for (int s = 0; s < rows.length; s++) {
            for (int i = 0; i < rows[s].rows(); i++) {
                indices[at] = rows[s].indices()[i];
                values[at] = scaled(rows[s].values()[i], indices[at], scale);
                promptSet[at++] = samples.get(s).promptSet();
            }
        }
        return PrincipalComponents.of(new SparseRows(scale.length, indices, values), promptSet, directions, SEED);
    }

    private static float[] scaled(float[] values, int[] index, float[] scale) {
        float[] scaled = new float[values.length];
        for (int n = 0; n < values.length; n++) {
            scaled[n] = values[n] * scale[index[n]];
        }
        return scaled;
    }
}
