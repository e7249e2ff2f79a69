package dev.pedigree.stats;

/**
 * An estimate that never travels without its uncertainty.
 *
 * @param value the point estimate
 * @param low the lower end of the interval, at most {@code value}
 * @param high the upper end of the interval, at least {@code value}
 * @param level the interval's coverage, in (0, 1)
 */
public record Estimate(double value, double low, double high, double level) {
    /** Checks the order of the three numbers. */
    public Estimate {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("need low <= value <= high, got " + low + ", " + value + ", " + high);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }
}
