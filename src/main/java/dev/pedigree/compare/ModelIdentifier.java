package dev.pedigree.compare;

import static java.util.Objects.requireNonNull;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Ranks known models by how likely it is that one of them gave some answers, at best to other prompts than theirs: a closed set, for
 * "which of these is it?", not for "was it taught by one of these?". Immutable.
 *
 * <p>A position is the mean over eight blocks of the square roots of features' shares, each divided by its standard deviation within
 * models (plus .3 of the root mean square of all of these). With a background, the answers of other models to the suspect's prompts, what
 * the prompts do to everybody is taken away and positions are compared by their cosine in openings, starts, layout, function words
 * and masked words. Without, by the distance in openings and starts alone, less the directions in which groups of prompts move
 * the references together. Each family's scores are standardised over the candidates, and their mean taken.
 */
public final class ModelIdentifier {
    private static final int DRAWS = 200;
    private static final long SEED = 20251129;

    /** A family, with how many of its most frequent features count. */
    private record Vocabulary(FeatureFamily family, int size) {}

    private static final List<Vocabulary> STABLE =
            List.of(new Vocabulary(FeatureFamily.OPENING, 1500), new Vocabulary(FeatureFamily.STARTS, 2500));
    private static final List<Vocabulary> ALL = List.of(
            STABLE.get(0),
            STABLE.get(1),
            new Vocabulary(FeatureFamily.FUNCTION_WORDS, 600),
            new Vocabulary(FeatureFamily.MASKED_WORDS, 2500),
            new Vocabulary(FeatureFamily.LAYOUT, 1500));

    /**
     * A candidate with its score.
     *
     * @param name the reference's name
     * @param score standard deviations from the mean of the candidates, averaged over feature families; higher means more alike
     * @param first how sure that is: the share, in [0, 1], of {@value #DRAWS} draws with replacement from the suspect's eight blocks of
     *     prompts in which the candidate came first; says nothing of models that are not among the candidates
     */
    public record Match(String name, double score, double first) {}

    private final List<HabitSpace> spaces;
    private final List<double[]> backgrounds; // by space; empty where there is none

    private ModelIdentifier(List<HabitSpace> spaces, List<double[]> backgrounds) {
        this.spaces = spaces;
        this.backgrounds = backgrounds;
    }

    /**
     * An identifier without background.
     *
     * @param references answers of at least three models, by name, at best to the same prompts; more models than the candidates help
     * @return the identifier
     */
    public static ModelIdentifier of(Map<String, Fingerprint> references) {
        if (references.size() < 3) {
            throw new IllegalArgumentException("need at least three references, got " + references.size());
        }
        List<HabitSpace> spaces = new ArrayList<>();
        for (Vocabulary vocabulary : ALL) {
            spaces.add(HabitSpace.of(vocabulary.family(), vocabulary.size(), references));
        }
        return new ModelIdentifier(spaces, List.of());
    }

    /**
     * The identifier with a background.
     *
     * @param others fingerprints of other models' answers to the suspect's prompts, not of the suspect itself; at least ten are
     *     advisable
     * @return a new identifier
     */
    public ModelIdentifier withBackground(Collection<Fingerprint> others) {
        if (others.isEmpty()) {
            throw new IllegalArgumentException("a background needs answers of at least one model");
        }
        List<double[]> means = new ArrayList<>();
        for (HabitSpace space : spaces) {
            List<double[]> positions = others.stream().map(space::position).toList();
            means.add(Vectors.mean(positions));
        }
        return new ModelIdentifier(spaces, means);
    }

    /**
     * Ranks the references.
     *
     * @param suspect the fingerprint of the answers
     * @param candidates which references may be the answer; at least two
     * @return the candidates, most alike first
     */
    public List<Match> rank(Fingerprint suspect, Predicate<String> candidates) {
        requireNonNull(candidates, "candidates");
        List<String> names =
                spaces.get(0).references().keySet().stream().filter(candidates).toList();
        if (names.size() < 2) {
            throw new IllegalArgumentException("need at least two candidates, got " + names);
        }
        int families = backgrounds.isEmpty() ? STABLE.size() : ALL.size();
        List<double[][]> blocks = new ArrayList<>();
        List<List<double[]>> references = new ArrayList<>();
        for (HabitSpace space : spaces.subList(0, families)) {
            blocks.add(space.rows(suspect));
            references.add(names.stream()
                    .map(name -> placed(space, requireNonNull(space.references().get(name)), space.centre()))
                    .toList());
        }
        double[] scores =
                scores(blocks, references, IntStream.range(0, HabitSpace.BLOCKS).toArray());
        int[] first = new int[scores.length];
        SplitMix64 random = new SplitMix64(SEED);
        for (int d = 0; d < DRAWS; d++) {
            int[] draw = new int[HabitSpace.BLOCKS];
            Arrays.setAll(draw, b -> random.nextInt(HabitSpace.BLOCKS));
            first[highest(scores(blocks, references, draw))]++;
        }
        List<Match> matches = new ArrayList<>();
        for (int c = 0; c < scores.length; c++) {
            matches.add(new Match(names.get(c), scores[c], first[c] / (double) DRAWS));
        }
        matches.sort(Comparator.comparingDouble(Match::score).reversed().thenComparing(Match::name));
        return List.copyOf(matches);
    }

    /** Each candidate's score for a suspect whose prompts are those of the blocks drawn. */
    private double[] scores(List<double[][]> blocks, List<List<double[]>> references, int[] draw) {
        double[] sums = new double[references.get(0).size()];
        for (int s = 0; s < blocks.size(); s++) {
            double[][] rows = blocks.get(s);
            double[] position =
                    Vectors.mean(Arrays.stream(draw).mapToObj(b -> rows[b]).toList());
            HabitSpace space = spaces.get(s);
            double[] own = placed(space, position, backgrounds.isEmpty() ? space.centre() : backgrounds.get(s));
            double[] each = standardised(references.get(s).stream()
                    .mapToDouble(other -> likeness(own, other))
                    .toArray());
            for (int c = 0; c < sums.length; c++) {
                sums[c] += each[c] / blocks.size();
            }
        }
        return sums;
    }

    /** A position as it is compared. */
    private double[] placed(HabitSpace space, double[] position, double[] centre) {
        double[] moved = Vectors.minus(position, centre);
        return backgrounds.isEmpty() ? Vectors.through(moved, space.promptDirections()) : moved;
    }

    private double likeness(double[] own, double[] other) {
        if (backgrounds.isEmpty()) {
            double[] apart = Vectors.minus(own, other);
            return -Math.sqrt(Vectors.dot(apart, apart));
        }
        double lengths = Math.sqrt(Vectors.dot(own, own) * Vectors.dot(other, other));
        return lengths > 0 ? Vectors.dot(own, other) / lengths : 0;
    }

    private static int highest(double[] values) {
        int highest = 0;
        for (int i = 1; i < values.length; i++) {
            highest = values[i] > values[highest] ? i : highest;
        }
        return highest;
    }

    private static double[] standardised(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean) / values.length;
        }
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = squares > 0 ? (values[i] - mean) / Math.sqrt(squares) : 0;
        }
        return out;
    }
}
