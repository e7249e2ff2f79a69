package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Comparison;
import dev.pedigree.compare.ModelIdentifier;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How often the model that is most alike is the suspect itself, when other answers of it are among the references. */
final class AccuracyIdentification {
    private static final int DRAWS = 3;

    private final AccuracyFingerprints prints;
    private final ModelTable table = ModelTable.builtIn();

    AccuracyIdentification(AccuracyFingerprints prints) {
        this.prints = prints;
    }

    /** Right answers of some, by method. */
    private static final class Tally {
        private final Map<String, int[]> right = new LinkedHashMap<>();

        void count(String method, String answer, String truth) {
            int[] counts = right.computeIfAbsent(method, k -> new int[3]);
            counts[0] += answer.equals(truth) ? 1 : 0;
            counts[1] += modelName(answer).equals(modelName(truth)) ? 1 : 0;
            counts[2]++;
        }

        void report(AccuracyReport report, String what) {
            right.forEach((method, counts) -> report.add(
                    what,
                    method,
                    String.format(
                            Locale.ROOT,
                            "top-1 %.3f by file, %.3f by model name, of %d",
                            (double) counts[0] / counts[2],
                            (double) counts[1] / counts[2],
                            counts[2])));
        }
    }

    /**
     * Half of the prompts against the other half of the same prompt set.
     *
     * @param folder the models
     * @param answers how many answers of each suspect
     * @param report gets the shares
     */
    void halves(Path folder, int answers, AccuracyReport report) throws IOException {
        Tally tally = new Tally();
        for (int half = 0; half < 2; half++) {
            Map<String, Fingerprint> references = prints.folder(folder, new Selection(half, 2, 0, 0));
            LibraryBuilder builder = ReferenceLibrary.builder();
            references.forEach((name, print) -> builder.add("references", ReferenceModel.named(name), print));
            Comparer comparer = Comparer.of(builder.build("references").cohort(m -> false), m -> true, m -> true);
            AccuracyBaselines baselines = new AccuracyBaselines(references);
            ModelIdentifier identifier = ModelIdentifier.of(references);
            for (int draw = 0; draw < DRAWS; draw++) {
                Selection selection = new Selection(1 - half, 2, answers, draw);
                Map<String, Fingerprint> suspects = prints.folder(folder, selection);
                for (Map.Entry<String, Fingerprint> suspect : suspects.entrySet()) {
                    if (references.containsKey(suspect.getKey())) {
                        identify(
                                tally,
                                identifier,
                                suspect.getValue(),
                                others(suspects, suspect.getKey()),
                                references::containsKey,
                                suspect.getKey());
                        count(tally, suspect.getKey(), suspect.getValue(), comparer, baselines, references.keySet());
                    }
                }
            }
        }
        tally.report(
                report,
                "identification in " + folder.getFileName() + ", " + answers
                        + " answers, disjoint halves of the prompts");
    }

    private static void count(
            Tally tally,
            String name,
            Fingerprint print,
            Comparer comparer,
            AccuracyBaselines baselines,
            Set<String> references) {
        tally.count(Evaluate.OWN, best(scores(comparer.compare(print))), name);
        baselines
                .scores(print, references::contains, references::contains, (a, b) -> false, n -> n)
                .forEach((method, scores) -> {
                    if (!method.startsWith("general_imposters")) {
                        tally.count(method, best(scores), name);
                    }
                });
    }

    private static void identify(
            Tally tally,
            ModelIdentifier identifier,
            Fingerprint suspect,
            List<Fingerprint> background,
            Predicate<String> candidates,
            String truth) {
        tally.count(
                "identifier without background answers",
                identifier.rank(suspect, candidates).get(0).name(),
                truth);
        tally.count(
                "identifier with background answers",
                identifier
                        .withBackground(background)
                        .rank(suspect, candidates)
                        .get(0)
                        .name(),
                truth);
    }

