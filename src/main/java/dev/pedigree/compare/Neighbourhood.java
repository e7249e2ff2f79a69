package dev.pedigree.compare;

import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.ReferenceLibrary;
import java.util.Optional;

/**
 * The models of a library that are most like a suspect by its habits, as a tree and as a map with the suspect among them. It shows who is
 * alike, not who was trained on whom; no verdict rests on it, and the suspect's own relatives are in it.
 *
 * @param tree the suspect and its nearest models
 * @param map the same models in the same order
 */
public record Neighbourhood(ModelTree tree, ModelMap map) {
    /** How many models are shown beside the suspect, at most. */
    public static final int MODELS = 24;

    private static final int RESAMPLES = 100;

    /** Checks that both show the same. */
    public Neighbourhood {
        if (!tree.models()
                        .equals(map.points().stream().map(ModelMap.Point::model).toList())
                || tree.basis() != map.basis()
                || tree.resamples() != map.resamples()) {
            throw new IllegalArgumentException("need a tree and a map of the same models");
        }
        if (tree.models().size() > MODELS + 1
                || !tree.models().get(tree.models().size() - 1).suspect()) {
            throw new IllegalArgumentException("need at most " + MODELS + " models and then the suspect");
        }
    }

    /**
     * The neighbourhood of a suspect.
     *
     * @param library the models
     * @param suspect a fingerprint of the library's scheme
     * @return its {@value #MODELS} nearest models and itself; empty where it cannot be placed among them, or
     *     there are fewer than two models
     * @throws IllegalArgumentException if the suspect is of another scheme
     */
    public static Optional<Neighbourhood> of(ReferenceLibrary library, Fingerprint suspect) {
        return HabitDistances.around(library, suspect, MODELS)
                .map(distances ->
                        new Neighbourhood(ModelTree.of(distances, RESAMPLES), ModelMap.of(distances, RESAMPLES)));
    }
}
