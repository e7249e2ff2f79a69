package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.internal.AtomicFiles;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapIndex;
import dev.pedigree.overlap.OverlapIndexWriter;
import dev.pedigree.report.OverlapReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds text that a suspect shares with reference answers. */
@Command(
        name = "overlap",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "What text does the suspect share with reference answers?",
        description =
                "Finds verbatim spans, near copies and code, once the prompt's words, boilerplate and what unrelated models"
                        + " also write are taken away.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree overlap suspect.jsonl --references teachers/",
            "  pedigree overlap --references teachers/ --save-index teachers.pedindex",
            "  pedigree overlap --references new/ --save-index teachers.pedindex --append",
            "  pedigree overlap suspect.jsonl --references teachers.pedindex --json"
        })
final class OverlapCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "SUSPECT",
            arity = "0..*",
            description = "A file of answers, or a folder with a file or folder for each suspect.")
    private @Nullable List<Path> suspects;

    @Option(
            names = "--references",
            required = true,
            paramLabel = "PATH",
            description = "Reference answers: a folder with a file or folder for each model, or an index of them.")
    private Path references;

    @Option(
            names = "--save-index",
            paramLabel = "FILE",
            description = "Keep the index of the references, which a later run reads in their place.")
    private @Nullable Path index;

    @Option(
            names = "--append",
            description = "With --save-index: add the references to the index that is there already.")
    private boolean append;

    @Option(names = "--json", description = "Write JSON: a summary, and an object for each match.")
    private boolean json;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes, instead of standard output.")
    private String out = "-";

    @Mixin
    private TableOptions table;

    @Mixin
    private InputOptions input;

    OverlapCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> paths = suspects == null ? List.of() : suspects;
        if (paths.isEmpty() && index == null) {
            throw CommandFailure.usage("a SUSPECT is missing, or --save-index to make an index alone");
        }
        if (append && index == null) {
            throw CommandFailure.usage("--append adds to an index; name it with --save-index");
        }
        Output.check(out);
        CorpusReader reader = input.reader();
        ExecutorService threads = Work.threads();
        try {
            if (index != null) {
                save(index, reader, threads);
            }
            if (!paths.isEmpty()) {
                look(InputOptions.models(paths), reader, threads);
            }
        } finally {
            threads.shutdownNow();
        }
        return Main.OK;
    }

    private void look(List<ModelSource> sources, CorpusReader reader, ExecutorService threads) throws IOException {
        StringBuilder documents = new StringBuilder();
        LookUp lookUp = new LookUp(console, reader, threads);
        try (OverlapIndex opened = lookUp.index(index == null ? references : index);
                Progress progress = new Progress(console, "looking up", sources.size(), "suspect")) {
            OverlapFinder finder = lookUp.finder(opened, table.table());
            for (ModelSource source : sources) {
                Corpus corpus = Answers.read(source.path(), reader);
                Corpus named = new Corpus(source.name(), corpus.responses(), corpus.summary());
                passOver(source.name(), opened.models());
                OverlapReport report = OverlapReport.of(lookUp.find(finder, named));
                documents.append(
                        json ? report.json() : report.text(console.width(), console.colour() && out.equals("-")));
                progress.advance();
            }
        }
        Output.write(console, out, documents.toString());
    }

    /** A reference of the suspect's name is taken to be the suspect. */
    private void passOver(String suspect, List<String> models) {
        if (!models.contains(suspect)) {
            return;
        }
        if (models.size() == 1) {
            throw CommandFailure.badData(
                    suspect + " is the only reference, and is not compared with itself; give references"
                            + " of other models, or the suspect another name");
        }
        console.note(
                "pedigree: " + suspect
                        + " is among the references, and is not compared with itself; where they are two models, give one another name");
    }

    private void save(Path file, CorpusReader reader, ExecutorService threads) throws IOException {
        List<ModelSource> models = InputOptions.models(references);
        // written beside it first, so that answers that cannot be read leave the index as it was
        Path part = AtomicFiles.beside(file);
        try {
            if (append) {
                Files.copy(file, part, StandardCopyOption.REPLACE_EXISTING);
            }
            write(part, models, reader, threads);
            AtomicFiles.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(Path part, List<ModelSource> models, CorpusReader reader, ExecutorService threads)
            throws IOException {
        try (OverlapIndexWriter writer =
                        append ? OverlapIndexWriter.append(part, threads) : OverlapIndexWriter.create(part, threads);
                Progress progress = new Progress(console, "indexing", models.size(), "model")) {
            for (ModelSource model : models) {
                Answers.requireText(model.path());
                Corpus corpus = reader.read(model.path());
                writer.add(new Corpus(model.name(), corpus.responses(), corpus.summary()));
                progress.advance();
            }
        }
    }
}
