package dev.pedigree.reference;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.ConformalTest;
import dev.pedigree.stats.EmpiricalBounds;
import dev.pedigree.stats.LogisticCalibration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a score is worth, learned from models of which it is known whether they were trained on a candidate's outputs. Each was
 * scored with its relatives left out.
 *
 * @param learnedOn the library whose models they are
 * @param points the known models: for a student the score of its true teacher, for an innocent that of its best candidate
 * @param scale scores to likelihood ratios
 * @param bounds the ratios that so many independent families support
 */
public record Calibration(String learnedOn, List<Point> points, LogisticCalibration scale, EmpiricalBounds bounds) {
    private static final double RIDGE = 0.01;
    private static final double DAMPING = 0.1;
    private static final double NEAREST = 0.02;
    /** As far apart stand two unrelated models, each one unit from the centre: to be farther is no more evidence. */
    private static final double UNRELATED = Math.sqrt(2);

    private static final double LEVEL = 0.05;
    private static final double WEAK = 0.30103;
    /** The least number of independent families of either kind to calibrate on. */
    static final int MIN_FAMILIES = 5;

    /**
     * A known model's score.
     *
     * @param name the model
     * @param family its family
     * @param promptSet the prompts that it answered
     * @param score of a student its true teacher's score, of an innocent its best candidate's
     * @param lead how far its best candidate's score is above {@code score}; 0 for an innocent
     * @param trained whether it is a student
     */
    public record Point(String name, String family, String promptSet, double score, double lead, boolean trained) {
        /** Checks that nothing is missing. */
        public Point {
            requireNonNull(name, "name");
            requireNonNull(family, "family");
            requireNonNull(promptSet, "promptSet");
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("score must be finite, got " + score);
            }
            if (!(lead >= 0)) {
                throw new IllegalArgumentException("lead must be at least 0, got " + lead);
            }
        }
    }

    /** Copies the list. */
    public Calibration {
        requireNonNull(learnedOn, "learnedOn");
        points = List.copyOf(points);
        requireNonNull(scale, "scale");
        requireNonNull(bounds, "bounds");
    }

    /**
     * Learns from known models. Every family weighs the same within a prompt set. The bounds are found on ratios that each family
     * gets from a scale learned without it.
     *
     * @param learnedOn the library whose models they are
     * @param points the models
     * @return the calibration
     * @throws IllegalArgumentException if there are fewer than {@value #MIN_FAMILIES} families of either kind
     */
    public static Calibration learn(String learnedOn, List<Point> points) {
        if (!isPossible(points)) {
            throw new IllegalArgumentException("need at least " + MIN_FAMILIES
                    + " families of students and as many of innocents, got " + families(points, true) + " and "
                    + families(points, false));
        }
        double[] heldOut = heldOut(points);
        List<Double> related = new ArrayList<>();
        List<Double> unrelated = new ArrayList<>();
        for (String family : points.stream().map(Point::family).distinct().toList()) {
            for (boolean kind : new boolean[] {true, false}) {
                IntStream.range(0, heldOut.length)
                        .filter(i -> points.get(i).family.equals(family) && points.get(i).trained == kind)
                        .mapToDouble(i -> heldOut[i])
                        .average()
                        .ifPresent((kind ? related : unrelated)::add);
            }
        }
        return new Calibration(learnedOn, points, fit(points), EmpiricalBounds.of(array(related), array(unrelated)));
    }

    /**
     * The calibration without some of its models.
     *
     * @param leftOut tells by its name whether a model is left out
     * @return what is learned from the others; this calibration where all remain, empty where too few families do
     */
    Optional<Calibration> without(Predicate<String> leftOut) {
        List<Point> others = points.stream().filter(p -> !leftOut.test(p.name)).toList();
        if (others.size() == points.size()) {
            return Optional.of(this);
        }
        return isPossible(others) ? Optional.of(learn(learnedOn, others)) : Optional.empty();
    }

    /* The log10 ratio of each point by a scale learned without its family, not held within any bounds. */
    private static double[] heldOut(List<Point> points) {
        double[] ratios = new double[points.size()];
        for (String family : points.stream().map(Point::family).distinct().toList()) {
            LogisticCalibration without =
                    fit(points.stream().filter(p -> !p.family.equals(family)).toList());
            for (int i = 0; i < ratios.length; i++) {
                if (points.get(i).family.equals(family)) {
                    ratios[i] = without.log10LikelihoodRatio(closeness(points.get(i).score));
                }
            }
        }
        return ratios;
    }

    /**
     * The likelihood ratios of the known models themselves, each from a scale learned without its family, within the bounds: what
     * this calibration would have said of them as strangers, but for the bounds, which they helped to find.
     *
     * @return decimal logarithms, in the order of the points
     */
    public double[] heldOutLog10Ratios() {
        double[] ratios = heldOut(points);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = bounds.clamp(ratios[i]);
        }
        return ratios;
    }

    /**
     * Tells whether there is enough to learn from.
     *
     * @param points known models
     * @return whether there are at least {@value #MIN_FAMILIES} families of students, and as many of innocents
     */
    public static boolean isPossible(List<Point> points) {
        return families(points, true) >= MIN_FAMILIES && families(points, false) >= MIN_FAMILIES;
    }

    private static long families(List<Point> points, boolean trained) {
        return points.stream()
                .filter(p -> p.trained == trained)
                .map(Point::family)
                .distinct()
                .count();
    }

    /**
     * The likelihood ratio of a score, within the bounds.
     *
     * @param score a score
     * @return its decimal logarithm
     */
    public double log10LikelihoodRatio(double score) {
        return bounds.clamp(scale.log10LikelihoodRatio(closeness(score)));
    }

    /**
     * Tells whether a score is no higher than that of two models that have nothing to do with each other.
     *
     * @param score a score
     * @return whether it stands for the square root of two or more
     */
    public static boolean isUnrelated(double score) {
        return -score >= UNRELATED;
    }

    /**
     * Moves a score on the scale on which ratios are learned, near and far alike.
     *
     * @param score a score
     * @param by how much more alike it is to be, a natural logarithm; below 0 for less alike
     * @return the moved score
     */
    public static double moved(double score, double by) {
        double distance = DAMPING - score;
        return distance <= 0 ? score : DAMPING - distance * StrictMath.exp(-by);
    }

    /**
     * Lowers a score until it is worth so much less, no matter how far the bounds allow.
     *
     * @param score a score
     * @param log10 by how much its ratio is to fall, a decimal logarithm; at least 0
     * @return the lower score; the same where scores are worth nothing
     */
    public double weaker(double score, double log10) {
        double slope = scale.log10LikelihoodRatio(1) - scale.log10LikelihoodRatio(0);
        return slope > 0 ? moved(score, -log10 / slope) : score;
    }

    /**
     * Tells whether a score suffices to name a candidate: a likelihood ratio of at least 2, and as rare among controls as {@value
     * #LEVEL}, or rarer than all of them where they are too few for that. A ratio near 2 is common among short texts of humans.
     *
     * @param score a score
     * @return whether both hold
     */
    public boolean supports(double score) {
        ConformalTest controls = controls();
        return log10LikelihoodRatio(score) >= WEAK
                && controls.pValue(score) <= Math.max(LEVEL, controls.smallestPValue());
    }

    /**
     * A test against the innocents, one score for each family: its highest.
     *
     * @return the test
     */
    public ConformalTest controls() {
        Map<String, Double> best = new LinkedHashMap<>();
        for (Point point : points) {
            if (!point.trained) {
                best.merge(point.family, point.score, Math::max);
            }
        }
        return ConformalTest.against(best.values().stream().mapToDouble(x -> x).toArray());
    }

    /**
     * How far below the best candidate a student's true teacher may score: candidates within this of the best cannot be told from
     * it. A split-conformal quantile over families of students (Lei et al., "Distribution-free predictive inference for regression",
     * JASA 113, 2018, doi:10.1080/01621459.2017.1307116), each family with its largest lead.
     *
     * @param coverage the share of students' families whose teacher is to be among them, in (0, 1)
     * @return the margin, in units of scores; infinite where there are too few families for so high a coverage
     */
    public double margin(double coverage) {
        Map<String, Double> largest = new LinkedHashMap<>();
        for (Point point : points) {
            if (point.trained) {
                largest.merge(point.family, point.lead, Math::max);
            }
        }
        double[] leads = largest.values().stream().mapToDouble(x -> x).sorted().toArray();
        int rank = (int) Math.ceil(coverage * (leads.length + 1));
        return rank > leads.length ? Double.POSITIVE_INFINITY : leads[rank - 1];
    }

    /**
     * The highest score of any student with its teacher. What is more alike than that is no ordinary student.
     *
     * @return a score
     */
    public double highestStudent() {
        return points.stream()
                .filter(Point::trained)
                .mapToDouble(Point::score)
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /* Minus the logarithm of the distance, damped for the very near: on this scale the innocents scatter symmetrically. It ends where
     * models are unrelated, so that a single student who has nothing of its teacher does not flatten the scale for all. */
    private static double closeness(double score) {
        return -StrictMath.log(DAMPING + Math.min(UNRELATED, Math.max(NEAREST, -score)));
    }

    private static LogisticCalibration fit(List<Point> points) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        points.forEach(p -> sizes.merge(stratum(p), 1, Integer::sum));
        double[][] scores = new double[points.size()][1];
        boolean[] trained = new boolean[points.size()];
        double[] weights = new double[points.size()];
        for (int i = 0; i < scores.length; i++) {
            Point point = points.get(i);
            scores[i][0] = closeness(point.score);
            trained[i] = point.trained;
            weights[i] = 1.0 / requireNonNull(sizes.get(stratum(point)), "counted above");
        }
        return LogisticCalibration.fit(scores, trained, weights, RIDGE);
    }

    private static String stratum(Point point) {
        return point.trained + "\t" + point.promptSet + "\t" + point.family;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(x -> x).toArray();
    }
}
