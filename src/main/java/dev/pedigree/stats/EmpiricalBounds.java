package dev.pedigree.stats;

/**
 * Bounds beyond which no likelihood ratio may be reported, because the validation data do not support it (ELUB): Vergeer, van Es,
 * de Jongh, Alberink and Stoel, "Numerical likelihood ratios outputted by LR systems are often based on extrapolation: when to
 * stop extrapolating?", Science and Justice 56 (2016), doi:10.1016/j.scijus.2016.06.003.
 *
 * <p>One misleading ratio is added on each side; a bound is where the expected utility of the system stops to exceed that of a
 * system that always says 1:1. With n independent cases the bound cannot exceed log10(n + 1).
 *
 * @param low the lowest decimal logarithm that may be reported, at most 0
 * @param high the highest, at least 0
 */
public record EmpiricalBounds(double low, double high) {
    private static final double STEP = 0.01;

    /** Checks the signs. */
    public EmpiricalBounds {
        if (!(low <= 0 && high >= 0)) {
            throw new IllegalArgumentException("need low <= 0 <= high, got " + low + " and " + high);
        }
    }

    /**
     * Finds the bounds on validation data. Relatives must be given as one case: the caller passes one ratio per independent family.
     *
     * @param related decimal logarithms of the ratios of independent cases in which the first hypothesis is true
     * @param unrelated those of independent cases in which the second is true
     * @return the bounds
     */
    public static EmpiricalBounds of(double[] related, double[] unrelated) {
        int top = (int) StrictMath.ceil(StrictMath.log10(unrelated.length + 1.0) / STEP);
        double high = 0;
        for (int i = 1; i <= top; i++) {
            if (utilityRatio(i * STEP, related, unrelated) < 1) {
                break;
            }
            high = i * STEP;
        }
        int bottom = (int) StrictMath.ceil(StrictMath.log10(related.length + 1.0) / STEP);
        double low = 0;
        for (int i = 1; i <= bottom; i++) {
            if (utilityRatio(-i * STEP, related, unrelated) < 1) {
                break;
            }
            low = -i * STEP;
        }
        return new EmpiricalBounds(
                Math.max(low, -StrictMath.log10(related.length + 1.0)),
                Math.min(high, StrictMath.log10(unrelated.length + 1.0)));
    }

    /**
     * A ratio brought inside the bounds.
     *
     * @param log10 the decimal logarithm of a ratio
     * @return the nearest value that may be reported
     */
    public double clamp(double log10) {
        return Math.max(low, Math.min(high, log10));
    }

    /* Expected utility of saying 1:1 throughout over that of the system, at the decision threshold theta. */
    private static double utilityRatio(double log10Theta, double[] related, double[] unrelated) {
        double theta = StrictMath.pow(10, log10Theta);
        double neutral = log10Theta < 0 ? theta : 1;
        double missed = 1 - (double) above(log10Theta, related) / (related.length + 1);
        double accused = theta * (above(log10Theta, unrelated) + 1.0) / (unrelated.length + 1);
        return neutral / (missed + accused);
    }

    private static int above(double threshold, double[] values) {
        int count = 0;
        for (double value : values) {
            count += value > threshold ? 1 : 0;
        }
        return count;
    }
}
