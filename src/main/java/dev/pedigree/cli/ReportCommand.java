package dev.pedigree.cli;

import dev.pedigree.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Reports that were kept as JSON, in any other form. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Show a report that was kept as JSON, in any form.",
        description =
                "Reads what 'audit --json' wrote, with this version of Pedigree or an earlier one; nothing is examined anew.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree report audit.json",
            "  pedigree report audit.json --html audit.html",
            "  pedigree report old.json older.json --markdown reports/"
        })
final class ReportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "REPORT", arity = "1..*", description = "Reports as JSON.")
    private List<Path> files;

    @Mixin
    private ReportOptions forms;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        forms.check(files.size());
        List<Report> reports = new ArrayList<>();
        for (Path file : files) {
            reports.add(Report.read(file));
        }
        for (Report report : reports) {
            forms.write(report, report.verdict().suspect(), reports.size());
            if (forms.isEmpty()) {
                console.out().print(report.text(console.width(), console.colour()));
            }
        }
        return Main.OK;
    }
}
