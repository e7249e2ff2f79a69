package dev.pedigree.cli;

import dev.pedigree.reference.ModelTable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is known of models. */
final class TableOptions {
    @Option(
            names = "--models",
            paramLabel = "FILE",
            description =
                    "A table of what is known of models (tab-separated: model, family, lab, kind, teachers, parent,"
                            + " available_since), beside the one that ships with Pedigree.")
    private @Nullable Path models;

    ModelTable table() throws IOException {
        ModelTable builtIn = ModelTable.builtIn();
        return models == null ? builtIn : builtIn.with(ModelTable.read(models));
    }
}
