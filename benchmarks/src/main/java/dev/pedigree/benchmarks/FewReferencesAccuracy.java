package dev.pedigree.benchmarks;

import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.FinishReason;
import dev.pedigree.corpus.Response;
import dev.pedigree.corpus.Source;
import dev.pedigree.overlap.OverlapFinder;
import dev.pedigree.overlap.OverlapFinding;
import dev.pedigree.overlap.OverlapIndex;
import dev.pedigree.overlap.OverlapMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Overlap beside few references: {@code FewReferencesAccuracy CORPORA SET REFERENCES TRIALS [SEED]}. In each trial a suspect and so many
 * references that share no family, lab or teacher with it are drawn from the folder SET; its own answers are looked up, where every
 * match is false, and forty with a span of a reference's answer to the same prompt, and forty to another prompt, put into them.
 */
public final class FewReferencesAccuracy {
    private static final int PLANTED = 40;

    private final List<Corpus> all = new ArrayList<>();
    private final Map<String, Set<String>> kin = new TreeMap<>();
    private final Map<String, String> families = new TreeMap<>();
    private final SplittableRandom random;

    private FewReferencesAccuracy(Path corpora, String set, long seed) throws IOException {
        random = new SplittableRandom(seed);
        for (Path file : OverlapAccuracy.files(corpora.resolve(set))) {
            Corpus whole = OverlapAccuracy.read(file, Integer.MAX_VALUE);
            Set<String> seen = new HashSet<>();
            List<Response> first = whole.responses().stream()
                    .filter(r -> seen.add(String.valueOf(r.promptKey())))
                    .toList();
            all.add(Corpus.of(whole.name(), first));
        }
        boolean alpaca = set.equals("alpaca_eval");
        Path table = corpora.resolve(alpaca ? "families.tsv" : "families_arena_hard.tsv");
        for (String line : alpaca || set.equals("arena_hard_v01") ? Files.readAllLines(table) : List.<String>of()) {
            String[] cells = line.split("\t");
            families.put(cells[0], cells[1]);
            Set<String> names = kin.computeIfAbsent(cells[0], m -> new TreeSet<>());
            for (int column : alpaca ? new int[] {1, 2, 4, 5, 6} : new int[] {1, 2, 3}) {
                for (String name : column < cells.length ? cells[column].split("[,; ]+") : new String[0]) {
                    if (!name.isEmpty()) {
                        names.add(name.startsWith("mistral") ? "mistral" : name.replaceAll("[-0-9.].*", ""));
                    }
                }
            }
        }
        all.removeIf(c -> Set.of("moa", "junk", "aligner-c", "aligner-g", "aligner-q")
                .contains(families.getOrDefault(c.name(), "")));
        // where no table tells, the first word of a name is the family, and all of OpenAI and its students are one
        for (Corpus c : all) {
            String name = c.name().toLowerCase(Locale.ROOT).replaceAll("^.*__", "");
            String family = name.matches(
                            "(gpt|o1|o3|o4|chatgpt|alpaca|vicuna|fastchat|koala|wizard|nous|tulu|mpt|oasst|rwkv|stablelm|chatglm).*")
                    ? "gpt"
                    : name.contains("llama")
                            ? "llama"
                            : name.startsWith("mi") ? "mistral" : name.replaceAll("[-_0-9.( ].*", "");
            families.putIfAbsent(c.name(), family);
            kin.putIfAbsent(c.name(), Set.of(family));
        }
    }

