package dev.pedigree.stats;

import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Fisher's exact test of a two-by-two table, one-sided: given the margins, the number of successes in the first group is
 * hypergeometric. R. A. Fisher, "The logic of inductive inference", JRSS 98 (1935), doi:10.2307/2342435.
 */
public final class FisherExact {
    private FisherExact() {}

    /**
     * The probability, given the margins, that the first group has at least so many of all successes.
     *
     * @param successes successes in the first group, in [0, size]
     * @param size the first group's size
     * @param otherSuccesses successes in the second group, in [0, otherSize]
     * @param otherSize the second group's size
     * @return the one-sided p-value, in (0, 1]
     * @throws IllegalArgumentException if a count is out of its range
     */
    public static double atLeast(int successes, int size, int otherSuccesses, int otherSize) {
        if (successes < 0 || successes > size || otherSuccesses < 0 || otherSuccesses > otherSize) {
            throw new IllegalArgumentException("need successes within sizes, got " + successes + " of " + size + " and "
                    + otherSuccesses + " of " + otherSize);
        }
        int all = successes + otherSuccesses;
        double total = logChoose(size + otherSize, all);
        double sum = 0;
        for (int k = Math.min(size, all); k >= successes; k--) {
            if (all - k <= otherSize) {
                sum += StrictMath.exp(logChoose(size, k) + logChoose(otherSize, all - k) - total);
            }
        }
        return Math.min(1, sum);
    }

    private static double logChoose(int n, int k) {
        return CombinatoricsUtils.binomialCoefficientLog(n, k);
    }
}
