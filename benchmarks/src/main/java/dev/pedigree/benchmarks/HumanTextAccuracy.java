package dev.pedigree.benchmarks;

import dev.pedigree.LineageAudit;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.corpus.Response;
import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.HumanLikeness;
import dev.pedigree.verdict.HumanTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Learns to tell texts of people from answers of models, and measures how well that does on sources and families that had no part in
 * it. Run: {@code HumanTextAccuracy CORPORA TABLE}; writes the table that ships as {@code human-texts.tsv} to TABLE and prints the
 * held-out figures. English only.
 */
public final class HumanTextAccuracy {
    private static final int TEXTS = 50;
    private static final int HUMAN_DRAWS = 40;
    private static final int MODEL_DRAWS = 2;
    private static final int FOLDS = 6;
    private static final String BASE_CONTINUED = "davinci";

    private static final String HEAD =
            "# What tells English texts of people from answers of models: mean rate and weight of each function word,\n"
                    + "# and the highest score of each family of models from weights learned without it. Aggregates only; written by\n"
                    + "# HumanTextAccuracy of the benchmarks.\n";

    /** Where people's texts are from: file, source, and which lines of it. Sources that may share authors have one name. */
    private record People(String file, String source, String part, int from, int to) {}

    private static final List<People> PEOPLE = List.of(
            new People("fastdetect_api_writing/human.jsonl", "stories", "stories", 0, Integer.MAX_VALUE),
            new People("fastdetect_api_xsum/human.jsonl", "news", "news", 0, Integer.MAX_VALUE),
            new People("m4_reddit/human.jsonl", "explanations", "explanations", 0, Integer.MAX_VALUE),
            new People("selfinstruct_252/human_target.jsonl", "self-instruct", "self-instruct", 0, Integer.MAX_VALUE),
            new People("teacher_data/selfinstruct_seed__human.jsonl", "self-instruct", "seed", 0, Integer.MAX_VALUE),
            new People("teacher_data/lima__human.jsonl", "lima", "lima, all", 0, Integer.MAX_VALUE),
            new People("teacher_data/lima__human.jsonl", "lima", "lima, Stack Exchange", 0, 400),
            new People("teacher_data/lima__human.jsonl", "lima", "lima, its authors", 400, 600),
            new People("teacher_data/lima__human.jsonl", "lima", "lima, wikiHow", 600, 800),
            new People("teacher_data/lima__human.jsonl", "lima", "lima, Reddit", 850, 1000));

    private static final List<String> FOLDERS = List.of(
            "alpaca_eval",
            "arena_hard_v01",
            "mt_bench",
            "fastdetect_api_writing",
            "fastdetect_api_xsum",
            "m4_reddit",
            "teacher_data",
            "eq_creative",
            "debate");

    private record Case(HumanTexts.Known known, String name, String part, String kind, boolean whole) {}

    /** What people's texts were drawn for one audit, and from which source they are. */
    private record Suspect(String source, String part, Fingerprint print) {}

    private final Path corpora;
    private final CorpusReader reader = CorpusReader.detect();
    private final List<Case> cases = new ArrayList<>();
    private final List<Suspect> suspects = new ArrayList<>();

