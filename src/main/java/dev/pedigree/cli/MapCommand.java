package dev.pedigree.cli;

import dev.pedigree.compare.ModelMap;
import dev.pedigree.report.MapReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A map of models. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Draw a map of models by how alike they are.",
        description = {
            "Points in the plane whose distances are as near as may be to those of the models; the stress says how near. Suspects are"
                    + " highlighted, with the radius within which other prompts would put them.",
            "It shows who is like whom, not who was trained on whom: that is for 'pedigree audit'."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pedigree map --out map.svg", "  pedigree map --suspects mine.jsonl --out map.svg --out map.tsv"})
final class MapCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where the map goes: a drawing in a file that ends in .svg, a table of points in .tsv; '-' is the table on standard"
                            + " output. May be given several times.")
    private List<String> out;

    @Mixin
    private DistanceOptions options;

    MapCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (String file : out) {
            if (!file.equals("-") && !List.of("svg", "tsv").contains(DistanceOptions.ending(file))) {
                throw CommandFailure.usage("--out: need a file that ends in .svg or .tsv, got " + file);
            }
            Output.check(file);
        }
        MapReport report = MapReport.of(ModelMap.of(options.distances(), options.bootstraps()));
        for (String file : out) {
            Output.write(console, file, DistanceOptions.ending(file).equals("svg") ? report.svg() : report.tsv());
        }
        return Main.OK;
    }
}
