package dev.pedigree.stats;

/**
 * A bettor's wealth against a null hypothesis: it starts at 1 and each bet multiplies it by {@code 1 + stake * payoff}, where the
 * payoff has mean at most 0 under the null, given all that came before. The wealth is then a non-negative supermartingale, and by
 * Ville's inequality it ever reaches 1/alpha with probability at most alpha: one may look after every bet and stop at will.
 * J. Ville, "Étude critique de la notion de collectif", 1939; G. Shafer, "Testing by betting", JRSS A 184 (2021),
 * doi:10.1111/rssa.12647; I. Waudby-Smith and A. Ramdas, "Estimating means of bounded random variables by betting", JRSS B 86
 * (2024), doi:10.1093/jrsssb/qkad009. Immutable.
 *
 * @param bets how many bets were settled
 * @param logWealth natural logarithm of the wealth; minus infinity after a total loss
 * @param maxLogWealth natural logarithm of the highest wealth so far, at least 0
 */
public record EProcess(long bets, double logWealth, double maxLogWealth) {
    /** Before the first bet. */
    public static final EProcess START = new EProcess(0, 0, 0);

    /** Checks the numbers. */
    public EProcess {
        if (bets < 0 || !(maxLogWealth >= 0) || !(logWealth <= maxLogWealth)) {
            throw new IllegalArgumentException("need bets >= 0 and logWealth <= maxLogWealth >= 0, got " + bets + ", "
                    + logWealth + ", " + maxLogWealth);
        }
    }

    /**
     * Settles a bet.
     *
     * @param stake the share of the wealth that is at stake, fixed before the payoff was seen, in [0, 1]
     * @param payoff the payoff, in [-1, 1], with mean at most 0 under the null
     * @return the wealth after it
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public EProcess bet(double stake, double payoff) {
        if (!(stake >= 0 && stake <= 1 && payoff >= -1 && payoff <= 1)) {
            throw new IllegalArgumentException(
                    "need stake in [0, 1] and payoff in [-1, 1], got " + stake + ", " + payoff);
        }
        double log = logWealth + StrictMath.log(1 + stake * payoff);
        return new EProcess(bets + 1, log, Math.max(maxLogWealth, log));
    }

    /**
     * The anytime-valid p-value: one over the highest wealth.
     *
     * @return a number in (0, 1]
     */
    public double pValue() {
        return StrictMath.exp(-maxLogWealth);
    }

    /**
     * Whether the null hypothesis may be rejected.
     *
     * @param alpha the error probability, in (0, 1)
     * @return whether the wealth has ever reached 1/alpha
     */
    public boolean rejects(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1), got " + alpha);
        }
        return maxLogWealth >= -StrictMath.log(alpha);
    }
}
