package dev.pedigree.cli;

import dev.pedigree.compare.Calibrator;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.PhraseCollector;
import dev.pedigree.reference.ReferenceLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Learns libraries from folders of answers. */
final class LibraryFolders {
    private final Console console;
    private final ModelTable table;
    private final CorpusReader reader;

    LibraryFolders(Console console, ModelTable table, CorpusReader reader) {
        this.console = console;
        this.table = table;
        this.reader = reader;
    }

    /** Fingerprints each model of each folder, learns the library and calibrates it. */
    ReferenceLibrary build(List<Path> folders, String name) throws IOException {
        ExecutorService threads = Work.threads();
        try {
            return build(folders, name, threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private ReferenceLibrary build(List<Path> folders, String name, ExecutorService threads) throws IOException {
        LibraryBuilder builder = ReferenceLibrary.builder().withExecutor(threads);
        for (Path folder : folders) {
            String promptSet = LibraryOptions.name(folder);
            List<ModelSource> sources = CorpusReader.models(folder);
            List<Suspect> read = new Work(console, "reading " + promptSet + ":", "model")
                    .on(sources, source -> Suspect.fingerprinted(source, reader));
            for (int i = 0; i < read.size(); i++) {
                if (read.get(i).print().responses() > 0) {
                    builder.add(
                            promptSet,
                            table.get(sources.get(i).name()),
                            read.get(i).print());
                } else {
                    console.note(sources.get(i).path() + ": no answers, left out");
                }
            }
        }
        try {
            return Calibrator.calibrate(
                    withPhrases(builder.build(name), folders), builder.buildForUnseenPrompts(name), threads);
        } catch (IllegalStateException e) {
            throw CommandFailure.badData(folders.get(0) + ": no library can be learned (" + e.getMessage()
                    + "): the models are too few, or their answers too few or too alike");
        }
    }

    /** Reads the answers once more, for the words behind the features; those of stored fingerprints cannot be read. */
    private ReferenceLibrary withPhrases(ReferenceLibrary library, List<Path> folders) throws IOException {
        PhraseCollector phrases = PhraseCollector.of(library);
        for (Path folder : folders) {
            new Work(console, "phrases of " + LibraryOptions.name(folder) + ":", "model")
                    .on(CorpusReader.models(folder), source -> {
                        PhraseCollector own = PhraseCollector.of(library);
                        if (!Suspect.isFingerprint(source.path())) {
                            reader.forEach(source.path(), response -> own.add(source.name(), response.text()));
                        }
                        synchronized (phrases) {
                            phrases.merge(own);
                        }
                        return source;
                    });
        }
        return library.withPhrases(phrases.phrases());
    }
}
