package dev.pedigree.cli;

import dev.pedigree.compare.ModelDistances;
import dev.pedigree.compare.ModelDistances.Basis;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which models are put in a tree or on a map, and how. */
final class DistanceOptions {
    private static final int MOST = 10_000;

    private final Console console;

    @Mixin
    private LibraryOptions references;

    @Option(
            names = "--suspects",
            paramLabel = "PATH",
            description =
                    "More models, which are highlighted: a file of answers or a fingerprint, or a folder with a file or folder"
                            + " for each.")
    private @Nullable Path suspects;

    @Option(
            names = "--by",
            paramLabel = "BASIS",
            completionCandidates = BasisNames.class,
            description =
                    "'phrases': the rare phrases with which answers, sentences and lines begin, which groups families best."
                            + " 'wording': the words shared by answers. Both compare answers to the same prompts and need a folder"
                            + " of references. 'habits': what is common in how answers, sentences and lines begin, to whatever"
                            + " prompts. Without it, phrases where the references are a folder, else habits.")
    private @Nullable Basis basis;

    @Option(
            names = "--bootstraps",
            paramLabel = "N",
            description = "How often the prompts are resampled; without it, 100.")
    private int bootstraps = 100;

    @Mixin
    private InputOptions input;

    DistanceOptions(Console console) {
        this.console = console;
    }

    int bootstraps() {
        if (bootstraps < 1 || bootstraps > MOST) {
            throw CommandFailure.usage("--bootstraps: need a number from 1 to " + MOST + ", got " + bootstraps);
        }
        return bootstraps;
    }

    ModelDistances distances() throws IOException {
        bootstraps();
        CorpusReader reader = input.reader();
        Path folder = references.folder();
        if (basis != null && basis != Basis.HABITS && folder == null) {
            throw CommandFailure.usage(
                    "--by " + basis.name().toLowerCase(Locale.ROOT)
                            + " needs --references with a folder of answers or fingerprints: a library does not keep what it compares");
        }
        List<Fingerprint> found = suspects == null ? List.of() : prints(suspects, reader, "suspect", null);
        try {
            if (folder == null || basis == Basis.HABITS) {
                return ModelDistances.byHabits(references.library(reader), found);
            }
            List<ReferenceModel> models = new ArrayList<>();
            List<Fingerprint> prints = prints(folder, reader, "model", models);
            return basis == Basis.WORDING
                    ? ModelDistances.byWording(models, prints, found)
                    : ModelDistances.byPhrases(models, prints, found);
        } catch (IllegalArgumentException e) {
            String hint = folder != null && basis != Basis.HABITS ? "; '--by habits' does without common prompts" : "";
            throw CommandFailure.badData("the models cannot be compared: " + e.getMessage() + hint);
        }
    }

    /** The fingerprints of a path's models, those without answers left out; what is known of them is added to a list. */
    private List<Fingerprint> prints(Path path, CorpusReader reader, String unit, @Nullable List<ReferenceModel> known)
            throws IOException {
        ModelTable table = references.table();
        List<ModelSource> sources = InputOptions.models(path);
        List<PrintedModel> read =
                new Work(console, "reading", unit).on(sources, source -> PrintedModel.read(source, reader));
        List<Fingerprint> prints = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).print().responses() == 0) {
                console.note(sources.get(i).path() + ": no answers, left out");
                continue;
            }
            prints.add(read.get(i).print());
            if (known != null) {
                known.add(table.get(read.get(i).print().name()));
            }
        }
        return prints;
    }

    /** The ending of a file's name, in lower case. */
    static String ending(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? "" : file.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** What may be given with --by, for the completion of shells. */
    static final class BasisNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Basis.values())
                    .map(basis -> basis.name().toLowerCase(Locale.ROOT))
                    .iterator();
        }
    }
}
