package dev.pedigree.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.SyntheticModels;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnownStudentsTest {
    private static final Predicate<ReferenceModel> LABS = m -> m.kind() == Kind.PRIMARY;

    /** What training on the answers of a lab's model, on top of something else, may leave of them. */
    private static final double[] FAR =
            SyntheticModels.blend(SyntheticModels.teacher(0), SyntheticModels.habits(3000, 40), 0.4);

    private static Cohort cohort;

    @BeforeAll
    static void build() {
        LibraryBuilder builder = SyntheticModels.library(100);
        for (String promptSet : List.of("alpha", "beta")) {
            builder.add(
                    promptSet,
                    SyntheticModels.student("far", "lab0"),
                    SyntheticModels.print(SyntheticModels.answers("far", promptSet, 100, FAR, 300)));
        }
        cohort = builder.build("synthetic").cohort(m -> false);
    }

    private static Fingerprint suspect(double[] habits) {
        return SyntheticModels.print(SyntheticModels.answers("suspect", "gamma", 100, habits, 4711));
    }

    private static CandidateScore of(Predicate<ReferenceModel> compared, Fingerprint suspect, String name) {
        return Comparer.of(cohort, compared, LABS).compare(suspect).candidates().stream()
                .filter(c -> c.model().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /* Prompts are unknown, so that a score is the likeness alone. */
    private static double nearestStudent(Fingerprint suspect, String teacher) {
        return Comparer.of(
                        cohort, m -> m.kind() == Kind.STUDENT && m.teachers().contains("family-" + teacher), m -> false)
                .compare(suspect)
                .candidates()
                .stream()
                .max(Comparator.comparingDouble(CandidateScore::score))
                .orElseThrow()
                .score();
    }

    @Test
    void aStudentNearerThanItsTeacherSpeaksForTheTeacher() {
        Fingerprint suspect = suspect(FAR);
        double student = nearestStudent(suspect, "lab0");
        double withStudents = of(LABS, suspect, "lab0").score();
        double itself = ownLikeness(suspect, "lab0");
        assertThat(student).isGreaterThan(itself + 0.05);
        assertThat(withStudents).isCloseTo((itself + student) / 2, within(1e-9));
    }

    @Test
    void aCandidateLosesNothingByItsStudents() {
        for (double[] habits : List.of(
                SyntheticModels.teacher(0),
                SyntheticModels.teacher(5),
                SyntheticModels.pupil(1, 90),
                SyntheticModels.habits(77, 40))) {
            Fingerprint suspect = suspect(habits);
            for (int lab = 0; lab < 8; lab++) {
                double itself = ownLikeness(suspect, "lab" + lab);
                double withStudents = of(LABS, suspect, "lab" + lab).score();
                assertThat(withStudents).as("lab" + lab).isGreaterThanOrEqualTo(itself);
                if (lab >= 3) {
                    assertThat(withStudents).as("without students").isEqualTo(itself);
                }
            }
        }
    }

    @Test
    void nobodyIsMoreLikeACandidateThanItself() {
        Fingerprint copy = suspect(SyntheticModels.teacher(0));
        assertThat(of(LABS, copy, "lab0").score()).isEqualTo(ownLikeness(copy, "lab0"));
    }

    /* Minus the distance alone. */
    private static double ownLikeness(Fingerprint suspect, String name) {
        ReferenceModel model = cohort.models().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
        double distance = Double.POSITIVE_INFINITY;
        for (int m = 0; m < cohort.models().size(); m++) {
            if (cohort.models().get(m).equals(model)) {
                double sum = 0;
                for (Channel channel : Channel.values()) {
                    var own = cohort.place(suspect, channel.family());
                    var other = cohort.member(m, channel.family());
                    sum += Likeness.distance(own.mean(), other.mean(), own.noise() + other.noise());
                }
                distance = Math.min(distance, sum / Channel.values().length);
            }
        }
        return -distance;
    }
}
