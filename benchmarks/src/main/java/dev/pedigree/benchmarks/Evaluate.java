package dev.pedigree.benchmarks;

import dev.pedigree.LineageAudit;
import dev.pedigree.benchmarks.AccuracyBootstrap.Figure;
import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.benchmarks.AccuracyMetrics.Unit;
import dev.pedigree.benchmarks.AccuracyScores.LeftOut;
import dev.pedigree.benchmarks.AccuracyScores.Scored;
import dev.pedigree.benchmarks.AccuracyTruth.Case;
import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Channel;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How well the library tells who was trained on whose outputs, on models of known descent. For each suspect its whole family, and for
 * a lab's own model its whole lab, is left out of cohort, candidates and calibration.
 *
 * <pre>
 * java -cp benchmarks.jar dev.pedigree.benchmarks.Evaluate --suspects DIR --references DIR[,DIR...]|default --truth FILE
 *     [--refmap FILE] [--dated yes|no] [--suspect-part k/n] [--reference-part k/n] [--answers 25,50,100,200,all] [--draws N]
 *     [--calibration DIR[,DIR...]|default] [--refit yes|no] [--baselines yes|no] [--cache DIR] [--out DIR]
 * </pre>
 *
 * <p>Feature spaces are learned from the whole library, as in an audit; with {@code --refit yes} from what remains when the
 * suspect's relatives are left out. Ratios are calibrated on the known models of other families in the folders of
 * {@code --calibration}, and once more on those that answered other prompts.
 *
 * <p>Writes {@code accuracy.json}, {@code accuracy.md} and {@code scores.tsv}: the scores, by which the figures can be checked.
 */
public final class Evaluate {
    /** The name of the library's own score among the methods. */
    static final String OWN = "pedigree";

    /** The name of the score that is the same for every candidate. */
    static final String BLANDNESS = "blandness";

    /** The name of the score of style and words together. */
    static final String TOGETHER = "pedigree_with_words";

    /** Ends the names of evaluations of ratios of both together. */
    static final String WITH_WORDS = ", with words";

    private final EvaluateOptions options;
    private final AccuracyLibraries libraries;
    private final Optional<AccuracyWords> words;

    Evaluate(EvaluateOptions options, AccuracyLibraries libraries, Optional<AccuracyWords> words) {
        this.options = options;
        this.libraries = libraries;
        this.words = words;
    }

    /**
     * Evaluates.
     *
     * @param args see the class
     * @throws IOException if an input cannot be read or an output not written
     */
    public static void main(String[] args) throws IOException {
        EvaluateOptions options = EvaluateOptions.parse(args);
        AccuracyReport report = new AccuracyReport(options.out());
        new Evaluate(options, new AccuracyLibraries(new AccuracyFingerprints(options.cache())), Optional.empty())
                .run(report);
        report.write();
    }

    /**
     * Figures of one number of answers.
     *
     * @param answers how many answers of each suspect; 0 is all
     * @param methods by method, its figures
     * @param ratios by what the calibration did not see, the figures of likelihood ratios
     */
    record Figures(int answers, Map<String, Map<String, Figure>> methods, Map<LeftOut, Map<String, Figure>> ratios) {}

    /** One draw of answers. */
    private record Sample(
            Map<String, Map<String, Map<String, Double>>> scores,
            Map<LeftOut, List<AccuracyRatios.Finding>> findings,
            Map<LeftOut, List<AccuracyRatios.Finding>> together) {}

    void run(AccuracyReport report) throws IOException {
        AccuracyTruth truth = options.truth();
        ReferenceLibrary library = libraries.of(options.references(), options.referencePart());
        ReferenceLibrary calibrated = libraries.calibrated(options.calibration());
        String promptSet = options.suspects().getFileName().toString();
        AccuracyScores scorer = options.refit()
                ? new AccuracyScores(library, calibrated, truth, promptSet, this::without)
                : new AccuracyScores(library, calibrated, truth, promptSet, relatives -> library);
        Map<String, Fingerprint> references =
                options.baselines() ? libraries.references(options.references(), options.referencePart()) : Map.of();
        Optional<AccuracyBaselines> baselines =
                references.isEmpty() ? Optional.empty() : Optional.of(new AccuracyBaselines(references));
        List<Figures> figures = new ArrayList<>();
        for (int answers : options.answers()) {
            List<Sample> samples = new ArrayList<>();
            for (int draw = 0; draw < (answers == 0 ? 1 : options.draws()); draw++) {
                Selection selection = options.suspectPart().withAnswers(answers, draw);
                // of other methods one draw will do: they take most of the time
                samples.add(sample(truth, scorer, draw == 0 ? baselines : Optional.empty(), selection));
            }
            if (answers == 0) {
                report.scores(options.name(), samples.get(0).scores());
                Set<String> unanswered = unanswered(truth, options.suspectPart());
                report.findings(options.name(), samples.get(0).findings(), unanswered);
                report.findings(options.name() + WITH_WORDS, samples.get(0).together(), unanswered);
            }
            figures.add(figures(answers, samples, truth));
        }
        report.add(options, figures);
    }

