package dev.pedigree.stats;

import java.util.Arrays;

/**
 * The mean wealth of several bettors, each of which bets a fixed share of its own wealth: a mean of non-negative supermartingales
 * is one, so that {@link EProcess}'s guarantee holds for it, whichever of the bettors knows best. The stakes are the grid 1/16,
 * 1/8, 1/4, 1/2. Immutable.
 */
public final class MixtureEProcess {
    private static final double[] STAKES = {0.0625, 0.125, 0.25, 0.5};

    private final double[] logs; // one for each bettor and stake
    private final EProcess mean;

    private MixtureEProcess(double[] logs, EProcess mean) {
        this.logs = logs;
        this.mean = mean;
    }

    /**
     * Bettors before their first bet.
     *
     * @param bettors how many, at least 1
     * @return the process
     */
    public static MixtureEProcess of(int bettors) {
        if (bettors < 1) {
            throw new IllegalArgumentException("bettors must be >= 1, got " + bettors);
        }
        return new MixtureEProcess(new double[bettors * STAKES.length], EProcess.START);
    }

    /**
     * Settles one bet of each bettor.
     *
     * @param payoffs one for each bettor, in [-1, 1], each with mean at most 0 under the null, given all that came before; how
     *     they depend on one another does not matter
     * @return the process after it
     * @throws IllegalArgumentException if there are not as many payoffs as bettors, or one is out of its range
     */
    public MixtureEProcess bet(double... payoffs) {
        if (payoffs.length * STAKES.length != logs.length) {
            throw new IllegalArgumentException(
                    "need " + logs.length / STAKES.length + " payoffs, got " + payoffs.length);
        }
        double[] next = logs.clone();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < next.length; i++) {
            double payoff = payoffs[i / STAKES.length];
            if (!(payoff >= -1 && payoff <= 1)) {
                throw new IllegalArgumentException("payoff must be in [-1, 1], got " + payoff);
            }
            next[i] += StrictMath.log(1 + STAKES[i % STAKES.length] * payoff);
            highest = Math.max(highest, next[i]);
        }
        double sum = 0;
        for (double log : next) {
            sum += StrictMath.exp(log - highest);
        }
        double log = highest + StrictMath.log(sum / next.length);
        return new MixtureEProcess(next, new EProcess(mean.bets() + 1, log, Math.max(mean.maxLogWealth(), log)));
    }

    /**
     * The mean wealth.
     *
     * @return the process of the mean
     */
    public EProcess wealth() {
        return mean;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MixtureEProcess that && Arrays.equals(logs, that.logs) && mean.equals(that.mean);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(logs) + mean.hashCode();
    }

    @Override
    public String toString() {
        return mean.toString();
    }
}
