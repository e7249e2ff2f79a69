package dev.pedigree.compare;

import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the known students of candidates tell about them. A suspect is often nearer to other models that learnt from its teacher than to
 * the teacher itself: they share what training on its answers leaves of it. Where a known student of a candidate is nearer to the
 * suspect than the candidate is, the candidate's likeness is the mean of the two. A candidate without known students loses nothing, and
 * nobody is more like a candidate than the candidate itself.
 */
final class KnownStudents {
    private final List<PlacedModel> students;
    private final int[][] byCandidate;

    private KnownStudents(List<PlacedModel> students, int[][] byCandidate) {
        this.students = students;
        this.byCandidate = byCandidate;
    }

    /**
     * The students of some candidates.
     *
     * @param candidates the candidates
     * @param cohort the population, in which neither the suspect nor its relatives stand
     * @return those of its members that are known to have learnt from a candidate
     */
    static KnownStudents of(List<ReferenceModel> candidates, Cohort cohort) {
        List<PlacedModel> students = new ArrayList<>();
        for (int m = 0; m < cohort.models().size(); m++) {
            ReferenceModel model = cohort.models().get(m);
            if (model.kind() == Kind.STUDENT && candidates.stream().anyMatch(c -> learntFrom(model, c))) {
                students.add(PlacedModel.of(cohort, m));
            }
        }
        int[][] byCandidate = candidates.stream()
                .map(c -> IntStream.range(0, students.size())
                        .filter(s -> learntFrom(students.get(s).model(), c))
                        .toArray())
                .toArray(int[][]::new);
        return new KnownStudents(students, byCandidate);
    }

    private static boolean learntFrom(ReferenceModel student, ReferenceModel candidate) {
        return student.teachers().contains(candidate.family());
    }

    /**
     * The candidates' likeness with what their students add.
     *
     * @param own by candidate and channel, how much the suspect is like the candidate itself
     * @param positions by channel, where the suspect stands
     * @param noise by channel, the expected squared error of that
     * @return by candidate and channel
     */
    double[][] added(double[][] own, double[][] positions, double[] noise) {
        double[][] likeness =
                students.stream().map(s -> s.likeness(positions, noise)).toArray(double[][]::new);
        double[] means = Arrays.stream(likeness).mapToDouble(Likeness::mean).toArray();
        double[][] added = new double[own.length][];
        for (int c = 0; c < own.length; c++) {
            int nearest = -1;
            for (int student : byCandidate[c]) {
                if (nearest < 0 || means[student] > means[nearest]) {
                    nearest = student;
                }
            }
            added[c] = nearest < 0 || means[nearest] <= Likeness.mean(own[c])
                    ? own[c]
                    : between(own[c], likeness[nearest]);
        }
        return added;
    }

    private static double[] between(double[] a, double[] b) {
        double[] mean = new double[a.length];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (a[k] + b[k]) / 2;
        }
        return mean;
    }
}
