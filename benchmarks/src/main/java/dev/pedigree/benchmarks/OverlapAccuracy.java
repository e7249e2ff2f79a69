package dev.pedigree.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Prompt;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import dev.pedigree.overlap.NearAnswer;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapIndex;
import dev.pedigree.overlap.OverlapMatch;
import dev.pedigree.overlap.SharedSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The figures of overlap, measured on a folder of corpora: {@code OverlapAccuracy CORPORA planted|planted-same|unrelated|near|copies|code
 * dev|test}. Families are dealt to the half {@code dev}, on which parameters were chosen, and to the half {@code test}, on which
 * they are reported.
 */
public final class OverlapAccuracy {
    private static final JsonFactory JSON = new JsonFactory();

    /** Takes every so manieth prompt of alpaca_eval. */
    private static final int EVERY = Integer.getInteger("every", 1);

    /** Whether to print the texts that were missed. */
    private static final boolean SHOW = Boolean.getBoolean("show");

    private final Path corpora;
    private final boolean test;
    private final Map<String, String> families = new TreeMap<>();

    /** Family, lab, teachers, parent and base, without their version of each model: two that share one of them are no unrelated pair. */
    private final Map<String, Set<String>> kinOf = new TreeMap<>();

    private OverlapAccuracy(Path corpora, boolean test) throws IOException {
        this.corpora = corpora;
        this.test = test;
        for (String line : Files.readAllLines(corpora.resolve("families.tsv"))) {
            String[] cells = line.split("\t");
            families.put(cells[0], cells[1]);
            Set<String> kin = new TreeSet<>();
            for (int column : new int[] {1, 2, 4, 5, 6}) {
                for (String name : column < cells.length ? cells[column].split("[,; ]+") : new String[0]) {
                    if (!name.isEmpty()) {
                        kin.add(name.startsWith("mistral") ? "mistral" : name.replaceAll("[0-9.].*", ""));
                    }
                }
            }
            kinOf.put(cells[0], kin);
        }
    }

    public static void main(String[] args) throws IOException {
        OverlapAccuracy run = new OverlapAccuracy(Path.of(args[0]), args.length > 2 && args[2].equals("test"));
        switch (args[1]) {
            case "planted" -> run.planted(false);
            case "planted-same" -> run.planted(true);
            case "unrelated" -> run.unrelated();
            case "near" -> run.near();
            case "copies" -> run.copies();
            case "code" -> CodeOverlapAccuracy.run(run.corpora, run.test);
            default -> throw new IllegalArgumentException(args[1]);
        }
    }

    static Corpus read(Path file, int most) {
        List<Response> out = new ArrayList<>();
        String name = file.getFileName().toString().replace(".jsonl", "");
        try (Stream<String> lines = Files.lines(file)) {
            for (String line : (Iterable<String>) lines.limit(most)::iterator) {
                Map<String, String> record = record(line);
                out.add(new Response(
                        record.getOrDefault("id", ""),
                        Prompt.of(record.getOrDefault("prompt", "")),
                        record.getOrDefault("response", ""),
                        "",
                        name,
                        record.getOrDefault("lang", ""),
                        Integer.parseInt(record.getOrDefault("sample", "0")),
                        FinishReason.UNKNOWN,
                        Source.NONE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Corpus.of(name, out);
    }

    private static Map<String, String> record(String line) throws IOException {
        Map<String, String> out = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(line)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value.isScalarValue()) {
                    out.put(field, value == JsonToken.VALUE_NULL ? "" : parser.getText());
                } else {
                    parser.skipChildren();
                }
            }
        }
        return out;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.filter(p -> p.toString().endsWith(".jsonl")).sorted().toList();
        }
    }

    private List<Corpus> alpaca() throws IOException {
        List<Corpus> out = new ArrayList<>();
        for (Path file : files(corpora.resolve("alpaca_eval"))) {
            Corpus whole = read(file, Integer.MAX_VALUE);
            out.add(Corpus.of(
                    whole.name(),
                    whole.responses().stream()
                            .filter(r -> Integer.parseInt(r.id().substring(2)) % EVERY == 0)
                            .toList()));
        }
        return out;
    }

    private String family(String model) {
        return families.getOrDefault(model, model);
    }

    /** Whether a model is of the half that is measured. */
    private boolean mine(String model) {
        return (Math.floorMod(family(model).hashCode() * 0x9E3779B1, 1 << 20) & 1024) == (test ? 1024 : 0);
    }

