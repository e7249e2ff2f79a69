package dev.pedigree.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityScanner;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well identity claims are found and weighed. Run: {@code IdentityAccuracy CORPORA LABELS}, where CORPORA holds the folders
 * {@code ident_attack} and {@code alpaca_eval} of {@code MODEL.jsonl} files and {@code families.tsv}, and LABELS the files
 * {@code identity_hand.jsonl}, {@code identity_strict.tsv} and {@code identity_alpaca.jsonl}.
 */
public final class IdentityAccuracy {
    private static final Map<String, String> OWN = new LinkedHashMap<>();

    static {
        OWN.put("Phi4", "microsoft");
        OWN.put("deepseek-chat", "deepseek");
        OWN.put("doubao-pro-32k", "bytedance");
        OWN.put("llama3.1-70b-instruct", "meta");
        OWN.put("qwen-max-0919", "alibaba");
        OWN.put("qwen2.5-14b", "alibaba");
        OWN.put("qwen2.5-7b-instruct", "alibaba");
    }

    private final IdentityScanner scanner = IdentityScanner.withDefaults();
    private final PrintStream out;

    private IdentityAccuracy(PrintStream out) {
        this.out = out;
    }

    /**
     * Measures.
     *
     * @param args the folder of corpora and the folder of labels
     * @throws IOException if one of them cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: IdentityAccuracy CORPORA LABELS");
        }
        Path corpora = Path.of(args[0]);
        Path labels = Path.of(args[1]);
        IdentityAccuracy run = new IdentityAccuracy(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        run.attack(corpora, labels);
        run.ordinary(corpora, labels);
        new IdentityDescent(IdentitySuspect.read(corpora)).print(run.out);
        new IdentitySpeed(run.out).measure(corpora, OWN.keySet());
    }

    private void attack(Path corpora, Path labels) throws IOException {
        Map<String, List<IdentityClaim>> claims = new LinkedHashMap<>();
        for (String model : OWN.keySet()) {
            for (Response response : read(corpora.resolve("ident_attack").resolve(model + ".jsonl"))) {
                claims.put(model + ' ' + response.id(), scanner.scan(response));
            }
        }
        for (boolean wide : new boolean[] {false, true}) {
            int[] table = new int[4];
            int sincere = 0;
            int judged = 0;
            for (Map<String, String> label : lines(labels.resolve("identity_hand.jsonl"))) {
                String model = label.get("model");
                List<IdentityClaim> foreign = foreign(claims.get(model + ' ' + label.get("id")), OWN.get(model), wide);
                boolean claim = label.get("claim").equals("1");
                table[(claim ? 2 : 0) + (foreign.isEmpty() ? 0 : 1)]++;
                if (claim && !foreign.isEmpty()) {
                    judged++;
                    boolean says = foreign.stream().anyMatch(IdentityClaim::sincere);
                    sincere += says == label.get("sincere").equals("yes") ? 1 : 0;
                }
            }
            scores("hand labels, " + (wide ? "all types" : "outright"), table);
            out.printf(Locale.ROOT, "  sincere against imposed: %d of %d right%n", sincere, judged);
        }
        TreeSet<String> strict = new TreeSet<>();
        for (String line : Files.readAllLines(labels.resolve("identity_strict.tsv"))) {
            String[] fields = line.split("\t", -1);
            if (fields.length == 3 && fields[2].equals("1")) {
                strict.add(fields[0] + ' ' + fields[1]);
            }
        }
        int[] table = new int[4];
        for (Map.Entry<String, List<IdentityClaim>> entry : claims.entrySet()) {
            String model = entry.getKey().substring(0, entry.getKey().indexOf(' '));
            List<IdentityClaim> foreign = foreign(entry.getValue(), OWN.get(model), false);
            foreign.removeIf(c -> !c.vendor().equals("openai") && !c.vendor().equals("anthropic"));
            table[(strict.contains(entry.getKey()) ? 2 : 0) + (foreign.isEmpty() ? 0 : 1)]++;
        }
        scores("strict judge, outright", table);
    }

    private void ordinary(Path corpora, Path labels) throws IOException {
        Map<String, String> lab = new TreeMap<>();
        for (String[] row : families(corpora)) {
            lab.put(row[0], row[2]);
        }
        List<Map<String, String>> labelled = lines(labels.resolve("identity_alpaca.jsonl"));
        int strong = 0;
        int found = 0;
        int answers = 0;
        List<String> flags = new ArrayList<>();
        for (Path file : files(corpora.resolve("alpaca_eval"))) {
            String model = model(file);
            for (Response response : read(file)) {
                answers++;
                List<Map<String, String>> here = new ArrayList<>();
                for (Map<String, String> label : labelled) {
                    boolean same = response.prompt().lastUserText().startsWith(label.get("instruction"));
                    if (label.get("model").equals(model) && same) {
                        here.add(label);
                    }
                }
                List<IdentityClaim> claims = foreign(scanner.scan(response), lab.getOrDefault(model, ""), true);
                for (Map<String, String> label : here) {
                    if (label.get("label").equals("strong")) {
                        strong++;
                        found += claims.stream().anyMatch(c -> c.vendor().equals(label.get("vendor"))) ? 1 : 0;
                    }
                }
                for (IdentityClaim claim : claims) {
                    boolean known = here.stream()
                            .anyMatch(l -> !l.get("label").equals("false")
                                    && l.get("vendor").equals(claim.vendor()));
                    if (!known) {
                        flags.add(model + " | " + response.id() + " | " + claim.vendor() + " | " + claim.quote());
                    }
                }
            }
        }
        out.printf(
                Locale.ROOT, "ordinary answers: %d, labelled strong claims found: %d of %d%n", answers, found, strong);
        out.println("  claims without a label, to be read (a model's true own identity is no false flag):");
        flags.forEach(flag -> out.println("  " + flag));
    }

    private void scores(String name, int[] table) {
        double precision = table[3] / (double) (table[3] + table[1]);
        double recall = table[3] / (double) (table[3] + table[2]);
        double f = 2 * precision * recall / (precision + recall);
        out.printf(Locale.ROOT, "%s: P %.3f R %.3f F1 %.3f%n", name, precision, recall, f);
    }

    private static List<IdentityClaim> foreign(List<IdentityClaim> claims, String own, boolean wide) {
        List<IdentityClaim> foreign = new ArrayList<>();
        for (IdentityClaim claim : claims) {
            boolean meant = claim.polarity() == IdentityClaim.Polarity.AFFIRMED
                    && (claim.modality() == IdentityClaim.Modality.REAL
                            || claim.modality() == IdentityClaim.Modality.LIST)
                    && claim.channel() != IdentityClaim.Channel.CODE;
            if (meant
                    && (wide || claim.isStrong())
                    && !claim.vendor().isEmpty()
                    && !claim.vendor().equals(own)) {
                foreign.add(claim);
            }
        }
        return foreign;
    }

    static List<String[]> families(Path corpora) throws IOException {
        List<String[]> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(corpora.resolve("families.tsv"));
        for (String line : lines.subList(1, lines.size())) {
            rows.add(line.split("\t", -1));
        }
        return rows;
    }

    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, "*.jsonl")) {
            stream.forEach(files::add);
        }
        files.sort(null);
        return files;
    }

    static String model(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ".jsonl".length());
    }

    static List<Response> read(Path file) throws IOException {
        List<Response> responses = new ArrayList<>();
        for (Map<String, String> line : lines(file)) {
            responses.add(new Response(
                    line.get("id"),
                    Prompt.of(line.getOrDefault("prompt", "")),
                    line.get("response"),
                    line.getOrDefault("reasoning", ""),
                    model(file),
                    line.getOrDefault("lang", ""),
                    0,
                    FinishReason.UNKNOWN,
                    Source.NONE));
        }
        return responses;
    }

    /** The top-level values of each line's object as text. */
    private static List<Map<String, String>> lines(Path file) throws IOException {
        List<Map<String, String>> lines = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            while (parser.nextToken() != null) {
                Map<String, String> line = new LinkedHashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    if (parser.currentToken().isStructStart()) {
                        parser.skipChildren();
                    } else {
                        line.put(name, parser.getText());
                    }
                }
                lines.add(line);
            }
        }
        return lines;
    }
}
