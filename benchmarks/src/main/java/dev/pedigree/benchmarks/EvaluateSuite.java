package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that the accuracy page states, measured anew.
 *
 * <pre>
 * java -cp benchmarks.jar dev.pedigree.benchmarks.EvaluateSuite --corpora DIR [--cache DIR] [--out DIR] [--only NAME,NAME...]
 * </pre>
 *
 * <p>The corpora are folders with a file for each model: {@code alpaca_eval}, {@code arena_hard_v01}, {@code mt_bench},
 * {@code arena_hard_ko}, {@code m_arena_hard_zh}, and files of texts of humans.
 */
public final class EvaluateSuite {
    private static final List<Integer> SIZES = List.of(25, 50, 100, 200, 0);
    private static final List<Integer> ALL = List.of(0);
    private static final int DRAWS = 2;
    private static final int RESAMPLES = 500;
    /** Ends the names of what is judged as an audit does it that is told when the suspect appeared. */
    private static final String DATED = ".dated";

    private static final String ALPACA = "alpaca_eval";
    private static final String ARENA = "arena_hard_v01";
    private static final String MT = "mt_bench";

    private final Path corpora;
    private final Path out;
    private final AccuracyLibraries libraries;
    private final AccuracyReport report;
    private final AccuracyWords words;

    private EvaluateSuite(Path corpora, Optional<Path> cache, Path out) throws IOException {
        this.corpora = corpora;
        this.out = out;
        this.libraries = new AccuracyLibraries(new AccuracyFingerprints(cache));
        this.report = new AccuracyReport(out);
        this.words = new AccuracyWords(corpora);
    }

    /** An evaluation: its name, whose answers, against which libraries, judged by which truth. */
    private record Row(
            String name,
            String suspects,
            List<String> references,
            String truth,
            String parts,
            List<Integer> answers,
            boolean baselines,
            boolean refit) {
        Row(String name, String suspects, List<String> references, String truth, List<Integer> answers) {
            this(name, suspects, references, truth, "", answers, answers.size() > 1, false);
        }

        /** The same, all answers, with probable co-students among the candidates. */
        Row withCoStudents(String suffix) {
            return new Row(name + suffix, suspects, references, truth + ".all", parts, ALL, false, false);
        }
    }

    private static List<Row> rows() {
        List<String> three = List.of(ALPACA, ARENA, MT);
        List<Row> main = List.of(
                new Row("a", ALPACA, List.of(ALPACA), "alpaca_eval", SIZES),
                new Row("b", ALPACA, List.of(ALPACA), "alpaca_eval", "0/2 1/2", ALL, true, false),
                new Row("c", ARENA, List.of(ARENA), "arena_hard", SIZES),
                new Row("d", ARENA, List.of(ALPACA), "arena_hard-by-alpaca_eval", SIZES),
                new Row("e", MT, List.of(ALPACA), "mt_bench-by-alpaca_eval", List.of(25, 50, 100, 0)),
                new Row("e2", MT, List.of(ALPACA, ARENA), "mt_bench-by-alpaca_eval", List.of(25, 50, 100, 0)));
        List<Row> rows = new ArrayList<>(main);
        rows.add(new Row("b-reversed", ALPACA, List.of(ALPACA), "alpaca_eval", "1/2 0/2", ALL, false, false));
        rows.add(new Row("f", ALPACA, List.of(ARENA), "alpaca_eval-by-arena_hard", ALL));
        rows.add(new Row("g", MT, List.of(ARENA), "mt_bench-by-arena_hard", ALL));
        main.forEach(row -> rows.add(row.withCoStudents(".all")));
        main.forEach(row -> rows.add(row.withCoStudents(DATED)));
        rows.add(new Row("three-a", ALPACA, three, "alpaca_eval", ALL));
        rows.add(new Row("three-c", ARENA, three, "arena_hard", ALL));
        rows.add(new Row("three-e", MT, three, "mt_bench-by-alpaca_eval", ALL));
        rows.add(new Row("two-d", ARENA, List.of(ALPACA, MT), "arena_hard-by-alpaca_eval", ALL));
        rows.add(new Row("two-f", ALPACA, List.of(ARENA, MT), "alpaca_eval-by-arena_hard", ALL));
        rows.add(new Row("c.refit", ARENA, List.of(ARENA), "arena_hard", "", ALL, false, true));
        return rows;
    }

