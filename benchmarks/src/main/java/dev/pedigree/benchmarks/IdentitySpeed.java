package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Response;
import dev.pedigree.identity.IdentityScanner;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** How fast answers are read, by what there is to read in them; processor time of one thread, best of some rounds. */
final class IdentitySpeed {
    private static final int ROUNDS = 8;
    private static final int MODELS = 20;
    /** Lists of signs whose words stand beside others and are not looked for by themselves. */
    private static final Set<String> BESIDE = Set.of(
            "MONTH",
            "AFTER",
            "UNTIL",
            "BEFORE",
            "MINE",
            "NOT",
            "HELPFUL",
            "HONEST",
            "CONCEPT",
            "COMMON",
            "HOUSE_CUTOFF");

    private final IdentityScanner scanner = IdentityScanner.withDefaults();
    private final PrintStream out;

    IdentitySpeed(PrintStream out) {
        this.out = out;
    }

    void measure(Path corpora, Collection<String> attacked) throws IOException {
        List<Response> silent = new ArrayList<>();
        List<Response> bare = new ArrayList<>();
        Set<String> phrases = phrases();
        for (Path file : IdentityAccuracy.files(corpora.resolve("alpaca_eval")).subList(0, MODELS)) {
            for (Response response : IdentityAccuracy.read(file)) {
                if (scanner.scan(response).isEmpty()) {
                    silent.add(response);
                    String text = response.text().toLowerCase(Locale.ROOT);
                    if (phrases.stream().noneMatch(text::contains)) {
                        bare.add(response);
                    }
                }
            }
        }
        List<Response> attack = new ArrayList<>();
        for (String model : attacked) {
            attack.addAll(IdentityAccuracy.read(corpora.resolve("ident_attack").resolve(model + ".jsonl")));
        }
        speed("answers without any hit", bare, false);
        speed("ordinary answers without a claim", silent, false);
        speed("ident_attack, answers", attack, false);
        speed("ident_attack, answers and prompts", attack, true);
    }

    /** Every alias and phrase by which a sentence is found. */
    private static Set<String> phrases() throws IOException {
        Set<String> phrases = new HashSet<>();
        for (String[] row : rows("lexicon.tsv")) {
            phrases.addAll(List.of(row[3].split(" \\| ")));
        }
        for (String[] row : rows("signs.tsv")) {
            if (!BESIDE.contains(row[0])) {
                phrases.addAll(List.of(row[2].split(" \\| ")));
            }
        }
        Set<String> folded = new HashSet<>();
        phrases.forEach(phrase -> folded.add(phrase.toLowerCase(Locale.ROOT)));
        return folded;
    }

    private static List<String[]> rows(String table) throws IOException {
        try (InputStream in = Objects.requireNonNull(IdentityScanner.class.getResourceAsStream(table))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && line.charAt(0) != '#')
                    .map(line -> line.split("\t", -1))
                    .toList();
        }
    }

    private void speed(String name, List<Response> responses, boolean prompts) {
        long bytes = 0;
        for (Response response : responses) {
            bytes += response.text().getBytes(StandardCharsets.UTF_8).length;
            bytes += prompts ? response.prompt().lastUserText().getBytes(StandardCharsets.UTF_8).length : 0;
        }
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        double best = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = clock.getCurrentThreadCpuTime();
            long claims = 0;
            for (Response response : responses) {
                claims += scanner.scan(response).size();
            }
            double seconds = (clock.getCurrentThreadCpuTime() - start) / 1e9;
            best = claims < 0 ? best : Math.max(best, bytes / 1e6 / seconds);
        }
        out.printf(
                Locale.ROOT, "speed, %s: %.0f MB/s of processor time, one thread (%.1f MB)%n", name, best, bytes / 1e6);
    }
}
