package dev.pedigree.reference;

import dev.pedigree.stats.SparseRows;
import java.util.Arrays;

/** From the counts of samples to their coordinates in a feature space. Made once for many samples; immutable. */
final class Projection {
    private final FeatureSpace space;
    private final double[][]
            weights; // [vocabulary][directions]: the basis, turned so that one feature's weights lie together
    private final double[] offset; // [directions]: what the middle of the space projects to

    private Projection(FeatureSpace space, double[][] weights, double[] offset) {
        this.space = space;
        this.weights = weights;
        this.offset = offset;
    }

    static Projection of(FeatureSpace space) {
        byte[][] basis = space.basis();
        double[][] weights = new double[space.vocabulary().length][basis.length];
        double[] offset = new double[basis.length];
        for (int j = 0; j < weights.length; j++) {
            double middle = space.middle()[j];
            for (int k = 0; k < basis.length; k++) {
                weights[j][k] = basis[k][j];
                offset[k] += middle * basis[k][j];
            }
        }
        return new Projection(space, weights, offset);
    }

    /**
     * The coordinates of a sample's blocks.
     *
     * @param sample a sample
     * @return [rows][directions]; a row without any feature is left out, but for the only one of a sample that has none at all
     */
    double[][] project(FeatureSpace.Sample sample) {
        SparseRows rows = FoldedBlocks.over(sample.counts(), sample.rows(), space.vocabulary());
        double[][] out = new double[rows.rows()][];
        int kept = 0;
        for (int i = 0; i < rows.rows(); i++) {
            int[] index = rows.indices()[i];
            if (index.length > 0 || kept == 0 && i + 1 == rows.rows()) {
                out[kept++] = row(index, rows.values()[i]);
            }
        }
        return Arrays.copyOf(out, kept);
    }

    private double[] row(int[] index, float[] values) {
        double[] y = new double[offset.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = -offset[k];
        }
        for (int n = 0; n < index.length; n++) {
            double value = values[n] * space.scale()[index[n]];
            double[] weight = weights[index[n]];
            for (int k = 0; k < y.length; k++) {
                y[k] += value * weight[k];
            }
        }
        for (int k = 0; k < y.length; k++) {
            y[k] *= space.steps()[k];
        }
        return y;
    }

    /**
     * A sample's blocks as a library stores them.
     *
     * @param sample a sample
     * @return coordinates in the space's units, [rows][directions]
     */
    byte[][] encode(FeatureSpace.Sample sample) {
        double[][] blocks = project(sample);
        byte[][] codes = new byte[blocks.length][offset.length];
        for (int b = 0; b < blocks.length; b++) {
            for (int k = 0; k < offset.length; k++) {
                long code = Math.round(blocks[b][k] / space.units()[k]);
                codes[b][k] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, code));
            }
        }
        return codes;
    }
}