    private HumanTextAccuracy(Path corpora) {
        this.corpora = corpora;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            System.err.println("HumanTextAccuracy CORPORA TABLE");
            System.exit(2);
        }
        HumanTextAccuracy accuracy = new HumanTextAccuracy(Path.of(args[0]));
        accuracy.read();
        HumanTexts texts = HumanTexts.learn(accuracy.known(c -> true));
        Files.writeString(Path.of(args[1]), HEAD + texts.table(), StandardCharsets.UTF_8);
        accuracy.people();
        accuracy.models();
    }

    private void read() throws IOException {
        for (People people : PEOPLE) {
            List<Response> all = reader.read(corpora.resolve(people.file())).responses();
            List<Response> part = all.subList(people.from(), Math.min(all.size(), people.to()));
            for (int draw = 0; draw < HUMAN_DRAWS; draw++) {
                add(people.source(), true, part, draw, people.part(), people.part(), "people");
            }
        }
        ModelTable table = ModelTable.builtIn();
        for (String folder : FOLDERS) {
            for (ModelSource source : CorpusReader.models(corpora.resolve(folder))) {
                String name = source.name();
                ReferenceModel model = table.get(name);
                if (name.contains("human") || name.contains("_zh") || name.startsWith("zena007")) {
                    continue;
                }
                if (model.kind() == ReferenceModel.Kind.JUNK) {
                    continue;
                }
                String kind = name.equals(BASE_CONTINUED)
                        ? "base model that goes on with people's texts"
                        : model.kind().name().toLowerCase(Locale.ROOT);
                List<Response> all = reader.read(source.path()).responses();
                for (int draw = -1; draw < MODEL_DRAWS; draw++) {
                    add(model.family(), false, all, draw, name, folder, kind);
                }
            }
        }
    }

    private void add(
            String source, boolean human, List<Response> all, int draw, String name, String part, String kind) {
        List<Response> drawn = new ArrayList<>(all);
        if (draw >= 0) {
            drawn.sort(AccuracyFingerprints.order(draw));
            drawn = drawn.subList(0, Math.min(TEXTS, drawn.size()));
        }
        Fingerprint print = Fingerprinter.withDefaults().fingerprint(Corpus.of("texts", drawn));
        if (human) {
            suspects.add(new Suspect(source, part, print));
        }
        cases.add(new Case(
                new HumanTexts.Known(source, human, print.counts(FeatureFamily.FUNCTION_WORDS)),
                name,
                part,
                kind,
                draw < 0));
    }

    /** What is learned from: not base models that go on with texts of people, which write like people. */
    private List<HumanTexts.Known> known(Predicate<Case> which) {
        return cases.stream()
                .filter(c -> !c.name().equals(BASE_CONTINUED))
                .filter(which)
                .map(Case::known)
                .toList();
    }

    private void people() {
        Set<String> sources = new LinkedHashSet<>();
        PEOPLE.forEach(p -> sources.add(p.source()));
        Map<String, int[]> found = new LinkedHashMap<>();
        Map<String, Map<String, Integer>> verdicts = new LinkedHashMap<>();
        for (String source : sources) {
            HumanTexts texts = HumanTexts.learn(
                    known(c -> !c.known().human() || !c.known().source().equals(source)));
            LineageAudit audit = LineageAudit.withDefaults().withHumanTexts(texts);
            for (Suspect suspect : suspects) {
                if (suspect.source().equals(source)) {
                    Conclusion conclusion = audit.examine(suspect.print(), unread(suspect.print()))
                            .conclusion();
                    String said = conclusion.candidates().isEmpty()
                            ? conclusion.kind().toString()
                            : conclusion.kind() + " names "
                                    + conclusion.candidates().get(0);
                    verdicts.computeIfAbsent(suspect.part(), k -> new TreeMap<>())
                            .merge(said, 1, Integer::sum);
                }
            }
            for (Case texting : cases) {
                if (texting.known().human() && texting.known().source().equals(source)) {
                    count(found.computeIfAbsent(texting.part(), k -> new int[4]), texts, texting);
                }
            }
        }
        print("texts of people, their whole source left out, suspects of " + TEXTS, found);
        System.out.println("whole audits of the same suspects");
        verdicts.forEach((part, said) -> System.out.println("  " + part + ": " + said));
    }

    private static ReadSummary unread(Fingerprint print) {
        return new ReadSummary(List.of("drawn"), print.responses(), 0, 0, 0, 0, 0, List.of(), List.of(), "");
    }

    private void models() {
        List<String> families = cases.stream()
                .filter(c -> !c.known().human())
                .map(c -> c.known().source())
                .distinct()
                .sorted()
                .toList();
        Map<String, int[]> few = new TreeMap<>();
        Map<String, int[]> whole = new TreeMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int now = fold;
            Predicate<Case> out =
                    c -> !c.known().human() && families.indexOf(c.known().source()) % FOLDS == now;
            HumanTexts texts = HumanTexts.learn(known(out.negate()));
            for (Case model : cases) {
                if (out.test(model)) {
                    Map<String, int[]> table = model.whole() ? whole : few;
                    boolean said = count(table.computeIfAbsent(model.kind(), k -> new int[4]), texts, model);
                    if (!model.name().equals(BASE_CONTINUED)) {
                        count(table.computeIfAbsent("all but that", k -> new int[4]), texts, model);
                    }
                    if (said) {
                        System.out.println("taken for people: " + model.name() + ", " + model.part()
                                + (model.whole() ? ", all answers" : ", " + TEXTS + " answers"));
                    }
                }
            }
        }
        print("models, their whole family left out, suspects of " + TEXTS, few);
        print("models, their whole family left out, all answers", whole);
    }

    /** Counts suspects, those said to be like people, those unclear, and those that were not judged. */
    private static boolean count(int[] counts, HumanTexts texts, Case suspect) {
        Optional<HumanLikeness> found = texts.examine(suspect.known().functionWords());
        counts[0]++;
        if (found.isEmpty()) {
            counts[3]++;
        } else if (found.get().isLikePeople()) {
            counts[1]++;
        } else if (found.get().pValue() <= 0.1) {
            counts[2]++;
        }
        return found.map(HumanLikeness::isLikePeople).orElse(false);
    }

    private static void print(String title, Map<String, int[]> table) {
        System.out.println(title);
        table.forEach((what, n) -> System.out.printf(
                Locale.ROOT,
                "  %s: %d suspects, like people %.3f, cannot tell %.3f, not judged %.3f%n",
                what,
                n[0],
                (double) n[1] / n[0],
                (double) n[2] / n[0],
                (double) n[3] / n[0]));
    }
}
