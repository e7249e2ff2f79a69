package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.exact.AnswerColumns;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.ExposureTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The teacher's own answers, for the exposure test. */
final class ExposureInputs {
    @Option(
            names = "--logged",
            required = true,
            paramLabel = "FILE",
            description = "The teacher's answers that were drawn by the suspect's makers.")
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
            description =
                    "What is known of the logged answers: JSON Lines with id, stratum, date, loss. Without it, those columns of"
                            + " the answers' own file, where it is JSON Lines.")
    private @Nullable Path loggedColumns;

    @Option(names = "--held-out-columns", paramLabel = "FILE", description = "The same of the held-out answers.")
    private @Nullable Path heldOutColumns;

    @Option(
            names = "--controls",
            paramLabel = "PATH",
            description =
                    "Models that were surely not trained on the logged answers: a folder with a file or folder for each.")
    private @Nullable Path controls;

    @Option(
            names = "--power",
            paramLabel = "SHARE",
            split = ",",
            defaultValue = "0.05,0.2",
            description =
                    "Say how likely the test was to notice a suspect that repeats a phrase of these shares of the logged"
                            + " answers; 0.05,0.2 by default.")
    private List<Double> power;

    ExposureResult test(Corpus suspect, ExposureTest usual, CorpusReader reader) throws IOException {
        for (double share : power) {
            if (!(share >= 0 && share <= 1)) {
                throw CommandFailure.usage("--power: need shares from 0 to 1, got " + share);
            }
        }
        ExposureTest test = usual.withColumns(columns(loggedColumns, logged), columns(heldOutColumns, heldOut))
                .withPower(power.stream().mapToDouble(Double::doubleValue).toArray());
        if (controls != null) {
            List<Corpus> innocent = new ArrayList<>();
            for (ModelSource source : InputOptions.models(List.of(controls))) {
                innocent.add(Answers.read(source.path(), reader));
            }
            test = test.withControls(innocent);
        }
        return test.test(suspect, Answers.read(logged, reader), Answers.read(heldOut, reader));
    }

    private static AnswerColumns columns(@Nullable Path file, Path answers) throws IOException {
        try {
            return file == null ? AnswerColumns.in(answers) : AnswerColumns.read(file);
        } catch (CorpusException e) {
            throw CommandFailure.badData(e.getMessage()
                    + "; the columns stand in JSON Lines: stratum (text), date (a day such as 2024-05-31) and loss (a number); null is no"
                    + " value");
        }
    }
}
