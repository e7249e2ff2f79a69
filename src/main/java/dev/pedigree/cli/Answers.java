package dev.pedigree.cli;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.fingerprint.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;

/** Answers where their text is needed, and a fingerprint will not do. */
final class Answers {
    private Answers() {}

    /** The answers of one model. */
    static Corpus read(Path path, CorpusReader reader) throws IOException {
        requireText(path);
        Corpus corpus = reader.read(path);
        requireSome(path, corpus.summary());
        return corpus;
    }

    /** Makes sure that there was an answer: what is said of none would look like a result. */
    static void requireSome(Path path, ReadSummary summary) {
        if (summary.responses() > 0) {
            return;
        }
        String why = summary.skipReasons().isEmpty()
                ? ""
                : ": " + summary.skipped() + (summary.skipped() == 1 ? " record was" : " records were")
                        + " skipped, such as " + summary.skipReasons().get(0);
        throw CommandFailure.badData(path + ": there is no answer in it" + why);
    }

    /** Makes sure that there are texts to read. */
    static void requireText(Path path) throws IOException {
        if (Fingerprint.isStoredIn(path)) {
            throw CommandFailure.badData(path + ": this is a fingerprint, from which no text can be read back; give the"
                    + " answers of which it was made ('pedigree audit' and 'pedigree matrix' take fingerprints)");
        }
    }
}
