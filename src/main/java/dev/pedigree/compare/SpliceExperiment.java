package dev.pedigree.compare;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import dev.pedigree.stats.ProportionInterval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Splices answers of a candidate into a suspect's own, and sees how often the candidate is then named: what the audit could have seen
 * in these very data. Blocks of the candidate's answers are drawn by halves: one half is spliced in, the other is what the result is
 * compared with, so that no answer is held against itself.
 */
public final class SpliceExperiment {
    private static final double[] SHARES = {0.1, 0.2, 0.3, 0.5};
    private static final int DRAWS = 40;
    private static final int MIN_BLOCKS = 4;
    private static final double LEVEL = 0.95;

    private final Cohort cohort;
    private final Comparer comparer;
    private final Placement[] suspect;
    private final PromptRegime regime;

    private SpliceExperiment(Cohort cohort, Comparer comparer, Placement[] suspect, PromptRegime regime) {
        this.cohort = cohort;
        this.comparer = comparer;
        this.suspect = suspect;
        this.regime = regime;
    }

    /**
     * An experiment with a suspect.
     *
     * @param cohort the models with which it is compared
     * @param comparer compares with candidates of this cohort
     * @param suspect the suspect's fingerprint
     * @return the experiment
     */
    public static SpliceExperiment with(Cohort cohort, Comparer comparer, Fingerprint suspect) {
        Placement[] placements = new Placement[Channel.values().length];
        for (Channel channel : Channel.values()) {
            placements[channel.ordinal()] = cohort.place(suspect, channel.family());
        }
        return new SpliceExperiment(cohort, comparer, placements, PromptRegime.of(cohort.knownPrompts(suspect)));
    }

    /**
     * Splices one candidate in.
     *
     * @param candidate one of the comparer's candidates
     * @param calibration says which scores suffice to name a candidate
     * @return by share of the suspect's answers that was replaced, how often the candidate's score sufficed, with its 95 % interval
     *     over draws; empty where the library holds too few of its answers
     */
    public Map<Double, Estimate> splice(ReferenceModel candidate, Calibration calibration) {
        Placement[] theirs = nearest(candidate);
        Map<Double, Estimate> found = new LinkedHashMap<>();
        if (theirs.length == 0) {
            return found;
        }
        for (double share : SHARES) {
            SplitMix64 random = new SplitMix64(Comparer.SEED);
            int named = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                named += calibration.supports(score(candidate, theirs, share, random)) ? 1 : 0;
            }
            found.put(share, ProportionInterval.WILSON.of(named, DRAWS, LEVEL));
        }
        return found;
    }

    /** Where the candidate stands in the prompt set in which it is most like the suspect. */
    private Placement[] nearest(ReferenceModel candidate) {
        Placement[] nearest = {};
        double least = Double.POSITIVE_INFINITY;
        for (int member = 0; member < cohort.models().size(); member++) {
            if (cohort.models().get(member).name().equals(candidate.name())) {
                Placement[] placements = new Placement[suspect.length];
                double distance = 0;
                int blocks = Integer.MAX_VALUE;
                for (Channel channel : Channel.values()) {
                    int k = channel.ordinal();
                    placements[k] = cohort.member(member, channel.family());
                    blocks = Math.min(blocks, placements[k].blocks().length);
                    distance += Likeness.distance(
                            suspect[k].mean(), placements[k].mean(), suspect[k].noise() + placements[k].noise());
                }
                if (blocks >= MIN_BLOCKS && distance < least) {
                    least = distance;
                    nearest = placements;
                }
            }
        }
        return nearest;
    }

    private double score(ReferenceModel candidate, Placement[] theirs, double share, SplitMix64 random) {
        double[][] positions = new double[suspect.length][];
        double[] noise = new double[suspect.length];
        double[][] heldAt = new double[suspect.length][];
        double[] heldNoise = new double[suspect.length];
        int blocks =
                Arrays.stream(theirs).mapToInt(p -> p.blocks().length).min().orElseThrow();
        int[] order = random.permutation(blocks);
        for (int k = 0; k < suspect.length; k++) {
            int own = suspect[k].blocks().length;
            double[][] kept = drawn(suspect[k].blocks(), random);
            double[][] spliced = new double[own][];
            double[][] held = new double[blocks - blocks / 2][];
            for (int b = 0; b < own; b++) {
                spliced[b] = theirs[k].blocks()[order[random.nextInt(blocks / 2)]];
            }
            for (int b = 0; b < held.length; b++) {
                held[b] = theirs[k].blocks()[order[blocks / 2 + b]];
            }
            Placement in = new Placement(spliced, suspect[k].typicalNoise());
            Placement against = new Placement(held, theirs[k].typicalNoise());
            Placement rest = new Placement(kept, suspect[k].typicalNoise());
            positions[k] = rest.mean();
            double[] foreign = in.mean();
            for (int i = 0; i < foreign.length; i++) {
                positions[k][i] += share * (foreign[i] - positions[k][i]);
            }
            // blocks were drawn with replacement, so what they scatter comes twice
            noise[k] = (1 - share) * (suspect[k].noise() + suspect[k].resamplingNoise()) + share * 2 * in.noise();
            heldAt[k] = against.mean();
            heldNoise[k] = against.noise();
        }
        return comparer.scoreAt(positions, noise, regime, new PlacedModel(candidate, heldAt, heldNoise));
    }

    private static double[][] drawn(double[][] blocks, SplitMix64 random) {
        double[][] drawn = new double[blocks.length][];
        for (int b = 0; b < drawn.length; b++) {
            drawn[b] = blocks[random.nextInt(blocks.length)];
        }
        return drawn;
    }
}
