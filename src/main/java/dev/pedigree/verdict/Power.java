package dev.pedigree.verdict;

import java.util.List;

/**
 * What the audit could have seen, and what would change its verdict.
 *
 * @param points the chance of support, by number of answers and by share of the training data; may be empty
 * @param wouldChange what would change this verdict, each in one sentence
 */
public record Power(List<Point> points, List<String> wouldChange) {
    /**
     * One point of the power curve.
     *
     * @param answers how many answers of the suspect are compared
     * @param share the share of the suspect's training data that came from the candidate, in [0, 1]
     * @param probability the chance that the audit reports at least weak support, in [0, 1]
     */
    public record Point(int answers, double share, double probability) {
        /** Checks the ranges. */
        public Point {
            if (answers < 0) {
                throw new IllegalArgumentException("answers must be >= 0, got " + answers);
            }
            Exhibits.requireRate("share", share);
            Exhibits.requireRate("probability", probability);
        }
    }

    /** Copies the lists. */
    public Power {
        points = List.copyOf(points);
        wouldChange = List.copyOf(wouldChange);
    }
}
