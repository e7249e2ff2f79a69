package dev.pedigree.overlap;

/** The upper tail of the binomial distribution, summed term by term. */
final class BinomialTail {
    private BinomialTail() {}

    /**
     * P(X &ge; k) for X ~ Binomial(n, p).
     *
     * @return a probability; 1 for k &le; 0; at least {@link Double#MIN_NORMAL} otherwise
     */
    static double atLeast(int k, int n, double p) {
        if (k <= 0 || p >= 1) {
            return 1;
        }
        double logTerm = 0;
        for (int i = 0; i < k; i++) {
            logTerm += StrictMath.log((double) (n - i) / (k - i));
        }
        logTerm += k * StrictMath.log(p) + (n - k) * StrictMath.log1p(-p);
        double term = 1;
        double sum = 0;
        for (int i = k; i <= n && term > 0; i++) {
            sum += term;
            term *= (double) (n - i) / (i + 1) * p / (1 - p);
        }
        return Math.min(1, Math.max(Double.MIN_NORMAL, StrictMath.exp(logTerm + StrictMath.log(sum))));
    }
}
