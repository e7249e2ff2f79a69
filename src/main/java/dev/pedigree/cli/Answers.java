package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.fingerprint.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;

/** Answers where their text is needed, and a fingerprint will not do. */
final class Answers {
    private Answers() {}

    /** The answers of one model. */
    static Corpus read(Path path, CorpusReader reader) throws IOException {
        requireText(path);
        return reader.read(path);
    }

    /** Makes sure that there are texts to read. */
    static void requireText(Path path) throws IOException {
        if (Fingerprint.isStoredIn(path)) {
            throw CommandFailure.badData(path + ": this is a fingerprint, from which no text can be read back; give the"
                    + " answers of which it was made ('pedigree audit' and 'pedigree matrix' take fingerprints)");
        }
    }
}
