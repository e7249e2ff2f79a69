package dev.pedigree.compare;

/**
 * Distance between two models on the axes of one channel, with what sampling adds to it taken away. Along these axes the variation
 * of a model with itself is one in every direction, so this is the small-drift limit of the two-covariance likelihood ratio of
 * Brümmer and de Villiers, "The speaker partitioning problem", Odyssey 2010.
 */
final class Likeness {
    private Likeness() {}

    /**
     * The distance between the true positions behind two samples: the root of |s - r|² less the noise of both.
     *
     * @param s one position
     * @param r another
     * @param noise the expected squared distance of both from their true positions, summed
     * @return the distance, at least 0
     */
    static double distance(double[] s, double[] r, double noise) {
        double sum = -noise;
        for (int i = 0; i < s.length; i++) {
            sum += (s[i] - r[i]) * (s[i] - r[i]);
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /**
     * What somebody's likeness to a candidate is worth where something else speaks for the candidate too: the mean of both where the
     * other is more alike, else the candidate's own.
     *
     * @param own by channel, the likeness to the candidate
     * @param other by channel, the likeness to what speaks for it
     * @return by channel
     */
    static double[] heard(double[] own, double[] other) {
        if (mean(other) <= mean(own)) {
            return own;
        }
        double[] heard = new double[own.length];
        for (int k = 0; k < heard.length; k++) {
            heard[k] = (own[k] + other[k]) / 2;
        }
        return heard;
    }

    /** The mean over channels. */
    static double mean(double[] channels) {
        double sum = 0;
        for (double channel : channels) {
            sum += channel;
        }
        return sum / channels.length;
    }
}
