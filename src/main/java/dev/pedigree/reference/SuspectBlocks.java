package dev.pedigree.reference;

import com.google.common.collect.MapMaker;
import dev.pedigree.fingerprint.Fingerprint;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentMap;

/**
 * What a library makes of a suspect, whatever the cohort: worked out once, asked for at every comparison.
 *
 * @param coordinates those of its blocks by feature space: [spaces][blocks][directions]
 * @param shares for each prompt set the share of the suspect's prompts that come from it; what is missing to 1 comes from none
 */
record SuspectBlocks(double[][][] coordinates, double[] shares) {
    /** The suspects of one library, each remembered as long as somebody holds its fingerprint. Safe to share between threads. */
    static final class Memory {
        private final ConcurrentMap<Fingerprint, SuspectBlocks> known =
                new MapMaker().weakKeys().makeMap();
        private final Population population;

        Memory(Population population) {
            this.population = population;
        }

        SuspectBlocks of(Fingerprint suspect) {
            if (suspect.scheme() != population.scheme()) {
                throw new IllegalArgumentException("the library holds fingerprints of scheme " + population.scheme()
                        + ", got one of " + suspect.scheme());
            }
            return known.computeIfAbsent(suspect, s -> SuspectBlocks.of(population, s));
        }
    }

    private static SuspectBlocks of(Population population, Fingerprint suspect) {
        double[][][] coordinates = population.spaces().stream()
                .map(space -> Projection.of(space).project(FeatureSpace.Sample.of(0, suspect, space.family())))
                .toArray(double[][][]::new);
        return new SuspectBlocks(coordinates, shares(population.promptSets(), suspect));
    }

    private static double[] shares(List<PromptSet> promptSets, Fingerprint suspect) {
        double[] shares = promptSets.stream()
                .mapToDouble(set -> set.shareOf(suspect.sketches()))
                .toArray();
        double sum = Arrays.stream(shares).sum();
        // prompts that are in two sets count half for each
        return sum <= 1 ? shares : Arrays.stream(shares).map(s -> s / sum).toArray();
    }
}
