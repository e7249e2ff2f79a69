package dev.pedigree.cli;

import com.google.common.hash.Hashing;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.fingerprint.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A model of which the fingerprint alone is kept, whether it was made of answers just now or was stored.
 *
 * @param print its fingerprint, under the model's name
 * @param summary what was read
 */
record PrintedModel(Fingerprint print, ReadSummary summary) {
    /** Reads answers one by one, or a stored fingerprint. */
    static PrintedModel read(ModelSource source, CorpusReader reader) throws IOException {
        return read(source, reader, response -> {});
    }

    /** The same for one who wants to see the answers as they pass; a stored fingerprint has none. */
    static PrintedModel read(ModelSource source, CorpusReader reader, Consumer<Response> also) throws IOException {
        if (Fingerprint.isStoredIn(source.path())) {
            return stored(source);
        }
        Fingerprinter.Accumulator accumulator = Fingerprinter.withDefaults().accumulator(source.name());
        ReadSummary summary = reader.forEach(source.path(), response -> {
            accumulator.add(response);
            also.accept(response);
        });
        Answers.requireSome(source.path(), summary);
        return new PrintedModel(accumulator.fingerprint(), summary);
    }

    /** This model under another name. */
    PrintedModel named(String name) {
        return new PrintedModel(print.named(name), summary);
    }

    private static PrintedModel stored(ModelSource source) throws IOException {
        byte[] bytes = Files.readAllBytes(source.path());
        Fingerprint print = fingerprint(bytes, source.path());
        if (print.name().isEmpty()) {
            print = print.named(source.name());
        }
        String digest = Hashing.sha256().hashBytes(bytes).toString();
        ReadSummary summary =
                new ReadSummary(List.of("fingerprint"), print.responses(), 0, 0, 0, 0, 0, List.of(), List.of(), digest);
        return new PrintedModel(print, summary);
    }

    /** The fingerprint in a file, and nothing else. */
    static Fingerprint stored(Path path) throws IOException {
        if (Files.isRegularFile(path) && !Fingerprint.isStoredIn(path)) {
            throw CommandFailure.badData(
                    path + ": this is no fingerprint; if it holds answers, make one of them first: 'pedigree"
                            + " fingerprint " + CommandLineText.quoted(path.toString()) + " --out "
                            + CommandLineText.quoted(path + FingerprintCommand.ENDING) + "'");
        }
        return fingerprint(Files.readAllBytes(path), path);
    }

    private static Fingerprint fingerprint(byte[] bytes, Path path) {
        try {
            return Fingerprint.of(bytes);
        } catch (FormatException e) {
            throw CommandFailure.badData(new Source(path.toString(), 0) + ": not a whole fingerprint: " + e.getMessage()
                    + "; make it again with 'pedigree fingerprint'");
        }
    }
}
