package dev.pedigree.cli;

import dev.pedigree.internal.TextTable;
import dev.pedigree.internal.Visible;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the models of a library. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "List the models of a library.",
        footerHeading = "%nExamples:%n",
        footer = {"  pedigree library list | less -S", "  pedigree library list --tsv | cut -f 2 | sort | uniq -c"})
final class LibraryListCommand implements Callable<Integer> {
    private static final int CELL = 200;

    private final Console console;

    @Parameters(
            paramLabel = "LIBRARY",
            arity = "0..1",
            defaultValue = LibraryOptions.DEFAULT,
            description = "A library file; without it, the one that ships with Pedigree.")
    private String file;

    @Option(names = "--tsv", description = "Separate the columns by tabs.")
    private boolean tsv;

    LibraryListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        ReferenceLibrary library = LibraryOptions.named(file);
        List<String> titles = List.of("model", "family", "lab", "kind", "teachers", "available_since");
        TextTable table = new TextTable(titles);
        console.out().print(tsv ? String.join("\t", titles) + "\n" : "");
        for (ReferenceModel model : library.models()) {
            List<String> cells = List.of(
                    cell(model.name()),
                    cell(model.family()),
                    cell(model.lab()),
                    model.kind().name().toLowerCase(Locale.ROOT),
                    cell(String.join(" ", model.teachers())),
                    model.availableSince().map(YearMonth::toString).orElse(""));
            if (tsv) {
                console.out().print(String.join("\t", cells) + "\n");
            } else {
                table.add(cells);
            }
        }
        if (!tsv) {
            table.lines(console.tableWidth()).forEach(line -> console.out().print(line + "\n"));
        }
        console.note(library.name() + ": " + library.models().size() + " entries, SHA-256 " + library.digest());
        return Main.OK;
    }

    private static String cell(String text) {
        return Visible.line(text, CELL);
    }
}
