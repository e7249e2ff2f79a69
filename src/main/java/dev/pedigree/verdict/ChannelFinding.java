package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import java.util.Optional;

/**
 * What one kind of evidence says about one candidate.
 *
 * @param channel its name, for example "starts of sentences and lines"
 * @param score the uncalibrated score; higher means more alike
 * @param log10LikelihoodRatio the calibrated ratio of this channel alone; empty where there is no calibration for it
 */
public record ChannelFinding(String channel, double score, Optional<Estimate> log10LikelihoodRatio) {
    /** Checks that nothing is missing. */
    public ChannelFinding {
        requireNonNull(channel, "channel");
        requireNonNull(log10LikelihoodRatio, "log10LikelihoodRatio");
    }
}
