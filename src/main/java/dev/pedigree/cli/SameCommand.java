package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.SameModelTest;
import dev.pedigree.report.ExactReport;
import dev.pedigree.stats.PermutationP;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tests whether two sets of answers come from one model. */
@Command(
        name = "same",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Do two sets of answers to the same prompts come from one model?",
        description =
                "A permutation test within prompts. A small p-value says that they do not; a large one does not say that they"
                        + " do: look at what could have been detected.",
        footerHeading = "%nExample:%n",
        footer = "  pedigree same monday.jsonl friday.jsonl --fail-below 0.01")
final class SameCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FIRST", description = "Answers of the one model or day.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Answers of the other.")
    private Path second;

    @Mixin
    private TestOptions options;

    @Override
    public Integer call() throws IOException {
        Corpus one = options.read(first);
        Corpus other = options.read(second);
        SameModelResult result = SameModelTest.withDefaults()
                .withDraws(options.draws(999))
                .withSeed(options.seed())
                .test(one, other);
        double p = result.pValue().map(PermutationP::value).orElse(1.0);
        return options.finish(ExactReport.same(one.name(), other.name(), result), p);
    }
}
