package dev.pedigree.compare;

import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the known students of candidates tell about them. A suspect is often nearer to other models that learnt from its teacher than to
 * the teacher itself: they share what training on its answers leaves of it.
 *
 * <p>Among answers to the same prompts that is much of the answers, and a suspect's nearest student speaks for the teacher. Among
 * answers to other prompts what students have beside their teacher's habits is that they are small, and so are innocents; only the
 * share of the teacher's habits that they keep tells what to look for: a student is to be expected on the line from the centre to its
 * teacher, where the known ones stand on average.
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
     * The candidates' likeness with what their students' answers to the same prompts add.
     *
     * @param own by candidate and channel, how much the suspect is like the candidate itself
     * @param positions by channel, where the suspect stands
     * @param noise by channel, the expected squared error of that
     * @return by candidate and channel
     */
    double[][] heard(double[][] own, double[][] positions, double[] noise) {
        double[][] likeness =
                students.stream().map(s -> s.likeness(positions, noise)).toArray(double[][]::new);
        double[] means = Arrays.stream(likeness).mapToDouble(Likeness::mean).toArray();
        double[][] heard = own.clone();
        for (int c = 0; c < own.length; c++) {
            int nearest = -1;
            for (int student : byCandidate[c]) {
                if (nearest < 0 || means[student] > means[nearest]) {
                    nearest = student;
                }
            }
            if (nearest >= 0) {
                heard[c] = Likeness.heard(own[c], likeness[nearest]);
            }
        }
        return heard;
    }

    /**
     * Where a student of a candidate is to be expected.
     *
     * @param candidate the candidate
     * @return in each channel at the share of its habits that its known students keep, the mean over their families; empty where it has
     *     none
     */
    Optional<PlacedModel> expected(PlacedModel candidate) {
        Map<String, List<PlacedModel>> families = students.stream()
                .filter(s -> learntFrom(s.model(), candidate.model()))
                .collect(Collectors.groupingBy(s -> s.model().family(), LinkedHashMap::new, Collectors.toList()));
        if (families.isEmpty()) {
            return Optional.empty();
        }
        double[] shares = new double[candidate.positions().length];
        for (int k = 0; k < shares.length; k++) {
            int channel = k;
            double mean = families.values().stream()
                    .mapToDouble(family -> family.stream()
                            .mapToDouble(
                                    s -> share(s.positions()[channel], candidate.positions()[channel]))
                            .average()
                            .orElseThrow())
                    .average()
                    .orElseThrow();
            shares[k] = Math.min(1, Math.max(0, mean));
        }
        return Optional.of(candidate.shortened(shares));
    }

    /* How far along the way from the centre to the teacher a student stands. */
    private static double share(double[] student, double[] teacher) {
        double along = 0;
        double all = 0;
        for (int i = 0; i < teacher.length; i++) {
            along += student[i] * teacher[i];
            all += teacher[i] * teacher[i];
        }
        return all > 0 ? along / all : 0;
    }
}
