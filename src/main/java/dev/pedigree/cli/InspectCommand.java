package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.internal.TextTable;
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
            "Writes a table, tab-separated where it is piped: path, format, responses, with_prompt, with_reasoning, duplicates,"
                    + " skipped, models. A folder"
                    + " gives a line for each model in it; what cannot be read, or holds no answer, is told after the others, and the exit code"
                    + " is 3. Answers cut at a leaked control token, and why records were skipped, are noted on standard error."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  pedigree inspect logs/ more.jsonl.gz", "  pedigree inspect logs/ > read.tsv"})
final class InspectCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "path", "format", ">responses", ">with_prompt", ">with_reasoning", ">duplicates", ">skipped", "models");
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
    public Integer call() throws Exception {
        CorpusReader reader = input.reader();
        List<Exception> unread = new ArrayList<>(); // the others are shown all the same
        List<ModelSource> models = models(unread);
        TextTable table = new TextTable(COLUMNS);
        if (!console.outIsTerminal() && !models.isEmpty()) {
            printTabbed(COLUMNS.stream().map(title -> title.replace(">", "")).toList());
        }
        try (Progress progress = new Progress(console, "reading", models.size(), "file")) {
            for (ModelSource model : models) {
                try {
                    Answers.requireText(model.path());
                    ReadSummary summary = reader.forEach(model.path(), response -> {});
                    if (console.outIsTerminal()) {
                        table.add(row(tail(model.path()), summary));
                    } else {
                        printTabbed(row(model.path().toString(), summary));
                    }
                    notes(model, summary);
                    Answers.requireSome(model.path(), summary);
                } catch (IOException | CommandFailure e) {
                    unread.add(e);
                }
                progress.advance();
            }
        }
        if (console.outIsTerminal() && !models.isEmpty()) {
            table.lines(console.tableWidth()).forEach(line -> console.out().print(line + "\n"));
        }
        for (int i = 0; i < unread.size(); i++) {
            if (i == unread.size() - 1) {
                throw unread.get(i);
            }
            console.complain("pedigree: " + cell(String.valueOf(unread.get(i).getMessage())));
        }
        return Main.OK;
    }

    /** The models of all paths that can be read. */
    private List<ModelSource> models(List<Exception> unread) {
        List<ModelSource> models = new ArrayList<>();
        for (Path path : paths) {
            try {
                models.addAll(InputOptions.models(path));
            } catch (IOException | CommandFailure e) {
                unread.add(e);
            }
        }
        return models;
    }

    /** The end of a path, by which a person tells one from another. */
    private static String tail(Path path) {
        int names = path.getNameCount();
        return names > 2 ? "…/" + path.subpath(names - 2, names) : path.toString();
    }

    private static List<String> row(String path, ReadSummary summary) {
        return List.of(
                cell(path),
                cell(String.join(",", summary.formats())),
                Long.toString(summary.responses()),
                Long.toString(summary.withPrompt()),
                Long.toString(summary.withReasoning()),
                Long.toString(summary.duplicates()),
                Long.toString(summary.skipped()),
                cell(String.join(",", summary.models())));
    }

    private void printTabbed(List<String> row) {
        console.out().print(String.join("\t", row) + "\n");
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
