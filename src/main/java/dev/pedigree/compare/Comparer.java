package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.CalibrationDetails;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.PromptRegime;
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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Compares suspects with the models of one cohort. Immutable; safe to share between threads.
 *
 * <p>The likeness of a candidate is minus its distance from the suspect, averaged over the {@linkplain Channel channels}; of a candidate
 * whose answers to several prompt sets are in the library, the best counts. Known students speak for their teacher: on prompts that the
 * library knows, where the nearest of them is nearer to the suspect than the candidate is, the mean of the two counts; on other prompts the
 * mean with where a student is to be expected. On prompts that the library does not know the score is the likeness; on prompts that it
 * knows, the likeness less a tenth of that of the two best candidates of other labs, over what remains, so that it counts a little how far
 * a candidate stands out.
 */
public final class Comparer {
    /** The seed of the resampling. */
    public static final long SEED = 20250129;

    private static final int RESAMPLES = 200;
    /** For so many candidates, the best, each part of the evidence is examined by itself. */
    private static final int EXAMINED = 10;

    private final Cohort cohort;
    private final List<PlacedCandidate> references;
    private final List<ReferenceModel> candidates;
    private final int[] candidateOf; // by reference
    private final boolean[] admissible; // by candidate
    private final KnownStudents students;
    private final Scoring scoring;

    private Comparer(Cohort cohort, List<PlacedModel> references, Predicate<ReferenceModel> admissible) {
        this.cohort = cohort;
        Map<String, ReferenceModel> byName = new LinkedHashMap<>();
        references.forEach(r -> byName.putIfAbsent(r.model().name(), r.model()));
        candidates = List.copyOf(byName.values());
        List<String> names = List.copyOf(byName.keySet());
        candidateOf = references.stream()
                .mapToInt(r -> names.indexOf(r.model().name()))
                .toArray();
        this.admissible = new boolean[candidates.size()];
        for (int c = 0; c < candidates.size(); c++) {
            this.admissible[c] = admissible.test(candidates.get(c));
        }
        students = KnownStudents.of(candidates, cohort);
        this.references =
                references.stream().map(r -> PlacedCandidate.of(r, students)).toList();
        scoring = Scoring.of(candidates, admissible);
    }

