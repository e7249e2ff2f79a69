package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import java.util.List;

/**
 * How a suspect's answers divide over the candidate families that they resemble. Shares of resemblance, not of training data: a model
 * that learned from two teachers blends both within each answer and adds habits of its own, which stand in the residual.
 *
 * @param shares the families with a share above zero, largest first
 * @param residual the share that resembles none of them more than it resembles models at large
 */
public record Mixture(List<Share> shares, Estimate residual) {
    /**
     * One family's share.
     *
     * @param family the family
     * @param share its share of the resemblance, in [0, 1]
     */
    public record Share(String family, Estimate share) {
        /** Checks the range. */
        public Share {
            requireNonNull(family, "family");
            Exhibits.requireRate("share", share.value());
        }
    }

    /** Copies the list. */
    public Mixture {
        requireNonNull(residual, "residual");
        shares = List.copyOf(shares);
        Exhibits.requireRate("residual", residual.value());
        double sum = residual.value();
        for (Share share : shares) {
            sum += share.share().value();
        }
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException("shares and residual must sum to 1, got " + sum);
        }
    }
}
