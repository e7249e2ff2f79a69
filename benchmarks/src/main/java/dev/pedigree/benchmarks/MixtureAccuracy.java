package dev.pedigree.benchmarks;

import dev.pedigree.compare.AnswerAuthors;
import dev.pedigree.compare.MixtureFit;
import dev.pedigree.compare.ShareEstimator;
import dev.pedigree.compare.Shares;
import dev.pedigree.corpus.Corpus;
import dev.pedigree.corpus.CorpusReader;
import dev.pedigree.corpus.ModelSource;
import dev.pedigree.corpus.Response;
import dev.pedigree.fingerprint.Fingerprinter;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.stats.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well shares of resemblance follow the true shares of whole answers of known models. Run: {@code MixtureAccuracy DIR...} prints the
 * figures for models of these folders; {@code MixtureAccuracy --write FILE DIR...} writes what ships as {@code answer-authors.bin},
 * learned from all answers of the folders; with {@code -Dmodels=3} from up to three models of a family.
 *
 * <p>In every round candidates are drawn among the families of labs' own models, and a third of all other families are strangers, of which
 * nothing is learned; the rest are those others from whom candidates must be told. One half of the prompts is learned from, and answers
 * to the other half are mixed. {@code -Dall=true} learns every lab's families apart, as what ships was learned, and not the candidates
 * alone; {@code -Dcandidates}, {@code -Drounds}, {@code -Ddraws} and {@code -Dfirst} (the first round's seed) set how much is done.
 */
public final class MixtureAccuracy {
    private static final int[] SIZES = {50, 100, 200, 400};
    private static final int MODELS_OF_A_FAMILY = Integer.getInteger("models", 1);

    private record Model(ReferenceModel model, String folder, List<Response> learned, List<Response> mixed) {
        String family() {
            return model.family();
        }
    }

    /** A mixture: its kind, and each source's share. */
    private record Recipe(String kind, double[] shares, boolean stranger) {}

    private static final List<Recipe> RECIPES = List.of(
            new Recipe("70/30", new double[] {0.7, 0.3}, false),
            new Recipe("90/10", new double[] {0.9, 0.1}, false),
            new Recipe("50/30 and 20 of a stranger", new double[] {0.5, 0.3, 0.2}, true),
            new Recipe("one alone", new double[] {1}, false),
            new Recipe("a stranger alone", new double[] {1}, true));

    /** Sums over draws. */
    private static final class Tally {
        private int draws;
        private double variation;
        private double residual;
        private double largest;
        private int shown;
        private double variationShown;
        private int covered;
        private final List<Double> beyond = new ArrayList<>(); // how far each truth is outside its interval
    }

    private final List<Model> models = new ArrayList<>();
    private final int rounds = Integer.getInteger("rounds", 6);
    private final int first = Integer.getInteger("first", 1);
    private final int draws = Integer.getInteger("draws", 60);
    private final boolean all = Boolean.getBoolean("all");
    private final int wanted = Integer.getInteger("candidates", 10);

    private MixtureAccuracy() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        boolean write = args.length > 2 && args[0].equals("--write");
        if (args.length == 0 || args[0].startsWith("-") && !write) {
            System.err.println("MixtureAccuracy [--write FILE] DIR...");
            System.exit(2);
        }
        MixtureAccuracy accuracy = new MixtureAccuracy();
        for (String folder : Arrays.asList(args).subList(write ? 2 : 0, args.length)) {
            accuracy.read(Path.of(folder), write);
        }
        if (write) {
            Set<String> primaries = accuracy.primaries();
            Files.write(Path.of(args[1]), accuracy.learn(primaries, Set.of()).toBytes());
        } else {
            accuracy.measure();
        }
    }

    private void read(Path folder, boolean all) throws IOException {
        ModelTable table = ModelTable.builtIn();
        Map<String, Integer> read = new TreeMap<>();
        for (ModelSource source : CorpusReader.models(folder)) {
            ReferenceModel model = table.get(source.name());
            if (!model.kind().standsInCohort() || read.merge(model.family(), 1, Integer::sum) > MODELS_OF_A_FAMILY) {
                continue;
            }
            List<Response> learned = new ArrayList<>();
            List<Response> mixed = new ArrayList<>();
            for (Response answer : CorpusReader.detect().read(source.path()).responses()) {
                boolean first = all || (SplitMix64.mix(answer.promptKey() + 1) & 1) == 0;
                (first ? learned : mixed).add(answer);
            }
            models.add(new Model(model, folder.getFileName().toString(), learned, mixed));
        }
    }

    private Set<String> primaries() {
        Set<String> families = new TreeSet<>();
        models.stream()
                .filter(m -> m.model().kind() == ReferenceModel.Kind.PRIMARY)
                .forEach(m -> families.add(m.family()));
        return families;
    }

    private AnswerAuthors learn(Set<String> candidates, Set<String> strangers) {
        List<AnswerAuthors.Known> known = new ArrayList<>();
        for (Model model : models) {
            if (!strangers.contains(model.family())) {
                String author = candidates.contains(model.family()) ? model.family() : AnswerAuthors.OTHERS;
                known.add(new AnswerAuthors.Known(author, model.learned()));
            }
        }
        return AnswerAuthors.learn(known);
    }

    /** Where all but the strangers stand, by their answers to the half of the prompts that is learned from. */
    private ReferenceLibrary library(Set<String> strangers) {
        LibraryBuilder builder = ReferenceLibrary.builder();
        for (Model model : models) {
            if (!strangers.contains(model.family())) {
                Corpus answers = Corpus.of(model.model().name(), model.learned());
                builder.add(
                        model.folder(),
                        model.model(),
                        Fingerprinter.withDefaults().fingerprint(answers));
            }
        }
        return builder.build("learned");
    }

    private void measure() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            SplitMix64 random = new SplitMix64(first + round);
            List<String> primaries = shuffled(primaries(), random);
            Set<String> candidates = new LinkedHashSet<>(primaries.subList(0, Math.min(wanted, primaries.size() - 1)));
            Set<String> rest = new TreeSet<>();
            models.stream()
                    .map(Model::family)
                    .filter(f -> !candidates.contains(f))
                    .forEach(rest::add);
            List<String> others = shuffled(rest, random);
            Set<String> strangers = new LinkedHashSet<>(others.subList(0, others.size() / 3));
            Set<String> told = new TreeSet<>(all ? primaries() : candidates);
            told.removeAll(strangers);
            AnswerAuthors authors = learn(told, strangers);
            MixtureFit fit = MixtureFit.in(library(strangers).cohort(m -> false));
            Map<Model, double[][]> likelihoods = new LinkedHashMap<>();
            for (int draw = 0; draw < draws; draw++) {
                for (Recipe recipe : RECIPES) {
                    for (int size : SIZES) {
                        one(recipe, size, authors, fit, candidates, strangers, likelihoods, random, tallies);
                    }
                }
            }
            System.out.println("round " + (round + 1) + ": candidates " + candidates + ", strangers " + strangers);
            System.out.flush();
        }
        System.out.println(
                "| mixture | answers | mixtures | total variation | residual | largest candidate | intervals that hold | short by | shown | variation of those |");
        tallies.forEach((what, t) -> System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.3f | %.3f | %.3f | %.2f | %.3f | %.2f | %.3f |%n",
                what,
                t.draws,
                t.variation / t.draws,
                t.residual / t.draws,
                t.largest / t.draws,
                (double) t.covered / t.beyond.size(),
                t.beyond.stream()
                        .sorted()
                        .skip((long) (ShareEstimator.LEVEL * t.beyond.size()))
                        .findFirst()
                        .orElse(0.0),
                (double) t.shown / t.draws,
                t.variationShown / Math.max(1, t.shown)));
    }

    private void one(
            Recipe recipe,
            int size,
            AnswerAuthors authors,
            MixtureFit fit,
            Set<String> candidates,
            Set<String> strangers,
            Map<Model, double[][]> likelihoods,
            SplitMix64 random,
            Map<String, Tally> tallies) {
        List<Model> sources = sources(recipe, candidates, strangers, random);
        int[] counts = new int[sources.size()];
        int left = size;
        for (int s = 0; s < counts.length; s++) {
            counts[s] = s + 1 == counts.length ? left : (int) Math.round(recipe.shares()[s] * size);
            left -= counts[s];
        }
        Map<Long, Integer> asked = new LinkedHashMap<>();
        List<double[]> mixture = new ArrayList<>();
        List<Response> mixed = new ArrayList<>();
        for (int s = 0; s < counts.length; s++) {
            Model source = sources.get(s);
            List<Response> answers =
                    source.mixed().stream().filter(a -> !a.text().isBlank()).toList();
            double[][] all = likelihoods.computeIfAbsent(source, m -> authors.likelihoods(answers));
            int taken = 0;
            for (int i : random.permutation(all.length)) {
                if (taken < counts[s] && asked.putIfAbsent(answers.get(i).promptKey(), s) == null) {
                    mixture.add(all[i]);
                    mixed.add(answers.get(i));
                    taken++;
                }
            }
            if (taken < counts[s]) {
                return; // the folder has too few prompts for mixtures of this size
            }
        }
        Shares shares = ShareEstimator.of(authors)
                .estimate(
                        mixture.toArray(double[][]::new),
                        mixed.stream().mapToLong(Response::promptKey).toArray(),
                        candidates,
                        Set.of());
        boolean shown = fit.admit(shares, Fingerprinter.withDefaults().fingerprint(Corpus.of("mixture", mixed)))
                .residual()
                .isPresent();
        Tally tally = tallies.computeIfAbsent(recipe.kind() + " | " + size, k -> new Tally());
        tally(shares, shown, sources, counts, tally);
    }

    private List<Model> sources(Recipe recipe, Set<String> candidates, Set<String> strangers, SplitMix64 random) {
        List<Model> sources = new ArrayList<>();
        List<Model> drawn = models.stream().toList();
        int known = recipe.shares().length - (recipe.stranger() ? 1 : 0);
        for (int i : random.permutation(drawn.size())) {
            Model model = drawn.get(i);
            boolean fresh = sources.stream().noneMatch(s -> s.family().equals(model.family()));
            boolean sameFolder = sources.isEmpty() || sources.get(0).folder().equals(model.folder());
            if (sources.size() < known && fresh && sameFolder && candidates.contains(model.family())) {
                sources.add(model);
            }
        }
        for (int i : random.permutation(drawn.size())) {
            Model model = drawn.get(i);
            boolean sameFolder = sources.isEmpty() || sources.get(0).folder().equals(model.folder());
            if (recipe.stranger() && sources.size() == known && sameFolder && strangers.contains(model.family())) {
                sources.add(model);
            }
        }
        return sources;
    }

    private static void tally(Shares shares, boolean shown, List<Model> sources, int[] counts, Tally tally) {
        int size = Arrays.stream(counts).sum();
        double apart = 0;
        double residual = 1;
        double largest = 0;
        for (Shares.Share share : shares.candidates()) {
            double truth = 0;
            for (int s = 0; s < counts.length; s++) {
                truth += sources.get(s).family().equals(share.family()) ? (double) counts[s] / size : 0;
            }
            residual -= truth;
            apart += Math.abs(share.share().value() - truth);
            largest = Math.max(largest, share.share().value());
            if (truth > 0) {
                count(share.share(), truth, tally);
            }
        }
        Estimate found = shares.residual().orElseThrow();
        apart += Math.abs(found.value() - residual);
        count(found, Math.max(0, residual), tally);
        tally.draws++;
        tally.variation += apart / 2;
        tally.shown += shown ? 1 : 0;
        tally.variationShown += shown ? apart / 2 : 0;
        tally.residual += found.value();
        tally.largest += largest;
    }

    private static void count(Estimate estimate, double truth, Tally tally) {
        double beyond = Math.max(0, Math.max(estimate.low() - truth, truth - estimate.high()));
        tally.beyond.add(beyond);
        tally.covered += beyond < 1e-9 ? 1 : 0;
    }

    private static List<String> shuffled(Set<String> names, SplitMix64 random) {
        List<String> all = List.copyOf(names);
        List<String> shuffled = new ArrayList<>();
        for (int i : random.permutation(all.size())) {
            shuffled.add(all.get(i));
        }
        return shuffled;
    }
}
