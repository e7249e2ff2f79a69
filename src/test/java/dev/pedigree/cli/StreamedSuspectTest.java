package dev.pedigree.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamedSuspectTest {
    @TempDir
    Path folder;

    private final CorpusReader reader = CorpusReader.detect();

    private ModelSource talkative() throws IOException {
        Path file = Corpora.write(folder, "maple", 0, 40);
        String said =
                "{\"id\": \"w\", \"prompt\": \"Tell me about thing no. 900\", \"response\": \"I was made by OpenAI.\"}\n";
        Files.writeString(file, Files.readString(file) + said);
        return CorpusReader.models(file).get(0);
    }

    @Test
    void whatItSaysOfItselfIsHeardAsInAnAudit() throws IOException {
        ModelSource source = talkative();
        Corpus kept = reader.read(source.path());
        LineageAudit audit = LineageAudit.withDefaults();
        StreamedSuspect suspect = StreamedSuspect.styleAndWords(source, reader);
        Verdict verdict = audit.examine(kept);
        assertThat(suspect.words()).isEqualTo(verdict.exhibits().identity());
        assertThat(suspect.words().orElseThrow().claims()).isEqualTo(1);
        assertThat(suspect.candidatesBy(audit))
                .extracting(CandidateFinding::name, CandidateFinding::score, CandidateFinding::pValue)
                .isEqualTo(verdict.candidates().stream()
                        .map(c -> tuple(c.name(), c.score(), c.pValue()))
                        .toList());
    }

    @Test
    void styleAloneHearsNothing() throws IOException {
        StreamedSuspect suspect = StreamedSuspect.style(talkative(), reader);
        assertThat(suspect.words()).isEmpty();
    }

    @Test
    void aStoredFingerprintSaysNothing() throws IOException {
        Path stored = folder.resolve("maple.fp");
        ModelSource source = talkative();
        StreamedSuspect.style(source, reader).model().print().write(stored);
        StreamedSuspect suspect =
                StreamedSuspect.styleAndWords(CorpusReader.models(stored).get(0), reader);
        assertThat(suspect.words()).isEmpty();
        assertThat(suspect.model().print().responses()).isEqualTo(41);
    }
}
