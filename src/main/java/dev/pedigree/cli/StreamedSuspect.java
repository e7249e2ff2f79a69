package dev.pedigree.cli;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.identity.IdentityScanner;
import dev.pedigree.identity.IdentityTally;
import dev.pedigree.verdict.CandidateFinding;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A suspect whose answers were read one by one and not kept.
 *
 * @param model its fingerprint
 * @param words what it says of itself; empty where that was not asked for, or only a fingerprint was stored
 */
record StreamedSuspect(PrintedModel model, Optional<IdentityFinding> words) {
    /** Reads style alone. */
    static StreamedSuspect style(ModelSource source, CorpusReader reader) throws IOException {
        return new StreamedSuspect(PrintedModel.read(source, reader), Optional.empty());
    }

    /** Reads style and what the suspect says of itself. */
    static StreamedSuspect styleAndWords(ModelSource source, CorpusReader reader) throws IOException {
        if (Fingerprint.isStoredIn(source.path())) {
            return style(source, reader);
        }
        IdentityTally tally = IdentityScanner.withDefaults().tally();
        PrintedModel model = PrintedModel.read(source, reader, tally::add);
        return new StreamedSuspect(model, Optional.of(tally.finding()));
    }

    /** This suspect under another name. */
    StreamedSuspect named(String name) {
        return new StreamedSuspect(model.named(name), words);
    }

    List<CandidateFinding> candidatesBy(LineageAudit audit) {
        return audit.candidates(model.print(), words);
    }
}
