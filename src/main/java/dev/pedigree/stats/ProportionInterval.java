package dev.pedigree.stats;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;

/** Two-sided confidence intervals for a binomial proportion. */
public enum ProportionInterval {
    /**
     * The score interval: close to its nominal coverage on average, also for small counts. E. B. Wilson, "Probable inference, the
     * law of succession, and statistical inference", JASA 22 (1927), doi:10.1080/01621459.1927.10502953.
     */
    WILSON {
        @Override
        Estimate interval(long successes, long trials, double level) {
            double z = normalQuantile((1 + level) / 2);
            double n = trials;
            double p = successes / n;
            double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
            double half = z / (1 + z * z / n) * StrictMath.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            double low = successes == 0 ? 0 : Math.min(p, Math.max(0, centre - half));
            double high = successes == trials ? 1 : Math.max(p, Math.min(1, centre + half));
            return new Estimate(p, low, high, level);
        }
    },
    /**
     * The exact interval: never covers less than its level. C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial
     * limits illustrated in the case of the binomial", Biometrika 26 (1934), doi:10.1093/biomet/26.4.404.
     */
    CLOPPER_PEARSON {
        @Override
        Estimate interval(long successes, long trials, double level) {
            double tail = (1 - level) / 2;
            return new Estimate(
                    (double) successes / trials,
                    lowerBound(successes, trials, 1 - tail),
                    upperBound(successes, trials, 1 - tail),
                    level);
        }
    };

    abstract Estimate interval(long successes, long trials, double level);

    /**
     * The interval.
     *
     * @param successes how often it happened, in [0, trials]
     * @param trials how often it could have happened, at least 1
     * @param level the coverage, in (0, 1)
     * @return the share with its interval
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public Estimate of(long successes, long trials, double level) {
        check(successes, trials, level);
        return interval(successes, trials, level);
    }

    /**
     * The one-sided Clopper–Pearson lower limit.
     *
     * @param successes how often it happened, in [0, trials]
     * @param trials how often it could have happened, at least 1
     * @param level the coverage, in (0, 1)
     * @return a bound that lies above the true share with probability at most {@code 1 - level}
     */
    public static double lowerBound(long successes, long trials, double level) {
        check(successes, trials, level);
        return successes == 0 ? 0 : betaQuantile(1 - level, successes, trials - successes + 1.0);
    }

    /**
     * The one-sided Clopper–Pearson upper limit.
     *
     * @param successes how often it happened, in [0, trials]
     * @param trials how often it could have happened, at least 1
     * @param level the coverage, in (0, 1)
     * @return a bound that lies below the true share with probability at most {@code 1 - level}
     */
    public static double upperBound(long successes, long trials, double level) {
        check(successes, trials, level);
        return successes == trials ? 1 : betaQuantile(level, successes + 1.0, trials - successes);
    }

    private static void check(long successes, long trials, double level) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "need 0 <= successes <= trials and trials >= 1, got " + successes + " of " + trials);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }

    /* Bisection on the regularised incomplete beta function, which increases in x: 60 halvings leave less than 1e-18. */
    private static double betaQuantile(double probability, double a, double b) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (Beta.regularizedBeta(middle, a, b) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    static double normalQuantile(double probability) {
        return StrictMath.sqrt(2) * Erf.erfInv(2 * probability - 1);
    }
}
