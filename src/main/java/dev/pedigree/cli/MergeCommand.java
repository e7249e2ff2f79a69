package dev.pedigree.cli;

import dev.pedigree.fingerprint.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Joins the fingerprints of parts of a corpus. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Merge fingerprints of parts of one model's answers.",
        description =
                "The result is the fingerprint of all the answers together, byte for byte, in whatever order they are given.",
        footerHeading = "%nExample:%n",
        footer = "  pedigree merge monday.pedprint tuesday.pedprint --out week.pedprint")
final class MergeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Fingerprints.")
    private List<Path> files;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the result goes, as JSON where its name ends in .json.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "What the result is called.")
    private @Nullable String name;

    @Override
    public Integer call() throws IOException {
        Output.check(out);
        Fingerprint merged = null;
        for (Path file : files) {
            Fingerprint next = PrintedModel.stored(file);
            try {
                merged = merged == null ? next : merged.merge(next);
            } catch (IllegalArgumentException e) {
                throw CommandFailure.badData(file + ": " + e.getMessage());
            }
        }
        if (merged != null) {
            (name == null ? merged : merged.named(name)).write(out);
        }
        return Main.OK;
    }
}
