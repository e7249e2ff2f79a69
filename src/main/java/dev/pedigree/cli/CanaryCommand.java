package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.CanaryTest;
import dev.pedigree.report.ExactReport;
import dev.pedigree.stats.PermutationP;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests whether a suspect knows planted answers. */
@Command(
        name = "canary",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Does the suspect know planted answers better than decoys?",
        description =
                "Which canaries were planted must have been drawn by lot from all that were made up; the rest are decoys.",
        footerHeading = "%nExample:%n",
        footer = "  pedigree canary suspect.jsonl --canaries canaries.jsonl")
final class CanaryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SUSPECT", description = "The suspect's answers to the triggers.")
    private Path suspect;

    @Option(
            names = "--canaries",
            required = true,
            paramLabel = "FILE",
            description =
                    "JSON Lines with id, trigger, answer, planted (true or false) and, if wanted, group and loss.")
    private Path canaries;

    @Mixin
    private TestOptions options;

    @Override
    public Integer call() throws IOException {
        Corpus corpus = options.read(suspect);
        CanaryResult result = CanaryTest.withDefaults()
                .withDraws(options.draws(9999))
                .withSeed(options.seed())
                .test(corpus, CanaryFile.read(canaries));
        double p = result.pValue().map(PermutationP::value).orElse(1.0);
        return options.finish(ExactReport.canary(corpus.name(), result), p);
    }
}
