package dev.pedigree.cli;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an audit examines: a suspect's answers, or their fingerprint where only that is at hand.
 *
 * @param name what the suspect is called
 * @param corpus its answers
 * @param stored its fingerprint; exactly one of the two is there
 */
record Subject(String name, Optional<Corpus> corpus, Optional<Suspect> stored) {
    static Subject read(ModelSource source, CorpusReader reader, Console console) throws IOException {
        if (Fingerprint.isStoredIn(source.path())) {
            return of(Suspect.fingerprinted(source, reader));
        }
        List<Response> responses = new ArrayList<>();
        try (Progress progress = new Progress(console, "reading", 0, "answer")) {
            ReadSummary summary = reader.forEach(source.path(), response -> {
                responses.add(response);
                progress.advance();
            });
            return of(new Corpus(source.name(), responses, summary));
        }
    }

    private static Subject of(Corpus corpus) {
        return new Subject(corpus.name(), Optional.of(corpus), Optional.empty());
    }

    private static Subject of(Suspect stored) {
        return new Subject(stored.print().name(), Optional.empty(), Optional.of(stored));
    }

    /** This subject under another name. */
    Subject named(String other) {
        return corpus.map(c -> of(new Corpus(other, c.responses(), c.summary())))
                .orElseGet(() -> of(stored.orElseThrow().named(other)));
    }

    /** What was read, in words. */
    String described() {
        ReadSummary summary =
                corpus.map(Corpus::summary).orElseGet(() -> stored.orElseThrow().summary());
        return summary.responses() + " answers read as " + String.join(", ", summary.formats()) + ", "
                + summary.withPrompt() + " with prompt";
    }

    /** Its fingerprint. */
    Fingerprint print() {
        return corpus.map(c -> Fingerprinter.withDefaults().fingerprint(c))
                .orElseGet(() -> stored.orElseThrow().print());
    }

    Verdict examinedBy(LineageAudit audit, Console console) {
        if (corpus.isEmpty()) {
            Suspect suspect = stored.orElseThrow();
            return audit.examine(suspect.print(), suspect.summary());
        }
        Corpus answers = corpus.get();
        try (Progress progress =
                new Progress(console, "examining", answers.responses().size(), "answer")) {
            return audit.withProgress(progress::reach).examine(answers);
        }
    }
}
