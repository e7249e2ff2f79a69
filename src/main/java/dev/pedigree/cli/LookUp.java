package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapFinding;
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

/** Looking up shared text, with progress. */
record LookUp(Console console, CorpusReader reader, Executor threads) {
    /** How an index file begins. */
    private static final String INDEX = "PEDOVLP";

    /** The index in a file, or one in memory of a folder of answers. */
    OverlapIndex index(Path path) throws IOException {
        return isIndex(path) ? OverlapIndex.open(path) : index(InputOptions.models(path));
    }

    /** An index in memory. */
    OverlapIndex index(List<ModelSource> models) throws IOException {
        List<Corpus> corpora = new ArrayList<>();
        try (Progress progress = new Progress(console, "reading references", models.size(), "model")) {
            for (ModelSource model : models) {
                Corpus corpus = Answers.read(model.path(), reader);
                corpora.add(new Corpus(model.name(), corpus.responses(), corpus.summary()));
                progress.advance();
            }
        }
        return OverlapIndex.of(corpora, threads);
    }

    OverlapFinder finder(OverlapIndex index, ModelTable table) throws IOException {
        Map<String, String> families = new LinkedHashMap<>();
        for (String model : index.models()) {
            families.put(model, table.get(model).family());
        }
        try (Progress progress = new Progress(console, "sampling references", OverlapFinder.SAMPLED, "answer")) {
            return OverlapFinder.of(index, families, threads, progress::reach);
        }
    }

    OverlapFinding find(OverlapFinder finder, Corpus suspect) throws IOException {
        int answers = suspect.responses().size();
        try (Progress progress = new Progress(console, "looking up " + suspect.name(), answers, "answer")) {
            return finder.withProgress(progress::reach).find(suspect, threads);
        }
    }

    private static boolean isIndex(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return new String(in.readNBytes(INDEX.length()), StandardCharsets.ISO_8859_1).equals(INDEX);
        }
    }
}
