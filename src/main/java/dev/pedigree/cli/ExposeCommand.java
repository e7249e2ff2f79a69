package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.exact.AnswerColumns;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.ExposureTest;
import dev.pedigree.report.ExactReport;
import dev.pedigree.stats.PermutationP;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests whether a suspect is closer to logged answers than to held-out ones. */
@Command(
        name = "expose",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Is the suspect closer to answers that its makers drew than to comparable ones that they did not?",
        description =
                "For who holds the teacher's own logs. A permutation test, exact where logged and held-out answers are"
                        + " exchangeable; what can be checked of that is checked.",
        footerHeading = "%nExample:%n",
        footer = "  pedigree expose suspect.jsonl --logged drawn.jsonl --held-out others.jsonl")
final class ExposeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SUSPECT", description = "The suspect's answers, to the same prompts where possible.")
    private Path suspect;

    @Option(
            names = "--logged",
            required = true,
            paramLabel = "FILE",
            description = "The teacher's answers that were drawn.")
    private Path logged;

    @Option(
            names = "--held-out",
            required = true,
            paramLabel = "FILE",
            description = "The teacher's answers to comparable prompts that were not.")
    private Path heldOut;

    @Option(
            names = "--logged-columns",
            paramLabel = "FILE",
            description = "What is known of the logged answers: JSON Lines with id, stratum, date, loss.")
    private @Nullable Path loggedColumns;

    @Option(names = "--held-out-columns", paramLabel = "FILE", description = "The same of the held-out answers.")
    private @Nullable Path heldOutColumns;

    @Option(
            names = "--controls",
            paramLabel = "PATH",
            description =
                    "Models that were surely not trained on the logged answers: a folder with a file or folder for each.")
    private @Nullable Path controls;

    @Mixin
    private TestOptions options;

    @Override
    public Integer call() throws IOException {
        Corpus corpus = options.read(suspect);
        ExposureTest test = ExposureTest.withDefaults()
                .withDraws(options.draws(9999))
                .withSeed(options.seed())
                .withColumns(columns(loggedColumns), columns(heldOutColumns));
        if (controls != null) {
            List<Corpus> innocent = new ArrayList<>();
            for (ModelSource source : InputOptions.models(List.of(controls))) {
                innocent.add(options.read(source.path()));
            }
            test = test.withControls(innocent);
        }
        ExposureResult result = test.test(corpus, options.read(logged), options.read(heldOut));
        double p = result.pValue().map(PermutationP::value).orElse(1.0);
        return options.finish(ExactReport.expose(corpus.name(), result), p);
    }

    private static AnswerColumns columns(@Nullable Path file) throws IOException {
        return file == null ? AnswerColumns.NONE : AnswerColumns.read(file);
    }
}
