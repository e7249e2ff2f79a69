package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.compare.CandidateScore;
import dev.pedigree.compare.Comparer;
import dev.pedigree.compare.Relatives;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.Calibration;
import dev.pedigree.reference.PromptRegime;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import dev.pedigree.verdict.StyleAndWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes {@code style-and-words.tsv}: for each known model on which the library that ships was calibrated, what its score becomes where
 * what it says of itself counts too.
 *
 * <pre>
 * java -cp benchmarks.jar dev.pedigree.benchmarks.StyleAndWordsTable --corpora DIR --out FILE [--cache DIR]
 * </pre>
 */
public final class StyleAndWordsTable {
    private static final List<String> SETS = List.of("alpaca_eval", "arena_hard_v01", "mt_bench");
    private static final String[] HEAD = {
        "# Known models whose words count, for StyleAndWords: by prompts known or unseen, prompt set and model, the score of style, that of both, and its",
        "# lead. Aggregates only; written by StyleAndWordsTable of the benchmarks.",
    };

    private final Path corpora;
    private final AccuracyLibraries libraries;
    private final AccuracyWords words;

    private StyleAndWordsTable(Path corpora, Optional<Path> cache) throws IOException {
        this.corpora = corpora;
        this.libraries = new AccuracyLibraries(new AccuracyFingerprints(cache));
        this.words = new AccuracyWords(corpora);
    }

    /**
     * Writes the table.
     *
     * @param args see the class
     * @throws IOException if an input cannot be read or the output not written
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> given = EvaluateOptions.named(args, Set.of("--corpora", "--out", "--cache"));
        StyleAndWordsTable table = new StyleAndWordsTable(
                Path.of(given.get("--corpora")),
                Optional.ofNullable(given.get("--cache")).map(Path::of));
        ReferenceLibrary library = ReferenceLibrary.builtIn();
        List<StyleAndWords.Known> known = new ArrayList<>();
        for (PromptRegime regime : PromptRegime.values()) {
            known.addAll(table.known(library, regime));
        }
        Files.writeString(
                Path.of(given.get("--out")),
                String.join("\n", HEAD) + '\n' + StyleAndWords.table(library.name(), known));
    }

    private List<StyleAndWords.Known> known(ReferenceLibrary library, PromptRegime regime) throws IOException {
        List<StyleAndWords.Known> known = new ArrayList<>();
        for (String set : SETS) {
            Map<String, ModelSource> sources = new HashMap<>();
            for (ModelSource source : CorpusReader.models(corpora.resolve(set))) {
                sources.put(source.name(), source);
            }
            List<Path> others = SETS.stream()
                    .filter(s -> !s.equals(set))
                    .map(corpora::resolve)
                    .toList();
            ReferenceLibrary compared = regime == PromptRegime.KNOWN ? library : libraries.of(others, Selection.ALL);
            for (Calibration.Point point :
                    library.calibration(regime).orElseThrow().points()) {
                if (point.promptSet().equals(set)) {
                    moved(library, compared, point, sources.get(point.name()))
                            .ifPresent(both -> known.add(new StyleAndWords.Known(regime, point, both)));
                }
            }
        }
        return known;
    }

    /* Entered as in the calibration of style: a student with its true teacher, an innocent with the best of its candidates. */
    private Optional<Calibration.Point> moved(
            ReferenceLibrary library, ReferenceLibrary compared, Calibration.Point point, ModelSource source)
            throws IOException {
        ReferenceModel model = library.models().stream()
                .filter(m -> m.name().equals(point.name()))
                .findFirst()
                .orElseThrow();
        Map<String, Double> said = words.of(source, model.family(), Selection.ALL);
        Predicate<ReferenceModel> relatives = Relatives.of(model, library.models());
        Predicate<ReferenceModel> candidates = c -> c.kind() == Kind.PRIMARY
                && (model.kind() != Kind.PRIMARY || c.independent())
                && model.availableSince().map(c::availableBefore).orElse(true);
        Fingerprint print = libraries
                .prints()
                .of(source, source.path().getParent().getFileName().toString(), Selection.ALL);
        double best = Double.NEGATIVE_INFINITY;
        double top = Double.NEGATIVE_INFINITY;
        double style = Double.NEGATIVE_INFINITY;
        double styleTop = Double.NEGATIVE_INFINITY;
        for (CandidateScore candidate : Comparer.of(compared.cohort(relatives), candidates, candidates)
                .compare(print)
                .candidates()) {
            double both = StyleAndWords.score(
                    candidate.score(), AccuracyWords.of(said, candidate.model().lab()));
            top = Math.max(top, both);
            styleTop = Math.max(styleTop, candidate.score());
            if (!point.trained() || model.teachers().contains(candidate.model().family())) {
                best = Math.max(best, both);
                style = Math.max(style, candidate.score());
            }
        }
        if (best == style && top == styleTop) {
            return Optional.empty();
        }
        // the library scored it from blocks kept to a byte, and a little otherwise
        return Optional.of(new Calibration.Point(
                point.name(),
                point.family(),
                point.promptSet(),
                point.score() + (best - style),
                point.trained() ? Math.max(0, point.lead() + (top - best) - (styleTop - style)) : 0,
                point.trained()));
    }
}
