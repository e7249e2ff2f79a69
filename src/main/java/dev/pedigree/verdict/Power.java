package dev.pedigree.verdict;

import dev.pedigree.stats.Estimate;
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
     * @param share how much of the suspect is the candidate's: the share of its answers that a student of the candidate wrote, the
     *     rest being those of a model that no candidate taught; in [0, 1]
     * @param chance the chance that the score of a student's teacher suffices to name it, in [0, 1], with its interval
     */
    public record Point(int answers, double share, Estimate chance) {
        /** Checks the ranges. */
        public Point {
            if (answers < 0) {
                throw new IllegalArgumentException("answers must be >= 0, got " + answers);
            }
            Exhibits.requireRate("share", share);
            Exhibits.requireRate("chance", chance.value());
        }

        /**
         * The chance without its interval.
         *
         * @return a number in [0, 1]
         */
        public double probability() {
            return chance.value();
        }
    }

    /** Copies the lists. */
    public Power {
        points = List.copyOf(points);
        wouldChange = List.copyOf(wouldChange);
    }
}
