package guide;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.CorpusWriter;
import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the answers in which other models introduce themselves out of a data set. */
public final class CleanDataSet {
    private CleanDataSet() {}

    // begin
    /** Copies a data set but for such answers, in no more memory than its longest record; tells how many were left out. */
    static long clean(Path dataSet, Path cleaned) throws IOException {
        IdentityScanner scanner = IdentityScanner.withDefaults();
        long[] leftOut = {0};
        try (CorpusWriter kept = CorpusWriter.to(Files.newOutputStream(cleaned))) {
            CorpusReader.detect().forEach(dataSet, response -> {
                if (scanner.scan(response).stream().anyMatch(IdentityClaim::sincere)) {
                    leftOut[0]++;
                } else {
                    write(kept, response);
                }
            });
        }
        return leftOut[0];
    }

    private static void write(CorpusWriter to, Response response) {
        try {
            to.write(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
    // end
}