    private boolean independent(String model) {
        String family = family(model);
        return !List.of("moa", "junk", "aligner-c", "aligner-g", "aligner-q").contains(family);
    }

    /** Spans of 12 to 40 words of one model's answers, put into another model's answers to other prompts, or to the same one. */
    private void planted(boolean same) throws IOException {
        List<Corpus> all = alpaca();
        OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(all), families);
        List<Corpus> donors = all.stream()
                .filter(c -> mine(c.name()) && independent(c.name()))
                .toList();
        SplittableRandom random = new SplittableRandom(test ? 20261123 : 20261122);
        int planted = 0;
        int found = 0;
        int foundBySource = 0;
        Map<Integer, int[]> byLength = new TreeMap<>();
        List<Response> responses = new ArrayList<>();
        List<String[]> truth = new ArrayList<>();
        while (planted < 1000) {
            Corpus donor = donors.get(random.nextInt(donors.size()));
            Corpus host = donors.get(random.nextInt(donors.size()));
            Response from =
                    donor.responses().get(random.nextInt(donor.responses().size()));
            Response to = host.responses().get(random.nextInt(host.responses().size()));
            if (same) {
                to = host.responses().stream()
                        .filter(r -> r.id().equals(from.id()))
                        .findFirst()
                        .orElse(to);
                if (!to.id().equals(from.id()) || family(host.name()).equals(family(donor.name()))) {
                    continue;
                }
            }
            String[] words = from.text().split("(?<=\\s)");
            int length = 12 + random.nextInt(29);
            if (from.text().contains("```")
                    || words.length < length
                    || from.id().equals(to.id()) != same) {
                continue;
            }
            int at = random.nextInt(words.length - length + 1);
            StringBuilder span = new StringBuilder();
            for (int i = at; i < at + length; i++) {
                span.append(words[i]);
            }
            // from the first word to the last: a rule of a table in front of them is nothing to find
            String piece = span.toString().replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
            long real = Arrays.stream(piece.split("\\s+"))
                    .filter(w -> w.matches(".*[\\p{L}\\p{N}].*"))
                    .count();
            if (real < 12) {
                continue;
            }
            int cut = to.text().indexOf("\n\n");
            cut = cut < 0 || to.text().contains("```") ? 0 : cut;
            String text = to.text().substring(0, cut) + "\n\n" + piece + "\n\n"
                    + to.text().substring(cut);
            responses.add(new Response(
                    "p" + planted, to.prompt(), text, "", host.name(), "", 0, FinishReason.UNKNOWN, Source.NONE));
            truth.add(new String[] {piece, donor.name(), host.name(), String.valueOf(real)});
            planted++;
        }
        int common = 0;
        Map<String, String> plainTexts = new HashMap<>();
        List<String> missed = new ArrayList<>();
        OverlapFinding finding = finder.find(Corpus.of("planted", responses));
        Map<String, List<OverlapMatch>> byId = new TreeMap<>();
        finding.matches()
                .forEach(m -> byId.computeIfAbsent(m.suspectId(), x -> new ArrayList<>())
                        .add(m));
        Map<String, List<SharedSpan>> spans = new TreeMap<>();
        finding.sharedSpans()
                .forEach(s -> spans.computeIfAbsent(s.suspectId(), x -> new ArrayList<>())
                        .add(s));
        int listed = 0;
        int listedBySource = 0;
        Map<String, Integer> reasons = new TreeMap<>();
        for (int i = 0; i < planted; i++) {
            String[] t = truth.get(i);
            int start = responses.get(i).text().indexOf(t[0]);
            int end = start + t[0].length();
            boolean hit = false;
            boolean source = false;
            for (OverlapMatch m : byId.getOrDefault("p" + i, List.of())) {
                boolean covers =
                        Math.min(end, m.suspectEnd()) - Math.max(start, m.suspectStart()) >= 0.9 * (end - start);
                hit |= covers && !m.referenceModel().equals(t[2]);
                source |= covers && family(m.referenceModel()).equals(family(t[1]));
            }
            boolean spanHit = false;
            boolean spanSource = false;
            String reason = "found in no list";
            for (SharedSpan m : spans.getOrDefault("p" + i, List.of())) {
                boolean covers =
                        Math.min(end, m.suspectEnd()) - Math.max(start, m.suspectStart()) >= 0.9 * (end - start);
                spanHit |= covers && !m.referenceModel().equals(t[2]);
                boolean names = covers && family(m.referenceModel()).equals(family(t[1]));
                if (names && !spanSource || covers && reason.startsWith("found")) {
                    reason = m.reason() + (names ? "" : ", of another model");
                }
                spanSource |= names;
            }
            listed += hit || spanHit || source || spanSource ? 1 : 0;
            listedBySource += source || spanSource ? 1 : 0;
            if (!source) {
                reasons.merge(hit ? "a match with another model" : reason, 1, Integer::sum);
            }
            found += hit ? 1 : 0;
            foundBySource += source ? 1 : 0;
            int[] cell = byLength.computeIfAbsent(Integer.parseInt(t[3]) / 5 * 5, x -> new int[2]);
            cell[0]++;
            cell[1] += source ? 1 : 0;
            if (!hit && !source) {
                String plain = plain(t[0]);
                Set<String> writers = new TreeSet<>();
                for (Corpus c : all) {
                    for (Response r : c.responses()) {
                        boolean holds = plainTexts
                                .computeIfAbsent(c.name() + " " + r.id(), k -> plain(r.text()))
                                .contains(plain);
                        if (holds && !family(c.name()).equals(family(t[1]))) {
                            writers.add(family(c.name()));
                        }
                    }
                }
                common += writers.size() >= 2 ? 1 : 0;
                missed.add(reason + " | " + writers.size() + " other families | " + t[3] + " | " + t[1] + " | "
                        + t[0].replace('\n', ' '));
            }
        }
        say("planted %d; not found and held whole by two other families: %d", planted, common);
        say(
                "planted %d: found %d (%.4f), with the donor or its family named %d (%.4f)",
                planted, found, found / (double) planted, foundBySource, foundBySource / (double) planted);
        say(
                "listed, as a match or not: %d (%.4f), with the donor or its family named %d (%.4f)",
                listed, listed / (double) planted, listedBySource, listedBySource / (double) planted);
        say("not a match with the donor or its family, by the reason: %s", reasons);
        say(
                "%d spans listed that are no matches, %d left out",
                finding.sharedSpans().size(), finding.spansLeftOut());
        byLength.forEach((l, c) -> say("  %d+ words: %d of %d", l, c[1], c[0]));
        missed.forEach(m -> say("  missed: %s", m));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** What is left between models of different families. */
    private void unrelated() throws IOException {
        List<Corpus> all = alpaca();
        OverlapFinder base = OverlapFinder.of(OverlapIndex.of(all), families);
        List<Corpus> suspects = all.stream()
                .filter(c -> mine(c.name()) && independent(c.name()))
                .toList();
        SplittableRandom random = new SplittableRandom(7);
        long answers = 0;
        long pairs = 0;
        Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
        List<String> shown = new ArrayList<>();
        for (int n = 0; n < 10; n++) {
            Corpus suspect = suspects.get(random.nextInt(suspects.size()));
            List<String> relatives = new ArrayList<>();
            long others = 0;
            for (Corpus c : all) {
                boolean skip =
                        !Collections.disjoint(kinOf.get(c.name()), kinOf.get(suspect.name())) || !independent(c.name());
                if (skip) {
                    relatives.add(c.name());
                } else {
                    others += c.responses().size();
                }
            }
            OverlapFinding finding = base.without(relatives).find(suspect);
            answers += finding.answers();
            pairs += others;
            for (OverlapMatch m : finding.matches()) {
                Map<Integer, Integer> kind = counts.computeIfAbsent(
                        m.kind() + (m.samePrompt() ? " same prompt" : " other prompt"), k -> new TreeMap<>());
                for (int bar : new int[] {8, 12, 16, 20, 24, 30, 40, 60}) {
                    if (m.words() >= bar) {
                        kind.merge(bar, 1, Integer::sum);
                    }
                }
                if (random.nextInt(8) == 0 && shown.size() < 60) {
                    shown.add(m.kind() + " " + m.words() + " r" + m.rarity() + " p" + m.pValue() + " " + suspect.name()
                            + " ~ " + m.referenceModel() + " | " + m.quote().replace('\n', ' '));
                }
            }
            say(
                    "%s: %d matches, %d spans besides, %d left out, null of %d pairs; top %s",
                    suspect.name(),
                    finding.matches().size(),
                    finding.sharedSpans().size(),
                    finding.spansLeftOut(),
                    finding.nullPairs(),
                    finding.references().stream().limit(4).toList());
        }
        say(
                "%d answers against %d answers of unrelated models (%.0f models)",
                answers, pairs, (double) pairs / answers);
        for (boolean code : new boolean[] {false, true}) {
            int sum = counts.entrySet().stream()
                    .filter(kind -> kind.getKey().startsWith("CODE") == code)
                    .mapToInt(kind -> kind.getValue().getOrDefault(8, 0))
                    .sum();
            say(
                    "  %s, all: per 1,000 answers and reference model %.3f",
                    code ? "programs" : "verbatim and near", 1000.0 * sum / pairs);
        }
        for (var kind : counts.entrySet()) {
            for (var bar : kind.getValue().entrySet()) {
                say(
                        "  %s with >= %d words: %d; per 1,000 answers and reference model %.3f; per 1,000 answers against all %.1f",
                        kind.getKey(),
                        bar.getKey(),
                        bar.getValue(),
                        1000.0 * bar.getValue() / (answers * ((double) pairs / answers)),
                        1000.0 * bar.getValue() / answers);
            }
        }
        shown.forEach(s -> say("  %s", s.length() > 400 ? s.substring(0, 400) : s));
    }

