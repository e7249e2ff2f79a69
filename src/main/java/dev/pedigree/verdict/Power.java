package dev.pedigree.verdict;

import static java.util.Objects.requireNonNull;

import dev.pedigree.stats.Estimate;
import java.util.List;

/**
 * What the audit could have seen, and what would change its verdict.
 *
 * @param sentence how likely it was to find a student, and a mixture; a whole sentence
 * @param points the chance of support, by number of answers and by share of the training data; may be empty
 * @param splices what was found where a share of the suspect's own answers was replaced by a candidate's; may be empty
 * @param wouldChange what would change this verdict, each in one sentence
 */
public record Power(String sentence, List<Point> points, List<Splice> splices, List<String> wouldChange) {
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

    /**
     * A splice experiment in the suspect's own data.
     *
     * @param candidate the candidate
     * @param share the share of the suspect's answers that was replaced by answers of the candidate, in (0, 1)
     * @param chance how often the candidate's score then sufficed to name it, in [0, 1], with the interval of the experiment
     */
    public record Splice(String candidate, double share, Estimate chance) {
        /** Checks the ranges. */
        public Splice {
            requireNonNull(candidate, "candidate");
            Exhibits.requireRate("share", share);
            Exhibits.requireRate("chance", chance.value());
        }
    }

    /** Copies the lists. */
    public Power {
        requireNonNull(sentence, "sentence");
        splices = List.copyOf(splices);
        points = List.copyOf(points);
        wouldChange = List.copyOf(wouldChange);
    }
}
