package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.Response;
import dev.pedigree.internal.SplitMix64;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is measured: the corpora in a folder ({@code -Dcorpora=FOLDER}, one JSON Lines file per model), or else text made by program
 * with the word lengths, sentences, lists and repetition of chat answers.
 */
final class BenchmarkCorpora {
    private static final int MODELS = 12;
    private static final int ANSWERS = 805;

    private BenchmarkCorpora() {}

    /** Corpora, spread evenly over the files of the folder. */
    static List<Corpus> load(String property, boolean chinese) throws IOException {
        String folder = System.getProperty(property, "");
        List<Corpus> corpora = new ArrayList<>();
        if (folder.isEmpty()) {
            for (int model = 0; model < MODELS / 3; model++) {
                corpora.add(made(model, chinese));
            }
            return corpora;
        }
        List<Path> files;
        try (Stream<Path> list = Files.list(Path.of(folder))) {
            files = list.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
        }
        int step = Math.max(1, files.size() / MODELS);
        for (int i = 0; i < files.size() && corpora.size() < MODELS; i += step) {
            corpora.add(CorpusReader.detect().read(files.get(i)));
        }
        return corpora;
    }

    /** Bytes of UTF-8 in all answers. */
    static long bytes(List<Corpus> corpora) {
        long sum = 0;
        for (Corpus corpus : corpora) {
            for (Response response : corpus.responses()) {
                sum += response.text().getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return sum;
    }

    private static Corpus made(int model, boolean chinese) {
        SplitMix64 random = new SplitMix64(model + 1);
        List<Response> responses = new ArrayList<>();
        for (int answer = 0; answer < ANSWERS; answer++) {
            StringBuilder text = new StringBuilder();
            int length = (chinese ? 300 : 700) + random.nextInt(chinese ? 600 : 1600);
            while (text.length() < length) {
                paragraph(text, random, chinese);
            }
            responses.add(Response.of("p" + answer, "question number " + answer, text.toString()));
        }
        return Corpus.of("made-" + model, responses);
    }

    private static void paragraph(StringBuilder text, SplitMix64 random, boolean chinese) {
        boolean item = random.nextInt(3) == 0;
        text.append(item ? "- **" : "");
        int sentences = item ? 1 : 2 + random.nextInt(3);
        for (int sentence = 0; sentence < sentences; sentence++) {
            int words = 6 + random.nextInt(18);
            for (int i = 0; i < words; i++) {
                word(text, random, chinese, i == 0);
                if (item && sentence == 0 && i == 1) {
                    text.append(":**");
                }
                text.append(chinese ? "" : i + 1 < words ? random.nextInt(12) == 0 ? ", " : " " : "");
            }
            text.append(chinese ? "\u3002" : ". ");
        }
        text.append(item ? "\n" : "\n\n");
    }

    /** Words by Zipf's law: the rank is the quotient of two draws. */
    private static void word(StringBuilder text, SplitMix64 random, boolean chinese, boolean first) {
        int rank = (int) Math.min(20_000, 1 / Math.max(1e-5, random.nextDouble()));
        if (chinese) {
            text.append((char) (0x4e00 + SplitMix64.mix(rank) % 1500 / 2 + 800));
            return;
        }
        SplitMix64 letters = new SplitMix64(rank);
        int length = 1 + letters.nextInt(3) + (rank > 40 ? letters.nextInt(8) : 1);
        for (int i = 0; i < length; i++) {
            char c = "etaoinshrdlucmfwypvbgk".charAt(Math.min(letters.nextInt(22), letters.nextInt(22)));
            text.append(first && i == 0 ? (char) (c - 32) : c);
        }
    }
}
