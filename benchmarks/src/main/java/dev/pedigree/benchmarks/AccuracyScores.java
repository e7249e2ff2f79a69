package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyTruth.Case;
import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Channel;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.compare.Relatives;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import dev.pedigree.verdict.FellowStudents;
import dev.pedigree.verdict.StyleAndWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Scores suspects with the library's own comparer, as an audit would, with everything left out by which a suspect must not be judged:
 * its family, and for a lab's own model all of the lab and what continues its weights.
 */
final class AccuracyScores {
    private final ReferenceLibrary library;
    private final Function<Predicate<ReferenceModel>, ReferenceLibrary> without;
    private final ReferenceLibrary calibrated;
    private final AccuracyTruth truth;
    private final ModelTable table;
    private final String promptSet;
    private final Map<Set<String>, Cohort> cohorts = new HashMap<>();
    private final Map<String, Optional<Calibration>> calibrations = new HashMap<>();

    /** What a calibration must not have seen. */
    enum LeftOut {
        /** The suspect's relatives. */
        FAMILY,
        /** Its relatives, and every model that answered its prompts. */
        FAMILY_AND_PROMPT_SET
    }

    /**
     * One suspect's result.
     *
     * @param comparison with the admissible candidates
     * @param style each candidate's score by style, as an audit has it
     * @param words the same by style and words together
     * @param blandness minus its distance from the centre of the population: what is the same for every candidate
     * @param findings what calibrated verdicts said; missing where there was not enough to calibrate on
     * @param together the same of style and the suspect's words together
     */
    record Scored(
            Comparison comparison,
            Map<String, Double> style,
            Map<String, Double> words,
            double blandness,
            Map<LeftOut, AccuracyRatios.Finding> findings,
            Map<LeftOut, AccuracyRatios.Finding> together) {}

    /**
     * A scorer.
     *
     * @param library what suspects are compared with
     * @param calibrated the library from whose known models scores are calibrated
     * @param truth what is known of the suspects
     * @param promptSet the name of the suspects' prompt set, as the calibrated library calls it
     * @param without the library for suspects with some relatives
     */
    AccuracyScores(
            ReferenceLibrary library,
            ReferenceLibrary calibrated,
            AccuracyTruth truth,
            String promptSet,
            Function<Predicate<ReferenceModel>, ReferenceLibrary> without) {
        this.without = without;
        this.library = library;
        this.calibrated = calibrated;
        this.truth = truth;
        this.table = ModelTable.builtIn();
        this.promptSet = promptSet;
    }

    /** Tells which models a suspect must not be judged by. */
    Predicate<ReferenceModel> relatives(Case suspect) {
        ReferenceModel known = table.get(suspect.suspect());
        Predicate<ReferenceModel> relatives = Relatives.of(known, library.models());
        return m -> relatives.test(m)
                || m.family().equals(suspect.family())
                || truth.familyOf(m.name()).equals(suspect.family());
    }

    /** Scores a suspect; {@code words} gives by laboratory the decimal logarithm of what it says of itself. */
    Scored score(Case suspect, Fingerprint print, ToDoubleFunction<String> words) {
        Predicate<ReferenceModel> relatives = relatives(suspect);
        Predicate<ReferenceModel> candidates = m -> isCandidate(m, suspect);
        Cohort cohort = cohort(relatives);
        Comparison comparison = Comparer.of(cohort, candidates, candidates).compare(print);
        Map<LeftOut, AccuracyRatios.Finding> findings = new LinkedHashMap<>();
        Map<LeftOut, AccuracyRatios.Finding> together = new LinkedHashMap<>();
        Map<String, Double> bothScores = new LinkedHashMap<>();
        Map<String, Double> styleScores = new LinkedHashMap<>();
        for (CandidateScore c : comparison.candidates()) {
            styleScores.put(c.model().name(), c.score());
            bothScores.put(
                    c.model().name(),
                    StyleAndWords.score(c.score(), words.applyAsDouble(c.model().lab())));
        }
        Map<String, Double> style = styleScores;
        Map<String, Double> both = bothScores;
        if (suspect.judged() && !comparison.candidates().isEmpty()) {
            PromptRegime regime = PromptRegime.of(comparison.knownPrompts());
            for (LeftOut leftOut : List.of(LeftOut.FAMILY_AND_PROMPT_SET, LeftOut.FAMILY)) {
                Optional<Calibration> scale = calibration(suspect, relatives, regime, leftOut);
                Optional<Calibration> scaleOfBoth =
                        scale.flatMap(c -> StyleAndWords.builtIn().calibration(c, regime));
                if (scale.isPresent()) {
                    style = explained(comparison, styleScores, scale.get());
                    findings.put(leftOut, finding(suspect, comparison, scale.get(), style));
                }
                if (scaleOfBoth.isPresent()) {
                    both = explained(comparison, bothScores, scaleOfBoth.get());
                    together.put(leftOut, finding(suspect, comparison, scaleOfBoth.get(), both));
                }
            }
        }
        return new Scored(comparison, style, both, blandness(cohort, print), findings, together);
    }