    private ReferenceLibrary without(Predicate<ReferenceModel> relatives) {
        try {
            return libraries.without(relatives, options.references(), options.referencePart());
        } catch (IOException e) {
            throw AccuracyFingerprints.unchecked(e);
        }
    }

    private Sample sample(
            AccuracyTruth truth, AccuracyScores scorer, Optional<AccuracyBaselines> baselines, Selection selection)
            throws IOException {
        Map<String, ModelSource> sources = new LinkedHashMap<>();
        for (ModelSource source : CorpusReader.models(options.suspects())) {
            sources.put(source.name(), source);
        }
        List<Case> cases = truth.cases().stream()
                .filter(c -> c.judged() && sources.containsKey(c.suspect()))
                .toList();
        List<Map<String, Map<String, Double>>> bySuspect = new ArrayList<>();
        List<Map<String, Double>> said = new ArrayList<>();
        for (Case suspect : cases) {
            said.add(
                    words.isPresent()
                            ? words.get().of(sources.get(suspect.suspect()), suspect.family(), selection)
                            : Map.of());
        }
        List<Scored> scored = IntStream.range(0, cases.size())
                .parallel()
                .mapToObj(i -> scorer.score(
                        cases.get(i),
                        print(sources.get(cases.get(i).suspect()), selection),
                        lab -> AccuracyWords.of(said.get(i), lab)))
                .toList();
        for (int i = 0; i < cases.size(); i++) {
            bySuspect.add(ofLibrary(scored.get(i)));
            if (words.isPresent()) {
                bySuspect.get(i).put(TOGETHER, scored.get(i).words());
            }
        }
        if (baselines.isPresent()) {
            List<Map<String, Map<String, Double>>> more = IntStream.range(0, cases.size())
                    .parallel()
                    .mapToObj(i -> ofBaselines(
                            baselines.get(),
                            scorer.relatives(cases.get(i)),
                            scored.get(i),
                            print(sources.get(cases.get(i).suspect()), selection)))
                    .toList();
            for (int i = 0; i < cases.size(); i++) {
                bySuspect.get(i).putAll(more.get(i));
            }
        }
        Map<String, Map<String, Map<String, Double>>> scores = new LinkedHashMap<>();
        Map<LeftOut, List<AccuracyRatios.Finding>> findings = new TreeMap<>();
        Map<LeftOut, List<AccuracyRatios.Finding>> together = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            String suspect = cases.get(i).suspect();
            bySuspect
                    .get(i)
                    .forEach((method, byReference) -> scores.computeIfAbsent(method, k -> new LinkedHashMap<>())
                            .put(suspect, byReference));
            scored.get(i)
                    .findings()
                    .forEach((leftOut, finding) -> findings.computeIfAbsent(leftOut, k -> new ArrayList<>())
                            .add(finding));
            scored.get(i)
                    .together()
                    .forEach((leftOut, finding) -> together.computeIfAbsent(leftOut, k -> new ArrayList<>())
                            .add(finding));
        }
        return new Sample(scores, findings, together);
    }

    /** Judged suspects to whom an audit with the library that ships gives no ratio. */
    private Set<String> unanswered(AccuracyTruth truth, Selection selection) throws IOException {
        Set<String> judged = truth.cases().stream()
                .filter(Case::judged)
                .map(Case::suspect)
                .collect(Collectors.toCollection(TreeSet::new));
        LineageAudit audit = LineageAudit.withDefaults();
        Set<String> unanswered = new TreeSet<>();
        for (ModelSource source : CorpusReader.models(options.suspects())) {
            if (judged.contains(source.name())) {
                Fingerprint print = print(source, selection).named(source.name());
                boolean rated = audit.candidates(print, Optional.empty()).stream()
                        .anyMatch(c -> c.log10LikelihoodRatio().isPresent());
                if (!rated) {
                    unanswered.add(source.name());
                }
            }
        }
        return unanswered;
    }

    private Fingerprint print(ModelSource source, Selection selection) {
        try {
            return libraries
                    .prints()
                    .of(source, options.suspects().getFileName().toString(), selection);
        } catch (IOException e) {
            throw AccuracyFingerprints.unchecked(e);
        }
    }

    /** The library's score, each of its channels alone, and blandness. */
    private static Map<String, Map<String, Double>> ofLibrary(Scored scored) {
        Map<String, Map<String, Double>> methods = new LinkedHashMap<>();
        for (CandidateScore candidate : scored.comparison().candidates()) {
            String name = candidate.model().name();
            methods.computeIfAbsent(OWN, k -> new LinkedHashMap<>())
                    .put(name, scored.style().get(name));
            double mean = 0;
            for (Map.Entry<Channel, Double> channel : candidate.channels().entrySet()) {
                String method = "channel_" + channel.getKey().name().toLowerCase(Locale.ROOT);
                methods.computeIfAbsent(method, k -> new LinkedHashMap<>()).put(name, channel.getValue());
                mean += channel.getValue() / candidate.channels().size();
            }
            methods.computeIfAbsent("distance", k -> new LinkedHashMap<>()).put(name, mean);
            methods.computeIfAbsent(BLANDNESS, k -> new LinkedHashMap<>()).put(name, scored.blandness());
        }
        return methods;
    }

    private static Map<String, Map<String, Double>> ofBaselines(
            AccuracyBaselines baselines, Predicate<ReferenceModel> relatives, Scored scored, Fingerprint print) {
        ModelTable table = ModelTable.builtIn();
        Set<String> candidates = new LinkedHashSet<>();
        scored.comparison().candidates().forEach(c -> candidates.add(c.model().name()));
        return baselines.scores(
                print,
                name -> !relatives.test(table.get(name)),
                candidates::contains,
                (candidate, other) -> !table.get(candidate).sameHouse(table.get(other)),
                name -> table.get(name).family());
    }

    private Figures figures(int answers, List<Sample> samples, AccuracyTruth truth) {
        Map<String, List<Map<String, List<Unit>>>> units = new LinkedHashMap<>();
        Set<String> families = new LinkedHashSet<>();
        for (Sample sample : samples) {
            sample.scores().forEach((method, scores) -> {
                Map<String, List<Unit>> byFamily = new LinkedHashMap<>();
                for (Unit unit : AccuracyMetrics.units(scores, truth)) {
                    byFamily.computeIfAbsent(unit.family(), k -> new ArrayList<>())
                            .add(unit);
                }
                families.addAll(byFamily.keySet());
                units.computeIfAbsent(method, k -> new ArrayList<>()).add(byFamily);
            });
        }
        Map<String, Map<String, Figure>> methods = new LinkedHashMap<>();
        units.forEach((method, draws) -> methods.put(
                method,
                AccuracyBootstrap.intervals(
                        List.copyOf(families),
                        draw -> figures(draw, draws, units.get(BLANDNESS), truth),
                        options.resamples())));
        units.forEach((method, draws) -> methods.get(method).putAll(costs(draws, truth)));
        Map<LeftOut, Map<String, Figure>> ratios = new TreeMap<>();
        for (LeftOut leftOut : LeftOut.values()) {
            List<List<AccuracyRatios.Finding>> draws = samples.stream()
                    .map(s -> s.findings().getOrDefault(leftOut, List.of()))
                    .toList();
            if (!draws.get(0).isEmpty()) {
                ratios.put(leftOut, AccuracyRatios.intervals(draws, options.resamples()));
            }
        }
        return new Figures(answers, methods, ratios);
    }

    private static Map<String, Double> figures(
            List<String> draw,
            List<Map<String, List<Unit>>> samples,
            List<Map<String, List<Unit>>> blandness,
            AccuracyTruth truth) {
        List<Map<String, Double>> figures = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Map<String, Double> own =
                    AccuracyMetrics.of(AccuracyBootstrap.members(draw, samples.get(i), Unit::inFamily), truth);
            double bland = AccuracyMetrics.of(AccuracyBootstrap.members(draw, blandness.get(i), Unit::inFamily), truth)
                    .get("same_teacher_auc");
            own.put("same_teacher_auc_over_blandness", own.get("same_teacher_auc") - bland);
            figures.add(own);
        }
        return mean(figures);
    }

    private static Map<String, Figure> costs(List<Map<String, List<Unit>>> samples, AccuracyTruth truth) {
        List<Map<String, Double>> costs = samples.stream()
                .map(byFamily -> AccuracyMetrics.calibrationCosts(
                        byFamily.values().stream().flatMap(List::stream).toList(), truth))
                .toList();
        Map<String, Figure> figures = new LinkedHashMap<>();
        mean(costs).forEach((name, value) -> figures.put(name, new Figure(value, Double.NaN, Double.NaN)));
        return figures;
    }

    static Map<String, Double> mean(List<Map<String, Double>> figures) {
        Map<String, Double> mean = new LinkedHashMap<>();
        figures.forEach(f -> f.forEach((name, value) -> mean.merge(name, value / figures.size(), Double::sum)));
        return mean;
    }
}
