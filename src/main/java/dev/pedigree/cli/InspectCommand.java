package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.internal.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says what was read, so that a user sees at once whether the logs were understood. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        header = "Show what is read from files of answers.",
        description = {
            "Writes tab-separated lines: path, format, responses, with_prompt, with_reasoning, duplicates, skipped, models. A folder"
                    + " gives a line for each model in it; what cannot be read is told after the others. Answers cut at a"
                    + " leaked control token, and why records were skipped, are noted on standard error."
        },
        footerHeading = "%nExample:%n",
        footer = "  pedigree inspect logs/ more.jsonl.gz | column -t -s $'\\t'")
final class InspectCommand implements Callable<Integer> {
    private static final String COLUMNS =
            "path\tformat\tresponses\twith_prompt\twith_reasoning\tduplicates\tskipped\tmodels\n";
    private static final int CELL = 4000;

    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A file, or a folder with a file or folder for each model.")
    private List<Path> paths;

    @Mixin
    private InputOptions input;

    InspectCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CorpusReader reader = input.reader();
        List<ModelSource> models = InputOptions.models(paths);
        console.out().print(COLUMNS);
        List<CorpusException> unread = new ArrayList<>();
        try (Progress progress = new Progress(console, "reading", models.size(), "file")) {
            for (ModelSource model : models) {
                Suspect.requireText(model.path());
                try {
                    ReadSummary summary = reader.forEach(model.path(), response -> {});
                    console.out().print(row(model, summary));
                    notes(model, summary);
                } catch (CorpusException e) {
                    unread.add(e); // the others are shown all the same
                }
                progress.advance();
            }
        }
        for (int i = 0; i < unread.size(); i++) {
            if (i == unread.size() - 1) {
                throw unread.get(i);
            }
            console.complain("pedigree: " + cell(unread.get(i).getMessage()));
        }
        return Main.OK;
    }

    private static String row(ModelSource model, ReadSummary summary) {
        return cell(model.path().toString()) + "\t" + cell(String.join(",", summary.formats())) + "\t"
                + summary.responses() + "\t" + summary.withPrompt() + "\t" + summary.withReasoning() + "\t"
                + summary.duplicates() + "\t" + summary.skipped() + "\t"
                + cell(String.join(",", summary.models())) + "\n";
    }

    private void notes(ModelSource model, ReadSummary summary) {
        String path = cell(model.path().toString());
        if (summary.cut() > 0) {
            console.note(path + ": " + summary.cut() + " answers cut at a leaked control token of a chat template");
        }
        if (summary.models().size() > 1) {
            console.note(path + ": names " + summary.models().size()
                    + " models, which an audit takes as one suspect; 'pedigree split' makes a file for each");
        }
        for (String reason : summary.skipReasons()) {
            console.note("skipped " + cell(reason));
        }
        if (summary.skipped() > summary.skipReasons().size()) {
            console.note(
                    path + ": " + (summary.skipped() - summary.skipReasons().size()) + " more records skipped");
        }
    }

    private static String cell(String text) {
        return Visible.line(text, CELL);
    }
}
