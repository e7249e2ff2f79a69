package dev.pedigree.cli;

import com.google.common.hash.Hashing;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Source;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.fingerprint.FormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A model that was read for comparison.
 *
 * @param print its fingerprint, under the suspect's name
 * @param summary what was read
 */
record Suspect(Fingerprint print, ReadSummary summary) {
    /** Reads answers one by one and keeps their fingerprint alone, or reads a stored fingerprint. */
    static Suspect fingerprinted(ModelSource source, CorpusReader reader) throws IOException {
        if (Fingerprint.isStoredIn(source.path())) {
            return stored(source);
        }
        Fingerprinter.Accumulator accumulator = Fingerprinter.withDefaults().accumulator(source.name());
        ReadSummary summary = reader.forEach(source.path(), accumulator::add);
        return new Suspect(accumulator.fingerprint(), summary);
    }

    /** Makes sure that there are texts to read. */
    static void requireText(Path path) throws IOException {
        if (Fingerprint.isStoredIn(path)) {
            throw CommandFailure.badData(path + ": this is a fingerprint, from which no text can be read back; give the"
                    + " answers of which it was made ('pedigree audit' and 'pedigree matrix' take fingerprints)");
        }
    }

    /** The answers of one model, where there are texts to read. */
    static Corpus answers(Path path, CorpusReader reader) throws IOException {
        requireText(path);
        return reader.read(path);
    }

    /** This suspect under another name. */
    Suspect named(String name) {
        return new Suspect(print.named(name), summary);
    }

    private static Suspect stored(ModelSource source) throws IOException {
        byte[] bytes = Files.readAllBytes(source.path());
        Fingerprint print = fingerprint(bytes, source.path());
        if (print.name().isEmpty()) {
            print = print.named(source.name());
        }
        String digest = Hashing.sha256().hashBytes(bytes).toString();
        ReadSummary summary =
                new ReadSummary(List.of("fingerprint"), print.responses(), 0, 0, 0, 0, 0, List.of(), List.of(), digest);
        return new Suspect(print, summary);
    }

    static Fingerprint fingerprint(byte[] bytes, Path path) throws IOException {
        try {
            return Fingerprint.of(bytes);
        } catch (FormatException e) {
            throw CommandFailure.badData(new Source(path.toString(), 0) + ": not a whole fingerprint: " + e.getMessage()
                    + "; make it again with 'pedigree fingerprint'");
        }
    }

    static boolean isFingerprint(Path path) throws IOException {
        return Fingerprint.isStoredIn(path);
    }
}
