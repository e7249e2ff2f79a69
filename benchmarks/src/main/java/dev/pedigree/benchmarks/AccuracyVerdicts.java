package dev.pedigree.benchmarks;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What whole audits say where no teacher should be named: of texts of humans, of a model run twice, of copies, and of
 * models of known descent. */
final class AccuracyVerdicts {
    private static final int MOST_SUSPECTS = 20;
    private static final double NOMINAL = 0.05;

    private final ReferenceLibrary library;
    private final CorpusReader reader = CorpusReader.detect();

    AccuracyVerdicts(ReferenceLibrary library) {
        this.library = library;
    }

    /**
     * Audits texts of humans, so many at a time.
     *
     * @param files files of texts
     * @param texts how many texts make a suspect
     * @param report gets what was said
     */
    void humanTexts(List<Path> files, int texts, AccuracyReport report) throws IOException {
        int suspects = 0;
        int weak = 0;
        int moderate = 0;
        int named = 0;
        int unusual = 0;
        int both = 0;
        Map<String, Integer> kinds = new TreeMap<>();
        List<String> accused = new ArrayList<>();
        for (Path file : files) {
            List<Response> responses = new ArrayList<>(reader.read(file).responses());
            responses.sort(AccuracyFingerprints.order(0));
            for (int from = 0; from + texts <= responses.size() && from < MOST_SUSPECTS * texts; from += texts) {
                Verdict verdict = LineageAudit.against(library)
                        .examine(Corpus.of("human", responses.subList(from, from + texts)));
                Conclusion said = verdict.conclusion();
                suspects++;
                weak += said.strength().compareTo(Strength.WEAK) >= 0 ? 1 : 0;
                moderate += said.strength().compareTo(Strength.MODERATE) >= 0 ? 1 : 0;
                named += said.candidates().isEmpty() ? 0 : 1;
                boolean rare = verdict.candidates().stream()
                        .flatMap(c -> c.pValue().stream())
                        .anyMatch(p -> p <= NOMINAL);
                unusual += rare ? 1 : 0;
                both += rare && !said.candidates().isEmpty() ? 1 : 0;
                kinds.merge(said.kind().name(), 1, Integer::sum);
                if (!said.candidates().isEmpty()) {
                    accused.add(file.getParent().getFileName() + " from " + from + ": " + said.strength() + " "
                            + said.candidates());
                }
            }
        }
        String what = "texts of humans, suspects of " + texts;
        report.add(what, "suspects", suspects + " from " + files.size() + " files");
        report.add(what, "weak support or more", share(weak, suspects));
        report.add(what, "moderate support or more", share(moderate, suspects));
        report.add(what, "a candidate named", share(named, suspects));
        report.add(what, "a p-value of at most .05", share(unusual, suspects));
        report.add(what, "both", share(both, suspects));
        report.add(what, "conclusions", kinds.toString());
        report.add(what, "named", accused.toString());
    }

    /**
     * Audits one run of a model with the other run of it among the candidates.
     *
     * @param folder the models
     * @param pairs two names of one model each
     * @param report gets what was said
     */
    void runsOfOneModel(Path folder, List<List<String>> pairs, AccuracyReport report) throws IOException {
        Map<String, ModelSource> sources = AccuracyIdentification.sources(folder);
        for (List<String> pair : pairs) {
            for (int i = 0; i < 2; i++) {
                String suspect = pair.get(i);
                String other = pair.get(1 - i);
                Corpus corpus = reader.read(sources.get(suspect).path());
                Verdict verdict = LineageAudit.against(library)
                        .withRelatives(m -> m.name().equals(suspect))
                        .examine(Corpus.of("suspect", corpus.responses()));
                report.add(
                        "two runs of one model",
                        suspect + " with " + other + " among the candidates",
                        verdict.conclusion().kind() + ": "
                                + verdict.conclusion().statement());
            }
        }
    }

