package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusException;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.CorpusWriter;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import dev.pedigree.internal.AtomicFiles;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes apart logs that hold the answers of several models. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Split logs of several models into a file for each.",
        description = {
            "Arenas, routers and gateways log many models in one file; everything else here takes a file or a folder as one"
                    + " model. The files are Pedigree JSONL, which every command reads.",
            "Answers that name no model go to a file named after the input."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree split battles.jsonl --out models/",
            "  pedigree matrix --suspects models/ --references default --out scores.tsv"
        })
final class SplitCommand implements Callable<Integer> {
    /** Each has a file open. */
    private static final int MOST = 500;

    private static final String ENDING = ".jsonl";

    private final Console console;

    @Parameters(paramLabel = "PATH", description = "A file, or a folder of files that belong together.")
    private Path path;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder where the files go.")
    private Path out;

    @Mixin
    private InputOptions input;

    SplitCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CorpusReader reader = input.reader();
        Output.folder(out);
        try (Parts parts = new Parts(LibraryOptions.name(path))) {
            Answers.requireSome(path, reader.forEach(path, parts::add));
            parts.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Main.OK;
    }

    /** The files that are being written, beside their places until all are whole. */
    private final class Parts implements Closeable {
        private static final class Part {
            final String model;
            final Path target;
            final Path file;
            final CorpusWriter writer;
            long answers;

            Part(String model, Path target, Path file) throws IOException {
                this.model = model;
                this.target = target;
                this.file = file;
                writer = CorpusWriter.to(new BufferedOutputStream(Files.newOutputStream(file)));
            }
        }

        private final String nameless;
        private final FileNames names = new FileNames();
        private final Map<String, Part> byModel = new TreeMap<>();

        Parts(String name) {
            int dot = name.indexOf('.');
            nameless = dot > 0 ? name.substring(0, dot) : name;
        }

        void add(Response response) {
            String model = response.model().isEmpty() ? nameless : response.model();
            try {
                Part part = part(model);
                part.writer.write(response);
                part.answers++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Part part(String model) throws IOException {
            Part part = byModel.get(model);
            if (part == null) {
                if (byModel.size() == MOST) {
                    throw new CorpusException(
                            new Source(path.toString(), 0),
                            "more than " + MOST + " models are named, too many to split");
                }
                Path target = out.resolve(names.of(model) + ENDING);
                part = new Part(model, target, AtomicFiles.beside(target));
                byModel.put(model, part);
            }
            return part;
        }

        void finish() throws IOException {
            for (Part part : byModel.values()) {
                part.writer.close();
            }
            for (Part part : byModel.values()) {
                AtomicFiles.move(part.file, part.target);
                console.note(part.target + ": " + part.answers + " answers of " + part.model);
            }
        }

        @Override
        public void close() throws IOException {
            for (Part part : byModel.values()) {
                part.writer.close();
                Files.deleteIfExists(part.file);
            }
        }
    }
}
