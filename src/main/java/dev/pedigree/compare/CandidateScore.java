package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How much a suspect is like one candidate.
 *
 * @param model the candidate
 * @param score how alike they are over all channels, with what known students of the candidate add; higher means more alike; in units
 *     of the median distance of known models from the centre of their population
 * @param channels the same for each channel alone
 * @param log10LikelihoodRatio decimal logarithm of P(score | the suspect was trained on outputs of the candidate) / P(a score as
 *     high for the best of all candidates | it was trained on outputs of none); empty where nothing was calibrated
 * @param parts the same ratio for parts of the evidence, each calibrated by itself: of each channel alone and of all channels but
 *     one; empty beyond the best candidates and where nothing was calibrated
 * @param pValue the share of control families whose best candidate scores at least as high, the suspect counted among them; empty
 *     where there are no controls
 */
public record CandidateScore(
        ReferenceModel model,
        double score,
        Map<Channel, Double> channels,
        Optional<Estimate> log10LikelihoodRatio,
        Map<Set<Channel>, Estimate> parts,
        Optional<Double> pValue) {

    /** Copies the map. */
    public CandidateScore {
        requireNonNull(model, "model");
        requireNonNull(log10LikelihoodRatio, "log10LikelihoodRatio");
        requireNonNull(pValue, "pValue");
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
        channels = Collections.unmodifiableMap(new EnumMap<>(channels));
    }

    /**
     * The ratio of one channel alone.
     *
     * @param channel the channel
     * @return its ratio; empty where it was not examined
     */
    public Optional<Estimate> only(Channel channel) {
        return Optional.ofNullable(parts.get(Scoring.only(channel)));
    }

    /**
     * The ratio of all channels but one.
     *
     * @param channel the channel that is left out
     * @return the ratio of the others together; empty where it was not examined
     */
    public Optional<Estimate> without(Channel channel) {
        return Optional.ofNullable(parts.get(Scoring.without(channel)));
    }
}
