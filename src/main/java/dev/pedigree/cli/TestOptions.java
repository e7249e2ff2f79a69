package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.report.ExactReport;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the tests with an exact null have in common. */
final class TestOptions {
    private final Console console;

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "How many permutations are drawn where there are too many to list.")
    private @Nullable Integer draws;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The seed of the permutations; 1 by default.")
    private long seed;

    @Option(
            names = "--fail-below",
            paramLabel = "P",
            description = "Exit with 1 where the p-value is at most this, for example 0.01.")
    private @Nullable Double failBelow;

    @Option(names = "--json", description = "Write JSON.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes, instead of standard output.")
    private String out = "-";

    @Mixin
    private InputOptions input;

    TestOptions(Console console) {
        this.console = console;
    }

    long seed() {
        return seed;
    }

    int draws(int usual) {
        if (draws != null && draws < 99) {
            throw CommandFailure.usage("--draws: need at least 99, got " + draws);
        }
        return draws == null ? usual : draws;
    }

    /** What reads the answers, once it is known that the result can go where it is meant to. */
    CorpusReader reader() throws IOException {
        Output.check(out);
        return input.reader();
    }

    /** The answers of one model. */
    Corpus read(Path path) throws IOException {
        return Answers.read(path, reader());
    }

    int finish(ExactReport report, double p) throws IOException {
        Output.write(
                console, out, json ? report.json() : report.text(console.width(), console.colour() && out.equals("-")));
        return failBelow != null && p <= failBelow ? Main.FOUND : Main.OK;
    }
}
