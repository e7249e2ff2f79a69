package guide;

import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Fails a build when the answers of a candidate release claim to be somebody else's model. */
public final class LeakGate {
    private LeakGate() {}

    // begin
    /** The claims that stop the release: outright, meant, and of another vendor than our own. */
    static List<IdentityClaim> leaks(Path answers, String ownVendor) throws IOException {
        return IdentityScanner.withDefaults().scan(CorpusReader.detect().read(answers)).stream()
                .filter(IdentityClaim::isStrong)
                .filter(claim -> !claim.vendor().equals(ownVendor))
                .toList();
    }

    public static void main(String[] args) throws IOException {
        List<IdentityClaim> leaks = leaks(Path.of(args[0]), args[1]);
        leaks.forEach(claim -> System.err.println(claim.id() + ": " + claim.vendor() + ": " + claim.quote()));
        System.exit(leaks.isEmpty() ? 0 : 1);
    }
    // end
}
