package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.exact.CanaryResult;
import dev.pedigree.exact.CanaryTest;
import dev.pedigree.exact.ExposureResult;
import dev.pedigree.exact.ExposureTest;
import dev.pedigree.exact.SameModelTest;
import dev.pedigree.verdict.ExactFindings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The inputs that only some auditors have; each adds a test with an exact null to the report. */
final class ExactOptions {
    @ArgGroup(
            exclusive = false,
            multiplicity = "0..1",
            heading = "%nFor who holds the teacher's own logs ('pedigree expose --help' tells more):%n")
    private @Nullable ExposureInputs exposure;

    @Option(
            names = "--canaries",
            paramLabel = "FILE",
            description =
                    "Planted answers and decoys, to test whether the suspect knows them; see 'pedigree canary --help'.")
    private @Nullable Path canaries;

    @Option(
            names = "--same",
            paramLabel = "PATH",
            split = ",",
            description =
                    "Answers of models that the suspect may simply be, to the same prompts; see 'pedigree same --help'.")
    private List<Path> same = List.of();

    /** Whether there is something to test, for which the suspect's texts are needed. */
    boolean any() {
        return exposure != null || canaries != null || !same.isEmpty();
    }

    ExactFindings test(Corpus suspect, CorpusReader reader) throws IOException {
        Optional<ExposureResult> exposed = exposure == null
                ? Optional.empty()
                : Optional.of(exposure.test(suspect, ExposureTest.withDefaults(), reader));
        Optional<CanaryResult> known = canaries == null
                ? Optional.empty()
                : Optional.of(CanaryTest.withDefaults().test(suspect, CanaryFile.read(canaries)));
        List<ExactFindings.Comparison> compared = new ArrayList<>();
        for (ModelSource source : same.isEmpty() ? List.<ModelSource>of() : InputOptions.models(same)) {
            compared.add(new ExactFindings.Comparison(
                    source.name(), SameModelTest.withDefaults().test(suspect, Answers.read(source.path(), reader))));
        }
        return new ExactFindings(exposed, known, compared);
    }
}