    /**
     * A comparer with candidates of a cohort.
     *
     * @param cohort the population
     * @param candidates which of its models are compared
     * @param admissible which of them may be the teacher: the others' likeness does not count against rivals
     * @return the comparer
     */
    public static Comparer of(
            Cohort cohort, Predicate<ReferenceModel> candidates, Predicate<ReferenceModel> admissible) {
        List<PlacedModel> references = new ArrayList<>();
        List<ReferenceModel> models = cohort.models();
        for (int m = 0; m < models.size(); m++) {
            if (candidates.test(models.get(m))) {
                references.add(PlacedModel.of(cohort, m));
            }
        }
        return new Comparer(requireNonNull(cohort, "cohort"), references, admissible);
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
        PromptRegime regime = PromptRegime.of(known);
        double[][] channels = channels(placements, regime);
        double[][][] drawn = calibration.isEmpty() ? new double[0][][] : resampledChannels(placements, regime);
        Resampled all = Resampled.over(Scoring.ALL, scoring, regime, channels, drawn);
        Map<Set<Channel>, Part> parts = parts(cohort.details(known), channels, drawn, regime);
        double[] scores =
                IntStream.range(0, candidates.size()).mapToDouble(all::score).toArray();
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -scores[c])
                        .thenComparing(c -> candidates.get(c).name()))
                .toList();
        List<CandidateScore> ranked = new ArrayList<>();
        int examined = 0;
        for (int c : order) {
            Map<Set<Channel>, Estimate> ratios = new LinkedHashMap<>();
            if (admissible[c] && examined++ < EXAMINED) {
                parts.forEach((channelsOf, part) ->
                        ratios.put(channelsOf, part.resampled().ratio(part.calibration(), c)));
            }
            ranked.add(new CandidateScore(
                    candidates.get(c),
                    scores[c],
                    byChannel(channels[c]),
                    calibration.map(k -> all.ratio(k, c)),
                    ratios,
                    calibration.map(k -> k.controls().pValue(scores[c]))));
        }
        return new Comparison(
                suspect.responses(), known, cohort.models().size(), ranked, calibration, cohort.details(known));
    }

    /** A part of the evidence and what its scores are worth. */
    private record Part(Calibration calibration, Resampled resampled) {}

    private Map<Set<Channel>, Part> parts(
            Optional<CalibrationDetails> details, double[][] channels, double[][][] drawn, PromptRegime regime) {
        Map<Set<Channel>, Part> parts = new LinkedHashMap<>();
        for (Set<Channel> part : Scoring.parts()) {
            details.flatMap(d -> d.part(Scoring.families(part)))
                    .ifPresent(
                            k -> parts.put(part, new Part(k, Resampled.over(part, scoring, regime, channels, drawn))));
        }
        return parts;
    }

    /**
     * One candidate's likelihood ratio alone.
     *
     * @param suspect the suspect's fingerprint, of the library's scheme; not empty
     * @param candidate the name of a candidate
     * @return the logarithm to base 10, as {@link #compare} gives it; empty where the library was not calibrated for the suspect's prompts
     */
    public Optional<Double> log10LikelihoodRatio(Fingerprint suspect, String candidate) {
        double known = cohort.knownPrompts(suspect);
        PromptRegime regime = PromptRegime.of(known);
        return cohort.calibration(known).map(calibration -> {
            double[][] channels = channels(placements(family -> cohort.place(suspect, family)), regime);
            return calibration.log10LikelihoodRatio(scoring.of(channels, Scoring.ALL, index(candidate), regime));
        });
    }

    /**
     * The scores of an entry of the library that was left out of the cohort.
     *
     * @param entry its index in the library
     * @param part the channels that count
     * @param regime whether the cohort holds answers to its prompts
     * @return each candidate's score
     */
    Map<ReferenceModel, Double> outsiderScores(int entry, Set<Channel> part, PromptRegime regime) {
        return byModel(scores(channels(outsider(entry), regime), part, regime));
    }

    /** Where an entry of the library stands that was left out of the cohort, by channel. */
    Placement[] outsider(int entry) {
        return placements(family -> cohort.outsider(entry, family));
    }

    /** Each candidate's score for a suspect at given positions, by channel, with the expected squared errors of these. */
    Map<ReferenceModel, Double> scoresAt(double[][] positions, double[] noise, PromptRegime regime) {
        return byModel(scores(channels(positions, noise, regime), Scoring.ALL, regime));
    }

    /** One candidate's score for a suspect at given positions, where the candidate stands elsewhere than in the cohort. */
    double scoreAt(double[][] positions, double[] noise, PromptRegime regime, PlacedModel candidate) {
        double[][] own = best(positions, noise, regime);
        int c = index(candidate.model().name());
        own[c] = PlacedCandidate.of(candidate, students).likeness(positions, noise, regime);
        return scoring.of(heard(own, positions, noise, regime), Scoring.ALL, c, regime);
    }

    /**
     * How much more a suspect is like a candidate than another model is, such as the one from which it was trained. Both are drawn
     * anew together, by blocks of prompts, so that what the prompts do to both falls out.
     *
     * @param suspect the suspect's fingerprint
     * @param other the other's fingerprint, at best of answers to the same prompts
     * @param candidate the name of a candidate
     * @return the difference of their likeness, averaged over the channels, in units of the median distance of known models from the
     *     centre of their population; positive where the suspect is nearer
     */
    public Estimate nearer(Fingerprint suspect, Fingerprint other, String candidate) {
        int c = index(candidate);
        Placement[] own = placements(family -> cohort.place(suspect, family));
        Placement[] others = placements(family -> cohort.place(other, family));
        PromptRegime regime = PromptRegime.of(cohort.knownPrompts(suspect));
        double value = Likeness.mean(channels(own, regime)[c]) - Likeness.mean(channels(others, regime)[c]);
        double[][][] ours = resampledChannels(own, regime);
        double[][][] theirs = resampledChannels(others, regime);
        double[] differences = new double[RESAMPLES];
        for (int r = 0; r < RESAMPLES; r++) {
            differences[r] = Likeness.mean(ours[r][c]) - Likeness.mean(theirs[r][c]);
        }
        Arrays.sort(differences);
        int tail = (int) Math.floor((1 - Resampled.LEVEL) / 2 * RESAMPLES);
        return new Estimate(
                value,
                Math.min(value, differences[tail]),
                Math.max(value, differences[RESAMPLES - 1 - tail]),
                Resampled.LEVEL);
    }

    private Map<ReferenceModel, Double> byModel(double[] scores) {
        Map<ReferenceModel, Double> byModel = new LinkedHashMap<>();
        for (int c = 0; c < scores.length; c++) {
            byModel.put(candidates.get(c), scores[c]);
        }
        return byModel;
    }

    private static Placement[] placements(Function<FeatureFamily, Placement> place) {
        Placement[] placements = new Placement[Channel.values().length];
        for (Channel channel : Channel.values()) {
            placements[channel.ordinal()] = place.apply(channel.family());
        }
        return placements;
    }

    private static Map<Channel, Double> byChannel(double[] likeness) {
        Map<Channel, Double> map = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            map.put(channel, likeness[channel.ordinal()]);
        }
        return map;
    }

    /** Each candidate's likeness in each channel, with what its known students add. */
    private double[][] channels(Placement[] placements, PromptRegime regime) {
        double[] noise = Arrays.stream(placements).mapToDouble(Placement::noise).toArray();
        double[][] means = Arrays.stream(placements).map(Placement::mean).toArray(double[][]::new);
        return channels(means, noise, regime);
    }

    private double[][] channels(double[][] positions, double[] noise, PromptRegime regime) {
        return heard(best(positions, noise, regime), positions, noise, regime);
    }

    private double[][] heard(double[][] own, double[][] positions, double[] noise, PromptRegime regime) {
        return regime == PromptRegime.KNOWN ? students.heard(own, positions, noise) : own;
    }

    /** Each candidate's likeness in each channel, from whichever of its references is most alike over all. */
    private double[][] best(double[][] positions, double[] noise, PromptRegime regime) {
        double[][] best = new double[candidates.size()][];
        for (int r = 0; r < references.size(); r++) {
            double[] likeness = references.get(r).likeness(positions, noise, regime);
            int c = candidateOf[r];
            if (best[c] == null || Likeness.mean(likeness) > Likeness.mean(best[c])) {
                best[c] = likeness;
            }
        }
        return best;
    }

    private double[] scores(double[][] channels, Set<Channel> part, PromptRegime regime) {
        double[] means = Scoring.means(channels, part);
        return IntStream.range(0, means.length)
                .mapToDouble(c -> scoring.of(means, c, regime))
                .toArray();
    }

    private int index(String candidate) {
        for (int c = 0; c < candidates.size(); c++) {
            if (candidates.get(c).name().equals(candidate)) {
                return c;
            }
        }
        throw new IllegalArgumentException("no candidate '" + candidate + "'");
    }

    /** The likeness that other prompts of the same kind would have given: blocks of prompts drawn with replacement. */
    private double[][][] resampledChannels(Placement[] placements, PromptRegime regime) {
        // a resample scatters about the sample as the sample does about the truth
        double[] noise = Arrays.stream(placements)
                .mapToDouble(p -> p.noise() + p.resamplingNoise())
                .toArray();
        int blocks =
                Arrays.stream(placements).mapToInt(p -> p.blocks().length).max().orElse(1);
        SplitMix64 random = new SplitMix64(SEED);
        double[][][] likeness = new double[RESAMPLES][][];
        for (int r = 0; r < likeness.length; r++) {
            int[] draw = new int[blocks];
            for (int i = 0; i < blocks; i++) {
                draw[i] = random.nextInt(blocks);
            }
            double[][] positions = Arrays.stream(placements)
                    .map(p -> p.resampled(draw, random::nextNormal))
                    .toArray(double[][]::new);
            likeness[r] = channels(positions, noise, regime);
        }
        return likeness;
    }
}
