package dev.pedigree.reference;

/**
 * Where a model stands among others: the positions of its blocks of answers on the axes of a cohort, in units of the median distance
 * of the cohort's models from its centre.
 *
 * @param blocks [blocks][axes]; not empty
 */
public record Placement(double[][] blocks) {

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
     * @return the expected squared distance of {@link #mean()} from the model's true position; 0 where there is but one block
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
}
