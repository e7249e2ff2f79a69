package dev.pedigree.cli;

import com.google.common.collect.ImmutableSet;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.PhraseCollector;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * Fingerprints each model of a folder, or the one in a file, and puts it beside the models of a library. Where the library does
     * not know the language of most of them, or its axes do not tell them apart (debates and fiction, say), they make a library of
     * their own, whose scores rank candidates; what they are worth nobody knows unless it holds enough models of known descent.
     */
    References onBackground(Path answers, ReferenceLibrary background) throws IOException {
        Map<ReferenceModel, Fingerprint> prints = read(answers);
        if (prints.isEmpty()) {
            throw CommandFailure.badData(answers + ": no reference has any answers");
        }
        String name = LibraryOptions.name(answers);
        Set<String> names = prints.keySet().stream().map(ReferenceModel::name).collect(ImmutableSet.toImmutableSet());
        return References.of(
                background.suits(prints.values())
                        ? background.withReferences(name, prints)
                        : build(List.of(answers), name),
                names);
    }

    private Map<ReferenceModel, Fingerprint> read(Path folder) throws IOException {
        List<ModelSource> sources = InputOptions.distinctModels(List.of(folder));
        List<PrintedModel> read = new Work(console, "reading " + LibraryOptions.name(folder) + ":", "model")
                .on(sources, source -> PrintedModel.read(source, reader));
        Map<ReferenceModel, Fingerprint> prints = new LinkedHashMap<>();
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).print().responses() > 0) {
                prints.put(table.get(sources.get(i).name()), read.get(i).print());
            } else {
                console.note(sources.get(i).path() + ": no answers, left out");
            }
        }
        return prints;
    }

    private ReferenceLibrary build(List<Path> folders, String name, ExecutorService threads) throws IOException {
        LibraryBuilder builder = ReferenceLibrary.builder().withExecutor(threads);
        for (Path folder : folders) {
            read(folder).forEach((model, print) -> builder.add(LibraryOptions.name(folder), model, print));
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
                    .on(InputOptions.models(folder), source -> {
                        PhraseCollector own = PhraseCollector.of(library);
                        if (!Fingerprint.isStoredIn(source.path())) {
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
