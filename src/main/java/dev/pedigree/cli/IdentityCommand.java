package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityJson;
import dev.pedigree.identity.IdentityProbe;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.identity.IdentityTally;
import dev.pedigree.internal.DisplayWidth;
import dev.pedigree.report.IdentityReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the sentences in which a model says who it is. */
@Command(
        name = "identity",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Who does the suspect say it is?",
        description =
                "Finds each sentence in which answers say who or what the speaker is, and whether it is sincere or the prompt"
                        + " put it there.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree identity suspect.jsonl",
            "  pedigree identity --probes > questions.jsonl",
            "  pedigree identity suspect.jsonl --json | jq '.claims[] | select(.sincere)'"
        })
final class IdentityCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "SUSPECT",
            arity = "0..*",
            description = "A file of answers, or a folder with a file or folder for each suspect.")
    private @Nullable List<Path> suspects;

    @Option(names = "--json", description = "Write JSON: a summary, and an object for each claim.")
    private boolean json;

    @Option(names = "--csv", description = "Write CSV: a line for each claim.")
    private boolean csv;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes, instead of standard output.")
    private String out = "-";

    @Mixin
    private InputOptions input;

    IdentityCommand(Console console) {
        this.console = console;
    }

    @Option(
            names = "--probes",
            description =
                    "Print questions to put to a suspect, as JSON Lines of prompts, and on standard error how many answers"
                            + " are wanted.")
    private boolean probes;

    @Override
    public Integer call() throws IOException {
        if (probes) {
            Output.write(console, out, Probes.lines());
            console.note(String.join("\n", DisplayWidth.wrap(IdentityProbe.instruction(), console.width())));
            return Main.OK;
        }
        if (suspects == null) {
            throw CommandFailure.usage("a SUSPECT is missing, or --probes to print questions");
        }
        Output.check(out);
        CorpusReader reader = input.reader();
        List<ModelSource> sources = InputOptions.models(suspects);
        List<String> documents =
                new Work(console, "scanning", "suspect").on(sources, source -> document(source, reader));
        Output.write(console, out, String.join("", documents));
        return Main.OK;
    }

    private String document(ModelSource source, CorpusReader reader) throws IOException {
        Answers.requireText(source.path());
        IdentityScanner scanner = IdentityScanner.withDefaults();
        if (json) {
            return json(source, reader, scanner);
        }
        List<IdentityClaim> claims = new ArrayList<>();
        IdentityTally tally = scanner.tally();
        Answers.requireSome(
                source.path(), reader.forEach(source.path(), response -> claims.addAll(tally.add(response))));
        IdentityReport report = IdentityReport.of(source.name(), tally.finding(), claims);
        return csv ? report.csv() : report.text(console.width(), console.colour() && out.equals("-"));
    }

    private static String json(ModelSource source, CorpusReader reader, IdentityScanner scanner) throws IOException {
        StringWriter text = new StringWriter();
        try (IdentityJson json = IdentityJson.to(scanner, text)) {
            ReadSummary summary = reader.forEach(source.path(), response -> {
                try {
                    json.add(response);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Answers.requireSome(source.path(), summary);
        }
        return text.append('\n').toString();
    }
}
