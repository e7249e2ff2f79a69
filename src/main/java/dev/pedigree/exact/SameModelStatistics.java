package dev.pedigree.exact;

import dev.pedigree.stats.ClusterBootstrap;
import dev.pedigree.stats.Estimate;
import java.util.List;
import java.util.Optional;

/** The statistics of one alignment, of which {@link SameModelTest} tells what they are. */
final class SameModelStatistics {
    static final List<String> NAMES =
            List.of("MMD of strings across prompts", "energy distance of style", "MMD of strings within prompts");

    private static final int BOOTSTRAPS = 400;

    private final boolean repeated;
    private final Contrasts strings;
    private final Contrasts style;
    private final boolean[] observed;
    private final int prompts;

    SameModelStatistics(Alignment alignment, Embeddings embeddings) {
        repeated = alignment.repeated;
        strings = new Contrasts(alignment, embeddings.stringMatrix(alignment.items));
        style = new Contrasts(alignment, embeddings.energyMatrix(alignment));
        observed = alignment.first;
        prompts = alignment.prompts;
    }

    double[] values(boolean[] labels) {
        double a = strings.across(labels);
        double b = style.across(labels);
        return repeated ? new double[] {a, b, strings.within(labels)} : new double[] {a, b};
    }

    Optional<Estimate> interval(int statistic, double level, long seed) {
        if (statistic == 2) {
            return Optional.empty();
        }
        float[][] between = (statistic == 0 ? strings : style).between(observed);
        return ClusterBootstrap.interval(
                prompts, weights -> Contrasts.weighted(between, weights), BOOTSTRAPS, level, seed);
    }
}
