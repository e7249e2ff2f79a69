package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.stats.Estimate;
import java.util.ArrayList;
import java.util.List;

/**
 * How a library's likelihood ratios do on the models of known descent that it was calibrated on, each judged by a scale learned
 * without its family. Intervals are of 95 %, from whole families drawn with replacement; within a set of prompts and a kind, every
 * family weighs the same.
 *
 * @param library the library's name
 * @param digest the library's SHA-256
 * @param regimes for answers to the library's own prompts, and to others, as far as they are calibrated
 */
public record CalibrationPerformance(String library, String digest, List<Regime> regimes) {
    /**
     * A known model and what the calibration says of it.
     *
     * @param name its name
     * @param family its family
     * @param trained whether it is a student, and the ratio that of its true teacher; else it is an independent model, and the ratio
     *     that of its best candidate
     * @param log10LikelihoodRatio the decimal logarithm of its ratio
     * @param weight what it counts beside the others; positive
     */
    public record Case(String name, String family, boolean trained, double log10LikelihoodRatio, double weight) {
        /** Checks the weight. */
        public Case {
            requireNonNull(name, "name");
            requireNonNull(family, "family");
            if (!(weight > 0)) {
                throw new IllegalArgumentException("weight must be positive, got " + weight);
            }
        }
    }

    /**
     * A point of a curve.
     *
     * @param x where
     * @param y the height there, with its interval
     */
    public record Point(double x, Estimate y) {
        /** Checks that nothing is missing. */
        public Point {
            requireNonNull(y, "y");
        }
    }

    /**
     * The performance on answers to one kind of prompts.
     *
     * @param knownPrompts whether the library knows the prompts
     * @param cases the known models
     * @param lowest the lowest decimal logarithm of a ratio that is ever given
     * @param highest the highest
     * @param students the Tippett curve of students: the share in [0, 1] whose ratio is at least x, a decimal logarithm
     * @param independent that of independent models
     * @param calibration the share of students, at even odds, among cases whose log10 ratio is x: isotonic regression. A ratio is
     *     well calibrated where that share is ratio / (1 + ratio)
     * @param tradeoff the least share of students missed where a share x of independent models may be accused
     * @param equalError the share at which as many are missed as accused
     * @param power the chance of finding a student, by number of answers and share; may be empty
     */
    public record Regime(
            boolean knownPrompts,
            List<Case> cases,
            double lowest,
            double highest,
            List<Point> students,
            List<Point> independent,
            List<Point> calibration,
            List<Point> tradeoff,
            Estimate equalError,
            List<Power.Point> power) {
        /** Copies the lists. */
        public Regime {
            cases = List.copyOf(cases);
            students = List.copyOf(students);
            independent = List.copyOf(independent);
            calibration = List.copyOf(calibration);
            tradeoff = List.copyOf(tradeoff);
            requireNonNull(equalError, "equalError");
            power = List.copyOf(power);
        }
    }

    /** Copies the list. */
    public CalibrationPerformance {
        requireNonNull(library, "library");
        requireNonNull(digest, "digest");
        regimes = List.copyOf(regimes);
    }

    /**
     * Measures a library.
     *
     * @param library the library
     * @return its performance; without regimes where it was not calibrated
     */
    public static CalibrationPerformance of(ReferenceLibrary library) {
        List<Regime> regimes = new ArrayList<>();
        for (PromptRegime regime : PromptRegime.values()) {
            library.calibration(regime)
                    .ifPresent(calibration -> regimes.add(new PerformanceCurves(calibration)
                            .measure(
                                    regime == PromptRegime.KNOWN,
                                    library.details(regime)
                                            .map(d -> d.power().rows())
                                            .orElse(List.of()))));
        }
        return new CalibrationPerformance(library.name(), library.digest(), regimes);
    }
}
