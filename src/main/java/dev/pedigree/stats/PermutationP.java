package dev.pedigree.stats;

/**
 * The p-value of a permutation test. By full enumeration it is the share of all arrangements that are at least as extreme as the
 * observed one; by sampling it is {@code (1 + k) / (1 + b)}, which is valid at every b. B. Phipson and G. K. Smyth, "Permutation
 * p-values should never be zero", SAGMB 9 (2010), doi:10.2202/1544-6115.1585.
 *
 * @param value the p-value, in (0, 1]
 * @param extreme how many arrangements are at least as extreme, the observed one among them
 * @param arrangements how many arrangements were looked at, the observed one among them
 * @param exhaustive whether these are all that there are
 */
public record PermutationP(double value, long extreme, long arrangements, boolean exhaustive) {
    /** Checks that the numbers agree. */
    public PermutationP {
        if (extreme < 1 || extreme > arrangements || value != (double) extreme / arrangements) {
            throw new IllegalArgumentException(
                    "need value = extreme / arrangements in (0, 1], got " + extreme + " / " + arrangements);
        }
    }

    /**
     * A p-value from its counts.
     *
     * @param extreme how many arrangements are at least as extreme, the observed one among them
     * @param arrangements how many were looked at, the observed one among them
     * @param exhaustive whether these are all that there are
     * @return the p-value
     */
    public static PermutationP of(long extreme, long arrangements, boolean exhaustive) {
        return new PermutationP((double) extreme / arrangements, extreme, arrangements, exhaustive);
    }

    /**
     * The smallest p-value that this test could have given.
     *
     * @return one over the number of arrangements
     */
    public double resolution() {
        return 1.0 / arrangements;
    }
}
