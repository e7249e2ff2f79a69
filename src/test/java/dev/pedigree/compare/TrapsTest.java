package dev.pedigree.compare;

import static dev.pedigree.SyntheticModels.LABS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pedigree.SyntheticModels;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Four mistakes that make scores look good and verdicts wrong; each test fails where its mistake is made. */
class TrapsTest {
    private static ReferenceLibrary library;

    /** Eight labs, one of them bland and so near to everybody, seven students, and five models of human texts that are bland too. */
    @BeforeAll
    static void build() {
        LibraryBuilder builder = SyntheticModels.library(100);
        for (String promptSet : List.of("alpha", "beta")) {
            builder.add(
                    promptSet,
                    SyntheticModels.primary("hub", "lab-hub"),
                    SyntheticModels.print(SyntheticModels.answers("hub", promptSet, 100, average(), 400)));
            for (int i = 0; i < 5; i++) {
                builder.add(
                        promptSet,
                        SyntheticModels.human("human" + i),
                        SyntheticModels.print(bland("human" + i, promptSet, i)));
            }
        }
        library = Calibrator.calibrate(builder.build("synthetic"));
    }

    /** The mean habits of all labs. */
    private static double[] average() {
        double[] mean = new double[SyntheticModels.teacher(0).length];
        for (int lab = 0; lab < 8; lab++) {
            double[] habits = SyntheticModels.teacher(lab);
            double sum = Arrays.stream(habits).sum();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += habits[i] / sum;
            }
        }
        return mean;
    }

    private static dev.pedigree.corpus.Corpus bland(String name, String promptSet, int which) {
        double[] habits = SyntheticModels.blend(average(), SyntheticModels.habits(7000 + which, 40), 0.6);
        return SyntheticModels.answers(name, promptSet, 100, habits, 500 + which);
    }

    private static Comparison compare(Fingerprint suspect) {
        return Comparer.of(library.cohort(m -> false), LABS, m -> true).compare(suspect);
    }

    @Test
    void aPopularTeacherIsNotEverybodysTeacher() {
        for (String promptSet : List.of("alpha", "gamma")) {
            int nearest = 0;
            int accused = 0;
            for (int i = 10; i < 16; i++) {
                CandidateScore best = compare(SyntheticModels.print(bland("suspect", promptSet, i)))
                        .candidates()
                        .get(0);
                nearest += best.model().name().equals("hub") ? 1 : 0;
                accused += best.log10LikelihoodRatio().orElseThrow().value() >= StrictMath.log10(2) ? 1 : 0;
            }
            // that somebody's best is so near is what the innocents of the calibration show too
            assertThat(accused).as(promptSet).isLessThanOrEqualTo(1);
            assertThat(nearest).as("the trap is set: one of nine is").isGreaterThanOrEqualTo(3);
            Fingerprint student = SyntheticModels.print(
                    SyntheticModels.answers("suspect", promptSet, 100, SyntheticModels.pupil(1, 70), 4711));
            CandidateScore best = compare(student).candidates().get(0);
            assertThat(best.model().name()).isEqualTo("lab1");
            assertThat(best.log10LikelihoodRatio().orElseThrow().value()).isPositive();
        }
    }

    @Test
    void noControlStandsInTheCohortThatJudgesIt() {
        Calibration calibration = library.calibration(PromptRegime.KNOWN).orElseThrow();
        int different = 0;
        int seen = 0;
        for (int entry = 0; entry < library.models().size(); entry++) {
            ReferenceModel model = library.models().get(entry);
            if (!library.promptSet(entry).equals("alpha") || !model.name().matches("human.|student[012]")) {
                continue;
            }
            double calibrated = calibration.points().stream()
                    .filter(p -> p.name().equals(model.name()) && p.promptSet().equals("alpha"))
                    .findFirst()
                    .orElseThrow()
                    .score();
            // the same model against a library that never held it
            Cohort never = library.without(model.name()).cohort(m -> false);
            Cohort within = library.cohort(m -> false);
            Fingerprint print = SyntheticModels.print(
                    model.name().startsWith("human")
                            ? bland(model.name(), "alpha", model.name().charAt(5) - '0')
                            : SyntheticModels.answers(
                                    model.name(),
                                    "alpha",
                                    100,
                                    SyntheticModels.pupil(
                                            model.name().charAt(7) - '0',
                                            model.name().charAt(7) - '0'),
                                    200 + model.name().charAt(7) - '0'));
            assertThat(best(never, print, model)).as(model.name()).isCloseTo(calibrated, within(0.03));
            seen++;
            different += Math.abs(best(within, print, model) - calibrated) > 0.06 ? 1 : 0;
        }
        assertThat(seen).isEqualTo(8);
        assertThat(different).as("it makes a difference").isGreaterThanOrEqualTo(4);
    }

    private static double best(Cohort cohort, Fingerprint suspect, ReferenceModel model) {
        return Comparer.of(cohort, LABS, m -> true).compare(suspect).candidates().stream()
                .filter(c -> model.teachers().isEmpty()
                        || model.teachers().contains(c.model().family()))
                .mapToDouble(CandidateScore::score)
                .max()
                .orElseThrow();
    }

    @Test
    void noScoreIsMeasuredInUnitsOfUnlikeControls() {
        Cohort cohort = library.cohort(m -> false);
        for (String promptSet : List.of("alpha", "gamma")) {
            Fingerprint suspect = SyntheticModels.print(
                    SyntheticModels.answers("suspect", promptSet, 100, SyntheticModels.pupil(1, 70), 4711));
            Comparison all = Comparer.of(cohort, LABS, m -> true).compare(suspect);
            // without the candidates that are least like the suspect, the others score as before
            List<String> least = all.candidates().subList(5, all.candidates().size()).stream()
                    .map(c -> c.model().name())
                    .toList();
            Map<String, Double> fewer = new LinkedHashMap<>();
            Comparer.of(cohort, LABS.and(m -> !least.contains(m.name())), m -> true)
                    .compare(suspect)
                    .candidates()
                    .forEach(c -> fewer.put(c.model().name(), c.score()));
            assertThat(fewer).hasSize(5);
            for (CandidateScore candidate : all.candidates().subList(0, 5)) {
                assertThat(candidate.score())
                        .isEqualTo(fewer.get(candidate.model().name()));
            }
        }
    }

    @Test
    void anOutlierThatPointsTowardsACandidateIsNoStudent() {
        Cohort cohort = library.cohort(m -> false);
        Comparer comparer = Comparer.of(cohort, LABS, m -> true);
        int lab1 = 1;
        assertThat(cohort.models().get(lab1).name()).isEqualTo("lab1");
        for (PromptRegime regime : PromptRegime.values()) {
            Calibration calibration = library.calibration(regime).orElseThrow();
            double near = score(comparer, cohort, lab1, 0.9, regime);
            double far = score(comparer, cohort, lab1, 4, regime);
            // the same direction, and so the same cosine; not the same distance
            assertThat(calibration.log10LikelihoodRatio(near)).isPositive();
            assertThat(calibration.log10LikelihoodRatio(far)).isNegative();
        }
    }

    private static double score(Comparer comparer, Cohort cohort, int member, double stretch, PromptRegime regime) {
        double[][] positions = new double[Channel.values().length][];
        for (Channel channel : Channel.values()) {
            positions[channel.ordinal()] = Arrays.stream(
                            cohort.member(member, channel.family()).mean())
                    .map(x -> stretch * x)
                    .toArray();
        }
        return comparer.scoresAt(positions, new double[positions.length], regime).entrySet().stream()
                .filter(e -> e.getKey().name().equals("lab1"))
                .mapToDouble(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }
}