    /**
     * Measures.
     *
     * @param args see the class
     * @throws IOException if an input cannot be read or an output not written
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> given = EvaluateOptions.named(args, Set.of("--corpora", "--cache", "--out", "--only"));
        Path out = Path.of(given.getOrDefault("--out", "."));
        Files.createDirectories(out);
        EvaluateSuite suite = new EvaluateSuite(
                Path.of(given.get("--corpora")),
                Optional.ofNullable(given.get("--cache")).map(Path::of),
                out);
        suite.run(given.containsKey("--only") ? Set.of(given.get("--only").split(",")) : Set.of());
    }

    private void run(Set<String> only) throws IOException {
        List<Path> three = List.of(corpora.resolve(ALPACA), corpora.resolve(ARENA), corpora.resolve(MT));
        for (Row row : rows()) {
            if (!row.refit() && (only.isEmpty() || only.contains(row.name()))) {
                evaluate(row, three);
                done(row.name());
            }
        }
        AccuracyIdentification identification = new AccuracyIdentification(libraries.prints());
        if (only.isEmpty() || only.contains("identification")) {
            identification.acrossPromptSets(corpora.resolve(ALPACA), corpora.resolve(ARENA), report);
            done("identification");
        }
        for (String set : List.of("arena_hard_ko", "m_arena_hard_zh")) {
            if (only.isEmpty() || only.contains(set)) {
                identification.halves(corpora.resolve(set), 100, report);
                done(set);
            }
        }
        if (only.isEmpty() || only.contains("verdicts")) {
            ReferenceLibrary library = libraries.calibrated(three);
            AccuracyVerdicts verdicts = new AccuracyVerdicts(library);
            verdicts.humanTexts(
                    List.of(
                            corpora.resolve("fastdetect_api_writing/human.jsonl"),
                            corpora.resolve("fastdetect_api_xsum/human.jsonl"),
                            corpora.resolve("m4_reddit/human.jsonl"),
                            corpora.resolve("teacher_data/lima__human.jsonl"),
                            corpora.resolve("teacher_data/selfinstruct_seed__human.jsonl"),
                            corpora.resolve("selfinstruct_252/human_target.jsonl")),
                    50,
                    report);
            verdicts.runsOfOneModel(
                    corpora.resolve(ALPACA),
                    List.of(List.of("gpt4", "gpt4_0314"), List.of("claude", "bedrock_claude")),
                    report);
            verdicts.descendants(corpora.resolve(ALPACA), report);
            done("verdicts");
        }
        if (only.isEmpty() || only.contains("audits")) {
            AccuracyVerdicts verdicts = new AccuracyVerdicts(ReferenceLibrary.builtIn());
            for (Path folder : three) {
                verdicts.knownDescent(folder, libraries.prints(), report);
            }
            done("audits");
        }
        for (Row row : rows()) {
            if (row.refit() && (only.isEmpty() || only.contains(row.name()))) {
                evaluate(row, three);
                done(row.name());
            }
        }
    }

    private void evaluate(Row row, List<Path> calibration) throws IOException {
        boolean dated = row.name().endsWith(DATED);
        AccuracyTruth truth =
                AccuracyTruth.of(AccuracyTruth.ownTable(row.truth() + ".tsv"), AccuracyTruth.ownTable("families.tsv"));
        Selection[] parts = row.parts().isEmpty()
                ? new Selection[] {Selection.ALL, Selection.ALL}
                : new Selection[] {
                    EvaluateOptions.part(row.parts().split(" ")[0]),
                    EvaluateOptions.part(row.parts().split(" ")[1])
                };
        EvaluateOptions options = new EvaluateOptions(
                row.name(),
                corpora.resolve(row.suspects()),
                row.references().stream().map(corpora::resolve).toList(),
                dated ? truth.dated(ModelTable.builtIn()) : truth,
                dated,
                parts[0],
                parts[1],
                row.answers(),
                DRAWS,
                calibration,
                row.refit(),
                row.baselines(),
                RESAMPLES,
                Optional.empty(),
                out);
        new Evaluate(options, libraries, Optional.of(words)).run(report);
    }

    /* What stands so far is written after each step. */
    private void done(String what) throws IOException {
        for (String suffix : List.of("", Evaluate.WITH_WORDS)) {
            report.pool("known prompts" + suffix, parts(suffix, "three-a", "three-c", "three-e"), RESAMPLES);
            report.pool("unseen prompts" + suffix, parts(suffix, "two-f", "two-d", "e2"), RESAMPLES);
        }
        report.write();
        System.err.println(what + " done");
    }

    private static List<String> parts(String suffix, String... names) {
        return Arrays.stream(names).map(name -> name + suffix).toList();
    }
}
