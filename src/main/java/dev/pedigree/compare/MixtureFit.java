package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.Decimals;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.ReferenceModel;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a suspect may be a mixture of candidates at all. Single answers of a stranger are divided among candidates like any others;
 * but all its answers together do not stand where such a mixture of the candidates' answers would. Immutable; safe to share between
 * threads.
 */
public final class MixtureFit {
    /**
     * Farther from a mixture, in units of the distance of the median model from it, no shares are given: rather none for some mixtures
     * than any for many strangers.
     */
    static final double FARTHEST = 0.35;

    /** The median distance of about so many other models, spread over the cohort, is as good as that of all. */
    private static final int OTHERS = 64;

    private final Cohort cohort;

    private MixtureFit(Cohort cohort) {
        this.cohort = cohort;
    }

    /**
     * Compares with mixtures of models of a cohort.
     *
     * @param cohort the models, the suspect's relatives left out
     * @return the comparison
     */
    public static MixtureFit in(Cohort cohort) {
        return new MixtureFit(requireNonNull(cohort, "cohort"));
    }

    /**
     * Shares that may be shown.
     *
     * @param shares what was estimated from the suspect's single answers
     * @param suspect the fingerprint of all of them
     * @return the same shares, or none where the suspect stands too far from what they say
     */
    public Shares admit(Shares shares, Fingerprint suspect) {
        double candidates =
                shares.candidates().stream().mapToDouble(s -> s.share().value()).sum();
        if (shares.residual().isEmpty() || candidates == 0) {
            return shares;
        }
        double distance = distance(shares, suspect);
        return distance <= FARTHEST
                ? shares
                : Shares.none(
                        shares.answers(),
                        "Not estimated: taken together, the answers are not like a mixture of candidates' answers. From the best"
                                + " mixture they are " + Decimals.fixed(distance, 2)
                                + " as far as other models are; true mixtures are at most "
                                + Decimals.text(FARTHEST) + " as far.");
    }

    /** How far the suspect stands from the mixture, in units of the median distance of the cohort's models from it. */
    double distance(Shares shares, Fingerprint suspect) {
        double own = 0;
        double others = 0;
        for (Channel channel : Channel.values()) {
            Placement placed = cohort.place(suspect, channel.family());
            double[] position = placed.mean();
            double[] mixture = new double[position.length];
            double noise = mix(shares, position, channel, mixture);
            own += Likeness.distance(position, mixture, placed.resamplingNoise() + noise);
            int step = Math.max(1, cohort.models().size() / OTHERS);
            double[] distances = new double[(cohort.models().size() + step - 1) / step];
            for (int d = 0; d < distances.length; d++) {
                Placement member = cohort.member(d * step, channel.family());
                distances[d] = Likeness.distance(member.mean(), mixture, member.noise() + noise);
            }
            Arrays.sort(distances);
            others += distances[distances.length / 2];
        }
        return others == 0 ? 0 : own / others;
    }

    /** Where a mixture of the candidates would stand, each as its member does that is nearest; returns the squared error of it. */
    private double mix(Shares shares, double[] suspect, Channel channel, double[] mixture) {
        List<ReferenceModel> models = cohort.models();
        double sum =
                shares.candidates().stream().mapToDouble(s -> s.share().value()).sum();
        double noise = 0;
        for (Shares.Share share : shares.candidates()) {
            double weight = share.share().value() / sum;
            double nearest = Double.POSITIVE_INFINITY;
            double[] position = new double[mixture.length];
            double error = 0;
            for (int m = 0; m < models.size() && weight > 0; m++) {
                if (models.get(m).family().equals(share.family())) {
                    Placement member = cohort.member(m, channel.family());
                    double distance = Likeness.distance(member.mean(), suspect, member.noise());
                    if (distance < nearest) {
                        nearest = distance;
                        position = member.mean();
                        error = member.noise();
                    }
                }
            }
            for (int i = 0; i < mixture.length; i++) {
                mixture[i] += weight * position[i];
            }
            noise += weight * weight * error;
        }
        return noise;
    }
}
