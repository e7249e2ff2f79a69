package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.compare.ComparedModel;
import dev.pedigree.compare.ModelDistances;
import dev.pedigree.compare.ModelMap;
import dev.pedigree.compare.ModelTree;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import dev.pedigree.reference.ReferenceModel.Kind;
import dev.pedigree.stats.DistanceTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How many families of models stand whole in the tree of a folder's models, and how long it takes.
 *
 * <pre>
 * java -cp benchmarks.jar dev.pedigree.benchmarks.TreeFamilies --corpus DIR [--cache DIR]
 * </pre>
 *
 * <p>A family of three models or more is whole where one branch of the tree, branches below one half collapsed, parts its members from
 * all others, on whichever side of the branch they are. Counted three ways: by the families of Pedigree's table of models; with models
 * that were trained further from a chat model's weights in its family, as a group without its ancestor is none; and so with models that
 * hand on answers of others (copies, mixtures of agents, entries made to fool benchmarks) taken out of the finished tree. Each is also
 * given for every second family by name, so that what was chosen by the ones can be judged by the others.
 */
public final class TreeFamilies {
    private static final int RESAMPLES = 100;
    private static final int LEAST = 3;
    private static final Set<String> MIXTURES = Set.of("moa", "junk");

    private TreeFamilies() {}

    /**
     * Measures.
     *
     * @param args see the class
     * @throws IOException if an input cannot be read
     */
    public static void main(String[] args) throws IOException {
        Map<String, String> given = EvaluateOptions.named(args, Set.of("--corpus", "--cache"));
        Optional<Path> cache = Optional.ofNullable(given.get("--cache")).map(Path::of);
        Map<String, Fingerprint> folder =
                new AccuracyFingerprints(cache).folder(Path.of(given.get("--corpus")), Selection.ALL);
        ModelTable table = ModelTable.builtIn();
        List<ReferenceModel> models = folder.keySet().stream().map(table::get).toList();
        List<Fingerprint> prints = List.copyOf(folder.values());
        Map<String, Function<List<Fingerprint>, ModelDistances>> bases = new TreeMap<>();
        bases.put("phrases", p -> ModelDistances.byPhrases(models, p, List.of()));
        bases.put("wording", p -> ModelDistances.byWording(models, p, List.of()));
        bases.put("habits, shipped library", p -> ModelDistances.byHabits(ReferenceLibrary.builtIn(), List.of()));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        bases.forEach((name, basis) -> {
            long start = System.nanoTime();
            ModelTree tree = ModelTree.of(basis.apply(prints), RESAMPLES);
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf(
                    Locale.ROOT,
                    "%s: %d models, %d resamples, %.1f s%n",
                    name,
                    tree.models().size(),
                    RESAMPLES,
                    seconds);
            say(out, "by family", tree, familyOf(tree, table, false), false, table);
            say(out, "with descendants by weights", tree, familyOf(tree, table, true), false, table);
            say(out, "without copies and mixtures", tree, familyOf(tree, table, true), true, table);
            map(out, ModelMap.of(basis.apply(prints), 1), familyOf(tree, table, true));
        });
    }

    /** How often the nearest model on the map is one of the family. */
    private static void map(PrintStream out, ModelMap map, List<String> families) {
        int near = 0;
        int all = 0;
        for (int i = 0; i < families.size(); i++) {
            String family = families.get(i);
            if (families.stream().filter(family::equals).count() >= LEAST && !MIXTURES.contains(family)) {
                near += families.get(nearest(map.points(), i)).equals(family) ? 1 : 0;
                all++;
            }
        }
        out.printf(Locale.ROOT, "  map: stress %.2f, nearest is of the family for %d of %d%n", map.stress(), near, all);
    }

    private static int nearest(List<ModelMap.Point> points, int from) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            double apart = Math.hypot(
                    points.get(i).x() - points.get(from).x(),
                    points.get(i).y() - points.get(from).y());
            if (i != from && apart < least) {
                least = apart;
                nearest = i;
            }
        }
        return nearest;
    }

    private static List<String> familyOf(ModelTree tree, ModelTable table, boolean withDescendants) {
        List<String> families = new ArrayList<>();
        for (ComparedModel compared : tree.models()) {
            ReferenceModel model = table.get(compared.name());
            boolean heir = withDescendants
                    && model.kind() == Kind.DERIVED
                    && !model.parent().isEmpty();
            families.add(heir ? model.parent() : model.family());
        }
        return families;
    }

    private static void say(
            PrintStream out, String title, ModelTree tree, List<String> families, boolean pruned, ModelTable table) {
        BitSet counted = new BitSet();
        Map<String, BitSet> groups = new TreeMap<>();
        for (int leaf = 0; leaf < families.size(); leaf++) {
            ReferenceModel model = table.get(tree.models().get(leaf).name());
            boolean mixture = MIXTURES.contains(model.family()) || model.kind() == Kind.JUNK;
            if (!pruned || !mixture && model.kind() != Kind.COPY) {
                counted.set(leaf);
                if (!mixture) {
                    groups.computeIfAbsent(families.get(leaf), k -> new BitSet())
                            .set(leaf);
                }
            }
        }
        groups.values().removeIf(members -> members.cardinality() < LEAST);
        Set<BitSet> sides = sides(tree.tree(), counted);
        List<String> broken = new ArrayList<>();
        int[] whole = new int[2];
        int half = 0;
        double shares = 0;
        for (Map.Entry<String, BitSet> family : groups.entrySet()) {
            if (sides.contains(family.getValue())) {
                whole[half % 2]++;
            } else {
                broken.add(family.getKey());
            }
            half++;
            shares += largest(sides, family.getValue())
                    / (double) family.getValue().cardinality();
        }
        out.printf(
                Locale.ROOT,
                "  %s: %d of %d families whole (%d of %d and %d of %d by halves), mean share in the largest pure group %.2f; not %s%n",
                title,
                whole[0] + whole[1],
                groups.size(),
                whole[0],
                (groups.size() + 1) / 2,
                whole[1],
                groups.size() / 2,
                shares / groups.size(),
                String.join(", ", broken));
    }

    /** What stands on either side of a branch, of the leaves that count. */
    private static Set<BitSet> sides(DistanceTree tree, BitSet counted) {
        Set<BitSet> sides = new HashSet<>();
        for (int node = 0; node < tree.nodes(); node++) {
            BitSet below = tree.leavesBelow(node);
            below.and(counted);
            BitSet others = (BitSet) counted.clone();
            others.andNot(below);
            sides.add(below);
            sides.add(others);
        }
        return sides;
    }

    private static int largest(Set<BitSet> sides, BitSet members) {
        int largest = 1;
        for (BitSet side : sides) {
            BitSet strangers = (BitSet) side.clone();
            strangers.andNot(members);
            if (strangers.isEmpty()) {
                largest = Math.max(largest, side.cardinality());
            }
        }
        return largest;
    }
}
