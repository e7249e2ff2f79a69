package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where the suspect stands among models of known descent: students, each with its true teacher, and independent models, each with
 * the candidate nearest to it.
 *
 * @param candidate the candidate to whom the suspect's score refers
 * @param suspectScore the suspect's score; higher means more alike
 * @param points the known models, in no particular order
 */
public record Controls(String candidate, double suspectScore, List<Point> points) {
    /**
     * One known model.
     *
     * @param name its name
     * @param family its family
     * @param score its score, on the suspect's scale
     * @param trained whether it is known to be trained on outputs of another lab's model
     */
    public record Point(String name, String family, double score, boolean trained) {
        /** Checks the score. */
        public Point {
            requireNonNull(name, "name");
            requireNonNull(family, "family");
            if (!Double.isFinite(score)) {
                throw new IllegalArgumentException("score must be finite, got " + score);
            }
        }
    }

    /** Copies the list. */
    public Controls {
        requireNonNull(candidate, "candidate");
        if (!Double.isFinite(suspectScore)) {
            throw new IllegalArgumentException("suspectScore must be finite, got " + suspectScore);
        }
        points = List.copyOf(points);
    }
}