    private void near() throws IOException {
        List<Corpus> all = alpaca();
        OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(all), families);
        List<Corpus> donors = all.stream()
                .filter(c -> mine(c.name()) && independent(c.name()))
                .toList();
        String[] kinds = {"substitute", "delete", "insert", "mixed"};
        Map<String, String> texts = new HashMap<>();
        all.forEach(c -> c.responses().forEach(r -> texts.put(c.name() + " " + r.id(), plain(r.text()))));
        List<String> vocabulary = new ArrayList<>();
        for (Corpus c : donors) {
            for (int i = 0; i < 20; i++) {
                vocabulary.addAll(Arrays.asList(
                        c.responses().get(i * c.responses().size() / 20).text().split("\\s+")));
            }
        }
        for (boolean prompted : new boolean[] {true, false}) {
            for (double rate : new double[] {0.1, 0.2, 0.3}) {
                for (String kind : kinds) {
                    SplittableRandom random = new SplittableRandom(11);
                    List<Response> responses = new ArrayList<>();
                    List<Response> origin = new ArrayList<>();
                    List<String> owners = new ArrayList<>();
                    for (int i = 0; i < 300; i++) {
                        Corpus donor = donors.get(random.nextInt(donors.size()));
                        Response r = donor.responses()
                                .get(random.nextInt(donor.responses().size()));
                        String text = edit(r.text(), rate, kind, vocabulary, random);
                        responses.add(new Response(
                                "n" + i,
                                prompted ? r.prompt() : Prompt.UNKNOWN,
                                text,
                                "",
                                "",
                                "",
                                0,
                                FinishReason.UNKNOWN,
                                Source.NONE));
                        origin.add(r);
                        owners.add(donor.name());
                    }
                    OverlapFinding finding = finder.find(Corpus.of("edited", responses));
                    boolean[] hit = new boolean[responses.size()];
                    for (OverlapMatch m : finding.matches()) {
                        int i = Integer.parseInt(m.suspectId().substring(1));
                        hit[i] |= m.referenceId().equals(origin.get(i).id())
                                && family(m.referenceModel()).equals(family(owners.get(i)));
                    }
                    boolean[] listed = new boolean[responses.size()];
                    boolean[] listedText = new boolean[responses.size()];
                    for (NearAnswer near : finding.nearAnswers()) {
                        int i = Integer.parseInt(near.suspectId().substring(1));
                        boolean sameAnswer =
                                near.referenceId().equals(origin.get(i).id());
                        listed[i] |= sameAnswer && family(near.referenceModel()).equals(family(owners.get(i)));
                        listedText[i] |= sameAnswer
                                && texts.getOrDefault(near.referenceModel() + " " + near.referenceId(), "")
                                        .equals(plain(origin.get(i).text()));
                        listedText[i] |= listed[i];
                    }
                    for (int i = 0; SHOW && i < hit.length; i++) {
                        if (!hit[i]) {
                            say(
                                    "  missed (%s): %s",
                                    owners.get(i), responses.get(i).text().replace('\n', ' '));
                        }
                    }
                    String what = String.format(
                            Locale.ROOT, "prompt %s, %.0f %% %s", prompted ? "known" : "unknown", 100 * rate, kind);
                    say("%s, a match with its source:%s", what, byLength(hit, origin));
                    say("%s, listed as nearly the same, its source named:%s", what, byLength(listed, origin));
                    say("%s, or another's answer of the same words:%s", what, byLength(listedText, origin));
                }
            }
        }
    }

    /** The share that was found of answers of so many words and more. */
    private static String byLength(boolean[] found, List<Response> origin) {
        StringBuilder out = new StringBuilder();
        for (int least : new int[] {0, 12, 24, 50, 100}) {
            int all = 0;
            int hits = 0;
            for (int i = 0; i < found.length; i++) {
                if (origin.get(i).text().split("\\s+").length >= least) {
                    all++;
                    hits += found[i] ? 1 : 0;
                }
            }
            out.append(String.format(Locale.ROOT, "  >=%d words %.3f (%d)", least, hits / (double) all, all));
        }
        return out.toString();
    }

    private static String edit(
            String text, double rate, String kind, List<String> vocabulary, SplittableRandom random) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split("(?<=\\s)")) {
            String how = kind.equals("mixed")
                    ? List.of("substitute", "delete", "insert").get(random.nextInt(3))
                    : kind;
            String other = vocabulary.get(random.nextInt(vocabulary.size())) + " ";
            if (random.nextDouble() >= rate) {
                out.append(word);
            } else if (how.equals("substitute")) {
                out.append(other);
            } else if (how.equals("insert")) {
                out.append(word).append(other);
            }
        }
        return out.toString();
    }

    private void copies() throws IOException {
        List<Corpus> all = alpaca();
        OverlapFinder base = OverlapFinder.of(OverlapIndex.of(all), families);
        UnaryOperator<String> squeezed = s -> s.replaceAll("\\s+", "");
        for (Corpus suspect : all) {
            String name = suspect.name();
            if (!name.startsWith("aligner-2b")
                    && !name.equals("gpt4_gamed")
                    && !name.startsWith("Samba")
                    && !name.startsWith("blendaxai")) {
                continue;
            }
            Map<String, Integer> exact = new TreeMap<>();
            Map<String, List<String>> who = new TreeMap<>();
            int copied = 0;
            int copiedLong = 0;
            List<String> copiedIds = new ArrayList<>();
            for (Response r : suspect.responses()) {
                boolean any = false;
                for (Corpus other : all) {
                    if (other.name().equals(name)) {
                        continue;
                    }
                    for (Response o : other.responses()) {
                        if (o.id().equals(r.id())
                                && !r.text().isBlank()
                                && squeezed.apply(o.text()).equals(squeezed.apply(r.text()))) {
                            exact.merge(other.name(), 1, Integer::sum);
                            any = true;
                            break;
                        }
                    }
                }
                if (any) {
                    copied++;
                    if (r.text().split("\\s+").length >= 12) {
                        copiedLong++;
                        copiedIds.add(r.id());
                    }
                }
            }
            OverlapFinding finding = base.find(suspect);
            int listed = 0;
            int short1 = 0;
            StringBuilder missing = new StringBuilder();
            for (OverlapFinding.Reference reference : finding.references()) {
                listed += reference.equalAnswers();
            }
            int total = exact.values().stream().mapToInt(Integer::intValue).sum();
            for (String id : copiedIds) {
                boolean hit =
                        finding.matches().stream().anyMatch(m -> m.suspectId().equals(id) && m.samePrompt());
                short1 += hit ? 1 : 0;
                if (!hit && missing.length() < 200) {
                    missing.append(id).append(' ');
                }
            }
            String top = exact.entrySet().stream()
                    .sorted((a, b) -> b.getValue() - a.getValue())
                    .limit(4)
                    .toList()
                    .toString();
            say(
                    "%s: equal pairs %d (first %s), counted by the finder %d; answers equal to some model's %d; of %d with >= 12 words a match is listed for %d, not for %s",
                    name, total, top, listed, copied, copiedLong, short1, missing);
            say("   finder's first: %s", finding.references().stream().limit(3).toList());
            int[] why = new int[3];
            for (OverlapFinding.Reference reference : finding.references()) {
                OverlapFinding.Unmatched unmatched = reference.unmatched().orElseThrow();
                why[0] += unmatched.tooShort();
                why[1] += unmatched.ofPrompt();
                why[2] += unmatched.alsoByOthers();
            }
            say(
                    "   equal pairs that are no match: %d too short, %d of the prompt, %d also by others",
                    why[0], why[1], why[2]);
        }
    }

    static void say(String format, Object... args) {
        System.out.println(String.format(Locale.ROOT, format, args));
    }
}
