package dev.pedigree.cli;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes fingerprints, from which models can be compared without their texts. */
@Command(
        name = "fingerprint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Make fingerprints, by which models can be compared without their texts.",
        description = {
            "A fingerprint holds counts of hashed habits; no text can be read back from it.",
            "Of several models one that cannot be read is named, the others are written, and the exit code is 3."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  pedigree fingerprint suspect.jsonl --out suspect.pedprint",
            "  pedigree fingerprint logs/ --out prints/            a file for each model"
        })
final class FingerprintCommand implements Callable<Integer> {
    static final String ENDING = ".pedprint";
    /** The endings that people give fingerprints. */
    static final List<String> ENDINGS = List.of(ENDING, ".fp", ".json");

    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description = "A file, or a folder with a file or folder for each model.")
    private List<Path> paths;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description =
                    "Where the fingerprint goes: a file, as JSON where its name ends in .json; a folder where there are"
                            + " several models.")
    private Path out;

    @Mixin
    private InputOptions input;

    FingerprintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        CorpusReader reader = input.reader();
        List<ModelSource> sources = InputOptions.distinctModels(paths);
        boolean folder = sources.size() > 1 || Files.isDirectory(out);
        if (folder) {
            Output.folder(out);
        } else {
            Output.check(out);
        }
        FileNames names = new FileNames();
        Map<ModelSource, Path> files = new LinkedHashMap<>();
        sources.forEach(s -> files.put(s, folder ? out.resolve(names.of(s.name()) + ENDING) : out));
        Unreadable unreadable = new Unreadable(console, sources.size(), "model");
        new Work(console, "fingerprinting", "model").on(sources, source -> {
            Optional<PrintedModel> model = unreadable.unless(() -> PrintedModel.read(source, reader));
            if (model.isPresent()) {
                model.get().print().write(requireNonNull(files.get(source)));
            }
            return model.isPresent();
        });
        unreadable.failIfAny("fingerprinted");
        return Main.OK;
    }
}
