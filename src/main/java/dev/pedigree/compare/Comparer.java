package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Compares suspects with the models of one cohort. Immutable; safe to share between threads.
 *
 * <p>The score of a candidate is minus its distance from the suspect, averaged over the {@linkplain Channel channels}; of a candidate
 * whose answers to several prompt sets are in the library, the best counts.
 */
public final class Comparer {
    /** The seed of the resampling. */
    public static final long SEED = 20250129;

    private static final int RESAMPLES = 200;
    private static final double LEVEL = 0.95;

    /** A member of the cohort on the axes of every channel. */
    private record Reference(ReferenceModel model, double[][] positions, double[] noise) {}

    private final Cohort cohort;
    private final List<Reference> references;

    private Comparer(Cohort cohort, List<Reference> references) {
        this.cohort = cohort;
        this.references = references;
    }

    /**
     * A comparer with candidates of a cohort.
     *
     * @param cohort the population
     * @param candidates which of its models may be the teacher
     * @return the comparer
     */
    public static Comparer of(Cohort cohort, Predicate<ReferenceModel> candidates) {
        List<Reference> references = new ArrayList<>();
        List<ReferenceModel> models = cohort.models();
        for (int m = 0; m < models.size(); m++) {
            if (candidates.test(models.get(m))) {
                double[][] positions = new double[Channel.values().length][];
                double[] noise = new double[positions.length];
                for (Channel channel : Channel.values()) {
                    Placement placement = cohort.member(m, channel.family());
                    positions[channel.ordinal()] = placement.mean();
                    noise[channel.ordinal()] = placement.noise();
                }
                references.add(new Reference(models.get(m), positions, noise));
            }
        }
        return new Comparer(requireNonNull(cohort, "cohort"), references);
    }

    /**
     * Compares a suspect with every candidate.
     *
     * @param suspect its fingerprint, of the library's scheme; not empty
     * @return the candidates, ranked
     */
    public Comparison compare(Fingerprint suspect) {
        double known = cohort.knownPrompts(suspect);
        Optional<Calibration> calibration = cohort.calibration(known);
        Placement[] placements = placements(family -> cohort.place(suspect, family));
        int[][] draws = draws(
                Arrays.stream(placements).mapToInt(p -> p.blocks().length).max().orElse(1));
        Map<String, CandidateScore> best = new LinkedHashMap<>();
        for (Reference reference : references) {
            CandidateScore score = score(placements, draws, reference, calibration);
            best.merge(reference.model().name(), score, (a, b) -> b.score() > a.score() ? b : a);
        }
        List<CandidateScore> ranked = best.values().stream()
                .sorted(Comparator.comparingDouble(CandidateScore::score)
                        .reversed()
                        .thenComparing(c -> c.model().name()))
                .toList();
        return new Comparison(suspect.responses(), known, cohort.models().size(), ranked, calibration);
    }

    /**
     * The scores of an entry of the library that was left out of the cohort.
     *
     * @param entry its index in the library
     * @return each candidate's score
     */
    Map<ReferenceModel, Double> outsiderScores(int entry) {
        Placement[] placements = placements(family -> cohort.outsider(entry, family));
        Map<ReferenceModel, Double> best = new LinkedHashMap<>();
        for (Reference reference : references) {
            best.merge(reference.model(), total(channels(placements, reference)), Math::max);
        }
        return best;
    }

    private static Placement[] placements(Function<FeatureFamily, Placement> place) {
        Placement[] placements = new Placement[Channel.values().length];
        for (Channel channel : Channel.values()) {
            placements[channel.ordinal()] = place.apply(channel.family());
        }
        return placements;
    }

    private static CandidateScore score(
            Placement[] placements, int[][] draws, Reference reference, Optional<Calibration> calibration) {
        double[] channels = channels(placements, reference);
        double score = total(channels);
        Map<Channel, Double> byChannel = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            byChannel.put(channel, channels[channel.ordinal()]);
        }
        return new CandidateScore(
                reference.model(),
                score,
                byChannel,
                calibration.map(c -> ratio(c, score, resampledScores(placements, draws, reference))),
                calibration.map(c -> c.controls().pValue(score)));
    }

    private static double[] channels(Placement[] placements, Reference reference) {
        double[] scores = new double[placements.length];
        for (int c = 0; c < scores.length; c++) {
            scores[c] = -Likeness.distance(
                    placements[c].mean(),
                    reference.positions()[c],
                    placements[c].noise() + reference.noise()[c]);
        }
        return scores;
    }

    private static double total(double[] channels) {
        double sum = 0;
        for (double channel : channels) {
            sum += channel;
        }
        return sum / channels.length;
    }

    /** The scores that other prompts of the same kind would have given: blocks of prompts drawn with replacement. */
    private static double[] resampledScores(Placement[] placements, int[][] draws, Reference reference) {
        double[] scores = new double[draws.length];
        for (int r = 0; r < draws.length; r++) {
            double sum = 0;
            for (int c = 0; c < placements.length; c++) {
                // a resample of a sample is twice as noisy as the sample
                double noise = 2 * placements[c].noise() + reference.noise()[c];
                sum -= Likeness.distance(
                        Likeness.resampled(placements[c], draws[r]), reference.positions()[c], noise);
            }
            scores[r] = sum / placements.length;
        }
        return scores;
    }

    private static Estimate ratio(Calibration calibration, double score, double[] resampled) {
        double value = calibration.log10LikelihoodRatio(score);
        double[] ratios = Arrays.stream(resampled)
                .map(calibration::log10LikelihoodRatio)
                .sorted()
                .toArray();
        int tail = (int) Math.floor((1 - LEVEL) / 2 * ratios.length);
        return new Estimate(
                value, Math.min(value, ratios[tail]), Math.max(value, ratios[ratios.length - 1 - tail]), LEVEL);
    }

    private static int[][] draws(int blocks) {
        SplitMix64 random = new SplitMix64(SEED);
        int[][] draws = new int[RESAMPLES][blocks];
        for (int[] draw : draws) {
            for (int i = 0; i < blocks; i++) {
                draw[i] = random.nextInt(blocks);
            }
        }
        return draws;
    }
}