    private static List<Fingerprint> others(Map<String, Fingerprint> prints, String own) {
        return prints.entrySet().stream()
                .filter(e -> !e.getKey().equals(own))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, Double> scores(Comparison comparison) {
        Map<String, Double> scores = new LinkedHashMap<>();
        comparison.candidates().forEach(c -> scores.put(c.model().name(), c.score()));
        return scores;
    }

    private static String best(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    /**
     * Answers to one prompt set against answers of the same models to another.
     *
     * @param known the prompt set of the references
     * @param other the prompt set of the suspects
     * @param report gets the shares
     */
    void acrossPromptSets(Path known, Path other, AccuracyReport report) throws IOException {
        Map<String, Fingerprint> references = cohort(prints.folder(known, Selection.ALL));
        Map<String, Fingerprint> suspects = cohort(prints.folder(other, Selection.ALL));
        Map<String, String> byIdentity = new LinkedHashMap<>();
        references.keySet().forEach(name -> byIdentity.put(table.get(name).identity(), name));
        List<String> both = new ArrayList<>();
        for (String name : suspects.keySet()) {
            if (byIdentity.containsKey(table.get(name).identity())) {
                both.add(name);
            }
        }
        Set<String> candidates = new LinkedHashSet<>();
        both.forEach(name -> candidates.add(byIdentity.get(table.get(name).identity())));
        AccuracyBaselines baselines = new AccuracyBaselines(references);
        ReferenceLibrary alone = library(references, Map.of());
        ReferenceLibrary withBackground = library(references, suspects);
        ModelIdentifier identifier = ModelIdentifier.of(references);
        Tally tally = new Tally();
        for (String name : both) {
            String truth = byIdentity.get(table.get(name).identity());
            Fingerprint print = suspects.get(name);
            identify(tally, identifier, print, others(suspects, name), candidates::contains, truth);
            tally.count(
                    Evaluate.OWN + " without background answers",
                    best(scores(Comparer.of(
                                    alone.cohort(m -> false),
                                    m -> candidates.contains(m.name()),
                                    m -> candidates.contains(m.name()))
                            .compare(print))),
                    truth);
            tally.count(
                    Evaluate.OWN + " with background answers",
                    best(scores(Comparer.of(
                                    withBackground.cohort(m -> m.name().equals(background(name))),
                                    m -> candidates.contains(m.name()),
                                    m -> candidates.contains(m.name()))
                            .compare(print))),
                    truth);
            baselines
                    .scores(print, references::containsKey, candidates::contains, (a, b) -> false, n -> n)
                    .forEach((method, scores) -> {
                        if (!method.startsWith("general_imposters")) {
                            tally.count(method + " without background answers", best(scores), truth);
                        }
                    });
        }
        tally.report(
                report,
                "identification of " + candidates.size() + " models from " + known.getFileName() + " in "
                        + other.getFileName());
    }

    private Map<String, Fingerprint> cohort(Map<String, Fingerprint> models) {
        Map<String, Fingerprint> cohort = new LinkedHashMap<>(models);
        cohort.keySet().removeIf(name -> !table.get(name).kind().standsInCohort());
        return cohort;
    }

    private ReferenceLibrary library(Map<String, Fingerprint> references, Map<String, Fingerprint> background) {
        LibraryBuilder builder = ReferenceLibrary.builder();
        references.forEach((name, print) -> builder.add("references", table.get(name), print));
        background.forEach((name, print) -> builder.add("background", renamed(table.get(name)), print));
        return builder.build("references");
    }

    private static String background(String name) {
        return "background of " + name;
    }

    private static ReferenceModel renamed(ReferenceModel model) {
        return new ReferenceModel(
                background(model.name()),
                model.identity(),
                model.family(),
                model.lab(),
                model.kind(),
                model.teachers(),
                model.parent(),
                model.availableSince(),
                model.independent());
    }

    /** A model's name without the name of who serves it. */
    private static String modelName(String file) {
        int at = file.indexOf("__");
        return (at < 0 ? file : file.substring(at + 2)).toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The models of a folder, by name. */
    static Map<String, ModelSource> sources(Path folder) throws IOException {
        Map<String, ModelSource> sources = new LinkedHashMap<>();
        for (ModelSource source : CorpusReader.models(folder)) {
            sources.put(source.name(), source);
        }
        return sources;
    }
}
