package dev.pedigree.cli;

import dev.pedigree.corpus.CorpusException;
import dev.pedigree.exact.Canary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Canaries as an option names them. */
final class CanaryFile {
    private CanaryFile() {}

    static List<Canary> read(Path file) throws IOException {
        try {
            return Canary.read(file);
        } catch (CorpusException e) {
            throw CommandFailure.badData(
                    e.getMessage() + "; each line of a file of canaries is a JSON object with id, trigger, answer,"
                            + " planted (true or false) and, if wanted, group and loss; ids differ");
        }
    }
}