    public static void main(String[] args) throws IOException {
        long seed = args.length > 4 ? Long.parseLong(args[4]) : 1;
        new FewReferencesAccuracy(Path.of(args[0]), args[1], seed)
                .run(Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    }

    private void run(int most, int trials) throws IOException {
        Map<String, Integer> falsely = new TreeMap<>();
        Map<String, int[]> found = new LinkedHashMap<>();
        long pairs = 0;
        for (int trial = 0; trial < trials; trial++) {
            Corpus suspect = all.get(random.nextInt(all.size()));
            List<Corpus> references = all.stream()
                    .filter(c -> Collections.disjoint(
                            kin.getOrDefault(c.name(), Set.of()), kin.getOrDefault(suspect.name(), Set.of())))
                    .collect(Collectors.toCollection(ArrayList::new));
            while (references.size() > most) {
                references.remove(random.nextInt(references.size()));
            }
            OverlapFinder finder = OverlapFinder.of(OverlapIndex.of(references), families);
            OverlapFinding honest = finder.find(suspect);
            pairs += (long) honest.answers() * references.size();
            honest.matches()
                    .forEach(m -> falsely.merge(m.kind() + (m.samePrompt() ? " same" : " other"), 1, Integer::sum));
            for (boolean same : new boolean[] {true, false}) {
                planted(suspect, references, same, finder, found);
            }
        }
        OverlapAccuracy.say("%d pairs of answers and models, false in 1,000:", pairs);
        for (Map.Entry<String, Integer> kind : falsely.entrySet()) {
            OverlapAccuracy.say("  %s %.2f", kind.getKey(), 1000.0 * kind.getValue() / pairs);
        }
        found.forEach((what, c) -> OverlapAccuracy.say("%s: %d of %d, %.3f", what, c[0], c[1], c[0] / (double) c[1]));
    }

    private void planted(
            Corpus suspect, List<Corpus> references, boolean same, OverlapFinder finder, Map<String, int[]> found)
            throws IOException {
        List<Response> answers = new ArrayList<>();
        List<String[]> truth = new ArrayList<>(); // the piece, the model
        for (int tries = 0; truth.size() < PLANTED && tries < 100_000; tries++) {
            Corpus donor = references.get(random.nextInt(references.size()));
            Response from =
                    donor.responses().get(random.nextInt(donor.responses().size()));
            Response to =
                    suspect.responses().get(random.nextInt(suspect.responses().size()));
            if (same) {
                to = suspect.responses().stream()
                        .filter(r -> r.promptKey() == from.promptKey())
                        .findFirst()
                        .orElse(to);
            }
            String[] words = from.text().split("(?<=\\s)");
            int length = 12 + random.nextInt(29);
            if (same != (to.promptKey() == from.promptKey())
                    || words.length < length
                    || from.text().contains("```")) {
                continue;
            }
            int at = random.nextInt(words.length - length + 1);
            String piece = String.join("", Arrays.asList(words).subList(at, at + length))
                    .replaceAll("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$", "");
            long real = Arrays.stream(piece.split("\\s+"))
                    .filter(w -> w.matches(".*[\\p{L}\\p{N}].*"))
                    .count();
            if (real < 12) {
                continue;
            }
            int cut = Math.max(0, to.text().contains("```") ? 0 : to.text().indexOf("\n\n"));
            String text = to.text().substring(0, cut) + "\n\n" + piece + "\n\n"
                    + to.text().substring(cut);
            answers.add(new Response(
                    "p" + truth.size(),
                    to.prompt(),
                    text,
                    "",
                    suspect.name(),
                    "",
                    0,
                    FinishReason.UNKNOWN,
                    Source.NONE));
            truth.add(new String[] {piece, donor.name()});
        }
        OverlapFinding finding = finder.find(Corpus.of(suspect.name(), answers));
        for (int i = 0; i < truth.size(); i++) {
            int start = answers.get(i).text().indexOf(truth.get(i)[0]);
            int end = start + truth.get(i)[0].length();
            String id = "p" + i;
            String family = families.getOrDefault(truth.get(i)[1], "");
            boolean match = false;
            for (OverlapMatch m : finding.matches()) {
                match |= m.suspectId().equals(id)
                        && family.equals(families.get(m.referenceModel()))
                        && covers(start, end, m.suspectStart(), m.suspectEnd());
            }
            boolean listed = match
                    || finding.sharedSpans().stream()
                            .anyMatch(s -> s.suspectId().equals(id)
                                    && family.equals(families.get(s.referenceModel()))
                                    && covers(start, end, s.suspectStart(), s.suspectEnd()));
            String prompt = same ? "same prompt" : "other prompt";
            count(found, "planted, " + prompt + ", a match", match);
            count(found, "planted, " + prompt + ", listed", listed);
        }
    }

    private static boolean covers(int start, int end, int from, int to) {
        return Math.min(end, to) - Math.max(start, from) >= 0.9 * (end - start);
    }

    private static void count(Map<String, int[]> found, String what, boolean hit) {
        int[] cell = found.computeIfAbsent(what, w -> new int[2]);
        cell[0] += hit ? 1 : 0;
        cell[1]++;
    }
}
