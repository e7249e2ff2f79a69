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
 * What an audit examines: a fingerprint, and the answers of which it was made where they are at hand.
 *
 * @param model the fingerprint, under the suspect's name
 * @param corpus the answers
 */
record Suspect(PrintedModel model, Optional<Corpus> corpus) {
    static Suspect read(ModelSource source, CorpusReader reader, Console console) throws IOException {
        if (Fingerprint.isStoredIn(source.path())) {
            return new Suspect(PrintedModel.read(source, reader), Optional.empty());
        }
        InputOptions.requireNoDocumentOfOurs(source.path());
        List<Response> responses = new ArrayList<>();
        Fingerprinter.Accumulator accumulator = Fingerprinter.withDefaults().accumulator(source.name());
        try (Progress progress = new Progress(console, "reading", 0, "answer")) {
            ReadSummary summary = reader.forEach(source.path(), response -> {
                responses.add(response);
                accumulator.add(response);
                progress.advance();
            });
            Answers.requireSome(source.path(), summary);
            return new Suspect(
                    new PrintedModel(accumulator.fingerprint(), summary),
                    Optional.of(new Corpus(source.name(), responses, summary)));
        }
    }

    String name() {
        return model.print().name();
    }

    Fingerprint print() {
        return model.print();
    }

    /** This suspect under another name. */
    Suspect named(String other) {
        return new Suspect(model.named(other), corpus.map(c -> new Corpus(other, c.responses(), c.summary())));
    }

    /** What was read, in words. */
    String described() {
        ReadSummary summary = model.summary();
        return summary.responses() + " answers read as " + String.join(", ", summary.formats()) + ", "
                + summary.withPrompt() + " with prompt";
    }

    Verdict examinedBy(LineageAudit audit, Console console) {
        if (corpus.isEmpty()) {
            return audit.examine(print(), model.summary());
        }
        Corpus answers = corpus.get();
        try (Progress progress =
                new Progress(console, "examining", answers.responses().size(), "answer")) {
            return audit.withProgress(progress::reach).examine(answers, print());
        }
    }
}
