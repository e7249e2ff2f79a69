package dev.pedigree.cli;

import static java.util.Objects.requireNonNull;

import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.reference.ModelTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where shared text is looked up. */
final class OverlapOptions {
    @Option(
            names = "--overlap",
            paramLabel = "PATH",
            description =
                    "Look up shared text in these reference answers: a folder with a file or folder for each model, or an"
                            + " index made by 'overlap --save-index'. Without it, in the answers that --references names.")
    private @Nullable Path overlap;

    @Option(names = "--no-overlap", description = "Do not look up shared text.")
    private boolean none;

    @Nullable
    OverlapFinder finder(@Nullable Path answers, ModelTable table, LookUp lookUp) throws IOException {
        if (none || overlap == null && answers == null) {
            return null;
        }
        if (overlap != null) {
            return lookUp.finder(lookUp.index(overlap), table);
        }
        List<ModelSource> texts = new ArrayList<>();
        for (ModelSource model : InputOptions.models(requireNonNull(answers))) {
            if (!Fingerprint.isStoredIn(model.path())) {
                texts.add(model);
            }
        }
        return texts.isEmpty() ? null : lookUp.finder(lookUp.index(texts), table);
    }
}
