package dev.pedigree.reference;

import java.util.function.DoubleSupplier;

/**
 * Where a model stands among others: the positions of its blocks of answers on the axes of a cohort, in units of the median distance
 * of the cohort's models from its centre.
 *
 * @param blocks [blocks][axes]; not empty
 * @param typicalNoise the squared distance by which so many answers of any model scatter, as the cohort's models do
 */
public record Placement(double[][] blocks, double typicalNoise) {
    /** With fewer blocks their own scatter says too little. */
    private static final int MIN_BLOCKS = 4;

    /**
     * The model's position.
     *
     * @return the mean of its blocks: [axes]
     */
    public double[] mean() {
        return Axes.mean(blocks);
    }

    /**
     * How far the position would scatter if the same model answered other prompts: the trace of the covariance of the blocks over
     * their number.
     *
     * @return the expected squared distance of {@link #mean()} from the model's true position; 0 where there is but one block, which
     *     errs on the side of unlikeness
     */
    public double noise() {
        if (blocks.length < 2) {
            return 0;
        }
        double[] mean = mean();
        double sum = 0;
        for (double[] block : blocks) {
            for (int i = 0; i < mean.length; i++) {
                sum += (block[i] - mean[i]) * (block[i] - mean[i]);
            }
        }
        return sum / (blocks.length - 1) / blocks.length;
    }

    /**
     * How far a {@linkplain #resampled resample} scatters about the sample.
     *
     * @return the expected squared distance
     */
    public double resamplingNoise() {
        return blocks.length < MIN_BLOCKS ? typicalNoise : noise();
    }

    /**
     * The position that other prompts of the same kind would have given: the mean of blocks drawn with replacement, or, where there
     * are fewer than {@value #MIN_BLOCKS}, a normal draw with the typical scatter.
     *
     * @param draw the draw: blocks taken modulo their number
     * @param normal draws from the standard normal distribution
     * @return a position: [axes]
     */
    public double[] resampled(int[] draw, DoubleSupplier normal) {
        if (blocks.length < MIN_BLOCKS) {
            double[] position = mean();
            double deviation = Math.sqrt(typicalNoise / position.length);
            for (int i = 0; i < position.length; i++) {
                position[i] += deviation * normal.getAsDouble();
            }
            return position;
        }
        double[] position = new double[blocks[0].length];
        for (int index : draw) {
            double[] block = blocks[index % blocks.length];
            for (int i = 0; i < position.length; i++) {
                position[i] += block[i] / draw.length;
            }
        }
        return position;
    }
}
