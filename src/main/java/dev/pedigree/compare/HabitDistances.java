package dev.pedigree.compare;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.internal.SplitMix64;
import dev.pedigree.reference.Cohort;
import dev.pedigree.reference.Placement;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Distances on the axes of a cohort of all models of a library. */
final class HabitDistances implements ModelDistances.Source {
    /** A model's answers to one prompt set; an empty name where it is none of the library's. */
    private record Sample(String promptSet, Placement[] placements) {}

    /** Where a sample stands: for each feature family a position and its noise. */
    private record Place(double[][] position, double[] noise) {}

    private final List<List<Sample>> samples; // by model
    private final int families;
    private final int blocks;

    private HabitDistances(List<List<Sample>> samples, int families) {
        this.samples = samples;
        this.families = families;
        int most = 1;
        for (List<Sample> model : samples) {
            for (Sample sample : model) {
                for (Placement placement : sample.placements()) {
                    most = Math.max(most, placement.blocks().length);
                }
            }
        }
        blocks = most;
    }

    static ModelDistances of(ReferenceLibrary library, List<Fingerprint> suspects) {
        Gathered gathered = new Gathered(library);
        for (Fingerprint suspect : suspects) {
            if (!gathered.add(suspect)) {
                throw new IllegalArgumentException(
                        "the answers of '" + suspect.name() + "' hold nothing that could be compared");
            }
        }
        return gathered.distances();
    }

    /** Distances among a suspect, the last model, and those nearest to it; none where it cannot be placed or there are too few models. */
    static Optional<ModelDistances> around(ReferenceLibrary library, Fingerprint suspect, int most) {
        Gathered gathered = new Gathered(library);
        return gathered.add(suspect) && gathered.models.size() > 2
                ? Optional.of(gathered.around(gathered.models.size() - 1, most))
                : Optional.empty();
    }

    /** Models and their samples, as they come. */
    private static final class Gathered {
        private final Cohort cohort;
        private final List<FeatureFamily> families;
        private final List<ComparedModel> models;
        private final List<List<Sample>> samples;

        Gathered(ReferenceLibrary library) {
            cohort = library.cohort(m -> false);
            families = library.families();
            List<ReferenceModel> entries = library.models();
            Map<String, ComparedModel> known = new LinkedHashMap<>();
            Map<String, List<Sample>> taken = new LinkedHashMap<>();
            for (int e = 0; e < entries.size(); e++) {
                int entry = e;
                ReferenceModel model = entries.get(e);
                Placement[] placements = placements(families, f -> cohort.outsider(entry, f));
                if (isWhole(placements)) {
                    known.putIfAbsent(model.identity(), new ComparedModel(model.name(), model.family(), false));
                    taken.computeIfAbsent(model.identity(), k -> new ArrayList<>())
                            .add(new Sample(library.promptSet(e), placements));
                }
            }
            models = new ArrayList<>(known.values());
            samples = new ArrayList<>(taken.values());
        }

        /** Adds a suspect; tells whether it has features of every family. */
        boolean add(Fingerprint suspect) {
            Placement[] placements = placements(families, f -> cohort.place(suspect, f));
            if (!isWhole(placements)) {
                return false;
            }
            models.add(new ComparedModel(suspect.name(), suspect.name(), true));
            samples.add(List.of(new Sample("", placements)));
            return true;
        }

        ModelDistances distances() {
            return ModelDistances.of(ModelDistances.Basis.HABITS, models, new HabitDistances(samples, families.size()));
        }

        /** The distances among a model and the others that are nearest to it, in their order. */
        ModelDistances around(int model, int most) {
            double[] apart = new HabitDistances(samples, families.size()).from(model);
            List<Integer> near = IntStream.range(0, apart.length)
                    .boxed()
                    .filter(i -> i != model)
                    .sorted(Comparator.<Integer>comparingDouble(i -> apart[i]).thenComparing(i -> i))
                    .limit(most)
                    .sorted()
                    .collect(Collectors.toCollection(ArrayList::new));
            near.add(model);
            List<List<Sample>> theirs = near.stream().map(samples::get).toList();
            return ModelDistances.of(
                    ModelDistances.Basis.HABITS,
                    near.stream().map(models::get).toList(),
                    new HabitDistances(theirs, families.size()));
        }
    }

    private static Placement[] placements(List<FeatureFamily> families, Function<FeatureFamily, Placement> place) {
        return families.stream().map(place).toArray(Placement[]::new);
    }

    /** Tells whether there are features of every family. */
    private static boolean isWhole(Placement[] placements) {
        for (Placement placement : placements) {
            if (placement.blocks().length == 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double[][] measured() {
        return distances(places(Placement::mean, 1));
    }

    @Override
    public double[][] resampled(SplitMix64 random) {
        int[] draw = new int[blocks];
        for (int i = 0; i < blocks; i++) {
            draw[i] = random.nextInt(blocks);
        }
        // a resample of a sample is twice as noisy as the sample
        return distances(places(p -> p.resampled(draw, random::nextNormal), 2));
    }

    /** The distances of all models from one. */
    private double[] from(int model) {
        List<List<Place>> places = places(Placement::mean, 1);
        return IntStream.range(0, samples.size())
                .mapToDouble(i -> i == model ? 0 : distance(model, i, places))
                .toArray();
    }

    /** Where the samples of each model stand. */
    private List<List<Place>> places(Function<Placement, double[]> position, double noisier) {
        return samples.stream()
                .map(model -> model.stream()
                        .map(sample -> place(sample, position, noisier))
                        .toList())
                .toList();
    }

    private Place place(Sample sample, Function<Placement, double[]> position, double noisier) {
        double[][] positions = new double[families][];
        double[] noise = new double[families];
        for (int f = 0; f < families; f++) {
            Placement placement = sample.placements()[f];
            positions[f] = position.apply(placement);
            noise[f] = noisier * placement.noise();
        }
        return new Place(positions, noise);
    }

    private double[][] distances(List<List<Place>> places) {
        int n = samples.size();
        double[][] distances = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                distances[i][j] = distance(i, j, places);
                distances[j][i] = distances[i][j];
            }
        }
        return distances;
    }

    /** The mean over the prompt sets that both models answered; where there are none, the least. */
    private double distance(int i, int j, List<List<Place>> places) {
        double sum = 0;
        int shared = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int s = 0; s < samples.get(i).size(); s++) {
            for (int r = 0; r < samples.get(j).size(); r++) {
                double distance = distance(places.get(i).get(s), places.get(j).get(r));
                least = Math.min(least, distance);
                if (samples.get(i)
                        .get(s)
                        .promptSet()
                        .equals(samples.get(j).get(r).promptSet())) {
                    sum += distance;
                    shared++;
                }
            }
        }
        return shared > 0 ? sum / shared : least;
    }

    /** The mean over the feature families. */
    private double distance(Place one, Place other) {
        double sum = 0;
        for (int f = 0; f < families; f++) {
            sum += Likeness.distance(one.position()[f], other.position()[f], one.noise()[f] + other.noise()[f]);
        }
        return sum / families;
    }
}
