package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapIndex;
import dev.pedigree.reference.ModelTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where shared text is looked up. */
final class OverlapOptions {
    /** How an index file begins. */
    private static final String INDEX = "PEDOVLP";

    @Option(
            names = "--overlap",
            paramLabel = "PATH",
            description =
                    "Look up shared text in these reference answers: a folder with a file or folder for each model, or an"
                            + " index made by 'overlap --save-index'. Without it, in the folder that --references names.")
    private @Nullable Path overlap;

    @Option(names = "--no-overlap", description = "Do not look up shared text.")
    private boolean none;

    @Nullable
    OverlapFinder finder(@Nullable Path folder, ModelTable table, CorpusReader reader, Executor threads)
            throws IOException {
        if (none || overlap == null && folder == null) {
            return null;
        }
        if (overlap != null) {
            return finder(index(overlap, reader, threads), table);
        }
        List<ModelSource> texts = new ArrayList<>();
        for (ModelSource model : InputOptions.models(folder)) {
            if (!Suspect.isFingerprint(model.path())) {
                texts.add(model);
            }
        }
        return texts.isEmpty() ? null : finder(OverlapIndex.of(corpora(texts, reader), threads), table);
    }

    static OverlapFinder finder(OverlapIndex index, ModelTable table) throws IOException {
        Map<String, String> families = new LinkedHashMap<>();
        for (String model : index.models()) {
            families.put(model, table.get(model).family());
        }
        return OverlapFinder.of(index, families);
    }

    static OverlapIndex index(Path path, CorpusReader reader, Executor threads) throws IOException {
        if (isIndex(path)) {
            return OverlapIndex.open(path);
        }
        return OverlapIndex.of(corpora(InputOptions.models(path), reader), threads);
    }

    private static boolean isIndex(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(INDEX.length()), StandardCharsets.ISO_8859_1).equals(INDEX);
        }
    }

    private static List<Corpus> corpora(List<ModelSource> models, CorpusReader reader) throws IOException {
        List<Corpus> corpora = new ArrayList<>();
        for (ModelSource model : models) {
            Suspect.requireText(model.path());
            Corpus corpus = reader.read(model.path());
            corpora.add(new Corpus(model.name(), corpus.responses(), corpus.summary()));
        }
        return corpora;
    }
}
