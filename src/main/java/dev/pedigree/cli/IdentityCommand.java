package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.report.IdentityReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
            "  pedigree identity suspect.jsonl --json | jq '.claims[] | select(.sincere)'"
        })
final class IdentityCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "SUSPECT",
            arity = "1..*",
            description = "A file of answers, or a folder with a file or folder for each suspect.")
    private List<Path> suspects;

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

    @Override
    public Integer call() throws IOException {
        CorpusReader reader = input.reader();
        List<ModelSource> sources = InputOptions.models(suspects);
        List<String> documents = new Work(console, "scanning", "suspect")
                .on(sources, source -> document(IdentityReport.of(source.name(), claims(source, reader))));
        Output.write(console, out, String.join("", documents));
        return Main.OK;
    }

    private static List<IdentityClaim> claims(ModelSource source, CorpusReader reader) throws IOException {
        IdentityScanner scanner = IdentityScanner.withDefaults();
        List<IdentityClaim> claims = new ArrayList<>();
        reader.forEach(source.path(), response -> claims.addAll(scanner.scan(response)));
        return claims;
    }

    private String document(IdentityReport report) {
        if (json) {
            return report.json();
        }
        return csv ? report.csv() : report.text(console.width(), console.colour() && out.equals("-"));
    }
}
