package dev.pedigree.compare;

import static dev.pedigree.SyntheticModels.LABS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.SyntheticModels;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.ReferenceModel;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KnownStudentsTest {
    private static final String KNOWN = "alpha";
    private static final String OTHER = "gamma";

    /** What training on the answers of a lab's model, on top of something else, may leave of them. */
    private static final double[] FAR =
            SyntheticModels.blend(SyntheticModels.teacher(0), SyntheticModels.habits(3000, 40), 0.4);

    /** A model that was trained on the answers of a lab's and has nothing of them. */
    private static final double[] STRAY = SyntheticModels.habits(3001, 40);

    private static final double[] UNRELATED = SyntheticModels.habits(3003, 40);

    private static Cohort cohort;

    @BeforeAll
    static void build() {
        LibraryBuilder builder = SyntheticModels.library(100);
        for (String promptSet : List.of("alpha", "beta")) {
            add(builder, promptSet, SyntheticModels.student("far", "lab0"), FAR, 300);
            add(builder, promptSet, SyntheticModels.student("stray", "lab1"), STRAY, 301);
        }
        cohort = builder.build("synthetic").cohort(m -> false);
    }

    private static void add(
            LibraryBuilder builder, String promptSet, ReferenceModel model, double[] habits, long seed) {
        builder.add(
                promptSet,
                model,
                SyntheticModels.print(SyntheticModels.answers(model.name(), promptSet, 100, habits, seed)));
    }

    private static Fingerprint suspect(String promptSet, double[] habits) {
        return SyntheticModels.print(SyntheticModels.answers("suspect", promptSet, 100, habits, 4711));
    }

    private static double likeness(Fingerprint suspect, String candidate) {
        return Comparer.of(cohort, LABS, LABS).compare(suspect).candidates().stream()
                .filter(c -> c.model().name().equals(candidate))
                .flatMap(c -> c.channels().values().stream())
                .mapToDouble(x -> x)
                .average()
                .orElseThrow();
    }

    /* Minus the least distance from a model's answers, at whatever place they are put. */
    private static double nearest(Fingerprint suspect, String model, boolean expectedStudent) {
        return IntStream.range(0, cohort.models().size())
                .filter(m -> cohort.models().get(m).name().equals(model))
                .mapToDouble(m -> -distance(suspect, m, expectedStudent))
                .max()
                .orElseThrow();
    }

    private static double itself(Fingerprint suspect, String model) {
        return nearest(suspect, model, false);
    }

    private static double distance(Fingerprint suspect, int member, boolean expectedStudent) {
        double sum = 0;
        for (Channel channel : Channel.values()) {
            Placement own = cohort.place(suspect, channel.family());
            Placement other = cohort.member(member, channel.family());
            double share = expectedStudent ? meanShare(member, channel) : 1;
            double[] at = new double[own.mean().length];
            for (int i = 0; i < at.length; i++) {
                at[i] = share * other.mean()[i];
            }
            sum += Likeness.distance(own.mean(), at, own.noise() + share * share * other.noise());
        }
        return sum / Channel.values().length;
    }

    /* Of a model's students, each a family of its own with two places: how far along the way to their teacher they stand. */
    private static double meanShare(int teacher, Channel channel) {
        double[] to = cohort.member(teacher, channel.family()).mean();
        double all =
                IntStream.range(0, to.length).mapToDouble(i -> to[i] * to[i]).sum();
        double mean = IntStream.range(0, cohort.models().size())
                .filter(m -> cohort.models()
                        .get(m)
                        .teachers()
                        .contains(cohort.models().get(teacher).family()))
                .mapToDouble(m -> {
                    double[] student = cohort.member(m, channel.family()).mean();
                    return IntStream.range(0, to.length)
                                    .mapToDouble(i -> student[i] * to[i])
                                    .sum()
                            / all;
                })
                .average()
                .orElseThrow();
        return Math.min(1, Math.max(0, mean));
    }

    @Test
    void onKnownPromptsAStudentNearerThanItsTeacherSpeaksForTheTeacher() {
        Fingerprint suspect = suspect(KNOWN, FAR);
        double student = itself(suspect, "far");
        double teacher = itself(suspect, "lab0");
        assertThat(student).isGreaterThan(teacher + 0.05);
        assertThat(likeness(suspect, "lab0")).isCloseTo((teacher + student) / 2, within(1e-9));
    }

    @Test
    void onOtherPromptsTheTeacherIsLookedForWhereItsStudentsStandOnAverage() {
        double[] faint = SyntheticModels.blend(SyntheticModels.teacher(2), SyntheticModels.habits(3002, 1), 0.7);
        Fingerprint suspect = suspect(OTHER, faint);
        double teacher = itself(suspect, "lab2");
        double expected = nearest(suspect, "lab2", true);
        assertThat(expected).isGreaterThan(teacher + 0.02);
        assertThat(likeness(suspect, "lab2")).isCloseTo((teacher + expected) / 2, within(0.01));
    }

    @Test
    void onOtherPromptsBeingLikeAStudentThatHasNothingOfItsTeacherTellsNothing() {
        assertThat(heard(KNOWN, STRAY)).isGreaterThan(heard(KNOWN, UNRELATED) + 0.15);
        assertThat(heard(OTHER, STRAY)).isCloseTo(heard(OTHER, UNRELATED), within(0.1));
    }

    private static double heard(String promptSet, double[] habits) {
        Fingerprint suspect = suspect(promptSet, habits);
        return likeness(suspect, "lab1") - itself(suspect, "lab1");
    }

    @Test
    void aCandidateLosesNothingByItsStudents() {
        for (String promptSet : List.of(KNOWN, OTHER)) {
            for (double[] habits : List.of(
                    SyntheticModels.teacher(0),
                    SyntheticModels.teacher(5),
                    SyntheticModels.pupil(1, 90),
                    SyntheticModels.habits(77, 40))) {
                Fingerprint suspect = suspect(promptSet, habits);
                for (int lab = 0; lab < 8; lab++) {
                    double itself = itself(suspect, "lab" + lab);
                    double withStudents = likeness(suspect, "lab" + lab);
                    assertThat(withStudents).as("lab" + lab).isGreaterThanOrEqualTo(itself - 1e-12);
                    if (lab >= 3) {
                        assertThat(withStudents).as("without students").isCloseTo(itself, within(1e-12));
                    }
                }
            }
        }
    }

    @Test
    void nobodyIsMoreLikeACandidateThanItself() {
        for (String promptSet : List.of(KNOWN, OTHER)) {
            Fingerprint copy = suspect(promptSet, SyntheticModels.teacher(0));
            assertThat(likeness(copy, "lab0")).isCloseTo(itself(copy, "lab0"), within(1e-12));
        }
    }
}
