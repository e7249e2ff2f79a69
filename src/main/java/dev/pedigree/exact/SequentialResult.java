package dev.pedigree.exact;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.EProcess;
import java.util.List;
import java.util.OptionalInt;

/**
 * What collecting until decided has come to.
 *
 * @param wealth the evidence against one model so far; {@link EProcess#pValue()} is valid at every moment
 * @param decidedAt after how many pairs the wealth first reached 1/alpha; empty where it has not
 * @param alpha the error probability, over all the moments at which one may look
 * @param limitations what could not be done
 */
public record SequentialResult(EProcess wealth, OptionalInt decidedAt, double alpha, List<Limitation> limitations) {
    /** Copies the list. */
    public SequentialResult {
        requireNonNull(wealth, "wealth");
        requireNonNull(decidedAt, "decidedAt");
        limitations = List.copyOf(limitations);
    }
}
