package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.internal.Decimals;
import dev.pedigree.stats.Estimate;

/**
 * How much answers read like texts of people.
 *
 * @param score decimal logarithm of the odds that the learned weights give to people; higher means more like them. No likelihood ratio:
 *     what it is worth says the p-value. Its interval is that of other prompts, by a bootstrap over blocks
 * @param pValue conformal p-value over families of models, each with its highest score, in (0, 1]
 * @param families how many families there were
 */
public record HumanLikeness(Estimate score, double pValue, int families) {
    /** Answers this far out among families of models are said to read like texts of people. */
    static final double LIKE_PEOPLE = 0.05;
    /** From here on it cannot be told. */
    static final double UNCLEAR = 0.1;

    /** Checks the numbers. */
    public HumanLikeness {
        requireNonNull(score, "score");
        if (!(pValue > 0 && pValue <= 1) || families < 0) {
            throw new IllegalArgumentException("need a p-value in (0, 1], got " + pValue + " over " + families);
        }
    }

    /**
     * Whether the answers read like texts of people.
     *
     * @return true where at most one family of models in twenty reads so much like people
     */
    public boolean isLikePeople() {
        return pValue <= LIKE_PEOPLE;
    }

    /** The same among the confounds of a verdict. */
    Confound confound() {
        Confound.Effect effect = isLikePeople()
                ? Confound.Effect.PREVENTS
                : pValue <= UNCLEAR ? Confound.Effect.WEAKENS : Confound.Effect.NONE;
        return new Confound(
                Confound.Kind.HUMAN_TEXT,
                pValue,
                UNCLEAR,
                1,
                "a conformal test over " + families
                        + " families of models, each with its highest score; by convention, up to "
                        + Decimals.text(LIKE_PEOPLE) + " reads like texts of people, and up to "
                        + Decimals.text(UNCLEAR)
                        + " cannot be told from them",
                effect,
                sentence());
    }

    String sentence() {
        return "by their function words " + Math.round(pValue * (families + 1) - 1) + " of " + families
                + " families of models read as much like texts of people (p " + Decimals.text(round(pValue))
                + "; score "
                + Decimals.fixed(score.value(), 2) + ", 95 % interval " + Decimals.fixed(score.low(), 2) + " to "
                + Decimals.fixed(score.high(), 2) + ")";
    }

    private static double round(double p) {
        return Math.round(p * 1000) / 1000.0;
    }
}
