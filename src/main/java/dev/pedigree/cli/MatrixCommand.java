package dev.pedigree.cli;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.Decimals;
import dev.pedigree.internal.Visible;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The scores of many suspects against many candidates, for studies of the instrument. */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Score many suspects against all candidates.",
        description = {
            "Writes a tab-separated line for each suspect and candidate: suspect, candidate, responses, score, log10_lr,"
                    + " log10_lr_low, log10_lr_high, p_value. Cells that cannot be worked out are empty.",
            "They are those of an audit: what a suspect says of itself is weighed with its style, where its answers are at hand."
                    + " Nobody is ruled out by the month of a known suspect, only by --available-before.",
            "A suspect that is itself known, in the library or in the table of models, is scored with its relatives left out.",
            "Of several suspects one that cannot be read is named, the others are scored, and the exit code is 3."
        },
        footerHeading = "%nExample:%n",
        footer = "  pedigree matrix --suspects logs/ --references default --out scores.tsv")
final class MatrixCommand implements Callable<Integer> {
    private static final String COLUMNS =
            "suspect\tcandidate\tresponses\tscore\tlog10_lr\tlog10_lr_low\tlog10_lr_high\tp_value\n";
    private static final int CELL = 400;

    private final Console console;

    @Option(
            names = "--suspects",
            required = true,
            paramLabel = "PATH",
            description = "A file of answers or a fingerprint, or a folder with a file or folder for each suspect.")
    private Path suspects;

    @Mixin
    private LibraryOptions references;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the table goes; '-' is standard output.")
    private String out;

    @Option(names = "--style-alone", description = "Leave what a suspect says of itself out of its scores.")
    private boolean styleAlone;

    @Mixin
    private AuditOptions options;

    @Mixin
    private InputOptions input;

    MatrixCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Output.check(out);
        CorpusReader reader = input.reader();
        List<ModelSource> sources = InputOptions.distinctModels(List.of(suspects));
        ModelTable table = references.table();
        References compared = references.references(reader);
        options.check(compared);
        Unreadable unreadable = new Unreadable(console, sources.size(), "suspect");
        List<String> rows = new Work(console, "scoring", "suspect")
                .on(
                        sources,
                        source -> unreadable
                                .unless(() -> read(source, reader))
                                .filter(suspect -> suspect.model().print().responses() > 0)
                                .map(suspect -> rows(suspect, options.audit(compared, table, source.name())))
                                .orElse(""));
        unreadable.failIfAll();
        Output.write(console, out, COLUMNS + String.join("", rows));
        unreadable.failIfAny("scored");
        return Main.OK;
    }

    private StreamedSuspect read(ModelSource source, CorpusReader reader) throws IOException {
        StreamedSuspect suspect =
                styleAlone ? StreamedSuspect.style(source, reader) : StreamedSuspect.styleAndWords(source, reader);
        if (suspect.model().print().responses() == 0) {
            console.note(source.path() + ": no answers, left out");
        }
        return suspect.named(source.name());
    }

    private static String rows(StreamedSuspect suspect, LineageAudit audit) {
        Fingerprint print = suspect.model().print();
        StringBuilder rows = new StringBuilder();
        for (CandidateFinding candidate : suspect.candidatesBy(audit)) {
            Optional<Estimate> ratio = candidate.log10LikelihoodRatio();
            rows.append(Visible.line(print.name(), CELL)).append('\t');
            rows.append(Visible.line(candidate.name(), CELL)).append('\t');
            rows.append(print.responses()).append('\t');
            rows.append(Decimals.text(candidate.score())).append('\t');
            rows.append(cell(ratio, Estimate::value)).append('\t');
            rows.append(cell(ratio, Estimate::low)).append('\t');
            rows.append(cell(ratio, Estimate::high)).append('\t');
            rows.append(candidate.pValue().map(Decimals::text).orElse("")).append('\n');
        }
        return rows.toString();
    }

    private static String cell(Optional<Estimate> ratio, ToDoubleFunction<Estimate> part) {
        return ratio.map(e -> Decimals.text(part.applyAsDouble(e))).orElse("");
    }
}
