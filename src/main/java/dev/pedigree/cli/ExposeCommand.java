package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.ExposureTest;
import dev.pedigree.report.ExactReport;
import dev.pedigree.stats.PermutationP;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @ArgGroup(exclusive = false, multiplicity = "1")
    private ExposureInputs inputs;

    @Mixin
    private TestOptions options;

    @Override
    public Integer call() throws IOException {
        Corpus corpus = options.read(suspect);
        ExposureTest usual =
                ExposureTest.withDefaults().withDraws(options.draws(9999)).withSeed(options.seed());
        ExposureResult result = inputs.test(corpus, usual, options.reader());
        double p = result.pValue().map(PermutationP::value).orElse(1.0);
        return options.finish(ExactReport.expose(corpus.name(), result), p);
    }
}
