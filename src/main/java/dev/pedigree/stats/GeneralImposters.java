package dev.pedigree.stats;

import dev.pedigree.internal.SplitMix64;

/**
 * How often a candidate is nearer to a suspect than impostors are, over random halves of the features: Koppel and Winter, "Determining
 * if two documents are written by the same author", JASIST 65 (2014), doi:10.1002/asi.22954, with the parameters of Kestemont et al.,
 * "Authenticating the writings of Julius Caesar", Expert Systems with Applications 63 (2016), doi:10.1016/j.eswa.2016.06.029. The
 * result is the frequency of a rank, not a probability of authorship.
 */
public final class GeneralImposters {
    private static final int ROUNDS = 100;

    private GeneralImposters() {}

    /**
     * Plays the rounds.
     *
     * @param suspect the suspect's z-scores
     * @param candidate the candidate's
     * @param impostors the impostors'; at least one
     * @param seed the seed of the draws
     * @return the share of rounds that the candidate won, in [0, 1]
     */
    public static double score(double[] suspect, double[] candidate, double[][] impostors, long seed) {
        if (impostors.length == 0) {
            throw new IllegalArgumentException("need at least one impostor");
        }
        SplitMix64 random = new SplitMix64(seed);
        boolean[] feature = new boolean[suspect.length];
        int wins = 0;
        for (int round = 0; round < ROUNDS; round++) {
            drawHalf(feature, random);
            double own = distance(suspect, candidate, feature);
            boolean[] present = new boolean[impostors.length];
            drawHalf(present, random);
            boolean won = true;
            for (int i = 0; i < impostors.length && won; i++) {
                won = !present[i] || distance(suspect, impostors[i], feature) > own;
            }
            wins += won ? 1 : 0;
        }
        return (double) wins / ROUNDS;
    }

    /** Exactly half of the entries, rounded up, each half equally likely. */
    private static void drawHalf(boolean[] chosen, SplitMix64 random) {
        int wanted = (chosen.length + 1) / 2;
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = random.nextInt(chosen.length - i) < wanted;
            wanted -= chosen[i] ? 1 : 0;
        }
    }

    private static double distance(double[] a, double[] b, boolean[] feature) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if (feature[i]) {
                sum += Math.abs(a[i] - b[i]);
            }
        }
        return sum;
    }
}
