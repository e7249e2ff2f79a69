package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusFormat;
import dev.pedigree.internal.TextTable;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists what can be read. */
@Command(
        name = "formats",
        mixinStandardHelpOptions = true,
        header = "List the formats that can be read.",
        description = "Each is detected by itself, also compressed (.gz, .zst); --format NAME overrides the detection.",
        footerHeading = "%nExamples:%n",
        footer = {"  pedigree formats", "  pedigree inspect results.json --format lm-eval"})
final class FormatsCommand implements Runnable {
    private final Console console;

    FormatsCommand(Console console) {
        this.console = console;
    }

    @Override
    public void run() {
        TextTable table = new TextTable(List.of("name", "format", "what the files look like"));
        for (CorpusFormat format : CorpusFormat.values()) {
            table.add(List.of(format.id(), format.title(), format.description()));
        }
        table.lines(console.tableWidth()).forEach(line -> console.out().print(line + "\n"));
    }
}
