package dev.pedigree.compare;

import dev.pedigree.stats.DistanceTree;
import dev.pedigree.stats.NeighbourJoining;
import java.util.List;

/**
 * A tree of models: the {@linkplain NeighbourJoining neighbour-joining} tree of their distances, rooted halfway between the two that are
 * farthest apart, with the share of resampled sets of prompts that give each branch. Branches that less than half of them give are
 * collapsed, so the tree holds nothing that contradicts their majority (T. Margush and F. R. McMorris, "Consensus n-trees", Bulletin
 * of Mathematical Biology 43, 1981, doi:10.1016/S0092-8240(81)90019-7). It shows who is like whom, not who was trained on whom.
 *
 * @param basis by what the models were compared
 * @param models the models: leaf i of the tree is model i
 * @param tree the tree, rooted and collapsed
 * @param resamples how many sets of prompts were drawn; the support of a branch is their share
 */
public record ModelTree(ModelDistances.Basis basis, List<ComparedModel> models, DistanceTree tree, int resamples) {
    /** The support below which a branch is collapsed. */
    public static final double MAJORITY = 0.5;

    /** Copies the list. */
    public ModelTree {
        models = List.copyOf(models);
        if (models.size() != tree.leaves() || resamples < 1) {
            throw new IllegalArgumentException("need a leaf for each model and at least one resample, got "
                    + tree.leaves() + " for " + models.size() + " and " + resamples);
        }
    }

    /**
     * The tree of some models.
     *
     * @param distances their distances
     * @param resamples how many sets of prompts to draw, at least 1; 100 tell 90 % from 97 %
     * @return the tree; the same for the same input
     */
    public static ModelTree of(ModelDistances distances, int resamples) {
        if (resamples < 1) {
            throw new IllegalArgumentException("need at least one resample, got " + resamples);
        }
        List<DistanceTree> resampled = distances.resampled(resamples).stream()
                .map(NeighbourJoining::of)
                .toList();
        DistanceTree tree = NeighbourJoining.of(distances.matrix()).withSupport(resampled);
        return new ModelTree(
                distances.basis(), distances.models(), tree.rootedAtMidpoint().collapsed(MAJORITY), resamples);
    }
}
