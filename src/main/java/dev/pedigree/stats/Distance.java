package dev.pedigree.stats;

/**
 * The classics of stylometry as distances between profiles of relative frequencies. They are named baselines beside our own scores.
 */
public enum Distance {
    /**
     * Mean absolute difference of z-scores: Burrows, "'Delta': a measure of stylistic difference and a guide to likely authorship",
     * Literary and Linguistic Computing 17 (2002), doi:10.1093/llc/17.3.267. Takes z-scores. Range [0, ∞).
     */
    BURROWS_DELTA {
        @Override
        public double between(double[] a, double[] b) {
            checkLengths(a, b);
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += Math.abs(a[i] - b[i]);
            }
            return a.length == 0 ? 0 : sum / a.length;
        }
    },
    /**
     * One minus the cosine of z-scores: Smith and Aldridge, "Improving authorship attribution: optimizing Burrows' Delta method",
     * Journal of Quantitative Linguistics 18 (2011), doi:10.1080/09296174.2011.533591; Evert et al., "Understanding and explaining
     * Delta measures for authorship attribution", Digital Scholarship in the Humanities 32 (2017), doi:10.1093/llc/fqx023. Takes
     * z-scores. Range [0, 2]; 1 where one of them is all zero.
     */
    COSINE_DELTA {
        @Override
        public double between(double[] a, double[] b) {
            checkLengths(a, b);
            double ab = 0;
            double aa = 0;
            double bb = 0;
            for (int i = 0; i < a.length; i++) {
                ab += a[i] * b[i];
                aa += a[i] * a[i];
                bb += b[i] * b[i];
            }
            return aa == 0 || bb == 0 ? 1 : Math.max(0, 1 - ab / Math.sqrt(aa * bb));
        }
    },
    /**
     * Square root of the Jensen–Shannon divergence in bits, a metric: Endres and Schindelin, "A new metric for probability
     * distributions", IEEE Transactions on Information Theory 49 (2003), doi:10.1109/TIT.2003.813506. Takes non-negative
     * frequencies, which it scales to sum to one. Range [0, 1].
     */
    JENSEN_SHANNON {
        @Override
        public double between(double[] a, double[] b) {
            checkLengths(a, b);
            double totalA = 0;
            double totalB = 0;
            for (int i = 0; i < a.length; i++) {
                totalA += a[i];
                totalB += b[i];
            }
            if (totalA == 0 || totalB == 0) {
                return totalA == totalB ? 0 : 1;
            }
            double divergence = 0;
            for (int i = 0; i < a.length; i++) {
                double p = a[i] / totalA;
                double q = b[i] / totalB;
                double m = (p + q) / 2;
                divergence += 0.5 * (information(p, m) + information(q, m));
            }
            return Math.sqrt(Math.max(0, Math.min(1, divergence)));
        }
    };

    /**
     * The distance between two profiles.
     *
     * @param a a profile
     * @param b a profile of the same length
     * @return the distance, at least 0; 0 for equal profiles
     */
    public abstract double between(double[] a, double[] b);

    private static void checkLengths(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("need profiles of one length, got " + a.length + " and " + b.length);
        }
    }

    private static double information(double p, double m) {
        return p == 0 ? 0 : p * StrictMath.log(p / m) / StrictMath.log(2);
    }
}
