package dev.pedigree.cli;

import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.report.CalibrationReport;
import dev.pedigree.verdict.CalibrationPerformance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws how a library's calibration does. */
@Command(
        name = "charts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Draw how well a library's likelihood ratios do on models of known descent.",
        description = {
            "Writes tippett.svg, calibration.svg, det.svg and power.svg, and the cases behind them as cases.tsv. Every model is"
                    + " judged by a scale learned without its family."
        },
        footerHeading = "%nExample:%n",
        footer = "  pedigree library charts --out charts")
final class LibraryChartsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "LIBRARY",
            arity = "0..1",
            defaultValue = LibraryOptions.DEFAULT,
            description = "A library file; without it, the one that ships with Pedigree.")
    private String file;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Where the drawings go.")
    private Path folder;

    LibraryChartsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Output.folder(folder);
        ReferenceLibrary library = LibraryOptions.named(file);
        CalibrationReport report = CalibrationReport.of(CalibrationPerformance.of(library));
        for (CalibrationReport.Chart chart : CalibrationReport.Chart.values()) {
            write(chart.fileName(), report.svg(chart));
        }
        write("cases.tsv", report.tsv());
        console.note("five files in " + folder);
        return Main.OK;
    }

    private void write(String name, String document) throws IOException {
        Output.write(folder.resolve(name).toString(), document.getBytes(StandardCharsets.UTF_8));
    }
}
