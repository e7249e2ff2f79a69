package dev.pedigree.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {
    private final Fingerprinter fingerprinter = Fingerprinter.withDefaults();

    @Test
    void isAtMostOneMegabyteFor805Answers() throws IOException {
        List<Response> answers = Answers.made(805, 1);
        long units = answers.stream().mapToLong(r -> r.text().length()).sum();
        assertThat(units / 805).isBetween(1400L, 1700L);
        byte[] bytes = fingerprinter.fingerprint(Corpus.of("made", answers)).toBytes();
        assertThat(bytes.length).isBetween(500_000, 1_000_000);
        assertThat(Fingerprint.of(bytes).toBytes()).isEqualTo(bytes);
    }

    @Test
    void threadsAndTheOrderOfMergingChangeNoByte() throws Exception {
        List<Response> answers = Answers.made(200, 2);
        byte[] whole = fingerprinter.fingerprint(Corpus.of("x", answers)).toBytes();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Fingerprint>> parts = new ArrayList<>();
            for (int from = 0; from < answers.size(); from += 23) {
                List<Response> part = answers.subList(from, Math.min(answers.size(), from + 23));
                parts.add(threads.submit(() -> fingerprinter.fingerprint(Corpus.of("x", part))));
            }
            List<Fingerprint> prints = new ArrayList<>();
            for (Future<Fingerprint> part : parts) {
                prints.add(part.get());
            }
            SplitMix64 random = new SplitMix64(3);
            prints.add(Fingerprint.empty(FingerprintScheme.V1, TextPart.ANSWER));
            while (prints.size() > 1) {
                Fingerprint one = prints.remove(random.nextInt(prints.size()));
                Fingerprint two = prints.remove(random.nextInt(prints.size()));
                prints.add(one.merge(two));
            }
            assertThat(prints.get(0).toBytes()).isEqualTo(whole);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void moreTextThanIsHeldBackIsCountedAllTheSame() {
        String text = "Sure, here it is.\n\nOne more line for the count. ".repeat(3000);
        Fingerprinter.Accumulator accumulator = fingerprinter.accumulator("long");
        Fingerprint merged = Fingerprint.empty(FingerprintScheme.V1, TextPart.ANSWER);
        for (int i = 0; i < 70; i++) {
            Response response = Response.of("r" + i, "prompt " + i % 40, text);
            accumulator.add(response);
            merged = merged.merge(fingerprinter.fingerprint(Corpus.of("long", List.of(response))));
        }
        assertThat(accumulator.fingerprint().toBytes()).isEqualTo(merged.toBytes());
    }

    @Test
    void theSamePromptStandsInTheSameBlockAndSamplesAddUp() {
        Response one = Response.of("a", "What is it?", "It is a test of nine words in all.");
        Response two = Response.of("b", "what  is it?", "It is a test of nine words in all.");
        Fingerprint print = fingerprinter.fingerprint(Corpus.of("x", List.of(one, two)));
        assertThat(print.sketches().size()).isEqualTo(1);
        assertThat(print.sketches().answers(0)).isEqualTo(2);
        assertThat(print.sketches().ngrams(0)).isEqualTo(2 * (10 + 9 + 8));
        BlockCounts counts = print.counts(FeatureFamily.OPENING);
        int block = 0;
        while (counts.features(block).length == 0) {
            block++;
        }
        assertThat(print.responses(FeatureFamily.OPENING)[block]).isEqualTo(2);
        assertThat(counts.counts(block)).containsOnly(2);
    }

    @Test
    void theProfileCountsWhatMayConfound() throws IOException {
        CorpusProfile profile = fingerprinter
                .fingerprint(Corpus.of("answers", Answers.golden()))
                .profile();
        assertThat(profile.count(Measure.EMPTY)).isEqualTo(1);
        assertThat(profile.count(Measure.REFUSED)).isEqualTo(1);
        assertThat(profile.count(Measure.LOOPING)).isEqualTo(1);
        assertThat(profile.count(Measure.TRUNCATED)).isEqualTo(2);
        assertThat(profile.count(Measure.WITH_CODE)).isEqualTo(1);
        assertThat(profile.count(Measure.WITH_SYSTEM_PROMPT)).isEqualTo(5);
        assertThat(profile.systemPrompts().values()).containsExactly(5L);
        assertThat(profile.languages())
                .containsEntry("zh", 1L)
                .containsEntry("ja", 1L)
                .containsEntry("ko", 1L)
                .containsEntry("th", 1L)
                .containsEntry("ru", 1L);
        assertThat(profile.words(Script.HANGUL)).isPositive();
        assertThat(profile.words(Script.CYRILLIC)).isPositive();
        long answers = 0;
        for (long count : profile.lengths()) {
            answers += count;
        }
        assertThat(answers).isEqualTo(Answers.golden().size());
    }

    @Test
    void lengthBucketsCoverEveryLength() {
        for (int tokens = 0; tokens < 3000; tokens++) {
            int bucket = CorpusProfile.lengthBucket(tokens);
            assertThat(CorpusProfile.lengthFrom(bucket)).isLessThanOrEqualTo(tokens);
            assertThat(CorpusProfile.lengthFrom(bucket + 1)).isGreaterThan(tokens);
        }
        assertThat(CorpusProfile.lengthBucket(Integer.MAX_VALUE)).isEqualTo(CorpusProfile.LENGTHS - 1);
    }

    @Test
    void closingsAreLeftOutWhereTheAnswerDidNotEndByItself() throws IOException {
        Fingerprint print = fingerprinter.fingerprint(Corpus.of("answers", Answers.golden()));
        long openings = sum(print.counts(FeatureFamily.OPENING));
        long closings = sum(print.counts(FeatureFamily.CLOSING));
        assertThat(closings).isPositive().isLessThan(openings);
    }

    @Test
    void filesOfFingerprintsAreToldByHowTheyStart(@TempDir Path folder) throws IOException {
        Fingerprint print = fingerprinter.fingerprint(Corpus.of("made", Answers.made(3, 1)));
        for (String name : List.of("a.pedprint", "a.json")) {
            Path file = folder.resolve(name);
            print.write(file);
            assertThat(Fingerprint.isStoredIn(file)).isTrue();
            assertThat(Fingerprint.read(file)).isEqualTo(print);
        }
        Path log = Files.writeString(folder.resolve("log.jsonl"), "{\"id\": \"1\", \"response\": \"PDFP\"}\n");
        assertThat(Fingerprint.isStoredIn(log)).isFalse();
        assertThat(Fingerprint.isStoredIn(folder)).isFalse();
    }

    private static long sum(BlockCounts counts) {
        long sum = 0;
        for (int block = 0; block < counts.blocks(); block++) {
            for (int count : counts.counts(block)) {
                sum += count;
            }
        }
        return sum;
    }
}