    /** The scores where some candidates owe their likeness to others. */
    private static Map<String, Double> explained(
            Comparison comparison, Map<String, Double> scores, Calibration calibration) {
        Map<ReferenceModel, Double> byModel = new LinkedHashMap<>();
        comparison
                .candidates()
                .forEach(c -> byModel.put(c.model(), scores.get(c.model().name())));
        Map<String, Double> explained = new LinkedHashMap<>();
        FellowStudents.explained(byModel, calibration).forEach((model, score) -> explained.put(model.name(), score));
        return explained;
    }

    private boolean isCandidate(ReferenceModel model, Case suspect) {
        return (model.kind() == Kind.PRIMARY || model.kind() == Kind.UNKNOWN)
                && suspect.admits(model.name(), truth.families().getOrDefault(model.name(), model.family()));
    }

    /* Suspects with the same relatives share their cohort. */
    private synchronized Cohort cohort(Predicate<ReferenceModel> relatives) {
        Set<String> leftOut = library.models().stream()
                .filter(relatives)
                .map(ReferenceModel::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return cohorts.computeIfAbsent(leftOut, k -> without.apply(relatives).cohort(relatives));
    }

    private static double blandness(Cohort cohort, Fingerprint print) {
        double sum = 0;
        List<Channel> channels = List.of(Channel.values());
        for (Channel channel : channels) {
            double squares = 0;
            for (double x : cohort.place(print, channel.family()).mean()) {
                squares += x * x;
            }
            sum += Math.sqrt(squares);
        }
        return -sum / channels.size();
    }

    private synchronized Optional<Calibration> calibration(
            Case suspect, Predicate<ReferenceModel> relatives, PromptRegime regime, LeftOut leftOut) {
        Map<String, ReferenceModel> models = new LinkedHashMap<>();
        calibrated.models().forEach(m -> models.putIfAbsent(m.name(), m));
        List<Calibration.Point> all =
                calibrated.calibration(regime).map(Calibration::points).orElse(List.of());
        List<Calibration.Point> points = all.stream()
                .filter(p -> !p.family().equals(suspect.family()))
                .filter(p -> !models.containsKey(p.name()) || !relatives.test(models.get(p.name())))
                .filter(p -> leftOut == LeftOut.FAMILY || !p.promptSet().equals(promptSet))
                .toList();
        String key = regime + "\n"
                + points.stream().map(p -> p.promptSet() + "/" + p.name()).collect(Collectors.joining("\n"));
        return calibrations.computeIfAbsent(
                key,
                k -> Calibration.isPossible(points)
                        ? Optional.of(Calibration.learn(calibrated.name(), points))
                        : Optional.empty());
    }

    private AccuracyRatios.Finding finding(
            Case suspect, Comparison comparison, Calibration calibration, Map<String, Double> scores) {
        List<CandidateScore> ranked = comparison.candidates();
        ToDoubleFunction<CandidateScore> score = c -> scores.get(c.model().name());
        double best = ranked.stream().mapToDouble(score).max().orElseThrow();
        double margin = calibration.margin(0.9);
        Set<String> close = ranked.stream()
                .filter(c -> score.applyAsDouble(c) >= best - margin)
                .map(c -> truth.families()
                        .getOrDefault(c.model().name(), c.model().family()))
                .collect(Collectors.toCollection(TreeSet::new));
        return new AccuracyRatios.Finding(
                suspect.suspect(),
                suspect.family(),
                promptSet,
                suspect.innocent(),
                suspect.innocent() && suspect.learntFromHumansOnly(),
                calibration.log10LikelihoodRatio(best),
                calibration.controls().pValue(best),
                calibration.controls().smallestPValue(),
                suspect.teachers().stream().anyMatch(close::contains),
                close.size(),
                best,
                rightLab(suspect, ranked, c -> score.applyAsDouble(c) == best));
    }

    private boolean rightLab(Case suspect, List<CandidateScore> ranked, Predicate<CandidateScore> isBest) {
        Set<String> labs = suspect.teachers().stream()
                .map(t -> truth.labOf(truth.familyOf(t)))
                .collect(Collectors.toSet());
        return ranked.stream()
                .filter(isBest)
                .anyMatch(c -> labs.contains(truth.labOf(truth.families()
                        .getOrDefault(c.model().name(), c.model().family()))));
    }
}
