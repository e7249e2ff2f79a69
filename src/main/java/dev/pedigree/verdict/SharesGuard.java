package dev.pedigree.verdict;

import dev.pedigree.compare.Shares;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.Optional;

/** Keeps shares of resemblance from being given where nothing like the suspect's answers was learned from. */
public final class SharesGuard {
    private static final String ENGLISH = "en";
    private static final double MOST = 0.5;

    private final Optional<String> objection;

    private SharesGuard(Optional<String> objection) {
        this.objection = objection;
    }

    /**
     * A guard for one suspect.
     *
     * @param print the suspect's fingerprint
     * @param verdict the verdict on it, with its confounds
     * @return the guard
     */
    public static SharesGuard of(Fingerprint print, Verdict verdict) {
        if (print.profile().languages().getOrDefault(ENGLISH, 0L) < MOST * print.responses()) {
            return new SharesGuard(Optional.of(
                    "Who writes how in single answers was learned from English ones only; most of these are not."));
        }
        Restraint restraint = new Restraint(verdict.exhibits().confounds());
        return new SharesGuard(
                restraint.prevents()
                        ? Optional.of("The answers are unlike all from which it was learned: "
                                + restraint.names(Confound.Effect.PREVENTS) + ".")
                        : Optional.empty());
    }

    /**
     * The shares of a suspect of which only sums are at hand.
     *
     * @param print its fingerprint
     * @return no shares, with the reason
     */
    public static Shares ofSums(Fingerprint print) {
        return Shares.none(
                (int) Math.min(Integer.MAX_VALUE, print.responses()),
                "Shares are told from single answers, and a fingerprint keeps sums of many: audit the answers themselves.");
    }

    /**
     * What may be shown.
     *
     * @param shares what was estimated
     * @return the same, or no shares and the reason
     */
    public Shares admit(Shares shares) {
        return shares.residual().isEmpty()
                ? shares
                : objection.map(why -> Shares.none(shares.answers(), why)).orElse(shares);
    }
}
