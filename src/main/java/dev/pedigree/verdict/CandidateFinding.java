package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.reference.Calibration;
import dev.pedigree.stats.Estimate;
import java.util.List;
import java.util.Optional;

/**
 * What the evidence says about one candidate teacher. Where what the suspect says of itself counts, {@linkplain StyleAndWords weighed
 * together} with its style, score, ratio, strength and p-value are of both, and what style alone is worth stands among the channels. Where
 * another candidate may have taught both the suspect and this one, they are {@linkplain FellowStudents what is left beside that}.
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

    /** The same finding with another score, and what that is worth; what the prompts did to the ratio they do to this too. */
    CandidateFinding withScore(double other, Calibration calibration) {
        Optional<Estimate> ratio = log10LikelihoodRatio.map(r -> moved(r, calibration, other));
        return new CandidateFinding(
                name,
                family,
                lab,
                rank,
                other,
                ratio,
                ratio.map(r -> Strength.of(r.value())).orElse(Strength.NONE),
                pValue.map(p -> calibration.controls().pValue(other)),
                channels,
                ruledOut);
    }

    private static Estimate moved(Estimate ratio, Calibration calibration, double score) {
        double value = calibration.log10LikelihoodRatio(score);
        double shift = value - ratio.value();
        return new Estimate(
                value,
                Math.min(value, calibration.bounds().clamp(ratio.low() + shift)),
                Math.max(value, calibration.bounds().clamp(ratio.high() + shift)),
                ratio.level());
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
