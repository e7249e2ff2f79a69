package dev.pedigree.compare;

import com.google.common.collect.ImmutableMap;
import dev.pedigree.internal.Deferred;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Learns what a library's scores are worth from the models in it whose descent is known: students with a disclosed teacher, and
 * innocents (fine-tuned on human texts, not tuned at all, or a lab's own and taken to be independent). Each is scored with its
 * relatives left out of cohort and candidates, once against answers to the same prompts and once against answers to others.
 *
 * <p>An innocent counts with the best of all its candidates, a student with its true teacher: so the luck of being the best of many
 * is in the null. Candidates of a lab's own model are only models that are themselves taken to be independent: where the other's
 * training is not disclosed, it may have learnt from this one, and then their likeness is no false alarm. Where it is known when a model
 * appeared, its candidates were available before that month, as an audit has it that is told the month.
 */
public final class Calibrator {
    private static final int MIN_CANDIDATE_FAMILIES = 3;

    private Calibrator() {}

    /**
     * Calibrates a library.
     *
     * @param library the library
     * @return the library with a calibration for each regime in which it holds enough known families; without one, it can rank
     *     candidates, no more: what another library's scores are worth says nothing about its own
     */
    public static ReferenceLibrary calibrate(ReferenceLibrary library) {
        return calibrate(library, ImmutableMap.of());
    }

    /**
     * Calibrates a library that holds several prompt sets.
     *
     * @param library the library
     * @param forUnseenPrompts by prompt set, the library as it would be if nobody had answered it: {@link
     *     dev.pedigree.reference.LibraryBuilder#buildForUnseenPrompts}; where one is missing, the library itself stands in, in which
     *     scores on other prompts come out too low
     * @return as {@link #calibrate(ReferenceLibrary)}
     */
    public static ReferenceLibrary calibrate(ReferenceLibrary library, Map<String, ReferenceLibrary> forUnseenPrompts) {
        return calibrate(library, forUnseenPrompts, Runnable::run);
    }

    /**
     * Calibrates a library that holds several prompt sets, on several threads. Nothing depends on the executor but the time taken.
     *
     * @param library the library
     * @param forUnseenPrompts as for {@link #calibrate(ReferenceLibrary, Map)}
     * @param executor where cohorts may be found
     * @return as {@link #calibrate(ReferenceLibrary, Map)}
     */
    public static ReferenceLibrary calibrate(
            ReferenceLibrary library, Map<String, ReferenceLibrary> forUnseenPrompts, Executor executor) {
        DetailsLearner known = new DetailsLearner(library, PromptRegime.KNOWN);
        DetailsLearner unseen = new DetailsLearner(library, PromptRegime.UNSEEN);
        List<ReferenceModel> models = library.models();
        Map<String, Deferred<Optional<Cohort>>> cohorts = new HashMap<>();
        List<Runnable> examinations =
                new ArrayList<>(); // one after the other, while the cohorts of later ones are found
        for (int e = 0; e < models.size(); e++) {
            int entry = e;
            ReferenceModel model = models.get(entry);
            if (model.kind() != Kind.STUDENT && !model.independent()) {
                continue;
            }
            Predicate<ReferenceModel> relatives = Relatives.of(model, models);
            String leftOut = key(models, relatives);
            Deferred<Optional<Cohort>> all = cohorts.computeIfAbsent(
                    leftOut, k -> Deferred.on(executor, () -> Optional.of(library.cohort(relatives))));
            String promptSet = library.promptSet(entry);
            ReferenceLibrary without = forUnseenPrompts.getOrDefault(promptSet, library);
            Deferred<Optional<Cohort>> others = cohorts.computeIfAbsent(
                    promptSet + '\n' + leftOut,
                    k -> Deferred.on(executor, () -> without.cohortOnOtherPrompts(entry, relatives)));
            examinations.add(() -> {
                all.result().ifPresent(cohort -> known.add(entry, comparer(cohort, model)));
                others.result().ifPresent(cohort -> unseen.add(entry, comparer(cohort, model)));
            });
        }
        examinations.forEach(Runnable::run);
        ReferenceLibrary calibrated = library;
        for (DetailsLearner learner : List.of(known, unseen)) {
            PromptRegime regime = learner.regime();
            List<Calibration.Point> points = learner.points();
            if (Calibration.isPossible(points)) {
                calibrated = calibrated
                        .withCalibration(regime, Calibration.learn(library.name(), points))
                        .withDetails(regime, learner.learn());
            }
        }
        return calibrated;
    }

    private static String key(List<ReferenceModel> models, Predicate<ReferenceModel> leftOut) {
        return models.stream()
                .filter(leftOut)
                .map(ReferenceModel::name)
                .sorted()
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /* The score by which the model enters the calibration; empty where it says nothing: a student without its teacher, an innocent
     * who can be accused of next to nothing. */
    static Optional<Calibration.Point> point(ReferenceLibrary library, int entry, Map<ReferenceModel, Double> scores) {
        ReferenceModel model = library.models().get(entry);
        boolean student = model.kind() == Kind.STUDENT;
        OptionalDouble best = scores.entrySet().stream()
                .filter(e -> !student || model.teachers().contains(e.getKey().family()))
                .mapToDouble(Map.Entry::getValue)
                .max();
        double top = scores.values().stream().mapToDouble(x -> x).max().orElse(0);
        long families =
                scores.keySet().stream().map(ReferenceModel::family).distinct().count();
        if (best.isEmpty() || families < MIN_CANDIDATE_FAMILIES) {
            return Optional.empty();
        }
        return Optional.of(new Calibration.Point(
                model.name(),
                model.family(),
                library.promptSet(entry),
                best.getAsDouble(),
                top - best.getAsDouble(),
                student));
    }

    private static Comparer comparer(Cohort cohort, ReferenceModel suspect) {
        Predicate<ReferenceModel> candidates = candidate -> isCandidate(candidate, suspect);
        return Comparer.of(cohort, candidates, candidates);
    }

    private static boolean isCandidate(ReferenceModel candidate, ReferenceModel suspect) {
        return candidate.kind() == Kind.PRIMARY
                && (suspect.kind() != Kind.PRIMARY || candidate.independent())
                && suspect.availableSince().map(candidate::availableBefore).orElse(true);
    }
}
