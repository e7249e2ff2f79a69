package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * How a suspect's answers divide among those that read like each candidate's and those that read like nobody's among them: shares of
 * resemblance, not shares of training data. What a model learned from two teachers it blends within every answer, and much of what it
 * writes is its own; how far these shares follow those of its training data was never measured.
 *
 * @param answers how many answers were looked at, each by itself
 * @param candidates the candidates' shares, largest first; empty where none could be estimated
 * @param residual the share that reads like none of them; empty where none could be estimated. Shares and residual sum to 1
 * @param unknown families of candidates whose single answers were never learned: what is theirs is in the residual
 * @param reason why there are no shares; empty where there are
 */
public record Shares(
        int answers, List<Share> candidates, Optional<Estimate> residual, List<String> unknown, String reason) {
    /** From answers to fewer prompts no shares are estimated. */
    public static final int MIN_PROMPTS = 50;

    /**
     * One candidate's share.
     *
     * @param family the family of models; its members' answers are not told apart here
     * @param share the share of the answers, in [0, 1]
     */
    public record Share(String family, Estimate share) {
        /** Checks the range. */
        public Share {
            requireNonNull(family, "family");
            requireShare(share);
        }
    }

    /** Copies the lists. */
    public Shares {
        candidates = List.copyOf(candidates);
        unknown = List.copyOf(unknown);
        residual.ifPresent(Shares::requireShare);
        if (residual.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("need either a residual or a reason why there is none");
        }
    }

    /**
     * No shares.
     *
     * @param answers how many answers there are
     * @param reason why there are none, in one sentence
     * @return shares without any
     */
    public static Shares none(int answers, String reason) {
        return new Shares(answers, List.of(), Optional.empty(), List.of(), reason);
    }

    private static void requireShare(Estimate share) {
        if (!(share.low() >= 0 && share.high() <= 1)) {
            throw new IllegalArgumentException("a share must be in [0, 1], got " + share.low() + " to " + share.high());
        }
    }
}
