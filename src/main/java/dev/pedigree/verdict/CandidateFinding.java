package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What the evidence says about one candidate teacher. Where what the suspect says of itself counts, {@linkplain StyleAndWords weighed
 * together} with its style, score, ratio, strength and p-value are of both, and what style alone is worth stands among the channels.
 *
 * @param name the candidate model
 * @param family its family: relatives that text can hardly tell apart
 * @param lab who made it; empty where unknown
 * @param rank its place among the candidates, from 1
 * @param score the uncalibrated score; higher means more alike
 * @param log10LikelihoodRatio decimal logarithm of P(findings | trained on its outputs) / P(findings | not trained on outputs of
 *     it or its relatives); empty where there is no calibration
 * @param strength the ratio's step on the verbal scale
 * @param pValue conformal p-value over control families, in (0, 1]; empty where there are no controls
 * @param channels each kind of evidence alone
 * @param ruledOut why the candidate cannot be the teacher, for example that it appeared later; empty where it can
 */
public record CandidateFinding(
        String name,
        String family,
        String lab,
        int rank,
        double score,
        Optional<Estimate> log10LikelihoodRatio,
        Strength strength,
        Optional<Double> pValue,
        List<ChannelFinding> channels,
        Optional<String> ruledOut) {

    /** Copies the list. */
    public CandidateFinding {
        requireNonNull(name, "name");
        requireNonNull(family, "family");
        requireNonNull(lab, "lab");
        requireNonNull(log10LikelihoodRatio, "log10LikelihoodRatio");
        requireNonNull(strength, "strength");
        requireNonNull(pValue, "pValue");
        requireNonNull(ruledOut, "ruledOut");
        channels = List.copyOf(channels);
    }

    /**
     * One kind of evidence.
     *
     * @param kind what it is called
     * @return it, or empty where there is none for this candidate
     */
    public Optional<ChannelFinding> channel(String kind) {
        return channels.stream().filter(c -> c.channel().equals(kind)).findFirst();
    }

    /** The same finding with other kinds of evidence beside it. */
    CandidateFinding withChannels(List<ChannelFinding> others) {
        return new CandidateFinding(
                name, family, lab, rank, score, log10LikelihoodRatio, strength, pValue, others, ruledOut);
    }

    /** The same finding at another place among the candidates. */
    CandidateFinding withRank(int other) {
        return new CandidateFinding(
                name, family, lab, other, score, log10LikelihoodRatio, strength, pValue, channels, ruledOut);
    }
}
