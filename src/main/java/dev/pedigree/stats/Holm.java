package dev.pedigree.stats;

import java.util.Arrays;

/**
 * The step-down correction for several tests, valid under any dependence. S. Holm, "A simple sequentially rejective multiple
 * test procedure", Scandinavian Journal of Statistics 6 (1979), 65–70.
 */
public final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values: rejecting where they are at most alpha keeps the probability of any false rejection at most alpha.
     *
     * @param pValues p-values, each in [0, 1]
     * @return the adjusted values in the same order, each in [0, 1]
     * @throws IllegalArgumentException if a value is not in [0, 1]
     */
    public static double[] adjust(double[] pValues) {
        int n = pValues.length;
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException("p-value must be in [0, 1], got " + pValues[i] + " at " + i);
            }
            order[i] = i;
        }
        Arrays.sort(order, (a, b) -> Double.compare(pValues[a], pValues[b]));
        double[] adjusted = new double[n];
        double highest = 0;
        for (int rank = 0; rank < n; rank++) {
            highest = Math.max(highest, Math.min(1, (n - rank) * pValues[order[rank]]));
            adjusted[order[rank]] = highest;
        }
        return adjusted;
    }
}
