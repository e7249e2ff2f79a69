package dev.pedigree.compare;

import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.ReferenceModel;
import java.util.Arrays;

/**
 * A member of the cohort on the axes of every channel.
 *
 * @param model the model
 * @param positions by channel, where it stands
 * @param noise by channel, the expected squared distance of that from where it truly stands
 */
record PlacedModel(ReferenceModel model, double[][] positions, double[] noise) {

    static PlacedModel of(Cohort cohort, int member) {
        double[][] positions = new double[Channel.values().length][];
        double[] noise = new double[positions.length];
        for (Channel channel : Channel.values()) {
            Placement placement = cohort.member(member, channel.family());
            positions[channel.ordinal()] = placement.mean();
            noise[channel.ordinal()] = placement.noise();
        }
        return new PlacedModel(cohort.models().get(member), positions, noise);
    }

    /** By channel, minus the distance from somebody at given positions, these being so uncertain. */
    double[] likeness(double[][] others, double[] uncertainty) {
        double[] likeness = new double[others.length];
        for (int k = 0; k < likeness.length; k++) {
            likeness[k] = -Likeness.distance(others[k], positions[k], uncertainty[k] + noise[k]);
        }
        return likeness;
    }

    /** The same model, in each channel so much nearer to the centre: a share of one leaves it where it stands. */
    PlacedModel shortened(double[] shares) {
        double[][] nearer = new double[positions.length][];
        double[] less = new double[noise.length];
        for (int k = 0; k < nearer.length; k++) {
            double share = shares[k];
            nearer[k] = Arrays.stream(positions[k]).map(x -> share * x).toArray();
            less[k] = share * share * noise[k];
        }
        return new PlacedModel(model, nearer, less);
    }
}
