package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;

/**
 * A candidate's likelihood ratio with one kind of evidence left out. A ratio that hangs on a single kind falls where that one is
 * left out.
 *
 * @param candidate the candidate
 * @param channel the kind of evidence that was left out, named as in {@link ChannelFinding}; two with "and" between them where a part of
 *     the style is left out together with what the suspect says of itself
 * @param log10LikelihoodRatio what the others are worth together, by a calibration of their own
 */
public record DroppedChannel(String candidate, String channel, Estimate log10LikelihoodRatio) {
    /** Checks that nothing is missing. */
    public DroppedChannel {
        requireNonNull(candidate, "candidate");
        requireNonNull(channel, "channel");
        requireNonNull(log10LikelihoodRatio, "log10LikelihoodRatio");
    }
}
