package dev.pedigree.stats;

import org.apache.commons.math3.special.Beta;

/**
 * The exact binomial test. Under the null hypothesis each of n independent trials succeeds with the given probability; the
 * tails are sums of the binomial distribution, computed through the regularised incomplete beta function.
 */
public final class ExactBinomial {
    private ExactBinomial() {}

    /**
     * The probability of at least so many successes.
     *
     * @param successes how often it happened, in [0, trials]
     * @param trials how often it could have happened, at least 0
     * @param probability each trial's probability under the null hypothesis, in [0, 1]
     * @return P(X &gt;= successes)
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double atLeast(long successes, long trials, double probability) {
        check(successes, trials, probability);
        return successes == 0 ? 1 : Beta.regularizedBeta(probability, successes, trials - successes + 1.0);
    }

    /**
     * The probability of at most so many successes.
     *
     * @param successes how often it happened, in [0, trials]
     * @param trials how often it could have happened, at least 0
     * @param probability each trial's probability under the null hypothesis, in [0, 1]
     * @return P(X &lt;= successes)
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static double atMost(long successes, long trials, double probability) {
        check(successes, trials, probability);
        return successes == trials
                ? 1
                : Beta.regularizedBeta(1 - probability, (double) (trials - successes), successes + 1.0);
    }

    private static void check(long successes, long trials, double probability) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException("need 0 <= successes <= trials, got " + successes + " of " + trials);
        }
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], got " + probability);
        }
    }
}
