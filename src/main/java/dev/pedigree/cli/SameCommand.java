package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.exact.SameModelResult;
import dev.pedigree.exact.SameModelTest;
import dev.pedigree.exact.SequentialResult;
import dev.pedigree.exact.SequentialSameModelTest;
import dev.pedigree.report.ExactReport;
import dev.pedigree.stats.PermutationP;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
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
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree same monday.jsonl friday.jsonl --fail-below 0.01",
            "  pedigree same monday.jsonl friday.jsonl --stand-in smaller-model.jsonl",
            "  pedigree same endpoint.jsonl model.jsonl --sequential"
        })
final class SameCommand implements Callable<Integer> {
    private static final List<Double> SHARES = List.of(0.1, 0.5, 1.0);

    @Parameters(index = "0", paramLabel = "FIRST", description = "Answers of the one model or day.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Answers of the other.")
    private Path second;

    @Option(
            names = "--sequential",
            description =
                    "Look after each pair of answers, in the first file's order, and say when it was decided: valid however"
                            + " often and however long one looks.")
    private boolean sequential;

    @Option(
            names = "--alpha",
            paramLabel = "P",
            description = "With --sequential: the error probability over all looks; 0.01 by default.")
    private @Nullable Double alpha;

    @Option(
            names = "--stand-in",
            paramLabel = "PATH",
            description =
                    "Answers of another model to the same prompts: say how likely the test was to notice, had it answered some"
                            + " of them in the second one's place.")
    private @Nullable Path standIn;

    @Option(
            names = "--share",
            paramLabel = "SHARE",
            split = ",",
            description = "With --stand-in: the shares of prompts that it answers; 0.1,0.5,1 by default.")
    private @Nullable List<Double> shares;

    @Mixin
    private TestOptions options;

    @Override
    public Integer call() throws IOException {
        Corpus one = options.read(first);
        Corpus other = options.read(second);
        check();
        if (sequential) {
            SequentialSameModelTest usual = SequentialSameModelTest.withDefaults();
            SequentialResult result = (alpha == null ? usual : usual.withAlpha(alpha)).test(one, other);
            return options.finish(
                    ExactReport.sequential(one.name(), other.name(), result),
                    result.wealth().pValue());
        }
        SameModelTest test =
                SameModelTest.withDefaults().withDraws(options.draws(999)).withSeed(options.seed());
        if (standIn != null) {
            double[] parts = (shares == null ? SHARES : shares)
                    .stream().mapToDouble(Double::doubleValue).toArray();
            test = test.withStandIn(options.read(standIn), parts);
        }
        SameModelResult result = test.test(one, other);
        double p = result.pValue().map(PermutationP::value).orElse(1.0);
        return options.finish(ExactReport.same(one.name(), other.name(), result), p);
    }

    private void check() {
        if (alpha != null && !(sequential && alpha > 0 && alpha < 1)) {
            throw CommandFailure.usage("--alpha: need a number between 0 and 1 and --sequential, got " + alpha);
        }
        if (standIn != null && sequential) {
            throw CommandFailure.usage("--stand-in: the power of a test of fixed size is not that of --sequential");
        }
        if (shares != null && (standIn == null || shares.stream().anyMatch(s -> !(s >= 0 && s <= 1)))) {
            throw CommandFailure.usage("--share: need shares from 0 to 1 and --stand-in, got " + shares);
        }
    }
}
