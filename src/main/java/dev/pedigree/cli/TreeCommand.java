package dev.pedigree.cli;

import dev.pedigree.compare.ModelTree;
import dev.pedigree.report.TreeReport;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A tree of models. */
@Command(
        name = "tree",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Draw a tree of models by how alike they are.",
        description = {
            "A neighbour-joining tree. Each branch has its support: the share of resampled sets of prompts that give it; branches"
                    + " below one half are collapsed.",
            "It shows who is like whom, not who was trained on whom: that is for 'pedigree audit'."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree tree --out tree.svg",
            "  pedigree tree --references answers/ --suspects mine.jsonl --out t.svg"
        })
final class TreeCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where the tree goes: a drawing in a file whose name ends in .svg, Newick in .nwk, a table of branches in .tsv;"
                            + " '-' is Newick on standard output. May be given several times.")
    private List<String> out;

    @Mixin
    private DistanceOptions options;

    TreeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (String file : out) {
            if (!file.equals("-") && !List.of("svg", "nwk", "tsv").contains(DistanceOptions.ending(file))) {
                throw CommandFailure.usage("--out: need a file that ends in .svg, .nwk or .tsv, got " + file);
            }
            Output.check(file);
        }
        TreeReport report = TreeReport.of(ModelTree.of(options.distances(), options.bootstraps()));
        for (String file : out) {
            Output.write(
                    console,
                    file,
                    switch (DistanceOptions.ending(file)) {
                        case "svg" -> report.svg();
                        case "tsv" -> report.tsv();
                        default -> report.newick();
                    });
        }
        return Main.OK;
    }
}
