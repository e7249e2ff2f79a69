package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.OrdinaryAnswers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Learns what answers are like on which the library that ships was calibrated, and measures what is told of others: of each of these sets
 * by what was learned from the other two, of other folders by what ships. Run: {@code OrdinaryAnswersAccuracy CORPORA TABLE [FOLDER...]};
 * writes the table that ships as {@code ordinary-answers.tsv} to TABLE.
 */
public final class OrdinaryAnswersAccuracy {
    private static final List<String> CALIBRATED = List.of("alpaca_eval", "arena_hard_v01", "mt_bench");
    private static final String LIBRARY = "default";
    private static final int TEXTS = 50;
    private static final int DRAWS = 2;

    private static final String HEAD =
            "# What the English answers are like on which the ratios of the library were calibrated: mean rate of each function\n"
                    + "# word, mean and variance of its number, and the greatest distance of each family from answers of other families to\n"
                    + "# other prompts. Aggregates only; written by OrdinaryAnswersAccuracy of the benchmarks.\n";

    /** One sample of a model's answers: some drawn, or all. */
    private record Sample(OrdinaryAnswers.Known known, String name, boolean whole) {}

    private final CorpusReader reader = CorpusReader.detect();
    private final Path corpora;

    private OrdinaryAnswersAccuracy(Path corpora) {
        this.corpora = corpora;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        if (args.length < 2) {
            System.err.println("OrdinaryAnswersAccuracy CORPORA TABLE [FOLDER...]");
            System.exit(2);
        }
        OrdinaryAnswersAccuracy accuracy = new OrdinaryAnswersAccuracy(Path.of(args[0]));
        OrdinaryAnswers all = accuracy.learn();
        Files.writeString(Path.of(args[1]), HEAD + all.table(), StandardCharsets.UTF_8);
        for (String folder : Arrays.asList(args).subList(2, args.length)) {
            Told told = new Told(all);
            accuracy.samples(folder, told::add);
            told.print(folder);
        }
    }

    private OrdinaryAnswers learn() throws IOException {
        List<Sample> known = new ArrayList<>();
        for (String folder : CALIBRATED) {
            samples(folder, known::add);
        }
        for (String folder : CALIBRATED) {
            Told told = new Told(OrdinaryAnswers.learn(LIBRARY, knownBut(known, folder)));
            known.stream().filter(s -> s.known().promptSet().equals(folder)).forEach(told::add);
            told.print(folder + ", learned from the other two");
        }
        return OrdinaryAnswers.learn(LIBRARY, knownBut(known, ""));
    }

    private static List<OrdinaryAnswers.Known> knownBut(List<Sample> known, String folder) {
        return known.stream()
                .map(Sample::known)
                .filter(k -> !k.promptSet().equals(folder))
                .toList();
    }

    private void samples(String folder, Consumer<Sample> to) throws IOException {
        for (ModelSource source : CorpusReader.models(corpora.resolve(folder))) {
            ReferenceModel model = ModelTable.builtIn().get(source.name());
            if (model.kind() == ReferenceModel.Kind.JUNK) {
                continue;
            }
            List<Response> all = reader.read(source.path()).responses();
            for (int draw = -1; draw < DRAWS; draw++) {
                List<Response> drawn = new ArrayList<>(all);
                if (draw >= 0) {
                    drawn.sort(AccuracyFingerprints.order(draw));
                    drawn = drawn.subList(0, Math.min(TEXTS, drawn.size()));
                }
                Fingerprint print = Fingerprinter.withDefaults().fingerprint(Corpus.of(source.name(), drawn));
                to.accept(
                        new Sample(new OrdinaryAnswers.Known(model.family(), folder, print), source.name(), draw < 0));
            }
        }
    }

    /** What was told of samples. */
    private static final class Told {
        private final OrdinaryAnswers ordinary;
        private final Map<String, Integer> effects = new TreeMap<>();
        private int samples;
        private int english;

        Told(OrdinaryAnswers ordinary) {
            this.ordinary = ordinary;
        }

        void add(Sample sample) {
            List<Confound> found = ordinary.examine(sample.known().answers());
            samples++;
            english += found.isEmpty() ? 0 : 1;
            for (Confound confound : found) {
                if (confound.effect() != Confound.Effect.NONE) {
                    effects.merge(confound.kind() + " " + confound.effect(), 1, Integer::sum);
                    if (sample.whole()) {
                        System.out.printf(
                                Locale.ROOT,
                                "    %s: %s %s %.3f%n",
                                sample.name(),
                                confound.kind(),
                                confound.effect(),
                                confound.measured());
                    }
                }
            }
        }

        void print(String title) {
            System.out.println(title + ": " + samples + " samples, " + english + " in English; " + effects);
        }
    }
}