    /**
     * Audits models that are other models' weights trained further, or other models' answers.
     *
     * @param folder the models
     * @param report gets how often what was said
     */
    void descendants(Path folder, AccuracyReport report) throws IOException {
        ModelTable table = ModelTable.builtIn();
        Map<String, Map<String, Integer>> said = new TreeMap<>();
        for (ModelSource source : AccuracyIdentification.sources(folder).values()) {
            ReferenceModel model = table.get(source.name());
            if (model.kind() != ReferenceModel.Kind.DERIVED && model.kind() != ReferenceModel.Kind.COPY) {
                continue;
            }
            Verdict verdict = LineageAudit.against(library)
                    .examine(Corpus.of(source.name(), reader.read(source.path()).responses()));
            said.computeIfAbsent(model.kind().name().toLowerCase(Locale.ROOT), k -> new TreeMap<>())
                    .merge(verdict.conclusion().kind().name(), 1, Integer::sum);
        }
        said.forEach((kind, counts) -> report.add("weights trained further, and copies", kind, counts.toString()));
    }

    /**
     * Audits the fingerprints of models of known descent, each told the month in which it appeared where that is known, as if nothing were
     * known of its relatives but that they must not judge it.
     *
     * @param folder the models
     * @param prints their fingerprints
     * @param report gets how often what was said
     */
    void knownDescent(Path folder, AccuracyFingerprints prints, AccuracyReport report) throws IOException {
        ModelTable table = ModelTable.builtIn();
        String set = folder.getFileName().toString();
        Map<String, Map<String, Integer>> said = new TreeMap<>();
        List<String> odd = new ArrayList<>();
        for (ModelSource source : AccuracyIdentification.sources(folder).values()) {
            ReferenceModel model = table.get(source.name());
            Optional<String> kind = kind(model);
            if (kind.isEmpty()) {
                continue;
            }
            Fingerprint print =
                    prints.of(source, set, AccuracyFingerprints.Selection.ALL).named(source.name());
            LineageAudit audit = LineageAudit.against(library);
            ReadSummary summary = new ReadSummary(
                    List.of(), print.responses(), print.responses(), 0, 0, 0, 0, List.of(), List.of(), "");
            Verdict verdict = model.availableSince()
                    .map(audit::withAvailableBefore)
                    .orElse(audit)
                    .examine(print, summary);
            String answer = answer(model, table, verdict);
            said.computeIfAbsent(kind.get(), k -> new TreeMap<>()).merge(answer, 1, Integer::sum);
            if (answer.equals("wrong lab") || answer.equals("same model") || answer.equals("abstains")) {
                odd.add(source.name() + ": " + answer + " "
                        + verdict.conclusion().candidates());
            }
        }
        said.forEach((kind, counts) -> report.add("whole audits of " + set, kind, counts.toString()));
        report.add("whole audits of " + set, "odd", odd.toString());
    }

    private static Optional<String> kind(ReferenceModel model) {
        return switch (model.kind()) {
            case STUDENT -> Optional.of("students");
            case HUMAN, BASE -> Optional.of("texts of humans alone, and base models");
            case PRIMARY -> model.independent() ? Optional.of("labs' own") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String answer(ReferenceModel model, ModelTable table, Verdict verdict) {
        Conclusion said = verdict.conclusion();
        return switch (said.kind()) {
            case ONE_CANDIDATE, SEVERAL_CANDIDATES ->
                said.candidates().stream()
                                .map(table::get)
                                .anyMatch(c -> verdict.candidates().stream()
                                        .filter(f -> model.teachers().contains(f.family()))
                                        .anyMatch(f -> f.lab().equals(c.lab())))
                        ? "right lab"
                        : "wrong lab";
            case NONE_OF_THE_CANDIDATES -> "none";
            case SAME_MODEL -> "same model";
            case HUMAN_TEXT -> "texts of people";
            case ABSTAINS ->
                verdict.candidates().stream().allMatch(f -> f.ruledOut().isPresent())
                        ? "no candidate left"
                        : "abstains";
        };
    }

    private static String share(int hits, int of) {
        return String.format(Locale.ROOT, "%d of %d (%.3f)", hits, of, (double) hits / of);
    }
}
