package dev.pedigree.identity;

import dev.pedigree.stats.Estimate;
import java.util.List;

/** Shares of responses whose prompts are the sampling units. */
final class ClusteredRate {
    private static final double Z = 1.959963984540054; // the normal law's 97.5 % point

    private ClusteredRate() {}

    /**
     * A share with its interval: Wilson (1927, doi:10.1080/01621459.1927.10502953) at the effective sample size n / deff, where deff is the
     * ratio of the variance of the share under sampling of prompts to that under sampling of responses (Kish, Survey Sampling, 1965), at
     * least 1. Where all or none say it, the prompts are the sample.
     *
     * @param clusters pairs of responses that say it and all responses, by prompt
     * @param level 0.95, the only one there is
     */
    static Estimate of(List<int[]> clusters, double level) {
        long said = 0;
        long all = 0;
        for (int[] cluster : clusters) {
            said += cluster[0];
            all += cluster[1];
        }
        double share = said / (double) all;
        double size = clusters.size();
        if (said > 0 && said < all && clusters.size() > 1) {
            double squares = 0;
            for (int[] cluster : clusters) {
                double residual = cluster[0] - share * cluster[1];
                squares += residual * residual;
            }
            double n = clusters.size();
            double clustered = squares * n / (n - 1) / ((double) all * all);
            double simple = share * (1 - share) / all;
            size = all / Math.max(1, clustered / simple);
        }
        double z2 = Z * Z / size;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * StrictMath.sqrt(share * (1 - share) / size + z2 / (4 * size));
        double low = Math.max(0, Math.min(share, centre - half));
        double high = Math.min(1, Math.max(share, centre + half));
        return new Estimate(share, low, high, level);
    }

    /** The chance of at least {@code count} among {@code n} at probability {@code p}. */
    static double tail(int count, int n, double p) {
        if (count == 0) {
            return 1;
        }
        double logit = StrictMath.log(p / (1 - p));
        double term = n * StrictMath.log1p(-p);
        double below = StrictMath.exp(term);
        for (int k = 1; k < count; k++) {
            term += StrictMath.log((n - k + 1) / (double) k) + logit;
            below += StrictMath.exp(term);
        }
        return Math.max(0, Math.min(1, 1 - below));
    }
}
