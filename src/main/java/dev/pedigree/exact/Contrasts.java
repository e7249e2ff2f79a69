package dev.pedigree.exact;

/**
 * Two-sample distances between the answers of two models, as functions of the labels. Across prompts it is the mean over pairs
 * of different prompts of {@code k(x,x') - k(x,y') - k(y,x') + k(y,y')}; within prompts the mean over prompts of the unbiased
 * squared MMD (I. Gao, P. Liang and C. Guestrin, "Model equality testing: which model is this API serving?", ICLR 2025,
 * arXiv:2410.20247). Both are 0 on average when the labels are exchangeable within prompts.
 */
final class Contrasts {
    private final Alignment alignment;
    private final float[][] similarity; // below the diagonal
    private final float[][] pairs; // with one answer each: prompt by prompt, below the diagonal, for labels as observed

    Contrasts(Alignment alignment, float[][] similarity) {
        this.alignment = alignment;
        this.similarity = similarity;
        pairs = alignment.single ? between(alignment.first) : new float[0][];
    }

    double across(boolean[] labels) {
        double prompts = alignment.prompts;
        return sum(labels) * 2 / (prompts * (prompts - 1));
    }

    private double sum(boolean[] labels) {
        double total = 0;
        if (alignment.single) {
            double[] sign = new double[alignment.prompts];
            for (int p = 0; p < sign.length; p++) {
                sign[p] = labels[2 * p] ? 1 : -1;
                double row = 0;
                float[] d = pairs[p];
                for (int q = 0; q < p; q++) {
                    row += sign[q] * d[q];
                }
                total += sign[p] * row;
            }
            return total;
        }
        double[] w = alignment.weights(labels);
        int blockStart = 0;
        for (int i = 0; i < w.length; i++) {
            if (i > 0 && alignment.prompt[i] != alignment.prompt[i - 1]) {
                blockStart = i;
            }
            double row = 0;
            for (int j = 0; j < blockStart; j++) {
                row += w[j] * similarity[i][j];
            }
            total += w[i] * row;
        }
        return total;
    }

    /** The mean over prompts; prompts with one answer of a model have no pair of its own and give only the cross term. */
    double within(boolean[] labels) {
        double total = 0;
        int n = labels.length;
        for (int from = 0; from < n; ) {
            int to = from;
            int ones = 0;
            while (to < n && alignment.prompt[to] == alignment.prompt[from]) {
                ones += labels[to++] ? 1 : 0;
            }
            double own = 0;
            double other = 0;
            double cross = 0;
            for (int i = from; i < to; i++) {
                for (int j = from; j < i; j++) {
                    if (labels[i] != labels[j]) {
                        cross += similarity[i][j];
                    } else if (labels[i]) {
                        own += similarity[i][j];
                    } else {
                        other += similarity[i][j];
                    }
                }
            }
            int rest = to - from - ones;
            total += (ones > 1 ? 2 * own / ((double) ones * (ones - 1)) : 0)
                    + (rest > 1 ? 2 * other / ((double) rest * (rest - 1)) : 0)
                    - 2 * cross / ((double) ones * rest);
            from = to;
        }
        return total / alignment.prompts;
    }

    /** The observed contrast of each two prompts, below the diagonal. */
    float[][] between(boolean[] labels) {
        double[] w = alignment.weights(labels);
        float[][] d = new float[alignment.prompts][];
        for (int p = 0; p < d.length; p++) {
            d[p] = new float[p];
        }
        for (int i = 0; i < w.length; i++) {
            int p = alignment.prompt[i];
            for (int j = 0; j < i && alignment.prompt[j] < p; j++) {
                d[p][alignment.prompt[j]] += (float) (w[i] * w[j] * similarity[i][j]);
            }
        }
        return d;
    }

    /** The mean contrast of pairs of different prompts when each prompt counts so many times. */
    static double weighted(float[][] between, int[] weights) {
        double total = 0;
        double norm = 0;
        for (int p = 0; p < weights.length; p++) {
            if (weights[p] > 0) {
                double row = 0;
                double count = 0;
                for (int q = 0; q < p; q++) {
                    row += weights[q] * between[p][q];
                    count += weights[q];
                }
                total += weights[p] * row;
                norm += weights[p] * count;
            }
        }
        return norm > 0 ? total / norm : Double.NaN;
    }
}
